import { sql, type Expression, type SqlBool } from 'kysely'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { LocalText } from '#core/local-text'
import type { Task, TaskFilter } from '../contract.ts'

/** Tasks the actor may read under a permission, with the names a list shows. */
export function visibleTasks(ctx: Context, permission: string) {
  return tasksWhere(ctx, ctx.visible(permission, { person: 't.person_id', unit: 't.unit_id' }))
}

/** Tasks that a condition over `t` lets the actor see. */
export function tasksWhere(ctx: Context, seen: Expression<SqlBool>) {
  return (
    ctx.db
      .selectFrom('task as t')
      .innerJoin('person as p', (join) =>
        join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.person_id'),
      )
      .where('t.tenant_id', '=', ctx.tenantId)
      .where(seen)
      .select([
        't.id',
        't.title',
        't.origin',
        't.status',
        't.responsibility_id',
        't.person_id',
        nameIn(ctx).as('person_name'),
        't.unit_id',
        't.period_from',
        't.period_until',
        't.due_at',
        't.late_at',
        't.quantity_due',
        't.quantity_done',
        't.done_at',
        't.excused_at',
        't.version',
      ])
      .select(isWaiting.as('is_waiting'))
      // Names of today, or the last ones: work of a unit that was closed stays to be seen.
      .select(
        sql<LocalText>`(select u.name from unit_version u where u.tenant_id = t.tenant_id and u.unit_id = t.unit_id
        order by u.valid_from <= ${ctx.today} desc, u.valid_from desc limit 1)`.as('unit_name'),
      )
      .select(
        sql<LocalText | null>`(select v.name from responsibility_version v where v.tenant_id = t.tenant_id
        and v.responsibility_id = t.responsibility_id
        order by v.valid_from <= ${ctx.today} desc, v.valid_from desc limit 1)`.as('responsibility_name'),
      )
  )
}

export type TaskRow = Awaited<ReturnType<ReturnType<typeof visibleTasks>['executeTakeFirstOrThrow']>>

export function toTask(row: TaskRow, now: Date): Task {
  return {
    id: row.id,
    title: row.title as LocalText,
    origin: row.origin as Task['origin'],
    status: row.status as Task['status'],
    isLate: row.status === 'open' && row.late_at < now,
    isWaiting: row.status === 'open' && row.is_waiting,
    isExcused: row.excused_at !== null,
    responsibilityId: row.responsibility_id,
    responsibilityName: row.responsibility_name,
    personId: row.person_id,
    personName: row.person_name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    periodFrom: row.period_from,
    periodUntil: row.period_until,
    dueAt: row.due_at.toISOString(),
    quantityDue: row.quantity_due,
    quantityDone: row.quantity_done,
    doneAt: row.done_at?.toISOString() ?? null,
    version: row.version,
  }
}

/** Somebody was asked about task `t` and has not answered. */
export const isWaiting = sql<boolean>`exists (select from task_plea q where q.tenant_id = t.tenant_id and q.task_id = t.id
  and q.state = 'open')`

/** What `show` means in SQL. */
export function statusFilter(show: Exclude<TaskFilter, 'left'>, now: Date): Expression<SqlBool> {
  switch (show) {
    case 'all':
      return sql<SqlBool>`true`
    case 'late':
      return sql<SqlBool>`(t.status = 'open' and t.late_at < ${now})`
    case 'waiting':
      return sql<SqlBool>`(t.status = 'open' and ${isWaiting})`
    case 'excused':
      return sql<SqlBool>`t.excused_at is not null`
    default:
      return sql<SqlBool>`t.status = ${show}`
  }
}
