import { addDays, runsOn, type Day } from '#core/calendar'
import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { tellAccounts } from '#modules/base'
import { assignedBetween, workCalendar } from '#modules/organisation'
import { dutiesHeldOn, type DutyHeld } from '#modules/responsibilities'
import { onceKey, workOf } from '../rules.ts'
import { insertTasks, keepersOfCalendar, type NewTask } from '../store/make.ts'

/**
 * Makes the tasks that the duties of today, and of the days missed before, ask of the people who hold them. Done twice
 * it makes nothing twice. Work that needs a year the calendar lacks waits, and those who keep the calendar are told.
 */
export async function makeTasks(ctx: Context): Promise<void> {
  const calendar = await workCalendar(ctx)
  const catchUpDays = await ctx.setting<number>('tasks.catchUpDays')
  const missing = new Set<number>()
  let made = 0
  for (let on = addDays(ctx.today, -catchUpDays); on <= ctx.today; on = addDays(on, 1)) {
    made += await insertTasks(ctx, await tasksOf(ctx, calendar, on, missing))
  }
  if (made > 0) await ctx.announce('tasks')
  for (const year of missing) await tellMissing(ctx, year)
}

/** Asks for the tasks of today to be made soon: duties, seats or the calendar have changed. */
export async function makeTasksSoon(ctx: Context): Promise<void> {
  await ctx.enqueue('tasks.makeTasksNow', {}, { onceKey: 'make' })
}

async function tasksOf(
  ctx: Context,
  calendar: Awaited<ReturnType<typeof workCalendar>>,
  on: Day,
  missing: Set<number>,
): Promise<NewTask[]> {
  const duties = await dutiesHeldOn(ctx, on)
  const positionIds = [...new Set(duties.map((duty) => duty.positionId))]
  const seats = await assignedBetween(ctx, positionIds, { from: on, until: addDays(on, 1) })
  const byPosition = Map.groupBy(
    seats.filter((seat) => runsOn(seat, on)),
    (seat) => seat.positionId,
  )
  return duties.flatMap((duty) => {
    const work = workOf(duty.cadence, calendar, on, ctx.today)
    if ('missingYears' in work) {
      for (const year of work.missingYears) missing.add(year)
      return []
    }
    return work.flatMap((occurrence) =>
      seatsOf(duty, byPosition).map((seat): NewTask => ({
        id: ctx.newId(),
        title: duty.name,
        origin: 'duty',
        responsibilityId: duty.responsibilityId,
        dutyId: duty.dutyId,
        positionId: duty.positionId,
        personId: seat.personId,
        unitId: duty.unitId,
        periodFrom: occurrence.from,
        periodUntil: occurrence.until,
        dueAt: instantOf(ctx.timeZone, occurrence.dueDay, occurrence.dueTime).toISOString(),
        quantityDue: occurrence.times,
        onceKey: onceKey(duty, seat.personId, duty.positionId, occurrence.from),
        note: '',
        givenBy: null,
      })),
    )
  })
}

/** Everybody on the position, or the one person who holds the duty. */
function seatsOf<S extends { personId: string }>(duty: DutyHeld, byPosition: ReadonlyMap<string, S[]>): readonly S[] {
  const seats = byPosition.get(duty.positionId) ?? []
  return duty.personId === null ? seats : seats.filter((seat) => seat.personId === duty.personId)
}

async function tellMissing(ctx: Context, year: number): Promise<void> {
  await tellAccounts(ctx, await keepersOfCalendar(ctx), {
    kind: 'tasks.calendar-missing',
    facts: { year },
    link: '/calendar',
    onceKey: `tasks.calendar-missing:${year}:${ctx.today}`,
  })
}
