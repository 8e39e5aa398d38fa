import { addDays, dayKind, type Day, type DayKind, type WorkCalendar } from '../../calendar/index.ts'
import { decimal, type Decimal } from '../../formula/index.ts'
import { payFault } from '../problem.ts'

/**
 * Days off, statutory days (paid 300 %) and working weekends of the years whose notice is out:
 * 国办发明电〔2024〕12号, 〔2025〕7号; 全国年节及纪念日放假办法.
 */
export const chinaCalendar: WorkCalendar = {
  years: new Set([2025, 2026]),
  exceptions: new Map<Day, DayKind>([
    ...days(
      'rest',
      '2025-01-28..2025-02-04 2025-04-04..2025-04-06 2025-05-01..2025-05-05 2025-05-31..2025-06-02 2025-10-01..2025-10-08',
    ),
    ...days(
      'statutory',
      '2025-01-01 2025-01-28..2025-01-31 2025-04-04 2025-05-01..2025-05-02 2025-05-31 2025-10-01..2025-10-03 2025-10-06',
    ),
    ...days('workday', '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11'),
    ...days('rest', '2026-01-01..2026-01-03 2026-02-15..2026-02-23 2026-04-04..2026-04-06 2026-05-01..2026-05-05'),
    ...days('rest', '2026-06-19..2026-06-21 2026-09-25..2026-09-27 2026-10-01..2026-10-07'),
    ...days('statutory', '2026-01-01 2026-02-16..2026-02-19 2026-04-05 2026-05-01..2026-05-02 2026-06-19'),
    ...days('statutory', '2026-09-25 2026-10-01..2026-10-03'),
    ...days('workday', '2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'),
  ]),
}

/** The calendar when it knows a year; a year without a notice is the fault `no-calendar-year`. */
export function calendarOf(calendar: WorkCalendar, year: number): WorkCalendar {
  if (!calendar.years.has(year)) throw payFault('no-calendar-year', { year })
  return calendar
}

/** What a day is; a year without a notice is the fault `no-calendar-year`. */
export function kindOfDay(calendar: WorkCalendar, on: Day): DayKind {
  const kind = dayKind(calendar, on)
  if (typeof kind === 'object') throw payFault('no-calendar-year', { year: kind.missingYear })
  return kind
}

/** How often an hour of overtime is paid: 劳动法 art. 44. */
export function overtimeRate(kind: DayKind): Decimal {
  return kind === 'statutory' ? decimal('3') : kind === 'rest' ? decimal('2') : decimal('1.5')
}

/** Workdays and statutory days, both included: the days a month's wage pays for (261 a year = 21.75 × 12). */
export function paidDays(calendar: WorkCalendar, from: Day, to: Day): number {
  let count = 0
  for (let on = from; on <= to; on = addDays(on, 1)) if (kindOfDay(calendar, on) !== 'rest') count += 1
  return count
}

/** `2026-01-01..2026-01-03 2026-02-15`: each day with its kind. */
function days(kind: DayKind, text: string): [Day, DayKind][] {
  return text.split(' ').flatMap((run) => {
    const [from = '', to = from] = run.split('..')
    const found: [Day, DayKind][] = []
    for (let on = from; on <= to; on = addDays(on, 1)) found.push([on, kind])
    return found
  })
}
