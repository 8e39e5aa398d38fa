import { addWorkdays, type Day, type WorkCalendar } from '#core/calendar'
import { dayIn, instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { workCalendar } from '#modules/organisation'
import type { DutyHeld } from '#modules/responsibilities'

/** When a task of a duty is due, reminded of and told to the superior, as instants. */
export type Stamps = {
  readonly dueAt: string
  readonly graceHours: number
  readonly remindAt: string | null
  readonly escalateAt: string | null
}
type Told = Pick<DutyHeld, 'cadence' | 'handling'>
export type Stamper = (duty: Told, dueDay: Day, dueTime: string) => Stamps

const hourMs = 3_600_000

/** Reckons the instants of tasks; what many tasks share is reckoned once. */
export async function stamper(ctx: Context): Promise<Stamper> {
  const stampsAt = await instants(ctx)
  const known = new Map<string, Stamps>()
  return (duty, dueDay, dueTime) => {
    const { graceHours } = duty.cadence
    const { remindHours, escalateWorkdays } = duty.handling
    const key = `${dueDay} ${dueTime} ${graceHours} ${remindHours} ${escalateWorkdays}`
    let stamps = known.get(key)
    if (!stamps) {
      stamps = stampsAt(duty, instantOf(ctx.timeZone, dueDay, dueTime))
      known.set(key, stamps)
    }
    return stamps
  }
}

/** The same for a due instant that no calendar day gives. */
export async function instants(ctx: Context): Promise<(duty: Told, dueAt: Date) => Stamps> {
  const calendar = await workCalendar(ctx)
  const usual = await ctx.setting<number>('tasks.escalateWorkdays')
  return ({ cadence, handling }, dueAt) => {
    const lateAt = new Date(dueAt.getTime() + cadence.graceHours * hourMs)
    return {
      dueAt: dueAt.toISOString(),
      graceHours: cadence.graceHours,
      // no reminder before: the first is when it is due
      remindAt:
        handling.remindHours === null ? null : new Date(dueAt.getTime() - handling.remindHours * hourMs).toISOString(),
      escalateAt: workdaysLater(ctx, calendar, lateAt, handling.escalateWorkdays ?? usual),
    }
  }
}

/** The same time some workdays later, or days where the calendar lacks the year; null for never. */
function workdaysLater(ctx: Context, calendar: WorkCalendar, from: Date, workdays: number): string | null {
  if (workdays === 0) return null
  const on = dayIn(ctx.timeZone, from)
  const elapsed = from.getTime() - instantOf(ctx.timeZone, on).getTime()
  try {
    return new Date(instantOf(ctx.timeZone, addWorkdays(calendar, on, workdays)).getTime() + elapsed).toISOString()
  } catch (error) {
    if (error instanceof RangeError) return new Date(from.getTime() + workdays * 24 * hourMs).toISOString()
    throw error
  }
}
