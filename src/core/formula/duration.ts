import { addDays, addMonths, dayOf, numberOf } from '../calendar/index.ts'
import { add, compare, multiply, negate } from './decimal-arithmetic.ts'
import { divide } from './decimal-divide.ts'
import { decimalText } from './decimal-text.ts'
import { integerOf, isZero, ofUnits, signOf, whole, zero, type Decimal } from './decimal.ts'
import { fault } from './problem.ts'

/** A span of time: whole months, whose length depends on where they begin, and seconds (a day has 86,400). */
export type Duration = { readonly months: number; readonly seconds: Decimal }

const pattern =
  /^(-?)P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,4})W)?(?:(\d{1,7})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/

/** Reads ISO 8601 (`P1Y2M`, `P3D`, `PT7H30M`); undefined for anything else. */
export function readDuration(text: string): Duration | undefined {
  const match = text.length <= 60 ? pattern.exec(text) : null
  if (!match || text.endsWith('P') || text.endsWith('T')) return undefined
  const part = (at: number) => Number(match[at] ?? 0)
  const months = part(2) * 12 + part(3)
  const seconds = (part(4) * 7 + part(5)) * 86_400 + part(6) * 3600 + part(7) * 60 + part(8)
  const span = { months, seconds: whole(seconds) }
  return match[1] ? scaled(span, whole(-1)) : span
}

export function durationText({ months, seconds }: Duration): string {
  if (months < 0 || (months === 0 && signOf(seconds) < 0)) {
    return `-${durationText({ months: 0 - months, seconds: negate(seconds) })}`
  }
  const calendar = `${months >= 12 ? `${Math.floor(months / 12)}Y` : ''}${months % 12 ? `${months % 12}M` : ''}`
  const total = integerOf(seconds)
  if (total === undefined) return `P${calendar}T${decimalText(seconds)}S`
  if (total === 0) return calendar ? `P${calendar}` : 'PT0S'
  if (total % 86_400 === 0) return `P${calendar}${total / 86_400}D`
  const hours = Math.trunc(total / 3600)
  const minutes = Math.trunc((total % 3600) / 60)
  const clock = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${total % 60 ? `${total % 60}S` : ''}`
  return `P${calendar}T${clock}`
}

export function addDurations(a: Duration, b: Duration): Duration {
  return { months: a.months + b.months, seconds: add(a.seconds, b.seconds) }
}

export function scaled(span: Duration, factor: Decimal): Duration {
  const months = span.months === 0 ? 0 : integerOf(multiply(whole(span.months), factor))
  if (months === undefined) throw fault('not-whole')
  return { months, seconds: multiply(span.seconds, factor) }
}

/** How often `b` fits into `a`. Months and seconds can't be held against each other: the fault `not-comparable`. */
export function ratio(a: Duration, b: Duration): Decimal {
  if (b.months === 0 && a.months === 0) return divide(a.seconds, b.seconds)
  if (isZero(a.seconds) && isZero(b.seconds)) return divide(whole(a.months), whole(b.months))
  throw fault('not-comparable')
}

export function compareDurations(a: Duration, b: Duration): number {
  if (a.months === b.months) return compare(a.seconds, b.seconds)
  if (isZero(a.seconds) && isZero(b.seconds)) return a.months - b.months
  throw fault('not-comparable')
}

/** A day and a span of whole days: months first, as calendars do. */
export function shiftDate(date: number, span: Duration): number {
  const days = integerOf(divide(span.seconds, ofUnits(86_400, 0)))
  if (days === undefined) throw fault('not-whole')
  return inRange(numberOf(addDays(addMonths(dayOf(date), boundedMonths(span.months)), boundedDays(days))))
}

/** Throws the fault `bad-date` outside the years 1 to 9999. */
export function inRange(date: number): number {
  if (!(date >= firstDay && date <= lastDay)) throw fault('bad-date')
  return date
}

/** Seconds of a span without months. */
export function secondsOf(span: Duration): Decimal {
  if (span.months !== 0) throw fault('not-comparable')
  return span.seconds
}

export const noTime: Duration = { months: 0, seconds: zero }
export const firstDay = numberOf('0001-01-01')
export const lastDay = numberOf('9999-12-31')

export function boundedMonths(months: number): number {
  if (Math.abs(months) > 120_000) throw fault('bad-date')
  return months
}

function boundedDays(days: number): number {
  if (Math.abs(days) > 4_000_000) throw fault('bad-date')
  return days
}
