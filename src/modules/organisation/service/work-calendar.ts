import { addDays, type Period, type Day, type WorkCalendar } from '#core/calendar'
import type { Context } from '#kernel/context'
import { calendarYearMissing } from '../problems.ts'
import { readWorkCalendar } from '../store/calendar.ts'

/**
 * The tenant's working calendar. With `needed` it refuses (`organisation.calendar-year-missing`) when a year of those
 * days has not been entered, so that nobody meets the RangeError of the core.
 */
export async function workCalendar(ctx: Context, needed?: Period & { until: Day }): Promise<WorkCalendar> {
  const calendar = await readWorkCalendar(ctx)
  if (!needed || needed.until <= needed.from) return calendar
  const last = Number(addDays(needed.until, -1).slice(0, 4))
  for (let year = Number(needed.from.slice(0, 4)); year <= last; year += 1)
    if (!calendar.years.has(year)) throw calendarYearMissing({ year })
  return calendar
}
