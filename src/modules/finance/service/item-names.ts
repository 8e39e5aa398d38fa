import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'

/** What the items of a run are called: as they were on the run's day of payment. */
export async function itemNames(ctx: Context, runId: string): Promise<Map<string, LocalText>> {
  const { rows } = await sql<{ code: string; name: LocalText }>`
    select distinct on (i.code) i.code, i.name
    from pay_run r join pay_item i on i.tenant_id = r.tenant_id and (i.group_id = r.group_id or i.group_id is null)
    where r.tenant_id = ${ctx.tenantId} and r.id = ${runId}
    order by i.code, i.group_id nulls last, i.valid_from <= r.paid_on desc, i.valid_from desc`.execute(ctx.db)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

const schemes: Readonly<Record<string, LocalText>> = {
  pension: { 'zh-CN': '养老保险', en: 'Pension' },
  medical: { 'zh-CN': '医疗保险', en: 'Medical insurance' },
  maternity: { 'zh-CN': '生育保险', en: 'Maternity insurance' },
  unemployment: { 'zh-CN': '失业保险', en: 'Unemployment insurance' },
  injury: { 'zh-CN': '工伤保险', en: 'Work injury insurance' },
  fund: { 'zh-CN': '住房公积金', en: 'Housing fund' },
  cpf: { 'zh-CN': '中央公积金', en: 'CPF' },
  mpf: { 'zh-CN': '强积金', en: 'MPF' },
  social: { 'zh-CN': '社会保障税', en: 'Social Security' },
  medicare: { 'zh-CN': '医疗保障税', en: 'Medicare' },
}
const sides: Readonly<Record<string, LocalText>> = {
  employer: { 'zh-CN': '单位', en: 'employer' },
  employee: { 'zh-CN': '个人', en: 'employee' },
}
const others: Readonly<Record<string, LocalText>> = {
  tax: { 'zh-CN': '个人所得税', en: 'Income tax' },
  'tax.bonus': { 'zh-CN': '年终奖个税', en: 'Bonus tax' },
  'tax.severance': { 'zh-CN': '补偿金个税', en: 'Severance tax' },
  net: { 'zh-CN': '实发工资', en: 'Net pay' },
  receivable: { 'zh-CN': '应收回款', en: 'To be recovered' },
}

/** What a line that no pay item made is called; null for what only an item can tell. */
export function wordOfCode(code: string): LocalText | null {
  const other = others[code]
  if (other) return other
  const [scheme = '', side = ''] = code.split('.')
  const [name, who] = [schemes[scheme], sides[side]]
  if (!name) return null
  if (!who) return name
  return { 'zh-CN': `${name['zh-CN']}（${who['zh-CN']}）`, en: `${name['en']} (${who['en']})` }
}
