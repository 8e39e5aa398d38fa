import type { LocalText } from '#core/local-text'
import { fenText } from '#core/payroll'

/** What a column of the tax client's sheets may hold; amounts are fen. */
export const taxTextFields = ['number', 'name', 'idKind', 'idNumber', 'item', 'note'] as const
export const taxAmountFields = [
  'income',
  'exempt',
  'pension',
  'medical',
  'unemployment',
  'fund',
  'childEducation',
  'education',
  'mortgage',
  'rent',
  'elderly',
  'infant',
  'personalPension',
  'annuity',
  'health',
  'deferredPension',
  'transport',
  'communication',
  'lawyer',
  'tibet',
  'other',
  'donation',
  'reduced',
  'treaty',
  'bonus',
  'labour',
  'expenses',
] as const
export type TaxField = (typeof taxTextFields)[number] | (typeof taxAmountFields)[number]
export type TaxKind = 'tax-wages' | 'tax-bonus' | 'tax-labour'
export type TaxColumn = { readonly title: string; readonly field: TaxField }
export type TaxTemplate = { readonly columns: readonly TaxColumn[] }
export type ShippedTaxTemplate = {
  readonly kind: TaxKind
  readonly code: string
  readonly name: LocalText
  readonly from: string
  readonly until: string | null
  readonly content: TaxTemplate
}

/** One person's month, as the sheets want it. */
export type TaxRow = { readonly [field in (typeof taxTextFields)[number]]: string } & {
  readonly [field in (typeof taxAmountFields)[number]]?: number
}

const person = [
  ['工号', 'number'],
  ['*姓名', 'name'],
  ['*证件类型', 'idKind'],
  ['*证件号码', 'idNumber'],
] as const
const wages: readonly (readonly [string, TaxField])[] = [
  ...person,
  ['本期收入', 'income'],
  ['本期免税收入', 'exempt'],
  ['基本养老保险费', 'pension'],
  ['基本医疗保险费', 'medical'],
  ['失业保险费', 'unemployment'],
  ['住房公积金', 'fund'],
  ['累计子女教育', 'childEducation'],
  ['累计继续教育', 'education'],
  ['累计住房贷款利息', 'mortgage'],
  ['累计住房租金', 'rent'],
  ['累计赡养老人', 'elderly'],
  ['累计3岁以下婴幼儿照护', 'infant'],
  ['累计个人养老金', 'personalPension'],
  ['企业(职业)年金', 'annuity'],
  ['商业健康保险', 'health'],
  ['税延养老保险', 'deferredPension'],
  ['公务交通费用', 'transport'],
  ['通讯费用', 'communication'],
  ['律师办案费用', 'lawyer'],
  ['西藏附加减除费用', 'tibet'],
  ['其他', 'other'],
  ['准予扣除的捐赠额', 'donation'],
  ['减免税额', 'reduced'],
  ['协定减免', 'treaty'],
  ['备注', 'note'],
]
const bonus: readonly (readonly [string, TaxField])[] = [
  ...person,
  ['*全年一次性奖金额', 'bonus'],
  ['免税收入', 'exempt'],
  ['其他', 'other'],
  ['准予扣除的捐赠额', 'donation'],
  ['减免税额', 'reduced'],
  ['协定减免', 'treaty'],
  ['备注', 'note'],
]
const labour: readonly (readonly [string, TaxField])[] = [
  ...person,
  ['*所得项目', 'item'],
  ['*收入', 'labour'],
  ['免税收入', 'exempt'],
  ['商业健康保险', 'health'],
  ['税延养老保险', 'deferredPension'],
  ['其他', 'other'],
  ['允许扣除的税费', 'expenses'],
  ['减免税额', 'reduced'],
  ['协定减免', 'treaty'],
  ['备注', 'note'],
]

/** The forms of 自然人电子税务局（扣缴端）. The older one of wages has no 协定减免. */
export const shippedTaxTemplates: readonly ShippedTaxTemplate[] = [
  sheet('tax-wages', 'wages-29', '正常工资薪金（29 列）', 'Wages (29 columns)', '2024-01-01', null, wages),
  sheet(
    'tax-wages',
    'wages-28',
    '正常工资薪金（28 列，旧版）',
    'Wages (28 columns, older)',
    '2019-01-01',
    null,
    withoutTreaty(wages),
  ),
  sheet('tax-bonus', 'bonus-11', '全年一次性奖金（11 列）', 'Annual bonus (11 columns)', '2019-01-01', null, bonus),
  sheet('tax-labour', 'labour-14', '劳务报酬（14 列）', 'Labour remuneration (14 columns)', '2019-01-01', null, labour),
]

const texts = new Set<string>(taxTextFields)

export function isTaxText(field: TaxField): boolean {
  return texts.has(field)
}

/** The cells of a person: texts as they are, amounts with two decimals, 0.00 where there is nothing. */
export function taxCells(template: TaxTemplate, row: TaxRow): string[] {
  return template.columns.map(({ field }) => {
    const value = row[field]
    return isTaxText(field) ? String(value ?? '') : fenText(typeof value === 'number' ? value : 0)
  })
}

function sheet(
  kind: TaxKind,
  code: string,
  chinese: string,
  english: string,
  from: string,
  until: string | null,
  columns: readonly (readonly [string, TaxField])[],
): ShippedTaxTemplate {
  const content = { columns: columns.map(([title, field]) => ({ title, field })) }
  return { kind, code, name: { 'zh-CN': chinese, en: english }, from, until, content }
}

function withoutTreaty(columns: typeof wages): typeof wages {
  return columns.filter(([, field]) => field !== 'treaty')
}
