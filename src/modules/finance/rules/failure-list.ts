import type { Field } from '#core/tabular'
import { digits } from './bank-checks.ts'

const text = (key: string, zh: string[], en: string[], required = false): Field => ({
  key,
  titles: { 'zh-CN': zh, en },
  kind: 'text',
  required,
  maxLength: 300,
})

/** The titles banks give the columns of what they return. */
export const failureFields: readonly Field[] = [
  text(
    'number',
    ['账号', '收款账号', '收款人账号', '卡号', '帐号', '收款账户', '收方账号'],
    ['account', 'account number'],
    true,
  ),
  text('name', ['户名', '收款账号名称', '收款人名称', '姓名', '收款人', '收方户名'], ['name', 'account name']),
  text('amount', ['金额', '交易金额', '代发金额'], ['amount']),
  text('state', ['状态', '处理结果', '交易状态', '处理状态', '结果'], ['state', 'status', 'result']),
  text('reason', ['失败原因', '原因', '错误信息', '备注', '附言', '返回信息'], ['reason', 'error', 'message']),
]

export type ReturnedRow = {
  readonly line: number
  readonly number: string
  readonly name: string
  readonly state: string
  readonly reason: string
}
export type SentRow = { readonly line: number; readonly number: string; readonly name: string }
export type Returned = {
  readonly failed: readonly { readonly line: number; readonly reason: string }[]
  readonly unknown: readonly { readonly line: number; readonly name: string }[]
  /** Rows that say that they were paid. */
  readonly paid: number
}

/** Which rows of a file a bank's list speaks of. A row without a state is a failure: banks list failures alone. */
export function matchReturned(returned: readonly ReturnedRow[], sent: readonly SentRow[]): Returned {
  const byNumber = new Map(sent.map((row) => [digits(row.number), row]))
  const failed: { line: number; reason: string }[] = []
  const unknown: { line: number; name: string }[] = []
  let paid = 0
  for (const row of returned) {
    if (isPaid(row.state)) {
      paid += 1
      continue
    }
    const found = byNumber.get(digits(row.number)) ?? maskedIn(sent, row)
    if (found) failed.push({ line: found.line, reason: (row.reason || row.state).slice(0, 300) })
    else unknown.push({ line: row.line, name: row.name.slice(0, 100) })
  }
  return { failed, unknown, paid }
}

function isPaid(state: string): boolean {
  return /成功|已入账|已付|success|paid|ok/i.test(state) && !/不成功|未成功|失败|unsuccess|not|fail/i.test(state)
}

/** Some banks mask the number (6222****1234): then name and last four digits have to be those of one row alone. */
function maskedIn(sent: readonly SentRow[], { number, name }: ReturnedRow): SentRow | undefined {
  const tail = /\*\D*(\d{3,})$/.exec(number)?.[1]
  if (!tail || !name) return undefined
  const same = sent.filter((row) => row.name === name.trim() && digits(row.number).endsWith(tail))
  return same.length === 1 ? same[0] : undefined
}
