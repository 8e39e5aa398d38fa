import { addDays, addMonths, dayKind, monthStart, type Day, type WorkCalendar } from '#core/calendar'

export const payDay = 10
export const closedMonths = 18

/** The days of a month that is paid. */
export type PayMonth = {
  readonly period: string
  readonly first: Day
  readonly last: Day
  /** The next month's pay day, or the workday before it. */
  readonly paidOn: Day
  /** Workdays and statutory days. */
  readonly paidDays: readonly Day[]
  readonly workdays: readonly Day[]
}

/** The month whose pay day comes next: it is still open, those before it are closed. */
export function openPeriod(today: Day): string {
  const first = monthStart(today)
  return (today < addDays(first, payDay - 1) ? addMonths(first, -1) : first).slice(0, 7)
}

/** The closed months, the oldest first. */
export function closedPeriods(today: Day): string[] {
  const open = `${openPeriod(today)}-01`
  return Array.from({ length: closedMonths }, (_none, at) => addMonths(open, at - closedMonths).slice(0, 7))
}

export function monthOf(period: string, calendar: WorkCalendar): PayMonth {
  const first: Day = `${period}-01`
  const next = addMonths(first, 1)
  const last = addDays(next, -1)
  const paidDays: Day[] = []
  const workdays: Day[] = []
  for (let on = first; on <= last; on = addDays(on, 1)) {
    const kind = kindOf(calendar, on)
    if (kind !== 'rest') paidDays.push(on)
    if (kind === 'workday') workdays.push(on)
  }
  let paidOn = addDays(next, payDay - 1)
  while (kindOf(calendar, paidOn) !== 'workday') paidOn = addDays(paidOn, -1)
  return { period, first, last, paidOn, paidDays, workdays }
}

/** A year nobody has entered yet has its weekends. */
function kindOf(calendar: WorkCalendar, on: Day): 'workday' | 'rest' | 'statutory' {
  const kind = dayKind(calendar, on)
  if (typeof kind === 'string') return kind
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? 'rest' : 'workday'
}
