import type { LocalText } from '#core/local-text'
import type { AccountUse, CostClass } from '#core/voucher'

/** Accounts as 企业会计准则第9号 is commonly kept; which subaccounts a firm has differs, so all of it can be edited. */
export type ChartAccount = { readonly code: string; readonly name: LocalText }
export type ChartRule = { readonly use: AccountUse; readonly key: CostClass; readonly account: string }

const costGroups = [
  ['5001', '生产成本', 'Production cost'],
  ['5101', '制造费用', 'Manufacturing overhead'],
  ['5301', '研发支出', 'Research and development'],
  ['6601', '销售费用', 'Selling expense'],
  ['6602', '管理费用', 'Administrative expense'],
] as const
const costParts = [
  ['01', 'wages', '工资', 'wages'],
  ['02', 'social', '社会保险费', 'social insurance'],
  ['03', 'fund', '住房公积金', 'housing fund'],
  ['04', 'employer-items', '职工福利及其他', 'welfare and other'],
] as const

export const chartAccounts: readonly ChartAccount[] = [
  account('1002', '银行存款', 'Bank deposits'),
  account('1221.01', '其他应收款—职工', 'Other receivables: employees'),
  account('2211.01', '应付职工薪酬—工资', 'Payroll payable: wages'),
  account('2211.02', '应付职工薪酬—职工福利及其他', 'Payroll payable: welfare and other'),
  account('2211.03', '应付职工薪酬—社会保险费', 'Payroll payable: social insurance'),
  account('2211.04', '应付职工薪酬—住房公积金', 'Payroll payable: housing fund'),
  account('2221.05', '应交税费—应交个人所得税', 'Taxes payable: individual income tax'),
  account('2241.01', '其他应付款—代扣社会保险费', 'Other payables: social insurance withheld'),
  account('2241.02', '其他应付款—代扣住房公积金', 'Other payables: housing fund withheld'),
  account('2241.03', '其他应付款—其他代扣款', 'Other payables: other deductions'),
  account('2241.04', '其他应付款—暂缓发放工资', 'Other payables: wages held back'),
  ...costGroups.flatMap(([group, chinese, english]) =>
    costParts.map(([part, , zh, en]) => account(`${group}.${part}`, `${chinese}—${zh}`, `${english}: ${en}`)),
  ),
]

export const chartRules: readonly ChartRule[] = [
  ...costRules('6602'),
  { use: 'owed', key: 'wages', account: '2211.01' },
  { use: 'owed', key: 'employer-items', account: '2211.02' },
  { use: 'owed', key: 'social', account: '2211.03' },
  { use: 'owed', key: 'fund', account: '2211.04' },
  { use: 'withheld', key: 'social', account: '2241.01' },
  { use: 'withheld', key: 'fund', account: '2241.02' },
  { use: 'withheld', key: 'deductions', account: '2241.03' },
  { use: 'withheld', key: 'tax', account: '2221.05' },
  ...(['net', 'social', 'fund', 'tax'] as const).map((key) => ({ use: 'paid' as const, key, account: '1002' })),
  { use: 'claim', key: 'net', account: '1221.01' },
  { use: 'kept', key: 'net', account: '2241.04' },
]

/** The four kinds of cost to one group of expense accounts. */
export function costRules(group: (typeof costGroups)[number][0]): ChartRule[] {
  return costParts.map(([part, key]) => ({ use: 'expense', key, account: `${group}.${part}` }))
}

function account(code: string, chinese: string, english: string): ChartAccount {
  return { code, name: { 'zh-CN': chinese, en: english } }
}
