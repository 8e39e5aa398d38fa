import { sql, type Expression, type SqlBool } from 'kysely'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { LocalText } from '#core/local-text'
import type { Task, taskFilters } from '../contract.ts'

/** Tasks the actor may read under a permission, with the names a list shows. */
export function visibleTasks(ctx: Context, permission: string) {
  return (
    ctx.db
      .selectFrom('task as t')
      .innerJoin('person as p', (join) =>
        join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.person_id'),
      )
      .where('t.tenant_id', '=', ctx.tenantId)
      .where(ctx.visible(permission, { person: 't.person_id', unit: 't.unit_id' }))
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
        't.version',
      ])
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

/** What `show` means in SQL. */
export function statusFilter(show: Exclude<(typeof taskFilters)[number], 'left'>, now: Date): Expression<SqlBool> {
  if (show === 'all') return sql<SqlBool>`true`
  if (show === 'late') return sql<SqlBool>`(t.status = 'open' and t.late_at < ${now})`
  return sql<SqlBool>`t.status = ${show}`
}
