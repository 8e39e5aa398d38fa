import type { Day } from '../../calendar/index.ts'
import { decimal, type Decimal } from '../../formula/index.ts'
import { heldOn, type Dated } from '../dated.ts'
import { rated, type Fen } from '../money.ts'

export type MpfRules = { readonly rate: Decimal; readonly leastIncome: Fen; readonly cap: Fen }

export const mpfRules: readonly Dated<MpfRules>[] = [
  {
    from: '2014-06-01',
    until: null,
    source: 'mpfa.org.hk',
    content: { rate: decimal('0.05'), leastIncome: 710_000, cap: 150_000 },
  },
]

/** 5 % each up to 1,500; the employee pays nothing under 7,100 or in the holiday of the first 30 days. */
export function mpf(income: Fen, isHoliday: boolean, day: Day): { readonly employer: Fen; readonly employee: Fen } {
  const { rate, leastIncome, cap } = heldOn(mpfRules, day, 'mpf', 'hk').content
  const share = Math.min(cap, rated(income, rate))
  return { employer: share, employee: isHoliday || income < leastIncome ? 0 : share }
}
