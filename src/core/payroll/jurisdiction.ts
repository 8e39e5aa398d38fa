import type { Day } from '../calendar/index.ts'
import type { PayLine } from './explained.ts'
import type { Fen } from './money.ts'

/**
 * A country's rules behind one face. Everything is pure: what a person's year has seen so far comes in as a record and
 * goes out as the next one; dated data is chosen by the day of payment.
 */
export type Jurisdiction<Person, YearToDate> = {
  readonly id: string
  readonly currency: string
  readonly newYear: (year: number) => YearToDate
  /** Contributions and tax of one payment. Throws the fault `no-data` where dated data is missing. */
  readonly statutory: (person: Person, pay: StatutoryPay, before: YearToDate, paidOn: Day) => Statutory<YearToDate>
}

export type StatutoryPay = {
  /** Everything earned. */
  readonly gross: Fen
  /** The part of it that is taxable. */
  readonly taxable: Fen
}

export type Statutory<YearToDate> = {
  readonly lines: readonly PayLine[]
  /** Own contributions and tax, each as a sum of the lines. */
  readonly insurance: Fen
  readonly employerInsurance: Fen
  readonly tax: Fen
  readonly yearToDate: YearToDate
}
