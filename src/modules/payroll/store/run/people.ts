import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { Month } from '../../rules/pay-day.ts'
import type { StoredRun } from './runs.ts'

/**
 * Who is paid by a run, in the order of their ids. Regular: who has terms of the group in the period and was not gone
 * before it, or has an input of it. Other kinds: who has an input for that kind, and whose pay was held and is released.
 */
export async function peopleOf(
  ctx: Context,
  run: StoredRun,
  month: Month,
  page: { readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  const after = page.after ? sql`and x.person_id > ${page.after}` : sql``
  const { rows } = await sql<{
    personId: string
  }>`select x.person_id as "personId" from (${population(ctx, run, month)}) x
    where true ${after} order by x.person_id limit ${page.limit}`.execute(ctx.db)
  return rows.map(({ personId }) => personId)
}

export async function countPeopleOf(ctx: Context, run: StoredRun, month: Month): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (${population(ctx, run, month)}) x`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

function population(ctx: Context, run: StoredRun, { from, until }: Month) {
  const inGroup = sql`t.tenant_id = ${ctx.tenantId} and t.group_id = ${run.groupId} and t.valid_from < ${until}`
  if (run.kind === 'regular')
    return sql`select distinct t.person_id from pay_term t
      left join personnel_file f on f.tenant_id = t.tenant_id and f.person_id = t.person_id
      where ${inGroup} and (t.valid_until is null or t.valid_until > ${from})
        and (f.left_on is null or f.left_on > ${from} or exists (${openInput(ctx, run)}))
        and not exists (${soonerIn(ctx, run, until)})`
  const released = sql`exists (select 1 from pay_slip s join pay_run o on o.tenant_id = s.tenant_id and o.id = s.run_id
      where s.tenant_id = t.tenant_id and s.person_id = t.person_id and s.state = 'held' and o.state = 'published' and o.kind = 'regular'
        and o.group_id = ${run.groupId} and o.period = ${run.period})
    and not exists (select 1 from pay_hold h where h.tenant_id = t.tenant_id and h.person_id = t.person_id and h.released_at is null
      and h.from_period <= ${run.period})
    and not exists (select 1 from pay_slip s join pay_run o on o.tenant_id = s.tenant_id and o.id = s.run_id
      where s.tenant_id = t.tenant_id and s.person_id = t.person_id and s.state = 'published' and not s.is_once
        and o.group_id = ${run.groupId} and o.period = ${run.period})`
  return sql`select distinct t.person_id from pay_term t where ${inGroup} and (exists (${openInput(ctx, run)}) or (${released}))`
}

function openInput(ctx: Context, run: StoredRun) {
  return sql`select 1 from pay_input i where i.tenant_id = ${ctx.tenantId} and i.person_id = t.person_id and i.period = ${run.period}
    and i.run_kind = ${run.kind} and (i.used_by_run_id is null or i.used_by_run_id = ${run.id})`
}

/** Whoever changed groups within the period is paid whole by the group of their last terms in it. */
function soonerIn(ctx: Context, run: StoredRun, until: string) {
  return sql`select 1 from pay_term l where l.tenant_id = ${ctx.tenantId} and l.person_id = t.person_id
    and l.group_id <> ${run.groupId} and l.valid_from > t.valid_from and l.valid_from < ${until}`
}
