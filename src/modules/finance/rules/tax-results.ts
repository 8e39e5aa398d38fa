import type { Field } from '#core/tabular'
import type { TaxStep } from './tax-check.ts'

const amount = (key: string, zh: string[]): Field => ({ key, titles: { 'zh-CN': zh, en: [] }, kind: 'decimal' })
const text = (key: string, zh: string[], required = false): Field => ({
  key,
  titles: { 'zh-CN': zh, en: [] },
  kind: 'text',
  required,
  maxLength: 200,
})

/** Columns of 税款计算 as the client exports it. Free: what of the year is already in one of the named steps. */
export const resultFields: readonly (Field & { readonly key: TaxStep | 'number' | 'name' | 'idNumber' })[] = [
  text('number', ['工号']),
  text('name', ['姓名', '*姓名'], true),
  text('idNumber', ['证件号码', '*证件号码', '身份证件号码'], true),
  amount('income', ['累计收入额', '累计收入']),
  amount('exempt', ['累计免税收入']),
  amount('basicDeduction', ['累计减除费用', '累计基本减除费用']),
  amount('insurance', ['累计专项扣除']),
  amount('special', ['累计专项附加扣除', '累计专项附加扣除合计']),
  amount('other', ['累计其他扣除', '累计依法确定的其他扣除']),
  amount('taxable', ['累计应纳税所得额', '应纳税所得额']),
  amount('taxOfYear', ['累计应纳税额', '应纳税额']),
  amount('reduced', ['累计减免税额', '减免税额']),
  amount('withheldBefore', ['累计已缴税额', '已缴税额', '已预缴税额', '累计已预缴税额']),
  amount('due', ['应补(退)税额', '应补退税额', '应补/退税额', '应补（退）税额']),
] as (Field & { key: TaxStep | 'number' | 'name' | 'idNumber' })[]
