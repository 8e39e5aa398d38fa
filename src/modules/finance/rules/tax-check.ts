import type { Fen } from '#core/payroll'

/** A month of a person as the slips have it, all in fen. */
export type TaxMonth = {
  /** Taxed with the wage. */
  readonly income: Fen
  readonly exempt: Fen
  readonly bonus: Fen
  readonly severance: Fen
  readonly insurance: Fen
  /** All tax of the month. */
  readonly tax: Fen
  readonly gross: Fen
  readonly deductions: Fen
  readonly net: Fen
  readonly receivable: Fen
}

/**
 * 本期收入 − insurance and fund = net + tax − what is not taxed with the wage. What else was deducted belongs to the net
 * a person would have had; what could not be taken is owed. 0 where sheet and slip agree.
 */
export function taxMonthGap(month: TaxMonth): Fen {
  const apart = month.gross - month.income - month.bonus - month.severance
  const others = month.deductions - month.insurance - month.tax
  const net = month.net - month.receivable + others
  return month.income - month.insurance - (net + month.tax - apart - month.bonus - month.severance)
}

/** Steps of the cumulative computation in their order: the first that differs is where two computations part. */
export const taxSteps = [
  'income',
  'exempt',
  'basicDeduction',
  'insurance',
  'special',
  'other',
  'taxable',
  'taxOfYear',
  'reduced',
  'withheldBefore',
  'due',
] as const
export type TaxStep = (typeof taxSteps)[number]
export type TaxFigures = { readonly [step in TaxStep]?: Fen }
export type TaxDifference = { readonly step: TaxStep; readonly ours: Fen; readonly theirs: Fen }

/** Steps both sides tell and that differ by more than the tolerance. What one of them leaves out is not compared. */
export function taxDifferences(ours: TaxFigures, theirs: TaxFigures, toleranceFen: Fen = 0): TaxDifference[] {
  return taxSteps.flatMap((step) => {
    const [own, other] = [ours[step], theirs[step]]
    if (own === undefined || other === undefined || Math.abs(own - other) <= toleranceFen) return []
    return [{ step, ours: own, theirs: other }]
  })
}
