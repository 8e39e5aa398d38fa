import {
  addDays,
  addWorkdays,
  isWorkday,
  periodAround,
  weekday,
  workdaysOf,
  type Day,
  type Period,
  type WorkCalendar,
} from '../calendar/index.ts'
import { isDaily, isPeriodic, type Cadence } from './cadence.ts'

export type Occurrence = Period & {
  readonly until: Day
  readonly dueDay: Day
  readonly dueTime: string
  readonly times: number
}

type Window = Period & { readonly until: Day }

/**
 * The periods of a cadence that begin within `window`, each with the day it is due: however a stretch of time is cut into
 * windows, each comes exactly once. A period without any workday has none; a cadence by events or subjects has none at all.
 * Throws RangeError (`calendar: no year 2027`) when the calendar lacks a year that is needed.
 */
export function occurrences(cadence: Cadence, calendar: WorkCalendar, window: Window): Occurrence[] {
  const { every } = cadence
  if (!isPeriodic(every)) return []
  if (isDaily(cadence)) return daily(cadence, calendar, window)
  const kind = every === 'workday' || every === 'shift' ? 'day' : every
  const found: Occurrence[] = []
  for (
    let period = periodAround(kind, window.from);
    period.from < window.until;
    period = periodAround(kind, period.until)
  ) {
    if (period.from < window.from) continue
    const dueDay = dueDayIn(cadence, calendar, period)
    if (!dueDay) continue
    const until = dueDay < period.until ? period.until : addDays(dueDay, 1)
    found.push({ from: period.from, until, dueDay, dueTime: cadence.dueTime, times: cadence.times })
  }
  return found
}

/**
 * The next `count` occurrences that are due on or after a day, as many as the calendar's years allow. Looks three years ahead at
 * most, so that a cadence that never falls due ends.
 */
export function nextDue(cadence: Cadence, calendar: WorkCalendar, on: Day, count: number): Occurrence[] {
  const found: Occurrence[] = []
  const kind = isDaily(cadence) || !isPeriodic(cadence.every) ? 'week' : lengthOf(cadence.every)
  let period = periodAround(kind, on)
  // one that began long ago may be due only now
  period = periodAround(kind, addDays(period.from, -1))
  for (const last = addDays(on, 1100); found.length < count && period.from < last;) {
    try {
      found.push(...occurrences(cadence, calendar, period).filter(({ dueDay }) => dueDay >= on))
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      if (period.from > on) break
    }
    period = periodAround(kind, period.until)
  }
  return found.slice(0, count)
}

/** The first workday on or after a day: where work of a rest day is due. */
export function nextWorkday(calendar: WorkCalendar, on: Day): Day {
  return isWorkday(calendar, on) ? on : addWorkdays(calendar, on, 1)
}

/** Each workday, or each of the weekdays; one that is a rest day falls away or is done on the workday after. */
function daily(cadence: Cadence, calendar: WorkCalendar, window: Window): Occurrence[] {
  const { dueTime, times, weekdays, onRest } = cadence
  const one = (from: Day, dueDay: Day): Occurrence => ({ from, until: addDays(dueDay, 1), dueDay, dueTime, times })
  if (weekdays.length === 0 || cadence.every !== 'week') return workdaysOf(calendar, window).map((on) => one(on, on))
  const found: Occurrence[] = []
  for (let on = window.from; on < window.until; on = addDays(on, 1)) {
    if (!weekdays.includes(weekday(on))) continue
    if (isWorkday(calendar, on)) found.push(one(on, on))
    else if (onRest === 'after') found.push(one(on, nextWorkday(calendar, on)))
  }
  return found
}

function dueDayIn(cadence: Cadence, calendar: WorkCalendar, period: Window): Day | undefined {
  if (cadence.every !== 'month' || cadence.dueDay === null)
    return nthWorkday(workdaysOf(calendar, period), cadence.dueWorkday)
  const last = addDays(period.until, -1)
  const wanted = addDays(period.from, cadence.dueDay - 1)
  const on = wanted < last ? wanted : last
  if (isWorkday(calendar, on)) return on
  if (cadence.onRest === 'skip') return undefined
  const before = workdaysOf(calendar, { from: period.from, until: on }).at(-1)
  return cadence.onRest === 'before' && before ? before : nextWorkday(calendar, on)
}

function nthWorkday(days: readonly Day[], count: number): Day | undefined {
  if (days.length === 0) return undefined
  const index = count < 0 ? days.length + count : count - 1
  return days[Math.min(days.length - 1, Math.max(0, index))]
}

function lengthOf(every: Cadence['every']): 'week' | 'month' | 'quarter' | 'year' {
  return every === 'month' || every === 'quarter' || every === 'year' ? every : 'week'
}
