import { sql } from 'kysely'
import type { Day, Period } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Holder, Neighbour, Position, PositionVersion } from '../contract.ts'
import { nameIn } from './name-in.ts'
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

/**
 * The positions of a day with who sits on them, unit by unit, the leading one first. Which ones the page shows is found
 * first; only they are joined with the rest.
 */
export async function positionsOn(
  ctx: Context,
  on: Day,
  { unitIds, ids, text, limit, offset }: PositionFilter,
): Promise<{ total: number; rows: Position[] }> {
  const tenant = sql`${ctx.tenantId}::uuid`
  // said of both, so that neither is read whole
  const inUnits = unitIds
    ? sql`and v.unit_id = any(${[...unitIds]}::uuid[]) and u.unit_id = any(${[...unitIds]}::uuid[])`
    : sql``
  const among = ids ? sql`and v.position_id = any(${[...ids]}::uuid[])` : sql``
  const called = text
    ? sql`and (${contains(['v.title::text'], text)} or exists (select from position o where o.tenant_id = ${tenant}
        and o.id = v.position_id and ${contains(['o.code'], text)}))`
    : sql``
  const { rows } = await sql<PositionRow & { total: number }>`
    with page as materialized (
      select v.*, u.name as unit_name, u.sort_order, count(*) over ()::int as total
      from position_version v
      join unit_version u on u.tenant_id = ${tenant} and u.unit_id = v.unit_id and ${validOn('u', on)}
      where v.tenant_id = ${tenant} and ${validOn('v', on)} and ${ctx.visible('organisation.read', { unit: 'v.unit_id' })}
        ${inUnits} ${among} ${called}
      order by u.sort_order, v.unit_id, v.is_lead desc, v.position_id limit ${limit} offset ${offset}
    ), seated as materialized (
      select a.position_id, json_agg(${holderOf} order by a.kind <> 'main', p.number) as holders
      from page join assignment a on a.tenant_id = ${tenant} and a.position_id = page.position_id and ${validOn('a', on)}
      join person p on p.tenant_id = ${tenant} and p.id = a.person_id
      group by a.position_id
    )
    select o.id, o.code, page.id as "versionId", page.unit_id, page.title, page.headcount, page.reports_to_id, page.is_lead,
      page.job_family_id, page.grade_id, page.valid_from, page.valid_until, page.unit_name as "unitName",
      r.title as "reportsToTitle", coalesce(s.holders, '[]'::json) as holders, page.total
    from page join position o on o.tenant_id = ${tenant} and o.id = page.position_id
    left join position_version r on r.tenant_id = ${tenant} and r.position_id = page.reports_to_id and ${validOn('r', on)}
    left join seated s on s.position_id = page.position_id
    order by page.sort_order, page.unit_id, page.is_lead desc, page.position_id`.execute(ctx.db)
  if (rows.length === 0 && offset > 0) {
    const { total } = await positionsOn(ctx, on, { unitIds, ids, text, limit: 1, offset: 0 })
    return { total, rows: [] }
  }
  return { total: rows[0]?.total ?? 0, rows: rows.map(positionOf) }
}

const holderOf = sql`json_build_object('assignmentId', a.id, 'personId', p.id, 'number', p.number, 'name', p.name,
  'latinName', p.latin_name, 'kind', a.kind, 'sharePermille', a.share_permille, 'from', a.valid_from, 'until', a.valid_until)`

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
      (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', ${nameIn(ctx)}) order by a.kind <> 'main', p.number), '[]')
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

type PositionRow = VersionRow & {
  id: string
  code: string
  unitName: unknown
  reportsToTitle: unknown
  holders: Holder[]
}

function positionOf(row: PositionRow): Position {
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
