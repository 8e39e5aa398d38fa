import { addDays, dayKind, type Day } from '#core/calendar'
import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { tellAccounts, tellEach } from '#modules/base'
import { workCalendar } from '#modules/organisation'
import { accountsWith, insertTasks, madeUntil, noteMade, type Missed } from '../store/make.ts'
import { calendarTasks } from './calendar-tasks.ts'
import { countMade } from './count-facts.ts'
import { closeDoneGroups } from './settle-groups.ts'
import { moveToStandIns } from './stand-ins.ts'
import { subjectTasks } from './subject-tasks.ts'

/**
 * Makes the tasks that the duties of today, and of the days missed before, ask of the people who hold them. Done twice
 * it makes nothing twice. Work that needs a year the calendar lacks waits, and those who keep the calendar are told. After
 * days on which nobody made any, those still within the days looked back are made as missed, and each person is told once.
 */
export async function makeTasks(ctx: Context): Promise<void> {
  const before = await madeUntil(ctx)
  const catchUpDays = await ctx.setting<number>('tasks.catchUpDays')
  const window = { from: addDays(ctx.today, -catchUpDays), until: addDays(ctx.today, 1) }
  const { tasks, missingYears } = await calendarTasks(ctx, window, before)
  const ofSubjects = await subjectTasks(ctx)
  const wasDown = before !== null && (await missedWorkdays(ctx, before))
  const todayBegan = instantOf(ctx.timeZone, ctx.today).toISOString()
  const calendar = await insertTasks(
    ctx,
    wasDown ? tasks.map((task) => ({ ...task, isMissed: task.dueAt < todayBegan })) : tasks,
  )
  const { made } = await insertTasks(ctx, ofSubjects)
  if (made + calendar.made > 0) {
    await closeDoneGroups(ctx)
    await countMade(ctx)
    await ctx.announce('tasks')
  }
  await moveToStandIns(ctx)
  if (before !== null && wasDown) await tellMissed(ctx, before, calendar.missed)
  await noteMade(ctx, ctx.today)
  for (const year of missingYears) await tellMissing(ctx, year)
}

/** Asks for the tasks of today to be made soon: duties, seats or the calendar have changed. */
export async function makeTasksSoon(ctx: Context): Promise<void> {
  await ctx.enqueue('tasks.makeTasksNow', {}, { onceKey: 'make' })
}

/** True when nobody made the tasks of a workday; days of rest, and of years nobody entered, ask for none. */
async function missedWorkdays(ctx: Context, before: Day): Promise<boolean> {
  const calendar = await workCalendar(ctx)
  for (let day = addDays(before, 1); day < ctx.today; day = addDays(day, 1))
    if (dayKind(calendar, day) === 'workday') return true
  return false
}

/** One notice for each person, and one for those who settle what is left, however many days and tasks were missed. */
async function tellMissed(ctx: Context, before: Day, missed: readonly Missed[]): Promise<void> {
  const facts = { from: addDays(before, 1), until: addDays(ctx.today, -1) }
  await tellEach(
    ctx,
    missed.map(({ personId, title, count }) => ({
      personId,
      kind: 'tasks.missed-many',
      facts: { ...facts, title, count },
      link: '/',
    })),
  )
  await tellAccounts(ctx, await accountsWith(ctx, 'tasks.settle'), {
    kind: 'tasks.was-down',
    facts: { ...facts, made: missed.reduce((sum, one) => sum + one.count, 0) },
    link: '/tasks',
    onceKey: `tasks.was-down:${ctx.today}`,
  })
}

async function tellMissing(ctx: Context, year: number): Promise<void> {
  await tellAccounts(ctx, await accountsWith(ctx, 'organisation.edit-calendar'), {
    kind: 'tasks.calendar-missing',
    facts: { year },
    link: '/calendar',
    onceKey: `tasks.calendar-missing:${year}:${ctx.today}`,
  })
}
