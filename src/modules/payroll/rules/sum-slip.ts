import type { Fen, PayLine } from '#core/payroll'

/** What the lines of a slip add up to, in fen. */
export type SlipSums = {
  readonly gross: Fen
  /** Own contributions. */
  readonly insurance: Fen
  readonly tax: Fen
  /** What is taken off besides contributions and tax. */
  readonly otherDeductions: Fen
  readonly net: Fen
  /** What could not be taken from the wage; 0 unless the net is 0. */
  readonly receivable: Fen
  readonly employerCost: Fen
}

type SummedLine = Pick<PayLine, 'code' | 'side' | 'fen'> & { readonly reason: Pick<PayLine['reason'], 'rule'> }

/**
 * Adds a slip up again from its lines alone: earnings are the gross; what the employee bears is a contribution, a tax or
 * another deduction; the rest is the net, or a receivable when less than nothing is left; the employer's lines come on top
 * of the gross. Whole fen, so nothing is rounded.
 */
export function sumSlip(lines: readonly SummedLine[]): SlipSums {
  const sumOf = (wanted: (line: SummedLine) => boolean) =>
    lines.reduce((sum, line) => (wanted(line) ? sum + line.fen : sum), 0)
  const gross = sumOf(({ side }) => side === 'earning')
  const isOwn = (line: SummedLine) => line.side === 'employee'
  const tax = sumOf((line) => isOwn(line) && isTax(line))
  const otherDeductions = sumOf((line) => isOwn(line) && !isTax(line) && isItem(line))
  const insurance = sumOf((line) => isOwn(line) && !isTax(line) && !isItem(line))
  const left = gross - insurance - tax - otherDeductions
  return {
    gross,
    insurance,
    tax,
    otherDeductions,
    net: Math.max(0, left),
    receivable: Math.max(0, -left),
    employerCost: gross + sumOf(({ side }) => side === 'employer'),
  }
}

/** The sums that differ between a slip as it is stored and its lines: empty when it adds up to 0.00. */
export function differencesOf(stored: SlipSums, lines: readonly SummedLine[]): { sum: keyof SlipSums; fen: Fen }[] {
  const again = sumSlip(lines)
  return (Object.keys(again) as (keyof SlipSums)[]).flatMap((sum) => {
    const fen = again[sum] - stored[sum]
    return fen === 0 ? [] : [{ sum, fen }]
  })
}

/** Sums of several slips, such as those of a year. */
export function addSums(all: readonly SlipSums[]): SlipSums {
  const sumOf = (key: keyof SlipSums) => all.reduce((sum, one) => sum + one[key], 0)
  return {
    gross: sumOf('gross'),
    insurance: sumOf('insurance'),
    tax: sumOf('tax'),
    otherDeductions: sumOf('otherDeductions'),
    net: sumOf('net'),
    receivable: sumOf('receivable'),
    employerCost: sumOf('employerCost'),
  }
}

function isTax({ code }: SummedLine): boolean {
  return code === 'tax' || code.startsWith('tax.')
}

/** A difference of a closed month stands in the lines by its item's code or by that of the law. */
function isItem({ code, reason }: SummedLine): boolean {
  return reason.rule === 'item' || (reason.rule === 'arrears' && !code.endsWith('.employee'))
}
