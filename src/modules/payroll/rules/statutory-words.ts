/** The results of the law that formulas may use, with the Chinese names they may use for them (see core/payroll). */
export const statutoryWords = {
  gross: '应发',
  taxable_income: '计税收入',
  insurance: '个人社保公积金',
  employer_insurance: '单位社保公积金',
  tax: '个税',
} as const
export type StatutoryName = keyof typeof statutoryWords
