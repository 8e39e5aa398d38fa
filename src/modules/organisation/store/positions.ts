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
  readonly unitId?: string | undefined
  /** With `unitId`: also the positions of the units below. */
  readonly below?: boolean | undefined
  readonly ids?: readonly string[] | undefined
  readonly text?: string | undefined
  readonly limit: number
  readonly offset: number
}

/**
 * The positions of a day with who sits on them, unit by unit, the leading one first. Which ones the page shows is found
 * first; only they are joined with the rest, and who sits there is asked for apart: rows are made faster than JSON.
 */
export async function positionsOn(
  ctx: Context,
  on: Day,
  { unitId, below = false, ids, text, limit, offset }: PositionFilter,
): Promise<{ total: number; rows: Position[] }> {
  const tenant = sql`${ctx.tenantId}::uuid`
  const units = unitId ? unitsFrom(ctx, on, unitId, below) : sql``
  const versions = unitId
    ? sql`unit u cross join lateral (select v.* from position_version v
        where v.tenant_id = ${tenant} and v.unit_id = u.unit_id and ${validOn('v', on)} offset 0) v`
    : sql`position_version v
      join unit_version u on u.tenant_id = ${tenant} and u.unit_id = v.unit_id and ${validOn('u', on)}`
  const among = ids ? sql`and v.position_id = any(${[...ids]}::uuid[])` : sql``
  const called = text
    ? sql`and (${contains(['v.title::text'], text)} or exists (select from position o where o.tenant_id = ${tenant}
        and o.id = v.position_id and ${contains(['o.code'], text)}))`
    : sql``
  const { rows } = await sql<PositionRow & { total: number }>`
    with recursive ${units} found as materialized (
      select v.*, u.name as unit_name, u.sort_order from ${versions}
      where v.tenant_id = ${tenant} and ${validOn('v', on)} and ${ctx.visible('organisation.read', { unit: 'v.unit_id' })}
        ${among} ${called}
    ), page as materialized (
      select *, (select count(*)::int from found) as total from found
      order by sort_order, unit_id, is_lead desc, position_id limit ${limit} offset ${offset}
    )
    select o.id, o.code, page.id as "versionId", page.unit_id, page.title, page.headcount, page.reports_to_id, page.is_lead,
      page.job_family_id, page.grade_id, page.valid_from, page.valid_until, page.unit_name as "unitName", page.total
    from page join position o on o.tenant_id = ${tenant} and o.id = page.position_id
    order by page.sort_order, page.unit_id, page.is_lead desc, page.position_id`.execute(ctx.db)
  if (rows.length === 0 && offset > 0) {
    const { total } = await positionsOn(ctx, on, { unitId, below, ids, text, limit: 1, offset: 0 })
    return { total, rows: [] }
  }
  const [seated, titles] = await Promise.all([
    holdersOn(ctx, on, rows),
    titlesOn(ctx, on, new Set(rows.flatMap((row) => row.reports_to_id ?? []))),
  ])
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      ...positionOf(row),
      reportsToTitle: titles.get(row.reports_to_id ?? '') ?? null,
      holders: seated.get(row.id) ?? [],
    })),
  }
}

/**
 * A unit, and all below it, named `unit` for the statement. Looked up one by one (`offset 0`): a plan made once for
 * units of any size would rather read every unit there is, level by level.
 */
function unitsFrom(ctx: Context, on: Day, unitId: string, below: boolean) {
  const tenant = sql`${ctx.tenantId}::uuid`
  const deeper = sql`union
      select v.* from unit above cross join lateral (select v.unit_id, v.name, v.sort_order from unit_version v
        where v.tenant_id = ${tenant} and v.parent_id = above.unit_id and ${validOn('v', on)} offset 0) v`
  return sql`unit as (
      select v.unit_id, v.name, v.sort_order from unit_version v
      where v.tenant_id = ${tenant} and v.unit_id = ${unitId} and ${validOn('v', on)}
      ${below ? deeper : sql``}
    ),`
}

/** Who sits on these positions on a day, those whose main seat it is first; no entry for an empty one. */
async function holdersOn(ctx: Context, on: Day, positions: readonly { id: string }[]): Promise<Map<string, Holder[]>> {
  const { rows } = await sql<Holder & { positionId: string }>`
    select a.position_id as "positionId", a.id as "assignmentId", p.id as "personId", p.number, p.name,
      p.latin_name as "latinName", a.kind, a.share_permille as "sharePermille", a.valid_from as "from", a.valid_until as "until"
    from unnest(${positions.map(({ id }) => id)}::uuid[]) asked (position_id)
    join assignment a on a.tenant_id = ${ctx.tenantId}::uuid and a.position_id = asked.position_id and ${validOn('a', on)}
    join person p on p.tenant_id = ${ctx.tenantId}::uuid and p.id = a.person_id
    order by a.kind <> 'main', p.number`.execute(ctx.db)
  return Map.groupBy(rows, (row) => row.positionId)
}

async function titlesOn(ctx: Context, on: Day, positionIds: ReadonlySet<string>): Promise<Map<string, LocalText>> {
  if (positionIds.size === 0) return new Map()
  const { rows } = await sql<{ id: string; title: LocalText }>`
    select v.position_id as id, v.title from unnest(${[...positionIds]}::uuid[]) asked (position_id)
    join position_version v on v.tenant_id = ${ctx.tenantId}::uuid and v.position_id = asked.position_id and ${validOn('v', on)}`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, title }) => [id, title]))
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
}

function positionOf(row: PositionRow): Omit<Position, 'reportsToTitle' | 'holders'> {
  return { id: row.id, code: row.code, ...versionOf(row), unitName: row.unitName as LocalText }
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
