import type { PayLine } from '../payroll/index.ts'

/** Kinds of pay that a mapping may name as one. `net` is what goes to people. */
export const costClasses = ['wages', 'social', 'fund', 'employer-items', 'deductions', 'tax', 'net'] as const
export type CostClass = (typeof costClasses)[number]

/** The class of a line of a slip; undefined for what is only told. Contributions other than the housing fund are `social`. */
export function classOf({ code, side, reason }: Pick<PayLine, 'code' | 'side' | 'reason'>): CostClass | undefined {
  if (side === 'information') return undefined
  if (side === 'earning') return 'wages'
  if (reason.rule === 'item') return side === 'employer' ? 'employer-items' : 'deductions'
  if (isTax(code)) return 'tax'
  return code.startsWith('fund.') ? 'fund' : 'social'
}

// `tax` of wages; `tax.bonus` and `tax.severance` with tables of their own
function isTax(code: string): boolean {
  return /^tax(\.|$)/.test(code)
}
