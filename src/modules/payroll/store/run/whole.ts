import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Month } from '../../rules/pay-day.ts'
import type { StoredRun } from './runs.ts'

/** Who is employed by a run's company in a month and has no terms on any day of it; contractors are paid elsewhere. */
export async function withoutTerms(
  ctx: Context,
  run: StoredRun,
  { from, last, until }: Month,
): Promise<{ personId: string; hiredOn: Day | null }[]> {
  const { rows } = await sql<{ personId: string; hiredOn: Day | null }>`
    with recursive company (unit_id) as (
      select ${run.employerUnitId}::uuid
      union
      select v.unit_id from company join unit_version v on v.tenant_id = ${ctx.tenantId} and v.parent_id = company.unit_id
        and ${validOn('v', last)} and v.kind <> 'company'
    )
    select p.id as "personId", f.hired_on as "hiredOn" from person p
      join personnel_file f on f.tenant_id = p.tenant_id and f.person_id = p.id
      join assignment a on a.tenant_id = p.tenant_id and a.person_id = p.id and a.kind = 'main' and ${validOn('a', last)}
      join position_version v on v.tenant_id = p.tenant_id and v.position_id = a.position_id and ${validOn('v', last)}
    where p.tenant_id = ${ctx.tenantId} and f.employment not in ('left', 'contractor')
      and (f.hired_on is null or f.hired_on < ${until}) and (f.left_on is null or f.left_on > ${from})
      and (f.employer_unit_id = ${run.employerUnitId}
        or (f.employer_unit_id is null and v.unit_id in (select unit_id from company)))
      and not exists (select 1 from pay_term t where t.tenant_id = p.tenant_id and t.person_id = p.id and t.valid_from < ${until}
        and (t.valid_until is null or t.valid_until > ${from}))
    order by p.number`.execute(ctx.db)
  return rows
}

/** Who left before a month began and whose terms of the group still hold in it. */
export async function leaversWithTerms(
  ctx: Context,
  run: StoredRun,
  { from, until }: Month,
): Promise<{ personId: string; leftOn: Day }[]> {
  const { rows } = await sql<{ personId: string; leftOn: Day }>`
    select distinct t.person_id as "personId", f.left_on as "leftOn" from pay_term t
      join personnel_file f on f.tenant_id = t.tenant_id and f.person_id = t.person_id and f.left_on <= ${from}
    where t.tenant_id = ${ctx.tenantId} and t.group_id = ${run.groupId} and t.valid_from < ${until}
      and (t.valid_until is null or t.valid_until > ${from})`.execute(ctx.db)
  return rows
}

export async function peopleInRun(ctx: Context, runId: string): Promise<{ personId: string; name: string }[]> {
  return ctx.db
    .selectFrom('pay_slip as s')
    .innerJoin('person as p', (join) => join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.person_id'))
    .select(['s.person_id as personId', 'p.name'])
    .where('s.tenant_id', '=', ctx.tenantId)
    .where('s.run_id', '=', runId)
    .execute()
}

/**
 * People of a run of whom something changed after they were computed: terms, inputs, an opening balance, a hold, or
 * another payment of the employer. What they would be paid is no longer what holds.
 */
export async function stalePeople(ctx: Context, run: StoredRun): Promise<{ count: number; names: string }> {
  const of = (table: string) =>
    sql`${sql.ref(`${table}.tenant_id`)} = s.tenant_id and ${sql.ref(`${table}.person_id`)} = s.person_id`
  const { rows } = await sql<{ count: number; names: string }>`
    select count(*)::int as count, coalesce(string_agg(p.name, ', ') filter (where x.at <= 5), '') as names from (
      select s.person_id, row_number() over (order by s.person_id) as at from pay_slip s
      where s.tenant_id = ${ctx.tenantId} and s.run_id = ${run.id} and s.state <> 'published' and (
        exists (select 1 from pay_input i where ${of('i')} and i.period = ${run.period} and i.run_kind = ${run.kind}
          and i.used_by_run_id is null and i.created_at > s.computed_at)
        or exists (select 1 from pay_term t where ${of('t')} and t.group_id = ${run.groupId} and t.changed_at > s.computed_at
          and t.valid_from < (${run.period} || '-01')::date + interval '1 month'
          and (t.valid_until is null or t.valid_until > (${run.period} || '-01')::date))
        or exists (select 1 from pay_opening o where ${of('o')} and o.created_at > s.computed_at
          and o.year = extract(year from s.paid_on) and o.employer_unit_id = ${run.employerUnitId})
        or exists (select 1 from pay_hold h where ${of('h')} and h.from_period <= ${run.period}
          and (h.released_at > s.computed_at or (h.released_at is null and h.created_at > s.computed_at)))
        or exists (select 1 from pay_slip o join pay_run r on r.tenant_id = o.tenant_id and r.id = o.run_id
            join pay_group g on g.tenant_id = r.tenant_id and g.id = r.group_id
          where ${of('o')} and o.state = 'published' and o.published_at > s.computed_at and g.employer_unit_id = ${run.employerUnitId})
      )) x join person p on p.tenant_id = ${ctx.tenantId} and p.id = x.person_id`.execute(ctx.db)
  return rows[0] ?? { count: 0, names: '' }
}
