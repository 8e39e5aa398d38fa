import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import { nameIn, personMatches } from '#modules/organisation'
import { validOn } from '#kernel/as-of'
import type { Opening, OpeningState } from '../../contract/openings.ts'
import { visiblePay } from './inputs.ts'

export type OpeningFilter = {
  readonly year: number
  readonly text?: string | undefined
  readonly personId?: string
  readonly employerUnitId?: string
  readonly limit: number
  readonly offset: number
}

/** Opening balances; one that a published slip of its year and employer stands on is used. */
export async function openingRows(ctx: Context, filter: OpeningFilter): Promise<{ total: number; rows: Opening[] }> {
  const parts = [
    sql`o.tenant_id = ${ctx.tenantId} and o.year = ${filter.year} and ${visiblePay(ctx)}`,
    ...(filter.text ? [sql`${personMatches(ctx, filter.text)}`] : []),
    ...(filter.personId ? [sql`o.person_id = ${filter.personId}`] : []),
    ...(filter.employerUnitId ? [sql`o.employer_unit_id = ${filter.employerUnitId}`] : []),
  ]
  const { rows } = await sql<Opening & { total: number }>`
    select o.id, o.person_id as "personId", ${nameIn(ctx)} as "personName", p.number as "personNumber",
      o.employer_unit_id as "employerUnitId", coalesce(u.name, '{}') as "employerName", o.year, o.state, o.source, o.version,
      exists (${paidIn}) as "isUsed", count(*) over ()::int as total
    from pay_opening o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
      left join unit_version u on u.tenant_id = o.tenant_id and u.unit_id = o.employer_unit_id and ${validOn('u', ctx.today)}
    where ${sql.join(parts, sql` and `)} order by p.number, o.id limit ${filter.limit} offset ${filter.offset}`.execute(
    ctx.db,
  )
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) }
}

const paidIn = sql`select 1 from pay_slip s join pay_run r on r.tenant_id = s.tenant_id and r.id = s.run_id
  join pay_group g on g.tenant_id = r.tenant_id and g.id = r.group_id
  where s.tenant_id = o.tenant_id and s.person_id = o.person_id and s.state = 'published'
    and g.employer_unit_id = o.employer_unit_id and extract(year from s.paid_on) = o.year`

/** People of an employer and year of whom a slip is published: their balance stays. */
export async function paidPeople(
  ctx: Context,
  personIds: readonly string[],
  { employerUnitId, year }: { employerUnitId: string; year: number },
): Promise<Set<string>> {
  const { rows } = await sql<{ personId: string }>`select distinct o.person_id as "personId"
    from (select ${ctx.tenantId}::uuid as tenant_id, unnest(${[...personIds]}::uuid[]) as person_id, ${employerUnitId}::uuid as employer_unit_id,
      ${year}::int as year) o where exists (${paidIn})`.execute(ctx.db)
  return new Set(rows.map(({ personId }) => personId))
}

export type NewOpening = {
  readonly personId: string
  readonly employerUnitId: string
  readonly year: number
  readonly state: OpeningState
  readonly source: 'typed' | 'file'
}

export async function writeOpenings(
  ctx: Context,
  all: readonly NewOpening[],
): Promise<{ id: string; version: number }[]> {
  const rows = all.map((one) => ({ ...one, id: ctx.newId(), state: { version: 1, year: one.year, ...one.state } }))
  const written = await sql<{ id: string; version: number }>`
    insert into pay_opening (tenant_id, id, person_id, employer_unit_id, year, state, source, created_at)
    select ${ctx.tenantId}, x.id, x."personId", x."employerUnitId", x.year, x.state, x.source, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) x (id uuid, "personId" uuid, "employerUnitId" uuid, year int, state jsonb, source text)
    on conflict (tenant_id, person_id, employer_unit_id, year) do update set state = excluded.state, source = excluded.source,
      created_at = excluded.created_at, version = pay_opening.version + 1
    returning id, version`.execute(ctx.db)
  return written.rows
}

/** Companies that pay people: the employers of pay groups, with their codes. */
export async function employers(ctx: Context): Promise<{ id: string; code: string }[]> {
  const { rows } = await sql<{ id: string; code: string }>`
    select distinct u.id, u.code from pay_group g join unit u on u.tenant_id = g.tenant_id and u.id = g.employer_unit_id
    where g.tenant_id = ${ctx.tenantId}`.execute(ctx.db)
  return rows
}
