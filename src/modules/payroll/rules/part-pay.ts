import { addDays, dayKind, type Day, type WorkCalendar } from '#core/calendar'
import { partsOfMonth, payFault, type Fen, type Proration } from '#core/payroll'
import type { Month } from './pay-day.ts'

/** A span of days, both ends included. */
export type Span = { readonly from: Day; readonly to: Day }
/** What holds for some of the days of a period. */
export type Slice<T> = Span & { readonly holds: T }

export const prorationOf = {
  forward: 'forward-21.75',
  reverse: 'reverse-21.75',
  'own-paid-days': 'paid-days',
  'calendar-days': 'calendar-days',
} as const satisfies Record<string, Proration>
export type GroupProration = keyof typeof prorationOf

export type PaidDays = { readonly paid: number; readonly workdays: number }

/** Days of a span that are paid (workdays and statutory days) and, among them, worked. An unknown year is a fault. */
export function paidDaysIn(calendar: WorkCalendar, { from, to }: Span): PaidDays {
  let paid = 0
  let workdays = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const kind = dayKind(calendar, day)
    if (typeof kind !== 'string') throw payFault('no-calendar-year', { year: kind.missingYear })
    if (kind !== 'rest') paid += 1
    if (kind === 'workday') workdays += 1
  }
  return { paid, workdays }
}

/** An amount of a full period, as it held on the days employed, by the group's method. See `partsOfMonth` of the core. */
export function partPay(slices: readonly Slice<Fen>[], method: GroupProration, calendar: WorkCalendar): Fen {
  const parts = slices.map(({ from, to, holds }) => ({ from, to, wage: holds }))
  return partsOfMonth(parts, prorationOf[method], calendar).reduce((sum, { fen }) => sum + fen, 0)
}

/** The days of the month on which somebody was employed; null when on none. `leftOn` is the first day no longer employed. */
export function employedIn(month: Month, hiredOn: Day | null, leftOn: Day | null): Span | null {
  const from = hiredOn && hiredOn > month.from ? hiredOn : month.from
  const to = leftOn && leftOn <= month.last ? addDays(leftOn, -1) : month.last
  return from <= to ? { from, to } : null
}

/** Dated rows cut to a span, in order. */
export function slicesOf<T extends { readonly validFrom: Day; readonly validUntil: Day | null }>(
  rows: readonly T[],
  span: Span,
): Slice<T>[] {
  return rows
    .map((row) => ({
      from: row.validFrom > span.from ? row.validFrom : span.from,
      to: row.validUntil && row.validUntil <= span.to ? addDays(row.validUntil, -1) : span.to,
      holds: row,
    }))
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}
