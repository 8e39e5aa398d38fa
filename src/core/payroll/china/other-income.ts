import type { Day } from '../../calendar/index.ts'
import { decimal, divide, multiply, subtract, whole } from '../../formula/index.ts'
import { heldOn, type Dated } from '../dated.ts'
import { fenOf, rated, yuanOf, type Fen } from '../money.ts'
import { payFault } from '../problem.ts'
import { bracketOf, taxIn, taxTables, type Bracket, type TaxTables } from './brackets.ts'

export type IncomeTax = { readonly taxable: Fen; readonly bracket: Bracket; readonly tax: Fen }

/** Labour remuneration, per payment: less 800 up to 4,000, else less a fifth (公告2018年第61号 art. 8). */
export function labourTax(payment: Fen, paidOn: Day): IncomeTax {
  const taxable = payment <= 400_000 ? Math.max(0, payment - 80_000) : payment - rated(payment, decimal('0.2'))
  return onTable(taxable, 'labour', paidOn)
}

/** Severance: free up to three local average wages of a year, the excess alone on the annual table (财税〔2018〕164号). */
export function severanceTax(
  amount: Fen,
  localAverageYear: Fen,
  paidOn: Day,
  tables: readonly Dated<TaxTables>[] = taxTables,
): IncomeTax & { readonly exempt: Fen } {
  const exempt = Math.min(amount, 3 * localAverageYear)
  return { exempt, ...onTable(amount - exempt, 'annual', paidOn, tables) }
}

/** Equity of listed companies: apart from wages on the annual table, several in one year added up (公告2023年第25号). */
export function equityTax(earlierThisYear: Fen, now: Fen, paidOn: Day): Fen {
  if (paidOn >= '2028-01-01') throw payFault('no-data', { what: 'equity-rule', place: 'cn', day: paidOn })
  return onTable(earlierThisYear + now, 'annual', paidOn).tax - onTable(earlierThisYear, 'annual', paidOn).tax
}

/** Wage of a non-resident: month less 5,000 on the monthly table, without insurance relief. */
export function nonResidentTax(wage: Fen, paidOn: Day, tables: readonly Dated<TaxTables>[] = taxTables): IncomeTax {
  const { basicMonth } = heldOn(tables, paidOn, 'tax-tables', 'cn').content
  return onTable(Math.max(0, wage - basicMonth), 'monthly', paidOn, tables)
}

/** Lump sum of early retirement: spread over the years to the statutory age, each less 60,000 (财税〔2018〕164号). */
export function earlyRetirementTax(amount: Fen, years: number, paidOn: Day): Fen {
  if (!Number.isInteger(years) || years < 1) throw payFault('bad-value', { name: 'years', found: years })
  const { annual } = heldOn(taxTables, paidOn, 'tax-tables', 'cn').content
  const share = subtract(divide(yuanOf(amount), whole(years)), whole(60_000))
  const { rate, quick } = bracketOf(annual, share)
  return Math.max(0, fenOf(multiply(subtract(multiply(share, rate), quick), whole(years))))
}

/** The yearly return: tax of all income less everything withheld; positive = still to pay. */
export function settlement(taxable: Fen, withheld: Fen, paidOn: Day): { readonly tax: Fen; readonly due: Fen } {
  const { tax } = onTable(taxable, 'annual', paidOn)
  return { tax, due: tax - withheld }
}

function onTable(
  taxable: Fen,
  name: 'annual' | 'monthly' | 'labour',
  paidOn: Day,
  tables: readonly Dated<TaxTables>[] = taxTables,
): IncomeTax {
  const bracket = bracketOf(heldOn(tables, paidOn, 'tax-tables', 'cn').content[name], yuanOf(taxable))
  return { taxable, bracket, tax: taxIn(bracket, taxable) }
}
