import { addDays, weekday, type Day, type Period } from './day.ts'

/** `statutory` is a public holiday paid at 300 %; `rest` a day off; `workday` also a weekend worked in exchange. */
export type DayKind = 'workday' | 'rest' | 'statutory'

/** Days that differ from "Monday to Friday", and the years for which the list is known to be complete. */
export type WorkCalendar = {
  readonly exceptions: ReadonlyMap<Day, DayKind>
  readonly years: ReadonlySet<number>
}

/** A year nobody has entered: guessing would move deadlines and pay, so the caller is told. */
export type MissingYear = { readonly missingYear: number }

/** What a day is, or which year is missing from the calendar. */
export function dayKind(calendar: WorkCalendar, on: Day): DayKind | MissingYear {
  const year = Number(on.slice(0, 4))
  if (!calendar.years.has(year)) return { missingYear: year }
  return calendar.exceptions.get(on) ?? (weekday(on) <= 5 ? 'workday' : 'rest')
}

/** The workdays of a period in order. Throws RangeError naming the year when one is missing. */
export function workdaysOf(calendar: WorkCalendar, period: Period & { until: Day }): Day[] {
  const days: Day[] = []
  for (let on = period.from; on < period.until; on = addDays(on, 1)) if (isWorkday(calendar, on)) days.push(on)
  return days
}

/** True on a workday. Throws RangeError `calendar: no year 2027` when the year is missing. */
export function isWorkday(calendar: WorkCalendar, on: Day): boolean {
  const kind = dayKind(calendar, on)
  if (typeof kind === 'object') throw new RangeError(`calendar: no year ${kind.missingYear}`)
  return kind === 'workday'
}

/** The `count`-th workday after `from` (which itself does not count); 0 gives `from` if it is one, else the next. */
export function addWorkdays(calendar: WorkCalendar, from: Day, count: number): Day {
  let on = from
  for (let left = count; left > 0;) {
    on = addDays(on, 1)
    if (isWorkday(calendar, on)) left -= 1
  }
  while (!isWorkday(calendar, on)) on = addDays(on, 1)
  return on
}
