import { addDays, addMonths, monthStart, weekStart, type Day, type Period } from './day.ts'

/** The one meaning of "as of a day": from its first day on, up to but not including `until`. */
export function runsOn(period: Period, on: Day): boolean {
  return period.from <= on && (period.until === null || on < period.until)
}

/** True when the two share at least one day. */
export function overlap(a: Period, b: Period): boolean {
  return (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until)
}

/** The days two periods share, or null. */
export function shared(a: Period, b: Period): Period | null {
  if (!overlap(a, b)) return null
  const until = a.until === null ? b.until : b.until === null ? a.until : a.until < b.until ? a.until : b.until
  return { from: a.from > b.from ? a.from : b.from, until }
}

export const periodKinds = ['day', 'week', 'month', 'quarter', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** The day, ISO week, month, quarter or year that holds `on`. */
export function periodAround(kind: PeriodKind, on: Day): Period & { until: Day } {
  const from = periodStart(kind, on)
  return { from, until: periodEnd(kind, from) }
}

/** The period before the one that holds `on`. */
export function periodBefore(kind: PeriodKind, on: Day): Period & { until: Day } {
  return periodAround(kind, addDays(periodStart(kind, on), -1))
}

function periodStart(kind: PeriodKind, on: Day): Day {
  if (kind === 'day') return on
  if (kind === 'week') return weekStart(on)
  if (kind === 'month') return monthStart(on)
  if (kind === 'year') return `${on.slice(0, 4)}-01-01`
  const month = Number(on.slice(5, 7))
  return `${on.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
}

function periodEnd(kind: PeriodKind, from: Day): Day {
  if (kind === 'day') return addDays(from, 1)
  if (kind === 'week') return addDays(from, 7)
  return addMonths(from, kind === 'month' ? 1 : kind === 'quarter' ? 3 : 12)
}
