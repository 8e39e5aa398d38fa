import { sql } from 'kysely'
import type { Context } from '#kernel/context'

export type Settled = {
  readonly id: string
  readonly personId: string
  readonly dueAt: Date
  readonly was: string
  readonly status: 'open' | 'done' | 'cancelled'
}

/**
 * Reckons tasks anew from their hand-ins and what counted by itself. Tasks of one group are one piece of work: their amounts add up,
 * who did most is named as who did it, and the others close. What somebody called off stays so. Mandatory subtasks that are
 * not ticked keep work open. Returns those whose state changed.
 */
export async function settleWork(ctx: Context, taskIds: readonly string[]): Promise<Settled[]> {
  if (taskIds.length === 0) return []
  const { rows } = await sql<Settled>`
    with wanted as (
      select distinct coalesce(group_key, id::text) as work from task where tenant_id = ${ctx.tenantId} and id = any(${[...taskIds]}::uuid[])),
    piece as (
      select t.id, w.work, t.person_id, t.status, t.due_at, t.quantity_due,
        (select count(*) from task_entry e where e.tenant_id = t.tenant_id and e.task_id = t.id and e.taken_back_at is null)
          + coalesce((select sum(c.count) from task_count c where c.tenant_id = t.tenant_id and c.task_id = t.id), 0) as amount,
        exists (select from subtask s where s.tenant_id = t.tenant_id and s.task_id = t.id and s.is_mandatory and s.done_at is null) as waits
      from wanted w join task t on t.tenant_id = ${ctx.tenantId}
        and (t.group_key = w.work or (t.group_key is null and t.id::text = w.work))
      where t.status <> 'cancelled' or t.done_by_id is not null),
    whole as (
      select work, sum(amount)::int as amount, (array_agg(id order by amount desc, id))[1] as doer_id,
        (array_agg(person_id order by amount desc, id))[1] as person_id, (array_agg(waits order by amount desc, id))[1] as waits
      from piece group by work),
    next as (
      select p.id, p.person_id, p.due_at, p.status as was, w.amount, w.person_id as doer,
        case when w.amount < p.quantity_due or w.waits then 'open' when p.id = w.doer_id then 'done' else 'cancelled' end as status
      from piece p join whole w using (work))
    update task t set quantity_done = n.amount, status = n.status, version = t.version + 1,
      done_at = case when n.status = 'done' then coalesce(t.done_at, ${ctx.now}) end,
      done_by_id = case when n.status = 'cancelled' then n.doer end
    from next n where t.tenant_id = ${ctx.tenantId} and t.id = n.id
      and (t.quantity_done <> n.amount or t.status <> n.status)
    returning t.id, t.person_id as "personId", t.due_at as "dueAt", n.was, t.status`.execute(ctx.db)
  return rows.filter((row) => row.was !== row.status)
}

/** One task of each group made now of which another is done already: who came later has nothing to do. */
export async function groupsDone(ctx: Context): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct on (t.group_key) t.id from task t
    where t.tenant_id = ${ctx.tenantId} and t.group_key is not null and t.status = 'open' and t.created_at = ${ctx.now}
      and exists (select from task o where o.tenant_id = t.tenant_id and o.group_key = t.group_key and o.status = 'done')
    order by t.group_key`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** True for one that is done together with others, or counts by itself: its state follows from more than its own hand-ins. */
export async function isSettledTogether(ctx: Context, taskId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('task')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', taskId)
    .where((eb) => eb.or([eb('group_key', 'is not', null), eb('counts_kind', 'is not', null)]))
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}
