import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { ComputedSlip } from '#modules/payroll'

/** What slips could not take is owed; what they took of earlier ones is recovered. */
export async function settleReceivables(
  ctx: Context,
  slips: readonly ComputedSlip[],
  slipIds: ReadonlyMap<string, string>,
  at: Date,
): Promise<void> {
  for (const { person, recoveredFen, receivableFen } of slips) {
    if (recoveredFen > 0)
      await sql`update pay_receivable set recovered_fen = fen where tenant_id = ${ctx.tenantId}
        and person_id = ${person.personId} and recovered_fen < fen`.execute(ctx.db)
    if (receivableFen > 0)
      await ctx.db
        .insertInto('pay_receivable')
        .values({
          tenant_id: ctx.tenantId,
          id: ctx.newId(),
          person_id: person.personId,
          slip_id: slipIds.get(person.personId) ?? '',
          fen: receivableFen,
          created_at: at,
        })
        .execute()
  }
}
