import { addDays, addMonths, daysBetween, monthStart, weekStart, type Day } from '#core/calendar'
import type { Rhythm } from '../contract/schedules.ts'

export type When = { readonly rhythm: Rhythm; readonly onDay: number }

/** The first day on or after `from` on which a report is due. A month too short has its last day instead. */
export function dueDay({ rhythm, onDay }: When, from: Day): Day {
  if (rhythm === 'day') return from
  if (rhythm === 'week') {
    const day = addDays(weekStart(from), Math.min(onDay, 7) - 1)
    return day >= from ? day : addDays(day, 7)
  }
  const here = inMonth(monthStart(from), onDay)
  return here >= from ? here : inMonth(addMonths(monthStart(from), 1), onDay)
}

function inMonth(first: Day, onDay: number): Day {
  return addDays(first, Math.min(onDay, daysBetween(first, addMonths(first, 1))) - 1)
}
