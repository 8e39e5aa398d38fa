import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { TaskDetail } from '../contract.ts'

export type DutyParts = Pick<TaskDetail, 'countedBy' | 'forPersonName' | 'doneByName' | 'lateAt'>

/** What a duty gave its task: what was done by itself, in whose stead it is done, and who of the group did it. */
export async function dutyParts(ctx: Context, taskId: string): Promise<DutyParts> {
  const row = await ctx.db
    .selectFrom('task as t')
    .leftJoin('person as o', (join) =>
      join.onRef('o.tenant_id', '=', 't.tenant_id').onRef('o.id', '=', 't.for_person_id'),
    )
    .leftJoin('person as b', (join) => join.onRef('b.tenant_id', '=', 't.tenant_id').onRef('b.id', '=', 't.done_by_id'))
    .where('t.tenant_id', '=', ctx.tenantId)
    .where('t.id', '=', taskId)
    .select(['t.late_at', 'o.name as for_name', 'b.name as by_name'])
    .select(
      sql<
        TaskDetail['countedBy']
      >`coalesce((select jsonb_agg(jsonb_build_object('source', c.source, 'count', c.count) order by c.source)
        from task_count c where c.tenant_id = t.tenant_id and c.task_id = t.id), '[]')`.as('counted'),
    )
    .executeTakeFirstOrThrow()
  return {
    lateAt: row.late_at.toISOString(),
    forPersonName: row.for_name,
    doneByName: row.by_name,
    countedBy: row.counted,
  }
}

/** How many mandatory subtasks are not ticked yet. */
export async function mandatoryOpen(ctx: Context, taskId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('subtask')
    .where('tenant_id', '=', ctx.tenantId)
    .where('task_id', '=', taskId)
    .where('is_mandatory', '=', true)
    .where('done_at', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow()
  return Number(row.open)
}
