import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { CountAsk, Counted, FactFound } from '#modules/tasks'

/**
 * How many facts count for tasks by themselves, by their source: those taken back are not counted, nor what was handed in for the
 * task itself. All tasks in one statement.
 */
export async function countForTasks(ctx: Context, asks: readonly CountAsk[]): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select n."taskId", f.source, sum(case when f.reverses_id is null then 1 else -1 end)::int as count
    from json_to_recordset(${JSON.stringify(asks)}::json) as n("taskId" uuid, kind text, "where" jsonb, "personIds" jsonb, "subjectId" uuid,
      "from" date, "until" date)
    cross join lateral jsonb_array_elements_text(n."personIds") as p(id)
    join fact o on o.tenant_id = ${ctx.tenantId} and o.person_id = p.id::uuid and o.day >= n."from" and o.day < n."until"
      and o.kind = n.kind and (n."subjectId" is null or o.subject_id = n."subjectId")
    left join fact r on r.tenant_id = o.tenant_id and r.id = o.reverses_id
    cross join lateral (select coalesce(r.source, o.source) as source, coalesce(r.source_key, o.source_key) as key, o.reverses_id) f
    where not exists (select from jsonb_array_elements(n."where") as w
        where (coalesce(w -> 'is' ? (o.dimensions ->> (w ->> 'dimension')), false)) = coalesce((w ->> 'not')::boolean, false))
      and not (f.source = 'tasks' and exists (select from task_entry e where e.tenant_id = o.tenant_id and e.task_id = n."taskId"
        and e.id::text = left(f.key, 36)))
    group by n."taskId", f.source having sum(case when f.reverses_id is null then 1 else -1 end) > 0
    order by 1, 2`.execute(ctx.db)
  return rows
}

/** Facts with what decides whether they ask for work. */
export async function factsById(ctx: Context, ids: readonly string[]): Promise<FactFound[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('fact as f')
    .where('f.tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('f.id', '=', eb.fn.any(eb.val([...ids]))))
    .select(['f.id', 'f.kind', 'f.happened_at as happenedAt', 'f.person_id as personId', 'f.unit_id as unitId'])
    .select(['f.subject_id as subjectId', 'f.dimensions', 'f.reverses_id as reversesId'])
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({ ...row, dimensions: row.dimensions as FactFound['dimensions'] }))
}
