import { addDays, addWorkdays, isWorkday, type Day } from '../../calendar/index.ts'
import type { Deadline, Span } from '../model/deadline.ts'
import { nextWork, shiftEnd, type WorkClock } from './clock.ts'
import { addWorkMinutes, workMinutes } from './work-minutes.ts'

const minuteMs = 60_000
type Rounding = Deadline['roundTo']

/**
 * When a span ends that begins at an instant. Working days do not count the day it begins: three from Monday are Thursday,
 * at the end of the last shift or at the same time; begun outside of working time, the same time is the next shift's start.
 * Natural days round alike; hours and minutes do not round. Throws RangeError naming the year the calendar lacks.
 */
export function dueAt(span: Span, from: number, roundTo: Rounding, clock: WorkClock): number {
  const { amount, unit } = span
  if (unit === 'minute') return from + amount * minuteMs
  if (unit === 'hour') return from + amount * 60 * minuteMs
  if (unit === 'workhour') return addWorkMinutes(clock, from, amount * 60)
  const local = clock.zone.localOf(from)
  if (unit === 'day') {
    const day = addDays(local.day, amount)
    return roundTo === 'shift-end' ? shiftEnd(clock, day) : clock.zone.instantOf(day, local.minute)
  }
  if (amount < 0) return clock.zone.instantOf(workdaysBefore(clock, local.day, -amount), local.minute)
  if (roundTo === 'same-time') {
    const start = nextWork(clock, from)
    return clock.zone.instantOf(addWorkdays(clock.calendar, start.day, amount), start.minute)
  }
  const end = shiftEnd(clock, addWorkdays(clock.calendar, local.day, amount))
  // no days at all means today, unless today is over
  return end >= from ? end : shiftEnd(clock, addWorkdays(clock.calendar, local.day, 1))
}

/** A time in which a clock stood still, as instants. */
export type Pause = { readonly from: number; readonly until: number }
type Limited = Pick<Deadline, 'limit' | 'roundTo'>

/** When a deadline is over that began at an instant, the times left out in which its clock stood still. */
export function limitAt(deadline: Limited, from: number, clock: WorkClock, pauses: readonly Pause[] = []): number {
  return pauses.reduce(
    (due, pause) => afterPause(due, pause, deadline, clock),
    dueAt(deadline.limit, from, deadline.roundTo, clock),
  )
}

/** When one of a deadline's steps is due: so long before or after its limit. */
export function stepAt(
  deadline: Limited,
  at: Span,
  from: number,
  clock: WorkClock,
  pauses: readonly Pause[] = [],
): number {
  return dueAt(
    at.amount === 0 ? { amount: 0, unit: 'minute' } : at,
    limitAt(deadline, from, clock, pauses),
    deadline.roundTo,
    clock,
  )
}

/**
 * A due time after the clock stood still: what was left of it, in working time for working spans, counts from the end of
 * the pause; a limit that ends with a shift still does.
 */
export function afterPause(due: number, pause: Pause, deadline: Limited, clock: WorkClock): number {
  if (due <= pause.from) return due
  const { unit } = deadline.limit
  if (unit !== 'workday' && unit !== 'workhour') return due + (pause.until - pause.from)
  const left = workMinutes(clock, pause.from, due)
  const moved = addWorkMinutes(clock, pause.until, left)
  return unit === 'workday' && deadline.roundTo === 'shift-end' ? shiftEnd(clock, clock.zone.localOf(moved).day) : moved
}

function workdaysBefore(clock: WorkClock, from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, -1)
    if (isWorkday(clock.calendar, day)) left -= 1
  }
  return day
}
