import type { Day, WorkCalendar } from '../calendar/index.ts'
import type { Decimal } from '../formula/index.ts'
import type { Dated } from './dated.ts'
import type { PayLine } from './explained.ts'
import type { Fen, MoneyRounding } from './money.ts'
import { payFault } from './problem.ts'

/**
 * A country's rules behind one face. Everything is pure: what a person's year has seen so far comes in as a record and
 * goes out as the next one; dated data is chosen by the day of payment. A `null` rule is one the country's law doesn't
 * have or the pack doesn't cover; data that should exist but isn't there is the fault `no-data`.
 */
export type Jurisdiction<Person, YearToDate> = {
  readonly id: string
  readonly currency: string
  readonly newYear: (year: number) => YearToDate
  /** Contributions and tax of one payment. Throws the fault `no-data` where dated data is missing. */
  readonly statutory: (person: Person, pay: StatutoryPay, before: YearToDate, paidOn: Day) => Statutory<YearToDate>
  /** The dated data a person's payment on a day is computed with, for a run to record; missing data is told, not thrown. */
  readonly params: (person: Person, paidOn: Day) => readonly Parameter[]
  /** Workdays, rest days and statutory days of a year; a year without a notice is the fault `no-calendar-year`. */
  readonly calendar: (year: number) => WorkCalendar
  /** Pay for overtime on a monthly wage, one line per kind of day with hours; null where none is laid down. */
  readonly overtime: ((monthWage: Fen, hours: OvertimeHours) => readonly PayLine[]) | null
  /** How far pay for normal hours falls short of the lowest lawful wage of a place; null where there is no such wage. */
  readonly minimumWage: ((place: string, day: Day, normalPay: Fen, ownContributions: Fen) => Fen) | null
  /** Paid leave of a year in days, for the days employed in it (both included); null where not covered. */
  readonly annualLeave: ((workedYears: number, from: Day, to: Day) => number) | null
  /** What is owed at the end of a job; null where not covered. */
  readonly termination: ((leaving: Leaving) => Severance) | null
  /** How the country rounds what people and employers contribute, where no dated data tells it. */
  readonly rounding: MoneyRounding
  /** What has to be told to the authorities, and until when. */
  readonly filings: readonly Filing[]
  /** Files of banks known by name; templates are data of the installation. */
  readonly bankFormats: readonly string[]
}

export type StatutoryPay = {
  /** Everything earned. */
  readonly gross: Fen
  /** The part of it that is taxable. */
  readonly taxable: Fen
  /** Parts of `taxable` that have a tax of their own where the country knows one. */
  readonly bonus?: Fen
  readonly severance?: Fen
}

export type Statutory<YearToDate> = {
  readonly lines: readonly PayLine[]
  /** Own contributions and tax, each as a sum of the lines. */
  readonly insurance: Fen
  readonly employerInsurance: Fen
  readonly tax: Fen
  readonly yearToDate: YearToDate
}

/** One piece of dated data: what it is, where it holds and where it was read; `version` is null when there is none. */
export type Parameter = {
  readonly what: string
  readonly place: string
  readonly version: Pick<Dated<unknown>, 'from' | 'until' | 'source' | 'missing'> | null
}

/** Hours by the kind of day they fell on. */
export type OvertimeHours = { readonly workday: Decimal; readonly restday: Decimal; readonly statutory: Decimal }

export type Leaving = {
  readonly start: Day
  /** The last day employed. */
  readonly lastDay: Day
  /** Average of the last twelve months' pay. */
  readonly average: Fen
  readonly localAverageMonth: Fen
  readonly minimum: Fen
}

export type Severance = {
  /** In half months. */
  readonly months: Decimal
  readonly base: Fen
  readonly isCapped: boolean
  readonly single: Fen
  readonly double: Fen
}

export type Filing = {
  readonly code: string
  readonly rhythm: 'month' | 'quarter' | 'year'
  /** Last day of the month after the period, or of the named month for yearly ones. */
  readonly dueDay: number
  readonly dueMonth?: number
  readonly source: string
}

/** For countries no calendar is shipped for. */
export function noCalendar(year: number): never {
  throw payFault('no-calendar-year', { year })
}

/** Which version of each list holds on a day, without failing where there is none. */
export function parameter(what: string, place: string, all: readonly Dated<unknown>[], day: Day): Parameter {
  const found = all.find((one) => one.from <= day && (one.until === null || day < one.until))
  if (!found) return { what, place, version: null }
  const { from, until, source, missing } = found
  return { what, place, version: { from, until, source, ...(missing ? { missing } : {}) } }
}
