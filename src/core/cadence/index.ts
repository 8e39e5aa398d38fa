import * as z from 'zod'
import {
  addDays,
  addWorkdays,
  isWorkday,
  periodAround,
  workdaysOf,
  type Day,
  type Period,
  type WorkCalendar,
} from '../calendar/index.ts'

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/**
 * When a duty falls due, in calendar words:
 * every workday; every week or month (some times in it, by its last workday or a given one); or before the end of the shift.
 */
export const Cadence = z.object({
  every: z.enum(['workday', 'week', 'month', 'shift']),
  /** How many times in one period; a quantity duty ("5 customers a week") has more than one. */
  times: z.int().min(1).max(1000).default(1),
  /** Local time at which it is due on its last day. For `shift` the end of the shift, as long as no roster says otherwise. */
  dueTime: Time.default('18:00'),
  /** The n-th workday of the period it is due on; counted from the end when negative, so -1 is the last. */
  dueWorkday: z.int().min(-31).max(31).default(-1),
})
export type Cadence = z.infer<typeof Cadence>

export type Occurrence = Period & {
  readonly until: Day
  readonly dueDay: Day
  readonly dueTime: string
  readonly times: number
}

/**
 * The periods of a cadence that begin within `window`, each with the day it is due.
 * A week or month without any workday has none. Throws RangeError when the calendar lacks a year.
 */
export function occurrences(cadence: Cadence, calendar: WorkCalendar, window: Period & { until: Day }): Occurrence[] {
  const { dueTime, times } = cadence
  if (cadence.every === 'workday' || cadence.every === 'shift') {
    return workdaysOf(calendar, window).map((on) => ({ from: on, until: addDays(on, 1), dueDay: on, dueTime, times }))
  }
  const found: Occurrence[] = []
  for (
    let period = periodAround(cadence.every, window.from);
    period.from < window.until;
    period = periodAround(cadence.every, period.until)
  ) {
    if (period.from < window.from) continue
    const dueDay = nthWorkday(workdaysOf(calendar, period), cadence.dueWorkday)
    if (dueDay) found.push({ ...period, dueDay, dueTime, times })
  }
  return found
}

/** The first workday on or after a day: where work of a rest day is due. */
export function nextWorkday(calendar: WorkCalendar, on: Day): Day {
  return isWorkday(calendar, on) ? on : addWorkdays(calendar, on, 1)
}

function nthWorkday(days: readonly Day[], count: number): Day | undefined {
  if (days.length === 0) return undefined
  const index = count < 0 ? days.length + count : count - 1
  return days[Math.min(days.length - 1, Math.max(0, index))]
}
