import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { Use } from '#contract/responsibilities'

/** The tasks that each duty of a responsibility has made, open and done, under the latest name of the duty. */
export async function tasksByDuty(ctx: Context, responsibilityId: string): Promise<Use[]> {
  const { rows } = await sql<{ name: LocalText; open: number; done: number }>`
    select (array_agg(d.name order by v.valid_from desc))[1] as name,
      sum(made.open)::int as open, sum(made.done)::int as done
    from (select t.duty_id, count(*) filter (where t.status = 'open') as open, count(*) filter (where t.status = 'done') as done
      from task t where t.tenant_id = ${ctx.tenantId} and t.responsibility_id = ${responsibilityId} and t.duty_id is not null
        and ${ctx.visible('tasks.read', { person: 't.person_id', unit: 't.unit_id' })}
      group by t.duty_id) made
    join responsibility_duty d on d.tenant_id = ${ctx.tenantId} and d.id = made.duty_id
    join responsibility_version v on v.tenant_id = d.tenant_id and v.id = d.version_id
    group by d.key order by 2 desc, 3 desc`.execute(ctx.db)
  return rows.flatMap(({ name, open, done }) => [
    { kind: 'tasks.open', name, count: open, path: null },
    { kind: 'tasks.done', name, count: done, path: null },
  ])
}
