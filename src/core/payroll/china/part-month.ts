import { addDays, addMonths, daysBetween, monthStart, type Day, type WorkCalendar } from '../../calendar/index.ts'
import { decimal, whole } from '../../formula/index.ts'
import { shared, type Fen } from '../money.ts'
import { paidDays } from './calendar.ts'

/** The law doesn't fix how part of a month is paid, so the method is a visible setting (人社部发〔2025〕2号 for 21.75). */
export type Proration = 'forward-21.75' | 'reverse-21.75' | 'paid-days' | 'calendar-days'

export type PartMonth = { readonly paidEmployed: number; readonly paidInMonth: number; readonly fen: Fen }

/** A month's wage for the days from `from` to `to` (both included, in one month); a full month is the full wage. */
export function partMonth(wage: Fen, from: Day, to: Day, method: Proration, calendar: WorkCalendar): PartMonth {
  const first = monthStart(from)
  const last = addDays(addMonths(first, 1), -1)
  const paidEmployed = paidDays(calendar, from, to)
  const paidInMonth = paidDays(calendar, first, last)
  const isFull = from <= first && to >= last
  const fen = isFull ? wage : partOf(wage, method, { paidEmployed, paidInMonth, from, to, first, last })
  return { paidEmployed, paidInMonth, fen }
}

type Days = { paidEmployed: number; paidInMonth: number; from: Day; to: Day; first: Day; last: Day }

const monthDays = decimal('21.75')

function partOf(wage: Fen, method: Proration, days: Days): Fen {
  const { paidEmployed, paidInMonth } = days
  switch (method) {
    // in months with more paid days than 21.75 it would exceed the wage
    case 'forward-21.75':
      return Math.min(wage, shared(wage, whole(paidEmployed), monthDays))
    case 'reverse-21.75':
      return Math.max(0, wage - shared(wage, whole(paidInMonth - paidEmployed), monthDays))
    case 'paid-days':
      return shared(wage, whole(paidEmployed), whole(paidInMonth))
    case 'calendar-days':
      return shared(wage, whole(daysBetween(days.from, days.to) + 1), whole(daysBetween(days.first, days.last) + 1))
  }
}
