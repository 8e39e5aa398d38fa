import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { UnitPlace } from '../rules.ts'

export type UnitToday = UnitPlace & { readonly name: LocalText }

/** The units of today in the order of their tree: above before below, neighbours as they are sorted. */
export async function unitsToday(ctx: Context): Promise<UnitToday[]> {
  const rows = await ctx.db
    .selectFrom('unit_version as v')
    .select(['v.unit_id as id', 'v.parent_id as parentId', 'v.kind', 'v.name'])
    .where('v.tenant_id', '=', ctx.tenantId)
    .where(validOn('v', ctx.today))
    .orderBy('v.sort_order')
    .orderBy('v.unit_id')
    .execute()
  const below = Map.groupBy(rows, (row) => row.parentId)
  const known = new Set(rows.map((row) => row.id))
  const ordered: UnitToday[] = []
  const open = rows.filter((row) => row.parentId === null || !known.has(row.parentId)).toReversed()
  for (let unit = open.pop(); unit; unit = open.pop()) {
    ordered.push({ ...unit, name: unit.name as LocalText })
    open.push(...(below.get(unit.id) ?? []).toReversed())
  }
  return ordered
}
