import { addDays, addMonths, type Day } from '#core/calendar'

/** The day whose items, terms and calendar a month is paid by: its last. */
export function lastDayOf(period: string): Day {
  return addDays(addMonths(`${period}-01`, 1), -1)
}
