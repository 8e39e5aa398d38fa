import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { homeUnit, personMatches, visiblePeople } from '#modules/organisation'
import type { RosterRow } from '../contract.ts'

export type RosterFilter = {
  readonly permission: 'people.read' | 'people.export'
  readonly text?: string | undefined
  readonly unitIds?: readonly string[] | undefined
  readonly positionId?: string | undefined
  readonly employment?: readonly string[] | undefined
  readonly sort: 'name' | 'number' | 'hiredOn'
  readonly order: 'up' | 'down'
  readonly limit: number
  readonly offset: number
}

/** People with their main seat of a day and their file. */
export async function rosterOn(
  ctx: Context,
  on: Day,
  filter: RosterFilter,
): Promise<{ total: number; rows: RosterRow[] }> {
  const { total } = await rosterBase(ctx, on, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await rosterBase(ctx, on, filter)
    .select([
      'p.id',
      'p.number',
      'p.name',
      'p.latin_name as latinName',
      homeUnit(ctx, on).as('homeUnitId'),
      'v.unit_id as unitId',
      'u.name as unitName',
      'v.position_id as positionId',
      'v.title as positionTitle',
      sql<RosterRow['employment']>`coalesce(f.employment, 'regular')`.as('employment'),
      'f.hired_on as hiredOn',
      'p.mobile',
      'p.email',
    ])
    .orderBy(sortExpression(filter.sort), (order) => (filter.order === 'up' ? order.asc() : order.desc()).nullsLast())
    .orderBy('p.number')
    .orderBy('p.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      unitName: row.unitName as LocalText | null,
      positionTitle: row.positionTitle as LocalText | null,
    })),
  }
}

function sortExpression(sort: RosterFilter['sort']) {
  if (sort === 'name') return sql`p.name collate "zh-Hans-x-icu"`
  return sort === 'number' ? sql`p.number` : sql`f.hired_on`
}

function rosterBase(ctx: Context, on: Day, { permission, text, unitIds, positionId, employment }: RosterFilter) {
  let query = ctx.db
    .selectFrom('person as p')
    .leftJoin('personnel_file as f', (join) =>
      join.onRef('f.tenant_id', '=', 'p.tenant_id').onRef('f.person_id', '=', 'p.id'),
    )
    .leftJoin('assignment as a', (join) =>
      join
        .onRef('a.tenant_id', '=', 'p.tenant_id')
        .onRef('a.person_id', '=', 'p.id')
        .on('a.kind', '=', 'main')
        .on(validOn('a', on)),
    )
    .leftJoin('position_version as v', (join) =>
      join.onRef('v.tenant_id', '=', 'a.tenant_id').onRef('v.position_id', '=', 'a.position_id').on(validOn('v', on)),
    )
    .leftJoin('unit_version as u', (join) =>
      join.onRef('u.tenant_id', '=', 'v.tenant_id').onRef('u.unit_id', '=', 'v.unit_id').on(validOn('u', on)),
    )
    .where('p.tenant_id', '=', ctx.tenantId)
    .where(visiblePeople(ctx, permission, on))
  if (unitIds) query = query.where((eb) => eb('v.unit_id', '=', eb.fn.any(eb.val([...unitIds]))))
  if (positionId) query = query.where('v.position_id', '=', positionId)
  if (employment) query = query.where(sql`coalesce(f.employment, 'regular')`, 'in', [...employment])
  if (text) query = query.where(personMatches(ctx, text, on))
  return query
}
