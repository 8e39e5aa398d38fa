import { sql, type Expression, type SqlBool } from 'kysely'
import type { Day, Period } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Holder, Neighbour, Position, PositionVersion } from '../contract.ts'
import { contains } from './search.ts'

export type PositionContent = Omit<PositionVersion, 'versionId' | 'from' | 'until' | 'jobFamilyId' | 'gradeId'> &
  Partial<Pick<PositionVersion, 'jobFamilyId' | 'gradeId'>>

export type PositionFilter = {
  readonly unitIds?: readonly string[] | undefined
  readonly ids?: readonly string[] | undefined
  readonly text?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** The positions of a day with who sits on them, unit by unit, the leading one first. */
export async function positionsOn(
  ctx: Context,
  on: Day,
  filter: PositionFilter,
): Promise<{ total: number; rows: Position[] }> {
  const base = positionsBase(ctx, on, filter)
  const rows = await base
    .select(positionColumns)
    .select((eb) => holdersAt(ctx, eb.ref('v.position_id'), on).as('holders'))
    .orderBy('u.sort_order')
    .orderBy('v.unit_id')
    .orderBy('v.is_lead', 'desc')
    .orderBy('o.code')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { total, rows: rows.map(positionOf) }
}

/** Every version of a position, oldest first; none when it does not exist or is not the asker's to see. */
export async function positionVersions(
  ctx: Context,
  positionId: string,
): Promise<(PositionVersion & { code: string })[]> {
  const rows = await ctx.db
    .selectFrom('position_version as v')
    .innerJoin('position as o', (join) =>
      join.onRef('o.tenant_id', '=', 'v.tenant_id').onRef('o.id', '=', 'v.position_id'),
    )
    .select([...versionColumns, 'o.code'])
    .where('v.tenant_id', '=', ctx.tenantId)
    .where('v.position_id', '=', positionId)
    .where(ctx.visible('organisation.read', { unit: 'v.unit_id' }))
    .orderBy('v.valid_from')
    .execute()
  return rows.map((row) => ({ ...versionOf(row), code: row.code }))
}

/** The line upwards from a position, the nearest first, and what answers to it directly. */
export async function neighboursOf(
  ctx: Context,
  positionId: string,
  on: Day,
): Promise<{ above: Neighbour[]; below: Neighbour[] }> {
  const { rows } = await sql<Neighbour & { depth: number }>`
    with recursive up (id, depth) as (
      select reports_to_id, 1 from position_version v
      where v.tenant_id = ${ctx.tenantId} and v.position_id = ${positionId} and v.reports_to_id is not null and ${validOn('v', on)}
      union all
      select v.reports_to_id, up.depth + 1
      from up join position_version v on v.tenant_id = ${ctx.tenantId} and v.position_id = up.id and ${validOn('v', on)}
      where v.reports_to_id is not null and up.depth < 100
    ), near (id, depth) as (
      select id, depth from up
      union all
      select v.position_id, 0 from position_version v
      where v.tenant_id = ${ctx.tenantId} and v.reports_to_id = ${positionId} and ${validOn('v', on)}
    )
    select near.id, near.depth, v.title, v.unit_id as "unitId", u.name as "unitName", v.headcount,
      (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name) order by a.kind <> 'main', p.number), '[]')
        from assignment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
        where a.tenant_id = ${ctx.tenantId} and a.position_id = near.id and ${validOn('a', on)}) as holders
    from near
    join position_version v on v.tenant_id = ${ctx.tenantId} and v.position_id = near.id and ${validOn('v', on)}
    join unit_version u on u.tenant_id = ${ctx.tenantId} and u.unit_id = v.unit_id and ${validOn('u', on)}
    order by near.depth, near.id`.execute(ctx.db)
  return { above: rows.filter((row) => row.depth > 0), below: rows.filter((row) => row.depth === 0) }
}

export async function insertPosition(ctx: Context, code: string): Promise<string> {
  const id = ctx.newId()
  await ctx.db.insertInto('position').values({ tenant_id: ctx.tenantId, id, code, created_at: ctx.now }).execute()
  return id
}

export async function insertPositionVersion(
  ctx: Context,
  positionId: string,
  content: PositionContent,
  { from, until }: Period,
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('position_version')
    .values({
      tenant_id: ctx.tenantId,
      id,
      position_id: positionId,
      ...rowOf(content),
      valid_from: from,
      valid_until: until,
    })
    .execute()
  return id
}

export async function updatePositionVersion(ctx: Context, versionId: string, content: PositionContent): Promise<void> {
  await ctx.db
    .updateTable('position_version')
    .set(rowOf(content))
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', versionId)
    .execute()
}

/** Who still sits on a position, and which positions still answer to it, on or after a day. */
export async function leaningOn(
  ctx: Context,
  positionId: string,
  from: Day,
): Promise<{ people: number; positions: number }> {
  const { rows } = await sql<{ people: number; positions: number }>`select
    (select count(distinct person_id) from assignment where tenant_id = ${ctx.tenantId} and position_id = ${positionId}
      and (valid_until is null or valid_until > ${from})) as people,
    (select count(distinct position_id) from position_version where tenant_id = ${ctx.tenantId} and reports_to_id = ${positionId}
      and (valid_until is null or valid_until > ${from})) as positions`.execute(ctx.db)
  return rows[0] ?? { people: 0, positions: 0 }
}

function positionsBase(ctx: Context, on: Day, { unitIds, ids, text }: PositionFilter) {
  let query = ctx.db
    .selectFrom('position_version as v')
    .innerJoin('position as o', (join) =>
      join.onRef('o.tenant_id', '=', 'v.tenant_id').onRef('o.id', '=', 'v.position_id'),
    )
    .innerJoin('unit_version as u', (join) =>
      join.onRef('u.tenant_id', '=', 'v.tenant_id').onRef('u.unit_id', '=', 'v.unit_id').on(validOn('u', on)),
    )
    .leftJoin('position_version as r', (join) =>
      join.onRef('r.tenant_id', '=', 'v.tenant_id').onRef('r.position_id', '=', 'v.reports_to_id').on(validOn('r', on)),
    )
    .where('v.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible('organisation.read', { unit: 'v.unit_id' }))
    .where(validOn('v', on))
  if (unitIds) query = query.where((eb) => eb('v.unit_id', '=', eb.fn.any(eb.val([...unitIds]))))
  if (ids) query = query.where((eb) => eb('v.position_id', '=', eb.fn.any(eb.val([...ids]))))
  if (text) query = query.where(contains(['v.title::text', 'o.code'], text))
  return query
}

const versionColumns = [
  'v.id as versionId',
  'v.unit_id',
  'v.title',
  'v.headcount',
  'v.reports_to_id',
  'v.is_lead',
  'v.job_family_id',
  'v.grade_id',
  'v.valid_from',
  'v.valid_until',
] as const
const positionColumns = [
  ...versionColumns,
  'o.id',
  'o.code',
  'u.name as unitName',
  'r.title as reportsToTitle',
] as const

function holdersAt(ctx: Context, positionId: Expression<string>, on: Day) {
  return sql<Holder[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('assignmentId', a.id, 'personId', p.id, 'number', p.number, 'name', p.name,
      'kind', a.kind, 'sharePermille', a.share_permille, 'from', a.valid_from, 'until', a.valid_until)
      order by a.kind <> 'main', p.number), '[]')
    from assignment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${ctx.tenantId} and a.position_id = ${positionId} and ${validOn('a', on) as Expression<SqlBool>})`
}

type VersionRow = {
  versionId: string
  unit_id: string
  title: unknown
  headcount: number
  reports_to_id: string | null
  is_lead: boolean
  job_family_id: string | null
  grade_id: string | null
  valid_from: string
  valid_until: string | null
}

function versionOf(row: VersionRow): PositionVersion {
  return {
    versionId: row.versionId,
    unitId: row.unit_id,
    title: row.title as LocalText,
    headcount: row.headcount,
    reportsToId: row.reports_to_id,
    isLead: row.is_lead,
    jobFamilyId: row.job_family_id,
    gradeId: row.grade_id,
    from: row.valid_from,
    until: row.valid_until,
  }
}

function positionOf(
  row: VersionRow & { id: string; code: string; unitName: unknown; reportsToTitle: unknown; holders: Holder[] },
): Position {
  return {
    id: row.id,
    code: row.code,
    ...versionOf(row),
    unitName: row.unitName as LocalText,
    reportsToTitle: row.reportsToTitle as LocalText | null,
    holders: row.holders,
  }
}

function rowOf(content: PositionContent) {
  return {
    unit_id: content.unitId,
    title: JSON.stringify(content.title),
    headcount: content.headcount,
    reports_to_id: content.reportsToId,
    is_lead: content.isLead,
    job_family_id: content.jobFamilyId ?? null,
    grade_id: content.gradeId ?? null,
  }
}
