import { readFen } from '#core/payroll'
import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { ImportField, Importer, ImportPlan, ImportRow, RowFault } from '#kernel/importer'
import { unitsByCode } from '#modules/organisation'

const column = (key: string, zh: string[], en: string[], required: boolean): ImportField => ({
  key,
  titles: { en, 'zh-CN': zh },
  kind: 'text',
  required,
  maxLength: 100,
})

/** Labour budgets by unit, month and, where wanted, responsibility. The same row again replaces the amount. */
export const budgetImporter: Importer = {
  permission: 'finance.set-up',
  fields: [
    column('unit', ['部门编码', '组织编码', '单位编码'], ['Unit code', 'Unit'], true),
    column('month', ['月份', '期间'], ['Month', 'Period'], true),
    {
      key: 'amount',
      titles: { en: ['Budget', 'Amount'], 'zh-CN': ['预算', '预算金额', '金额'] },
      kind: 'decimal',
      required: true,
    },
    column('responsibility', ['职责编码'], ['Responsibility code'], false),
  ],
  plan,
}

type Line = { unitId: string; responsibilityId: string | null; period: string; fen: number }

async function plan(ctx: Context, rows: readonly ImportRow[]): Promise<ImportPlan> {
  const units = await unitsByCode(ctx, codesIn(rows, 'unit'))
  const responsibilities = await responsibilitiesByCode(ctx, codesIn(rows, 'responsibility'))
  const faults: RowFault[] = []
  const lines = new Map<string, Line>()
  for (const { line, values } of rows) {
    const read = lineOf(values, units, responsibilities)
    if ('code' in read) faults.push({ line, ...read })
    else lines.set(keyOf(read), read)
  }
  const known = new Map((await budgets(ctx)).map((one) => [keyOf(one), one.fen]))
  const all = [...lines.entries()]
  const changed = all.filter(([key, { fen }]) => known.get(key) !== fen).map(([, line]) => line)
  const created = changed.filter((line) => !known.has(keyOf(line))).length
  return {
    faults,
    created,
    updated: changed.length - created,
    unchanged: all.length - changed.length,
    async apply() {
      await write(ctx, changed)
      await ctx.audit({ action: 'finance.import-budget', target: 'labour-budget', after: { rows: changed.length } })
      await ctx.announce('finance')
    },
  }
}

function lineOf(
  values: ImportRow['values'],
  units: ReadonlyMap<string, string>,
  responsibilities: ReadonlyMap<string, string>,
): Line | Pick<RowFault, 'field' | 'code' | 'facts'> {
  const refuse = (field: string, code: string) => ({
    field,
    code: `finance.${code}`,
    facts: { found: String(values[field] ?? '') },
  })
  const unitId = units.get(String(values['unit']))
  if (!unitId) return refuse('unit', 'no-such-unit')
  const period = monthIn(String(values['month'] ?? ''))
  if (!period) return refuse('month', 'no-month')
  const amount = String(values['amount'] ?? '')
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(amount)) return refuse('amount', 'bad-amount')
  const code = values['responsibility']
  const responsibilityId = code ? responsibilities.get(String(code)) : null
  if (responsibilityId === undefined) return refuse('responsibility', 'no-such-responsibility')
  return { unitId, responsibilityId, period, fen: readFen(amount) }
}

/** 2026-07, 2026/7, 202607, 2026年7月, or a day in it. */
function monthIn(text: string): string | undefined {
  const [, year, month] = /^(20\d\d)\s*(?:[-/.年]\s*)?(0?[1-9]|1[0-2])(?:\s*月|[-/.]\d{1,2})?$/.exec(text.trim()) ?? []
  return year && month ? `${year}-${month.padStart(2, '0')}` : undefined
}

function codesIn(rows: readonly ImportRow[], field: string): string[] {
  return [...new Set(rows.flatMap(({ values }) => (values[field] ? [String(values[field])] : [])))]
}

function keyOf({ unitId, responsibilityId, period }: Line): string {
  return `${unitId} ${responsibilityId ?? ''} ${period}`
}

async function responsibilitiesByCode(ctx: Context, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; id: string }>`
    select code, id from responsibility where tenant_id = ${ctx.tenantId} and code = any(${[...codes]})`.execute(ctx.db)
  return new Map(rows.map(({ code, id }) => [code, id]))
}

async function budgets(ctx: Context): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select unit_id as "unitId", responsibility_id as "responsibilityId", period, fen from labour_budget
    where tenant_id = ${ctx.tenantId}`.execute(ctx.db)
  return rows
}

async function write(ctx: Context, lines: readonly Line[]): Promise<void> {
  const rows = JSON.stringify(lines)
  await sql`delete from labour_budget b using jsonb_to_recordset(${rows}::jsonb) as n("unitId" uuid, "responsibilityId" uuid, period text)
    where b.tenant_id = ${ctx.tenantId} and b.unit_id = n."unitId" and b.period = n.period
      and b.responsibility_id is not distinct from n."responsibilityId"`.execute(ctx.db)
  await sql`insert into labour_budget (tenant_id, unit_id, responsibility_id, period, fen, imported_at)
    select ${ctx.tenantId}, n."unitId", n."responsibilityId", n.period, n.fen, ${ctx.now}
    from jsonb_to_recordset(${rows}::jsonb) as n("unitId" uuid, "responsibilityId" uuid, period text, fen bigint)`.execute(
    ctx.db,
  )
}
