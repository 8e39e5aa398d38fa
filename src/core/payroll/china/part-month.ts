import { addDays, addMonths, daysBetween, monthStart, type Day, type WorkCalendar } from '../../calendar/index.ts'
import { decimal, whole } from '../../formula/index.ts'
import { shared, type Fen } from '../money.ts'
import { payFault } from '../problem.ts'
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

/** What is paid at one wage, from `from` to `to` (both included). */
export type WagePart = { readonly from: Day; readonly to: Day; readonly wage: Fen }

/**
 * A month in which the wage changes, or a job begins or ends: parts in order, without gaps or overlaps, all in one month.
 * Each part is what the days employed would bring at its wage, times its share of those days (paid days, or calendar days
 * where the method counts those), rounded half-up to the fen. Neighbours of the same wage are one part, so a month without
 * a change is exactly `partMonth`, and a raise never brings less than the old wage or more than the new.
 */
export function partsOfMonth(
  parts: readonly WagePart[],
  method: Proration,
  calendar: WorkCalendar,
): (WagePart & PartMonth)[] {
  const joined = joinedParts(parts)
  const [first, last] = [joined[0], joined.at(-1)]
  if (!first || !last) return []
  const daysOf = (from: Day, to: Day) =>
    method === 'calendar-days' ? daysBetween(from, to) + 1 : paidDays(calendar, from, to)
  const all = daysOf(first.from, last.to)
  return joined.map((part) => {
    const full = partMonth(part.wage, first.from, last.to, method, calendar)
    const fen = all === 0 ? 0 : shared(full.fen, whole(daysOf(part.from, part.to)), whole(all))
    const { paidInMonth } = full
    return { ...part, paidEmployed: paidDays(calendar, part.from, part.to), paidInMonth, fen }
  })
}

/** Neighbours of one wage as one; parts that overlap, leave a gap or leave the month are the fault `bad-value`. */
function joinedParts(parts: readonly WagePart[]): WagePart[] {
  const joined: WagePart[] = []
  for (const part of parts) {
    const before = joined.at(-1)
    const isOneMonth = part.from.slice(0, 7) === (parts[0]?.from ?? part.from).slice(0, 7)
    const follows = before === undefined || addDays(before.to, 1) === part.from
    if (part.to < part.from || part.to.slice(0, 7) !== part.from.slice(0, 7) || !isOneMonth || !follows)
      throw payFault('bad-value', { name: 'parts', found: `${part.from}..${part.to}` })
    if (before && before.wage === part.wage) joined[joined.length - 1] = { ...before, to: part.to }
    else joined.push(part)
  }
  return joined
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
