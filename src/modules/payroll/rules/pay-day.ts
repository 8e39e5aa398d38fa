import { addDays, addMonths, dayKind, daysBetween, type Day, type WorkCalendar } from '#core/calendar'

export type PayRhythm = { readonly payDay: number; readonly paysNextMonth: boolean }
export type Month = { readonly from: Day; readonly last: Day; readonly until: Day }

/** The days of a period written `2026-10`; `until` is the first day after it. */
export function monthOf(period: string): Month {
  const from: Day = `${period}-01`
  const until = addMonths(from, 1)
  return { from, last: addDays(until, -1), until }
}

/** The period a number of months on (or, below 0, back). */
export function periodAfter(period: string, months: number): string {
  return addMonths(`${period}-01`, months).slice(0, 7)
}

/**
 * When a period is paid: the group's day of that month or the next. A month too short takes its last day; a day off the
 * workday before it (工资支付暂行规定 art. 7), as far as the calendar is known.
 */
export function payDayOf(period: string, { payDay, paysNextMonth }: PayRhythm, calendar: WorkCalendar): Day {
  const { from, last } = monthOf(paysNextMonth ? periodAfter(period, 1) : period)
  let day = addDays(from, Math.min(payDay - 1, daysBetween(from, last)))
  for (let back = 0; back < 15 && isOff(calendar, day); back += 1) day = addDays(day, -1)
  return day
}

function isOff(calendar: WorkCalendar, day: Day): boolean {
  const kind = dayKind(calendar, day)
  return kind === 'rest' || kind === 'statutory'
}
