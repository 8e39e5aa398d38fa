import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

/** For each unit itself and those above it on a day, the nearest first. */
export async function unitLines(ctx: Context, unitIds: readonly string[], day: Day): Promise<Map<string, string[]>> {
  if (unitIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; line: string[] }>`
    with recursive up (id, at, depth) as (
      select unit_id, unit_id, 0 from unnest(${[...new Set(unitIds)]}::uuid[]) as unit_id
      union all
      select up.id, u.parent_id, up.depth + 1 from up
      join unit_version u on u.tenant_id = ${ctx.tenantId} and u.unit_id = up.at and ${validOn('u', day)}
      where u.parent_id is not null and up.depth < 100
    ) select id, array_agg(at order by depth) as line from up group by id`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row.line]))
}
