import { sql } from 'kysely'
import type { Day, Period } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Unit, UnitVersion } from '../contract.ts'

export type UnitContent = {
  readonly name: LocalText
  readonly kind: Unit['kind']
  readonly parentId: string | null
  readonly sortOrder: number
}

/** The units of a day, in the order of a chart: by place, then by name. */
export async function unitsOn(ctx: Context, on: Day): Promise<Unit[]> {
  const rows = await ctx.db
    .selectFrom('unit_version as v')
    .innerJoin('unit as u', (join) => join.onRef('u.tenant_id', '=', 'v.tenant_id').onRef('u.id', '=', 'v.unit_id'))
    .leftJoin(seatsOf(ctx, on).as('s'), 's.unit_id', 'v.unit_id')
    .select([...versionColumns, 'u.id', 'u.code', 's.headcount', 's.seated', 's.beside'])
    .where('v.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible('organisation.read', { unit: 'v.unit_id' }))
    .where(validOn('v', on))
    .orderBy('v.sort_order')
    .orderBy('u.code')
    .execute()
  return rows.map((row) => ({
    ...row,
    ...versionOf(row),
    headcount: row.headcount ?? 0,
    seated: row.seated ?? 0,
    beside: row.beside ?? 0,
  }))
}

/** Every version of a unit, oldest first; none when it does not exist or is not the asker's to see. */
export async function unitVersions(ctx: Context, unitId: string): Promise<(UnitVersion & { code: string })[]> {
  const rows = await ctx.db
    .selectFrom('unit_version as v')
    .innerJoin('unit as u', (join) => join.onRef('u.tenant_id', '=', 'v.tenant_id').onRef('u.id', '=', 'v.unit_id'))
    .select([...versionColumns, 'u.code'])
    .where('v.tenant_id', '=', ctx.tenantId)
    .where('v.unit_id', '=', unitId)
    .where(ctx.visible('organisation.read', { unit: 'v.unit_id' }))
    .orderBy('v.valid_from')
    .execute()
  return rows.map((row) => ({ ...versionOf(row), code: row.code }))
}

/** From the root down to the unit above, on a day. */
export async function pathTo(ctx: Context, unitId: string, on: Day): Promise<{ id: string; name: LocalText }[]> {
  const { rows } = await sql<{ id: string; name: LocalText }>`
    with recursive up (id, name, parent_id, depth) as (
      select v.unit_id, v.name, v.parent_id, 0 from unit_version v
      where v.tenant_id = ${ctx.tenantId} and v.unit_id = ${unitId} and ${validOn('v', on)}
      union all
      select v.unit_id, v.name, v.parent_id, up.depth + 1
      from up join unit_version v on v.tenant_id = ${ctx.tenantId} and v.unit_id = up.parent_id and ${validOn('v', on)}
      where up.depth < 100
    ) select id, name from up where depth > 0 order by depth desc`.execute(ctx.db)
  return rows
}

export async function insertUnit(ctx: Context, code: string): Promise<string> {
  const id = ctx.newId()
  await ctx.db.insertInto('unit').values({ tenant_id: ctx.tenantId, id, code, created_at: ctx.now }).execute()
  return id
}

export async function insertUnitVersion(
  ctx: Context,
  unitId: string,
  content: UnitContent,
  { from, until }: Period,
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('unit_version')
    .values({ tenant_id: ctx.tenantId, id, unit_id: unitId, ...rowOf(content), valid_from: from, valid_until: until })
    .execute()
  return id
}

export async function updateUnitVersion(ctx: Context, versionId: string, content: UnitContent): Promise<void> {
  await ctx.db
    .updateTable('unit_version')
    .set(rowOf(content))
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', versionId)
    .execute()
}

/** How many units and positions still hang below a unit on or after a day. */
export async function hangingBelow(
  ctx: Context,
  unitId: string,
  from: Day,
): Promise<{ units: number; positions: number }> {
  const { rows } = await sql<{ units: number; positions: number }>`select
    (select count(distinct unit_id) from unit_version where tenant_id = ${ctx.tenantId} and parent_id = ${unitId}
      and (valid_until is null or valid_until > ${from})) as units,
    (select count(distinct position_id) from position_version where tenant_id = ${ctx.tenantId} and unit_id = ${unitId}
      and (valid_until is null or valid_until > ${from})) as positions`.execute(ctx.db)
  return rows[0] ?? { units: 0, positions: 0 }
}

const versionColumns = [
  'v.id as versionId',
  'v.name',
  'v.kind',
  'v.parent_id',
  'v.sort_order',
  'v.valid_from',
  'v.valid_until',
] as const

type VersionRow = {
  versionId: string
  name: unknown
  kind: string
  parent_id: string | null
  sort_order: number
  valid_from: string
  valid_until: string | null
}

function versionOf(row: VersionRow): UnitVersion {
  return {
    versionId: row.versionId,
    name: row.name as LocalText,
    kind: row.kind as Unit['kind'],
    parentId: row.parent_id,
    sortOrder: row.sort_order,
    from: row.valid_from,
    until: row.valid_until,
  }
}

function rowOf({ name, kind, parentId, sortOrder }: UnitContent) {
  return { name: JSON.stringify(name), kind, parent_id: parentId, sort_order: sortOrder }
}

function seatsOf(ctx: Context, on: Day) {
  return ctx.db
    .selectFrom('position_version as p')
    .leftJoin(
      ctx.db
        .selectFrom('assignment as a')
        .select([
          'a.position_id',
          sql<number>`count(*) filter (where a.kind = 'main')`.as('seated'),
          sql<number>`count(*) filter (where a.kind <> 'main')`.as('others'),
        ])
        .where('a.tenant_id', '=', ctx.tenantId)
        .where(validOn('a', on))
        .groupBy('a.position_id')
        .as('taken'),
      'taken.position_id',
      'p.position_id',
    )
    .select([
      'p.unit_id',
      sql<number>`sum(p.headcount)::int`.as('headcount'),
      sql<number>`coalesce(sum(taken.seated), 0)::int`.as('seated'),
      sql<number>`coalesce(sum(greatest(0, least(p.headcount - taken.seated, taken.others))), 0)::int`.as('beside'),
    ])
    .where('p.tenant_id', '=', ctx.tenantId)
    .where(validOn('p', on))
    .groupBy('p.unit_id')
}
