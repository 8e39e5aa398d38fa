import { addDays } from '#core/calendar'
import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { assignedBetween, workCalendar } from '#modules/organisation'
import { dutiesHeldOn } from '#modules/responsibilities'
import { dueOccurrences, onceKey } from '../rules.ts'
import { insertTasks, type NewTask } from '../store/make.ts'

/** Makes the tasks that the duties of today ask of the people who hold them; done twice it makes nothing twice. */
export async function makeTasks(ctx: Context): Promise<void> {
  const calendar = await workCalendar(ctx)
  const catchUpDays = await ctx.setting<number>('tasks.catchUpDays')
  const duties = await dutiesHeldOn(ctx, ctx.today)
  const window = { from: addDays(ctx.today, -catchUpDays), until: addDays(ctx.today, 1) }
  const seats = await assignedBetween(ctx, [...new Set(duties.map((duty) => duty.positionId))], window)
  const byPosition = Map.groupBy(seats, (seat) => seat.positionId)
  const tasks = duties.flatMap((duty) =>
    dueOccurrences(
      { ...duty, held: { from: duty.heldFrom, until: duty.heldUntil } },
      calendar,
      ctx.today,
      catchUpDays,
    ).flatMap((occurrence) =>
      (byPosition.get(duty.positionId) ?? [])
        .filter(
          (seat) =>
            seat.from < occurrence.until &&
            (seat.until === null || seat.until > ctx.today || seat.until > occurrence.from),
        )
        .map((seat): NewTask => ({
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
        })),
    ),
  )
  const made = await insertTasks(ctx, tasks)
  if (made > 0) await ctx.announce('tasks')
}

/** Asks for the tasks of today to be made soon: duties or seats have changed. */
export async function makeTasksSoon(ctx: Context): Promise<void> {
  await ctx.enqueue('tasks.makeTasksNow', {}, { onceKey: 'make' })
}
