import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { TimelineStep } from '#modules/organisation'

/** Carries out a step of a timeline but for the version it opens, whose content the caller knows. */
export async function stepTimeline(ctx: Context, table: 'pay_item' | 'pay_term', step: TimelineStep): Promise<void> {
  if (step.removes)
    await sql`delete from ${sql.table(table)} where tenant_id = ${ctx.tenantId} and id = ${step.removes}`.execute(
      ctx.db,
    )
  for (const { id, from, until } of step.moves)
    await sql`update ${sql.table(table)} set valid_from = ${from}, valid_until = ${until}, version = version + 1
      where tenant_id = ${ctx.tenantId} and id = ${id}`.execute(ctx.db)
}
