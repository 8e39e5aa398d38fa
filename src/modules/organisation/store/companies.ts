import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

export type Company = { readonly unitId: string; readonly name: LocalText }

/** The company a unit belongs to on a day: itself, or the nearest above it; null when there is none. */
export async function companyOf(ctx: Context, unitId: string, day: Day): Promise<Company | null> {
  const { rows } = await sql<Company>`
    with recursive up (unit_id, name, kind, parent_id, depth) as (
      select v.unit_id, v.name, v.kind, v.parent_id, 0 from unit_version v
      where v.tenant_id = ${ctx.tenantId} and v.unit_id = ${unitId} and ${validOn('v', day)}
      union all
      select v.unit_id, v.name, v.kind, v.parent_id, up.depth + 1
      from up join unit_version v on v.tenant_id = ${ctx.tenantId} and v.unit_id = up.parent_id and ${validOn('v', day)}
      where up.kind <> 'company' and up.depth < 100
    ) select unit_id as "unitId", name from up where kind = 'company' order by depth limit 1`.execute(ctx.db)
  return rows[0] ?? null
}
