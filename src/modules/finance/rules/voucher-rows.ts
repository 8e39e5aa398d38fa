import { fenText } from '#core/payroll'
import { pick, type LocalText } from '#core/local-text'
import { plain } from './plain.ts'

/** A line of a voucher with its head, as files of ledgers have them: one after the other. */
export type Entry = {
  readonly datedOn: string
  readonly voucherNumber: number
  readonly number: number
  readonly summary: string
  readonly account: string
  readonly accountName: LocalText
  readonly costCentre: string | null
  readonly costCentreName: LocalText | null
  readonly debitFen: number
  readonly creditFen: number
}

const word = '记'

/**
 * Text for Yonyou U8 and T3 (总账工具): one head line, then one entry a line, parted by commas: date, word, number,
 * attachments, summary, account, debit, credit, quantity, foreign amount, rate, maker, settlement, ticket, its date,
 * department, employee, customer, supplier, salesman, project. GBK and CRLF.
 */
export function yonyouText(entries: readonly Entry[], maker: string): string {
  const lines = entries.map((entry) =>
    [
      entry.datedOn,
      word,
      entry.voucherNumber,
      0,
      plain(entry.summary),
      entry.account,
      fenText(entry.debitFen),
      fenText(entry.creditFen),
      0,
      0,
      0,
      plain(maker),
      '',
      '',
      '',
      plain(entry.costCentre ?? ''),
      '',
      '',
      '',
      '',
      '',
    ].join(','),
  )
  return `${['填制凭证,V800', ...lines].join('\r\n')}\r\n`
}

/** The columns of the sheet Kingdee 精斗云 and KIS take. */
export const kingdeeColumns = [
  { title: '日期', kind: 'day' },
  { title: '凭证字' },
  { title: '凭证号', kind: 'number' },
  { title: '附件数', kind: 'number' },
  { title: '分录序号', kind: 'number' },
  { title: '摘要' },
  { title: '科目代码' },
  { title: '科目名称' },
  { title: '借方金额', kind: 'money' },
  { title: '贷方金额', kind: 'money' },
  { title: '客户' },
  { title: '供应商' },
  { title: '职员' },
  { title: '项目' },
  { title: '部门' },
  { title: '存货' },
  { title: '自定义辅助核算类别' },
  { title: '自定义辅助核算编码' },
  { title: '数量', kind: 'number' },
  { title: '单价', kind: 'number' },
  { title: '原币金额', kind: 'money' },
  { title: '币别' },
  { title: '汇率', kind: 'number' },
] as const

export function kingdeeRows(entries: readonly Entry[]): (string | number | null)[][] {
  return entries.map((entry) => [
    entry.datedOn,
    word,
    entry.voucherNumber,
    0,
    entry.number,
    entry.summary,
    entry.account,
    pick(entry.accountName, 'zh-CN'),
    entry.debitFen === 0 ? null : fenText(entry.debitFen),
    entry.creditFen === 0 ? null : fenText(entry.creditFen),
    null,
    null,
    null,
    null,
    entry.costCentre,
    null,
    null,
    null,
    null,
    null,
    fenText(entry.debitFen + entry.creditFen),
    'RMB',
    1,
  ])
}

/** The same for whatever reads tables, titles in the reader's language. */
export function csvRows(entries: readonly Entry[], language: string): (string | number | null)[][] {
  return entries.map((entry) => [
    entry.datedOn,
    entry.voucherNumber,
    entry.number,
    entry.summary,
    entry.account,
    pick(entry.accountName, language),
    entry.costCentre,
    entry.costCentreName ? pick(entry.costCentreName, language) : null,
    fenText(entry.debitFen),
    fenText(entry.creditFen),
  ])
}
