import { sql } from 'kysely'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { Month } from '../../rules/pay-day.ts'
import type { PersonMonth, RunKind, StoredInput, Term } from '../../rules/person-month.ts'

export type Someone = Pick<
  PersonMonth,
  'personId' | 'number' | 'name' | 'unitId' | 'positionId' | 'hiredOn' | 'leftOn' | 'birthDay' | 'hasIdNumber'
>

/** People with their files and their main seat on the last day of a month. */
export async function someones(ctx: Context, personIds: readonly string[], month: Month): Promise<Someone[]> {
  const { rows } = await sql<Someone>`
    select p.id as "personId", p.number, ${nameIn(ctx)} as name, v.unit_id as "unitId", a.position_id as "positionId",
      f.hired_on as "hiredOn", f.left_on as "leftOn", f.birth_day as "birthDay", coalesce(f.id_number, '') <> '' as "hasIdNumber"
    from person p
    left join personnel_file f on f.tenant_id = p.tenant_id and f.person_id = p.id
    left join assignment a on a.tenant_id = p.tenant_id and a.person_id = p.id and a.kind = 'main' and ${validOn('a', month.last)}
    left join position_version v on v.tenant_id = p.tenant_id and v.position_id = a.position_id and ${validOn('v', month.last)}
    where p.tenant_id = ${ctx.tenantId} and p.id = any(${[...personIds]}::uuid[])`.execute(ctx.db)
  return rows
}

type Owned<T> = T & { readonly personId: string }

/** Terms of people on any day before the end of a month, the oldest first. */
export async function termsOf(ctx: Context, personIds: readonly string[], { until }: Month): Promise<Owned<Term>[]> {
  const { rows } = await sql<Owned<Term>>`
    select t.person_id as "personId", t.id, t.group_id as "groupId", t.wage_fen as "wageFen", t.amounts, t.city, t.bases, t.rates,
      t.excepted, t.standing, t.valid_from as "validFrom", t.valid_until as "validUntil"
    from pay_term t where t.tenant_id = ${ctx.tenantId} and t.person_id = any(${[...personIds]}::uuid[]) and t.valid_from < ${until}
    order by t.person_id, t.valid_from`.execute(ctx.db)
  return rows
}

export async function inputsOf(
  ctx: Context,
  personIds: readonly string[],
  { period, kind, runId }: { period: string; kind: RunKind; runId: string | null },
): Promise<Owned<StoredInput>[]> {
  const { rows } = await sql<Owned<StoredInput>>`
    select i.person_id as "personId", i.name, i.value, i.source, i.label, i.path from pay_input i
    where i.tenant_id = ${ctx.tenantId} and i.person_id = any(${[...personIds]}::uuid[]) and i.period = ${period} and i.run_kind = ${kind}
      and (${runId}::uuid is null or i.used_by_run_id is null or i.used_by_run_id = ${runId})
    order by i.person_id, i.name, i.created_at, i.id`.execute(ctx.db)
  return rows
}

export type YearState = Owned<{
  readonly state: Record<string, unknown>
  readonly period: string | null
  readonly slipId: string | null
}>

/** The year to date after the last published payment of an employer in a tax year; else the opening balance. */
export async function yearsOf(
  ctx: Context,
  personIds: readonly string[],
  { employerUnitId, year, runId }: { employerUnitId: string; year: number; runId: string },
): Promise<YearState[]> {
  const { rows } = await sql<YearState>`
    select distinct on (x."personId") * from (
      select s.person_id as "personId", s.year_after as state, s.period, s.id as "slipId", s.paid_on::text as at, r.published_at as told
      from pay_slip s join pay_run r on r.tenant_id = s.tenant_id and r.id = s.run_id
        join pay_group g on g.tenant_id = r.tenant_id and g.id = r.group_id
      where s.tenant_id = ${ctx.tenantId} and s.person_id = any(${[...personIds]}::uuid[]) and s.state = 'published'
        and s.paid_on >= make_date(${year}, 1, 1) and s.paid_on < make_date(${year + 1}, 1, 1) and s.run_id <> ${runId}
        and g.employer_unit_id = ${employerUnitId} and s.year_after is not null
      union all
      select o.person_id, o.state, null, null, '', null from pay_opening o
      where o.tenant_id = ${ctx.tenantId} and o.person_id = any(${[...personIds]}::uuid[]) and o.year = ${year}
        and o.employer_unit_id = ${employerUnitId}
    ) x order by x."personId", x.at desc, x.told desc nulls last`.execute(ctx.db)
  return rows
}

/** What earlier slips could not take and nobody has recovered yet. */
export async function receivablesOf(ctx: Context, personIds: readonly string[]): Promise<Owned<{ fen: number }>[]> {
  const { rows } = await sql<Owned<{ fen: number }>>`
    select person_id as "personId", sum(fen - recovered_fen)::bigint as fen from pay_receivable
    where tenant_id = ${ctx.tenantId} and person_id = any(${[...personIds]}::uuid[]) and recovered_fen < fen
    group by person_id`.execute(ctx.db)
  return rows
}

export async function holdsOf(
  ctx: Context,
  personIds: readonly string[],
  period: string,
): Promise<Owned<{ reason: string }>[]> {
  const { rows } = await sql<Owned<{ reason: string }>>`
    select distinct on (person_id) person_id as "personId", reason from pay_hold
    where tenant_id = ${ctx.tenantId} and person_id = any(${[...personIds]}::uuid[]) and released_at is null and from_period <= ${period}
    order by person_id, created_at`.execute(ctx.db)
  return rows
}

export type LastPay = Owned<NonNullable<PersonMonth['last']>>

/** What people got from the regular run this one is held against. */
export async function lastPays(ctx: Context, personIds: readonly string[], runId: string): Promise<LastPay[]> {
  const { rows } = await sql<LastPay>`
    select person_id as "personId", period, gross_fen as "grossFen", net_fen as "netFen", inputs from pay_slip
    where tenant_id = ${ctx.tenantId} and run_id = ${runId} and person_id = any(${[...personIds]}::uuid[])
      and state = 'published'`.execute(ctx.db)
  return rows
}

/** Who of a non-regular run is paid the whole month late, because it was held. */
export async function heldBefore(
  ctx: Context,
  personIds: readonly string[],
  { groupId, period }: { groupId: string; period: string },
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select s.person_id as "personId" from pay_slip s join pay_run r on r.tenant_id = s.tenant_id and r.id = s.run_id
    where s.tenant_id = ${ctx.tenantId} and s.person_id = any(${[...personIds]}::uuid[]) and s.state = 'held' and r.state = 'published'
      and r.kind = 'regular' and r.group_id = ${groupId} and r.period = ${period}`.execute(ctx.db)
  return rows.map(({ personId }) => personId)
}
