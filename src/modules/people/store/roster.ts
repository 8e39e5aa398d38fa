import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { countPeople, homeUnit, personMatches, seatedIn, visiblePeople } from '#modules/organisation'
import { employments, type RosterRow } from '../contract.ts'

export type RosterFilter = {
  readonly permission: 'people.read' | 'people.export'
  readonly text?: string | undefined
  readonly unitIds?: readonly string[] | undefined
  readonly positionId?: string | undefined
  readonly kinds?: readonly string[] | undefined
  readonly employment?: readonly string[] | undefined
  readonly sort: 'name' | 'number' | 'hiredOn'
  readonly order: 'up' | 'down'
  readonly limit: number
  readonly offset: number
}

/**
 * People with their main seat of a day and their file. Whom the page shows is found first, from the fewest tables;
 * only they are joined with the rest.
 */
export async function rosterOn(
  ctx: Context,
  on: Day,
  filter: RosterFilter,
): Promise<{ total: number; rows: RosterRow[] }> {
  const conditions = conditionsOf(ctx, on, filter)
  const leftOut = leftOutBy(filter.employment)
  const order = orderOf(filter)
  const isFiltered = conditions.length > 0
  const byFile = filter.sort === 'hiredOn'
  const people = sql`select ${columns} ${byFile ? sql`, f.hired_on` : sql``} from person p
    ${byFile ? sql`left join personnel_file f on f.tenant_id = p.tenant_id and f.person_id = p.id` : sql``}
    where ${sql.join([sql`p.tenant_id = ${ctx.tenantId}`, ...conditions, ...notEmployedAs(ctx, leftOut)], sql` and `)}`
  const page = sql`order by ${order} limit ${filter.limit} offset ${filter.offset}`
  // with a filter the people are looked for once, for the count and the page; without, an index knows their order
  const found = isFiltered
    ? sql`hits as materialized (${people}), counted as (select count(*)::int as total from hits),
        page as (select p.* from hits p ${page})`
    : sql`counted as (select ${await countPeople(ctx)}::int - (select count(*)::int from personnel_file e
          where e.tenant_id = ${ctx.tenantId} and e.employment = any(${[...leftOut]})) as total),
        page as (select p.* from (${people}) p ${page})`
  const { rows } = await sql<{ total: number; row: RosterRow | null }>`
    with ${found}
    select counted.total, shown.row from counted left join lateral (
      select json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'latinName', p.latin_name,
        'homeUnitId', ${homeUnit(ctx, on)}, 'unitId', v.unit_id, 'unitName', u.name, 'positionId', v.position_id,
        'positionTitle', v.title, 'employment', coalesce(f.employment, 'regular'), 'hiredOn', f.hired_on,
        'mobile', p.mobile, 'email', p.email) as row, row_number() over (order by ${order}) as place
      from page p
      left join personnel_file f on f.tenant_id = ${ctx.tenantId} and f.person_id = p.id
      left join assignment a on a.tenant_id = ${ctx.tenantId} and a.person_id = p.id and a.kind = 'main' and ${validOn('a', on)}
      left join position_version v on v.tenant_id = ${ctx.tenantId} and v.position_id = a.position_id and ${validOn('v', on)}
      left join unit_version u on u.tenant_id = ${ctx.tenantId} and u.unit_id = v.unit_id and ${validOn('u', on)}
    ) shown on true order by shown.place`.execute(ctx.db)
  return { total: rows[0]?.total ?? 0, rows: rows.flatMap(({ row }) => row ?? []) }
}

const columns = sql`p.id, p.number, p.name, p.latin_name, p.pinyin, p.mobile, p.email`

/** By pinyin, number or day of hiring; ties by number, so that pages never overlap. */
function orderOf({ sort, order }: RosterFilter): RawBuilder<unknown> {
  const way = sql.raw(order === 'up' ? 'asc' : 'desc')
  if (sort === 'number') return sql`p.number ${way}, p.id ${way}`
  if (sort === 'name') return sql`p.pinyin collate "C" ${way}, p.number ${way}, p.id ${way}`
  return sql`p.hired_on ${way} nulls last, p.number, p.id`
}

function conditionsOf(
  ctx: Context,
  on: Day,
  { permission, text, unitIds, positionId, kinds, employment }: RosterFilter,
): (RawBuilder<SqlBool> | Expression<SqlBool>)[] {
  const sees = ctx.actor.kind === 'system' || ctx.actor.reaches.get(permission)?.all === true
  return [
    ...(sees ? [] : [visiblePeople(ctx, permission)]),
    ...(unitIds || positionId || kinds ? [seatedIn(ctx, on, { unitIds, positionId, kinds })] : []),
    ...(employment && !employment.includes('regular') ? [employedAs(ctx, employment)] : []),
    ...(text ? [personMatches(ctx, text)] : []),
  ]
}

function employedAs(ctx: Context, employment: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`p.id in (select e.person_id from personnel_file e where e.tenant_id = ${ctx.tenantId}
    and e.employment = any(${[...employment]}))`
}

/**
 * With regular employees among those asked for, it is shorter to say who is not: most people are, and who has no file
 * yet is one of them.
 */
function leftOutBy(employment: readonly string[] | undefined): readonly string[] {
  return employment?.includes('regular') ? employments.filter((kind) => !employment.includes(kind)) : []
}

function notEmployedAs(ctx: Context, leftOut: readonly string[]): RawBuilder<SqlBool>[] {
  if (leftOut.length === 0) return []
  return [
    sql<SqlBool>`not exists (select from personnel_file e where e.tenant_id = ${ctx.tenantId} and e.person_id = p.id
      and e.employment = any(${[...leftOut]}))`,
  ]
}
