import type { Day } from '../../calendar/index.ts'
import { divide, one, subtract, whole, zero } from '../../formula/index.ts'
import { heldOn, type Dated } from '../dated.ts'
import { fenOf, yuanOf, type Fen } from '../money.ts'
import { bracketOf, taxIn, taxTables, type Bracket, type TaxTables } from './brackets.ts'

/** How long the annual bonus may be taxed apart from wages. */
export const bonusRule: readonly Dated<{ readonly isSeparate: boolean }>[] = [
  {
    from: '2019-01-01',
    until: '2028-01-01',
    source: '财税〔2018〕164号；财政部 税务总局公告2023年第30号',
    content: { isSeparate: true },
  },
]

export type BonusTax = { readonly bracket: Bracket; readonly tax: Fen; readonly net: Fen }

/** Once a year and person: the bracket of a twelfth on the monthly table, then one quick deduction from the whole. */
export function bonusTax(bonus: Fen, paidOn: Day, tables: readonly Dated<TaxTables>[] = taxTables): BonusTax {
  heldOn(bonusRule, paidOn, 'bonus-rule', 'cn')
  const { monthly } = heldOn(tables, paidOn, 'tax-tables', 'cn').content
  const bracket = bracketOf(monthly, divide(yuanOf(bonus), whole(12)))
  const tax = taxIn(bracket, bonus)
  return { bracket, tax, net: bonus - tax }
}

/** More gross, less net: from just above a seam up to where the net is that of the seam again. */
export type BlindZone = { readonly above: Fen; readonly upTo: Fen }

export function blindZones(paidOn: Day): BlindZone[] {
  const { monthly } = heldOn(taxTables, paidOn, 'tax-tables', 'cn').content
  return monthly.slice(1).map((bracket, at) => {
    const seam = 12 * fenOf(monthly[at]?.most ?? zero)
    const net = yuanOf(seam - bonusTax(seam, paidOn).tax)
    // net = x − (x × rate − quick), so x = (net − quick) ÷ (1 − rate)
    const upTo = fenOf(divide(subtract(net, bracket.quick), subtract(one, bracket.rate)))
    return { above: seam, upTo }
  })
}

/** The blind zone a bonus lies in: paying `above` instead leaves the person more. */
export function cliffOf(bonus: Fen, paidOn: Day): BlindZone | undefined {
  return blindZones(paidOn).find(({ above, upTo }) => bonus > above && bonus < upTo)
}

export type BonusChoice = {
  readonly separate: Fen
  readonly merged: Fen
  /** The split with the least tax: so much of the bonus apart, the rest with the wages. */
  readonly best: { readonly separatePart: Fen; readonly tax: Fen }
}

/**
 * Year tax of wages and bonus, taxed apart, merged, or split. `taxableWage` is the wage of the year after all deductions
 * and may be negative. The least lies at a seam of one of both tables, so only those are tried.
 */
export function bonusChoice(taxableWage: Fen, bonus: Fen, paidOn: Day): BonusChoice {
  const { annual, monthly } = heldOn(taxTables, paidOn, 'tax-tables', 'cn').content
  const yearTax = (taxable: Fen) => taxIn(bracketOf(annual, yuanOf(taxable)), taxable)
  const taxOf = (part: Fen) => yearTax(taxableWage + bonus - part) + (part > 0 ? bonusTax(part, paidOn).tax : 0)
  const seams = [
    ...monthly.map(({ most }) => (most ? 12 * fenOf(most) : bonus)),
    ...annual.map(({ most }) => (most ? taxableWage + bonus - fenOf(most) : 0)),
    taxableWage + bonus,
    0,
    bonus,
  ]
  const [best = { separatePart: 0, tax: taxOf(0) }] = seams
    .filter((part) => part >= 0 && part <= bonus)
    .map((part) => ({ separatePart: part, tax: taxOf(part) }))
    .sort((a, b) => a.tax - b.tax || b.separatePart - a.separatePart)
  return { separate: taxOf(bonus), merged: taxOf(0), best }
}
