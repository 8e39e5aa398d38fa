import { sql } from 'kysely'
import type { Input } from '#core/contract'
import { addDays, weekStart } from '#core/calendar'
import { HandInForm } from '#core/form'
import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import type { MyDay, routes, Task, ToDo } from '../contract.ts'
import { isLeft } from './leavers.ts'
import { helps, workable } from './readable.ts'
import { isAbout } from './subjects.ts'
import { statusFilter, tasksWhere, toTask, visibleTasks } from './task-rows.ts'

export type TaskListFilter = Omit<Input<(typeof routes)['listTasks']>, 'limit' | 'afterDueAt' | 'afterId'>
type ListInput = Input<(typeof routes)['listTasks']>

/** A page of tasks in the order they are due (done ones: latest first). */
export async function listTaskRows(ctx: Context, input: ListInput): Promise<{ rows: Task[]; hasMore: boolean }> {
  const latestFirst = input.show === 'done' || input.show === 'cancelled' || input.show === 'excused'
  let query = await narrowed(ctx, input)
  if (input.afterDueAt && input.afterId) {
    const after = sql<boolean>`(t.due_at, t.id) > (${input.afterDueAt}::timestamptz, ${input.afterId}::uuid)`
    const before = sql<boolean>`(t.due_at, t.id) < (${input.afterDueAt}::timestamptz, ${input.afterId}::uuid)`
    query = query.where(latestFirst ? before : after)
  }
  const direction = latestFirst ? 'desc' : 'asc'
  const rows = await query
    .orderBy('t.due_at', direction)
    .orderBy('t.id', direction)
    .limit(input.limit + 1)
    .execute()
  return { rows: rows.slice(0, input.limit).map((row) => toTask(row, ctx.now)), hasMore: rows.length > input.limit }
}

/** The tasks one may read that a list's filters leave: for the list, the board, the calendar and the export alike. */
export async function narrowed(ctx: Context, input: TaskListFilter) {
  let query = visibleTasks(ctx, 'tasks.read').where(
    input.show === 'left' ? isLeft(ctx.today) : statusFilter(input.show, ctx.now),
  )
  if (input.personId) query = query.where('t.person_id', 'in', input.personId)
  if (input.unitId)
    query = query.where(
      't.unit_id',
      '=',
      sql<string>`any(${await ctx.house.scopes.subtree(ctx.db, input.unitId, ctx.today)}::uuid[])`,
    )
  if (input.responsibilityId) query = query.where('t.responsibility_id', 'in', input.responsibilityId)
  if (input.subjectId) query = query.where(isAbout(input.subjectId))
  if (input.dueFrom) query = query.where('t.due_at', '>=', instantOf(ctx.timeZone, input.dueFrom))
  if (input.dueUntil) query = query.where('t.due_at', '<', instantOf(ctx.timeZone, addDays(input.dueUntil, 1)))
  if (input.text)
    query = query.where((eb) =>
      eb.or([
        sql<boolean>`exists (select from jsonb_each_text(t.title) as x(language, words) where x.words ilike ${like(input.text)})`,
        eb('p.name', 'ilike', like(input.text)),
        eb('p.pinyin', 'ilike', like(input.text)),
      ]),
    )
  return query
}

export async function countTaskRows(
  ctx: Context,
  input: { unitId?: string[] | undefined; personId?: string[] | undefined },
) {
  const weekBegan = instantOf(ctx.timeZone, weekStart(ctx.today))
  let query = ctx.db
    .selectFrom('task as t')
    .where('t.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible('tasks.read', { person: 't.person_id', unit: 't.unit_id' }))
    .where((eb) => eb.or([eb('t.status', '=', 'open'), eb('t.done_at', '>=', weekBegan)]))
  if (input.unitId)
    query = query.where(
      't.unit_id',
      '=',
      sql<string>`any(${await ctx.house.scopes.subtree(ctx.db, input.unitId, ctx.today)}::uuid[])`,
    )
  if (input.personId) query = query.where('t.person_id', 'in', input.personId)
  return query
    .select([
      sql<number>`count(*) filter (where t.status = 'open')`.as('open'),
      sql<number>`count(*) filter (where t.status = 'open' and t.late_at < ${ctx.now})`.as('late'),
      sql<number>`count(*) filter (where t.status = 'done')`.as('doneThisWeek'),
    ])
    .executeTakeFirstOrThrow()
}

/** Everything the actor has on the table: late, due today, running longer, and done today. */
export async function myDayRows(ctx: Context, personId: string): Promise<MyDay> {
  const dayBegan = instantOf(ctx.timeZone, ctx.today)
  const dayEnds = instantOf(ctx.timeZone, addDays(ctx.today, 1))
  const rows = await tasksWhere(ctx, workable(ctx))
    .leftJoin('responsibility_duty as d', (join) =>
      join.onRef('d.tenant_id', '=', 't.tenant_id').onRef('d.id', '=', 't.duty_id'),
    )
    .select(['t.note', 'd.form', 'd.steps'])
    .where((eb) => eb.or([eb('t.person_id', '=', personId), helps(personId)]))
    .where((eb) =>
      eb.or([eb('t.status', '=', 'open'), eb.and([eb('t.status', '=', 'done'), eb('t.done_at', '>=', dayBegan)])]),
    )
    .orderBy('t.due_at')
    .orderBy('t.id')
    .limit(300)
    .execute()
  const tasks = rows.map((row) =>
    Object.assign(toTask(row, ctx.now), {
      note: row.note,
      steps: (row.steps ?? []) as ToDo['steps'],
      form: HandInForm.parse(row.form ?? {}),
    }),
  )
  const open = tasks.filter((task) => task.status === 'open')
  return {
    late: open.filter((task) => task.isLate),
    today: open.filter((task) => !task.isLate && new Date(task.dueAt) < dayEnds),
    later: open.filter((task) => new Date(task.dueAt) >= dayEnds),
    doneToday: tasks.filter((task) => task.status === 'done'),
    week: await weekOf(ctx, personId, dayEnds),
  }
}

async function weekOf(ctx: Context, personId: string, dayEnds: Date): Promise<{ due: number; done: number }> {
  return ctx.db
    .selectFrom('task as t')
    .where('t.tenant_id', '=', ctx.tenantId)
    .where('t.person_id', '=', personId)
    .where('t.status', '<>', 'cancelled')
    .where('t.due_at', '>=', instantOf(ctx.timeZone, weekStart(ctx.today)))
    .where((eb) => eb.or([eb('t.due_at', '<', dayEnds), eb('t.status', '=', 'done')]))
    .where('t.due_at', '<', instantOf(ctx.timeZone, addDays(weekStart(ctx.today), 7)))
    .select([sql<number>`count(*)`.as('due'), sql<number>`count(*) filter (where t.status = 'done')`.as('done')])
    .executeTakeFirstOrThrow()
}

function like(text: string | undefined): string {
  return `%${(text ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
