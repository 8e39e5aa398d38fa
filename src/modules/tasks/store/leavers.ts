import { sql, type Expression, type SqlBool } from 'kysely'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import type { Task } from '../contract.ts'
import { toTask, visibleTasks } from './task-rows.ts'

/** Tasks nobody will do: who was to do them sits nowhere today, nor later. */
export function isLeft(today: Day): Expression<SqlBool> {
  return sql<SqlBool>`(t.status = 'open' and not exists (select from assignment a where a.tenant_id = t.tenant_id
    and a.person_id = t.person_id and (a.valid_until is null or a.valid_until > ${today})))`
}

export async function hasLeft(ctx: Context, personId: string): Promise<boolean> {
  const seat = await ctx.db
    .selectFrom('assignment')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', ctx.today)]))
    .executeTakeFirst()
  return seat === undefined
}

export async function openTasksOf(ctx: Context, personId: string): Promise<Task[]> {
  const rows = await visibleTasks(ctx, 'tasks.read')
    .where('t.person_id', '=', personId)
    .where('t.status', '=', 'open')
    .orderBy('t.due_at')
    .limit(500)
    .execute()
  return rows.map((row) => toTask(row, ctx.now))
}

export async function passOn(
  ctx: Context,
  taskIds: readonly string[],
  to: { personId: string; unitId: string },
): Promise<void> {
  await ctx.db
    .updateTable('task')
    .set((eb) => ({
      person_id: to.personId,
      unit_id: to.unitId,
      reminded_at: null,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...taskIds]))))
    .where('status', '=', 'open')
    .execute()
}
