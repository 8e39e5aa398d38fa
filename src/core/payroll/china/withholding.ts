import type { Day } from '../../calendar/index.ts'
import { heldOn, type Dated } from '../dated.ts'
import { yuanOf, type Fen } from '../money.ts'
import { payFault } from '../problem.ts'
import { bracketOf, taxIn, taxTables, type Bracket, type TaxTables } from './brackets.ts'

/**
 * What earlier payments of the tax year leave behind for one person at one employer. The tax year is the calendar year
 * of payment. It is a record of its own: opening balances at a go-live in mid-year are written as one of these.
 */
export type YearToDate = {
  readonly version: 1
  readonly year: number
  readonly income: Fen
  readonly exempt: Fen
  readonly insurance: Fen
  readonly special: Fen
  readonly other: Fen
  readonly reduced: Fen
  readonly withheld: Fen
  /** The annual bonus taxed apart in this tax year: a second one is taxed with the wages. */
  readonly bonus?: Fen
}

/** How the basic deduction counts. */
export type Standing = {
  /** First month at this employer in this tax year. */
  readonly hireMonth: number
  /** 公告2020年第13号: no wage earlier in the year, so the deduction counts from January. */
  readonly isFirstJob?: boolean
  /** 公告2020年第19号: 60,000 at once from January. */
  readonly hasFull60000?: boolean
}

/** Amounts of one payment. `insurance` is the own share of social insurance and housing fund together. */
export type Payment = {
  readonly income: Fen
  readonly exempt?: Fen
  readonly insurance?: Fen
  /** Special additional deductions booked now; late ones simply come as a larger amount. */
  readonly special?: Fen
  readonly other?: Fen
  readonly reduced?: Fen
}

export type Withholding = {
  readonly basicDeduction: Fen
  /** May be negative. */
  readonly taxable: Fen
  readonly bracket: Bracket
  readonly tax: Fen
  /** Tax of the year so far less what was withheld; may be negative. */
  readonly balance: Fen
  /** Never negative: too much is settled in the yearly return, not through the payslip. */
  readonly withheld: Fen
  readonly yearToDate: YearToDate
}

export function newYear(year: number): YearToDate {
  return {
    version: 1,
    year,
    income: 0,
    exempt: 0,
    insurance: 0,
    special: 0,
    other: 0,
    reduced: 0,
    withheld: 0,
    bonus: 0,
  }
}

/**
 * Tax to withhold from one wage payment, by the cumulative method (国家税务总局公告2018年第61号 art. 6).
 * The tax of the year so far is rounded half-up to the fen and what was withheld is subtracted, so cents don't drift.
 * Several payments in one month count its 5,000 once.
 */
export function withhold(
  before: YearToDate,
  standing: Standing,
  paidOn: Day,
  payment: Payment,
  tables: readonly Dated<TaxTables>[] = taxTables,
): Withholding {
  const [year, month] = [Number(paidOn.slice(0, 4)), Number(paidOn.slice(5, 7))]
  if (before.year !== year) throw payFault('stale-year-to-date', { found: before.year, wanted: year })
  const { content } = heldOn(tables, paidOn, 'tax-tables', 'cn')
  const after = added(before, payment)
  const basicDeduction = content.basicMonth * monthsCounted(standing, month)
  const taxable = after.income - after.exempt - basicDeduction - after.insurance - after.special - after.other
  const bracket = bracketOf(content.annual, yuanOf(taxable))
  const tax = taxIn(bracket, taxable)
  const balance = tax - after.reduced - before.withheld
  const withheld = Math.max(0, balance)
  return {
    basicDeduction,
    taxable,
    bracket,
    tax,
    balance,
    withheld,
    yearToDate: { ...after, withheld: before.withheld + withheld },
  }
}

function added(before: YearToDate, payment: Payment): YearToDate {
  return {
    ...before,
    income: before.income + payment.income,
    exempt: before.exempt + (payment.exempt ?? 0),
    insurance: before.insurance + (payment.insurance ?? 0),
    special: before.special + (payment.special ?? 0),
    other: before.other + (payment.other ?? 0),
    reduced: before.reduced + (payment.reduced ?? 0),
  }
}

function monthsCounted({ hireMonth, isFirstJob, hasFull60000 }: Standing, month: number): number {
  if (hasFull60000) return 12
  return Math.max(0, month - (isFirstJob ? 1 : hireMonth) + 1)
}
