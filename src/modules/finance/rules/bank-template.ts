import { fenText } from '#core/payroll'
import { plain } from './plain.ts'

/** What a column of a bank's file may hold. `text` is the same in each row: one's own account, a code of the bank. */
export const bankFields = [
  'number',
  'name',
  'amount',
  'bank',
  'branch',
  'purpose',
  'note',
  'mobile',
  'line',
  'personNumber',
  'text',
] as const
export type BankField = (typeof bankFields)[number]
export type BankColumn = { readonly title: string; readonly field: BankField; readonly text?: string | undefined }

/** A bank's file as data: what stands in which order, and how. */
export type BankTemplate = {
  readonly format: 'text' | 'xlsx'
  readonly encoding: 'gbk' | 'utf-8'
  readonly separator: ',' | ';' | '|' | '\t'
  readonly hasHeader: boolean
  /** Yuan with two decimals, never a thousands separator; or whole fen. */
  readonly amount: 'yuan' | 'fen'
  /** How a text file keeps an account from becoming a number: a tab behind it, an apostrophe before it, or not at all. */
  readonly accountMark: 'none' | 'tab' | 'apostrophe'
  /** A line of its own with count and sum, before or behind the rows. */
  readonly totals: 'none' | 'first' | 'last'
  readonly purpose: string
  readonly columns: readonly BankColumn[]
}

export type BankPayment = {
  readonly personNumber: string
  readonly name: string
  readonly number: string
  readonly bank: string
  readonly branch: string
  readonly mobile: string
  readonly fen: number
}

/** As 招商银行 states it on its own pages: account as text, two decimals, no total. */
export const shippedBankTemplates: readonly {
  code: string
  name: Record<string, string>
  source: string
  content: BankTemplate
}[] = [
  {
    code: 'cmb',
    name: { 'zh-CN': '招商银行 代发工资', en: 'China Merchants Bank payroll' },
    source: 'market.cmbchina.com',
    content: {
      ...basics(),
      format: 'xlsx',
      columns: [
        { title: '账号', field: 'number' },
        { title: '户名', field: 'name' },
        { title: '金额', field: 'amount' },
        { title: '开户行', field: 'branch' },
        { title: '开户地', field: 'text', text: '' },
      ],
    },
  },
  {
    code: 'icbc',
    name: { 'zh-CN': '工商银行 批量付款', en: 'ICBC batch payment' },
    source: '工行企业网银批量工具（以网点提供的版本为准）',
    content: {
      ...basics(),
      format: 'text',
      columns: [
        { title: '付款账号开户行', field: 'text', text: '' },
        { title: '付款账号', field: 'text', text: '' },
        { title: '付款账号名称', field: 'text', text: '' },
        { title: '收款账号开户行', field: 'branch' },
        { title: '省份', field: 'text', text: '' },
        { title: '城市', field: 'text', text: '' },
        { title: '收款账号', field: 'number' },
        { title: '收款账号名称', field: 'name' },
        { title: '金额', field: 'amount' },
        { title: '汇款用途', field: 'purpose' },
        { title: '备注', field: 'note' },
        { title: '短信通知手机号', field: 'mobile' },
      ],
    },
  },
]

/** The cells of a file by its template; runs in the browser too, so that whoever edits one sees it at once. */
export function bankCells(template: BankTemplate, payments: readonly BankPayment[]): string[][] {
  return payments.map((payment, at) => template.columns.map((column) => cellOf(template, column, payment, at)))
}

/** The whole text file; a sheet is made of the cells. */
export function bankText(template: BankTemplate, payments: readonly BankPayment[]): string {
  const written = (cells: readonly string[]) =>
    cells.map((cell) => separated(cell, template.separator)).join(template.separator)
  const rows = bankCells(template, payments).map((cells) =>
    written(cells.map((cell, at) => marked(cell, template.columns[at]?.field, template.accountMark))),
  )
  const totals = totalCells(template, payments)
  const lines = [
    ...(template.hasHeader ? [written(template.columns.map(({ title }) => title))] : []),
    ...(template.totals === 'first' ? [written(totals)] : []),
    ...rows,
    ...(template.totals === 'last' ? [written(totals)] : []),
  ]
  return `${lines.join('\r\n')}\r\n`
}

export function totalCells(template: BankTemplate, payments: readonly BankPayment[]): string[] {
  const fen = payments.reduce((sum, payment) => sum + payment.fen, 0)
  return [String(payments.length), amountText(template, fen)]
}

function basics() {
  return {
    encoding: 'gbk',
    separator: ',',
    hasHeader: true,
    amount: 'yuan',
    accountMark: 'none',
    totals: 'none',
    purpose: '工资',
  } as const
}

function cellOf(template: BankTemplate, { field, text = '' }: BankColumn, payment: BankPayment, at: number): string {
  if (field === 'amount') return amountText(template, payment.fen)
  if (field === 'line') return String(at + 1)
  if (field === 'text') return plain(text)
  if (field === 'purpose' || field === 'note') return field === 'purpose' ? plain(template.purpose) : ''
  return plain(payment[field])
}

function amountText({ amount }: BankTemplate, fen: number): string {
  return amount === 'fen' ? String(fen) : fenText(fen)
}

function marked(cell: string, field: BankField | undefined, mark: BankTemplate['accountMark']): string {
  if (field !== 'number' || mark === 'none') return cell
  return mark === 'tab' ? `${cell}\t` : `'${cell}`
}

/** Banks know no quoting: what would part a cell becomes its wide form or a space. */
function separated(cell: string, separator: string): string {
  if (separator === '\t') return cell.replaceAll('\t', ' ')
  const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', '|': '｜' }
  return cell.replaceAll(separator, wide[separator] ?? ' ')
}
