import { mapHeader, readCells } from '#core/tabular'
import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import { readFen } from '#core/payroll'
import type { Call, Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { readSpreadsheet, writeSpreadsheet } from '#kernel/spreadsheet'
import { inTransaction } from '#kernel/transaction'
import { declaredFor } from '#modules/payroll'
import type { routes } from '../contract.ts'
import { nothingToExport, resultsUnreadable } from '../problems.ts'
import { taxDifferences, taxMonthGap, taxSteps, type TaxFigures } from '../rules/tax-check.ts'
import { resultFields } from '../rules/tax-results.ts'
import { isTaxText, taxCells, type TaxKind, type TaxRow } from '../rules/tax-sheets.ts'
import { employersOf, taxResults, writeResults, type NewResult } from '../store/tax.ts'
import { need, needWholePay } from './rights.ts'
import { personMonths, type PersonMonth } from './tax-months.ts'
import { taxTemplateFor } from './tax-templates.ts'

type Routes = typeof routes
type Answer<K extends keyof Routes> = Promise<Output<Routes[K]>>

export async function readTaxFiling(ctx: Context, input: Input<Routes['readTaxFiling']>): Answer<'readTaxFiling'> {
  needWholePay(ctx)
  const employers = await employersOf(ctx)
  const employer =
    input.employerUnitId === undefined ? employers[0] : employers.find(({ id }) => id === input.employerUnitId)
  if (input.employerUnitId !== undefined && !employer) throw notFound({ what: 'employer' })
  const period = input.period ?? employer?.last ?? ctx.today.slice(0, 7)
  const months = employer ? await personMonths(ctx, employer.id, period) : []
  const results = employer ? await taxResults(ctx, employer.id, period) : new Map<string, never>()
  return {
    employers: employers.map(({ id, name }) => ({ id, name })),
    employerUnitId: employer?.id ?? null,
    period,
    people: months.map((month) => ({
      personId: month.personId,
      personName: month.personName,
      personNumber: month.personNumber,
      hasIdNumber: Boolean(month.idNumber),
      incomeFen: month.income,
      exemptFen: month.exempt,
      insuranceFen: month.insurance,
      bonusFen: month.bonus,
      taxFen: month.tax,
      netFen: month.net,
      gapFen: taxMonthGap(month),
      slipIds: [...month.slipIds],
      differences: results.get(month.personId) ?? null,
    })),
    incomeFen: months.reduce((sum, { income }) => sum + income, 0),
    taxFen: months.reduce((sum, { tax }) => sum + tax, 0),
    bonusPeople: months.filter(({ bonus }) => bonus > 0).length,
    imported: results.size,
  }
}

export async function downloadTaxSheet(ctx: Context, input: Input<Routes['downloadTaxSheet']>): Promise<Download> {
  const { employerUnitId, period, kind } = input
  const { template, rows, name } = await inTransaction(ctx, async (own) => {
    const employer = await needEmployer(own, employerUnitId)
    need(own, 'finance.export', employerUnitId)
    const found = await taxTemplateFor(own, kind, input.template, `${period}-01`)
    const people = await taxRows(own, employerUnitId, period, kind)
    if (people.length === 0) throw nothingToExport({})
    await own.audit({
      action: 'finance.export-tax-sheet',
      target: `unit/${employerUnitId}`,
      after: { period, kind, people: people.length },
    })
    return {
      template: found,
      rows: people,
      name: `${pick(found.name, 'zh-CN')} ${pick(employer.name, 'zh-CN')} ${period}`,
    }
  })
  const columns = template.content.columns.map(({ title, field }) => ({
    title,
    kind: isTaxText(field) ? ('text' as const) : ('money' as const),
  }))
  const body = await writeSpreadsheet(
    columns,
    rows.map((row) => taxCells(template.content, row)),
    { sheetName: sheetNames[kind] },
  )
  return { name: `${name}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body }
}

const sheetNames: Readonly<Record<TaxKind, string>> = {
  'tax-wages': '正常工资薪金收入',
  'tax-bonus': '全年一次性奖金收入',
  'tax-labour': '劳务报酬所得',
}

export async function importTaxResults(
  ctx: Context,
  { employerUnitId, period }: Input<Routes['importTaxResults']>,
  { upload }: Call,
): Answer<'importTaxResults'> {
  await inTransaction(ctx, (own) => needEmployer(own, employerUnitId))
  if (!upload) throw resultsUnreadable({ why: '' })
  const returned = await resultRows(upload.path, upload.name)
  return inTransaction(ctx, async (own) => {
    await needEmployer(own, employerUnitId)
    need(own, 'finance.book', employerUnitId)
    const months = await personMonths(own, employerUnitId, period)
    const unknown: { line: number; name: string }[] = []
    const results = new Map<string, NewResult>()
    for (const row of returned) {
      const month = months.find((one) => isSame(one, row))
      if (!month) unknown.push({ line: row.line, name: row.name })
      else
        results.set(month.personId, {
          personId: month.personId,
          figures: row.figures,
          differences: taxDifferences(month.figures, row.figures),
        })
    }
    const found = [...results.values()]
    await writeResults(own, employerUnitId, period, found)
    const differing = found.filter(({ differences }) => differences.length > 0).length
    await own.audit({
      action: 'finance.import-tax-results',
      target: `unit/${employerUnitId}`,
      after: { period, matched: found.length, differing },
    })
    await own.announce('finance')
    return { matched: found.length, differing, unknown: unknown.slice(0, 100) }
  })
}

async function needEmployer(ctx: Context, id: string) {
  needWholePay(ctx)
  const employer = (await employersOf(ctx)).find((one) => one.id === id)
  if (!employer) throw notFound({ what: 'employer' })
  return employer
}

/** Labour remuneration is paid outside of pay groups as yet: its sheet has no rows. */
async function taxRows(ctx: Context, employerUnitId: string, period: string, kind: TaxKind): Promise<TaxRow[]> {
  if (kind === 'tax-labour') return []
  const months = await personMonths(ctx, employerUnitId, period)
  if (kind === 'tax-bonus')
    return months.flatMap((month) => (month.bonus > 0 ? [{ ...personOf(month), bonus: month.bonus }] : []))
  const on =
    months
      .map(({ lastPaidOn }) => lastPaidOn)
      .toSorted()
      .at(-1) ?? ctx.today
  const declared = await declaredFor(
    ctx,
    months.map(({ personId }) => personId),
    on,
  )
  return months.map((month) => {
    const { parts = [], otherFen = 0 } = declared.get(month.personId) ?? {}
    const special = (...items: string[]) =>
      parts.reduce((sum, part) => (items.includes(part.item) ? sum + part.fen : sum), 0)
    const scheme = (code: string) => month.schemes.get(`${code}.employee`) ?? 0
    return {
      ...personOf(month),
      income: month.income,
      exempt: month.exempt,
      pension: scheme('pension'),
      medical: scheme('medical'),
      unemployment: scheme('unemployment'),
      fund: scheme('fund'),
      childEducation: special('child-education'),
      education: special('continuing-education', 'continuing-certificate'),
      mortgage: special('mortgage-interest'),
      rent: special('rent'),
      elderly: special('elderly-support'),
      infant: special('infant-care'),
      personalPension: otherFen,
    }
  })
}

function personOf({ personNumber, writtenName, idNumber }: PersonMonth) {
  return { number: personNumber, name: writtenName, idKind: '居民身份证', idNumber: idNumber ?? '', item: '', note: '' }
}

type ResultRow = {
  readonly line: number
  readonly number: string
  readonly name: string
  readonly idNumber: string
  readonly figures: TaxFigures
}

function isSame(month: PersonMonth, row: ResultRow): boolean {
  if (month.idNumber && row.idNumber) return month.idNumber.toUpperCase() === row.idNumber.toUpperCase()
  return row.number === month.personNumber && row.name === month.writtenName
}

async function resultRows(path: string, name: string): Promise<ResultRow[]> {
  const read = await readSpreadsheet(path, name)
  if (!read.ok) throw resultsUnreadable({ why: read.refusal.refused })
  const { columns, missing } = mapHeader(read.table.header, resultFields)
  if (missing.length > 0 || columns['due'] === undefined)
    throw resultsUnreadable({ why: '姓名、证件号码、应补(退)税额' })
  return read.table.rows.map(({ line, cells }) => {
    const { values } = readCells(cells, columns, resultFields)
    const text = (key: string) => String(values[key] ?? '').trim()
    const figures = Object.fromEntries(
      taxSteps.flatMap((step) => (typeof values[step] === 'string' ? [[step, fenIn(values[step])]] : [])),
    )
    return { line, number: text('number'), name: text('name'), idNumber: text('idNumber'), figures }
  })
}

/** The client shows two decimals; what a spreadsheet program added behind them is dropped by rounding. */
function fenIn(text: string): number {
  return readFen(Number(text).toFixed(2))
}
