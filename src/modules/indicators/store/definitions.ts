import { sql } from 'kysely'
import type { PeriodKind } from '#core/calendar'
import { Measure, type Days, type Direction } from '#core/indicator'
import type { LocalText } from '#core/local-text'
import { validDuring } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Definition } from '../rules.ts'

/** The indicators of responsibilities as their versions of a period state them, in the order they are shown. */
export async function definitionsIn(
  ctx: Context,
  responsibilityIds: readonly string[],
  period: Days,
): Promise<Map<string, Definition[]>> {
  const rows = await ctx.db
    .selectFrom('responsibility_version as v')
    .innerJoin('responsibility_indicator as i', (on) =>
      on.onRef('i.tenant_id', '=', 'v.tenant_id').onRef('i.version_id', '=', 'v.id'),
    )
    .select(['v.responsibility_id', 'v.valid_from', 'v.valid_until'])
    .select(['i.key', 'i.name', 'i.unit', 'i.direction', 'i.target', 'i.weight_permille', 'i.period', 'i.measure'])
    .where('v.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`v.responsibility_id = any(${[...responsibilityIds]}::uuid[])`)
    .where(validDuring('v', period))
    .orderBy('i.sort_order')
    .orderBy('i.id')
    .execute()
  const definitions = rows.map((row): Definition => ({
    responsibilityId: row.responsibility_id,
    from: row.valid_from,
    until: row.valid_until,
    key: row.key,
    name: row.name as LocalText,
    unit: row.unit,
    direction: row.direction as Direction,
    target: Number(row.target),
    weightPermille: row.weight_permille,
    ownPeriod: row.period as PeriodKind,
    measure: Measure.parse(row.measure),
  }))
  return Map.groupBy(definitions, (definition) => definition.responsibilityId)
}
