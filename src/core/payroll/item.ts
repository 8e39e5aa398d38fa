import type { MoneyRounding } from './money.ts'

/**
 * One line of pay as a formula. Formulas may use each other, the person's inputs, and (unless they are earned before
 * tax) the statutory results: 应发 gross, 计税收入 taxable_income, 个人社保 insurance, 个税 tax, 实发 net_before_items.
 */
export type PayItem = {
  readonly code: string
  readonly aliases?: readonly string[]
  readonly kind: 'earning' | 'deduction' | 'employer' | 'information'
  readonly formula: string
  /** Earnings are taxable unless told otherwise: 差旅费津贴, 误餐补助, 独生子女补贴 are not. */
  readonly isTaxable?: boolean
  /** A taxable earning that has a tax of its own where the country knows one; elsewhere it is taxed as a wage. */
  readonly taxedAs?: 'wage' | 'bonus' | 'severance'
  readonly rounding?: MoneyRounding
}

/** Names that exist only after contributions and tax are known. */
export const statutoryNames = {
  gross: '应发',
  taxable_income: '计税收入',
  insurance: '个人社保公积金',
  employer_insurance: '单位社保公积金',
  tax: '个税',
} as const
