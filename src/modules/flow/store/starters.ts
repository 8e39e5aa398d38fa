import { sql } from 'kysely'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { subtree } from '#modules/organisation'

/** Has a person a seat on one of these positions today, or in one of these units or below? */
export async function startsIn(
  ctx: Context,
  personId: string,
  { unitIds, positionIds }: { unitIds: readonly string[]; positionIds: readonly string[] },
): Promise<boolean> {
  const units = unitIds.length > 0 ? await subtree(ctx.db, unitIds, ctx.today) : []
  const { rows } = await sql<{ found: boolean }>`select exists (select from assignment a
    join position_version p on p.tenant_id = a.tenant_id and p.position_id = a.position_id and ${validOn('p', ctx.today)}
    where a.tenant_id = ${ctx.tenantId} and a.person_id = ${personId} and ${validOn('a', ctx.today)}
      and (p.position_id = any(${[...positionIds]}::uuid[]) or p.unit_id = any(${units}::uuid[]))) as found`.execute(
    ctx.db,
  )
  return rows[0]?.found ?? false
}
