import type { Input } from '#core/contract'
import { pick } from '#core/local-text'
import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { renderPdf, type Block, type PaperDocument } from '#kernel/pdf'
import { writeCsv, writeWorkbook, type CellValue, type SheetColumn } from '#kernel/spreadsheet'
import { inTransaction } from '#kernel/transaction'
import type { DashboardFilters, FileFormat, routes } from '../contract.ts'
import { csvOfOne } from '../problems.ts'
import type { DashboardRow } from '../store/dashboards.ts'
import { openDashboard } from './dashboards.ts'
import { speechOf } from './sheet-words.ts'
import { sheetsOf, type Ask, type Cell, type Column, type Sheet } from './sheets.ts'

export type Report = { readonly title: string; readonly sheets: readonly Sheet[] }
export type ReportFile = { readonly name: string; readonly mediaType: string; readonly body: Uint8Array }

const mediaTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export async function downloadPart(
  ctx: Context,
  { format, language = ctx.language, ...ask }: Input<(typeof routes)['downloadPart']>,
): Promise<Download> {
  const report = await inTransaction(ctx, (own) => partReport({ ...own, language }, ask))
  return fileOf({ ...ctx, language }, report, format)
}

export async function downloadDashboard(
  ctx: Context,
  { dashboardId, format, day, language = ctx.language, ...filters }: Input<(typeof routes)['downloadDashboard']>,
): Promise<Download> {
  const report = await inTransaction(ctx, async (own) => {
    const reader = { ...own, language }
    const dashboard = await openDashboard(reader, dashboardId)
    if (format === 'csv' && dashboard.parts.length > 1) throw csvOfOne({})
    return dashboardReport(reader, dashboard, { ...filters, day })
  })
  return fileOf({ ...ctx, language }, report, format)
}

export async function partReport(ctx: Context, ask: Ask): Promise<Report> {
  const sheets = await sheetsOf(ctx, ask)
  return { title: sheets[0]?.title ?? '', sheets }
}

/** All parts of a dashboard with the figures of the reader; `filters` go before its own, and a part's own before both. */
export async function dashboardReport(
  ctx: Context,
  dashboard: DashboardRow,
  { day, ...filters }: DashboardFilters & { day?: string | undefined },
): Promise<Report> {
  const asked = { ...dashboard.filters, ...told(filters) }
  const sheets: Sheet[] = []
  for (const { id: _id, width: _width, title, ...own } of dashboard.parts) {
    const made = await sheetsOf(ctx, { ...asked, ...told(own), kind: own.kind, day })
    const name = pick(title, ctx.language)
    sheets.push(...made.map((sheet, at) => (at === 0 && name ? { ...sheet, title: name } : sheet)))
  }
  return { title: pick(dashboard.name, ctx.language), sheets }
}

/** Call it outside of a transaction where it may be: a PDF takes its time. */
export async function fileOf(ctx: Context, report: Report, format: FileFormat): Promise<ReportFile> {
  const name = `${report.title.replaceAll(/[\\/:：*?"<>|]+\s*/g, ' ')} ${ctx.today}.${format}`
  return { name, mediaType: mediaTypes[format], body: await bodyOf(ctx, report, format) }
}

async function bodyOf(ctx: Context, report: Report, format: FileFormat): Promise<Uint8Array> {
  if (format === 'pdf') return renderPdf(paperOf(ctx, report))
  if (format === 'xlsx') return writeWorkbook(report.sheets.map(written))
  const [first] = report.sheets
  return writeCsv(first?.columns ?? [], first?.rows ?? [])
}

/** What is to be known of the figures stands under them. */
function written(sheet: Sheet, at: number) {
  const notes = [...(sheet.lead ? [sheet.lead] : []), ...sheet.notes]
  const below: (readonly CellValue[])[] = notes.length > 0 ? [[], ...notes.map((note) => [note])] : []
  const columns = sheet.columns.map(({ title, kind }): SheetColumn => ({ title, kind }))
  return { name: `${at + 1} ${sheet.title}`, columns, rows: [...sheet.rows, ...below] }
}

function paperOf(ctx: Context, { title, sheets }: Report): PaperDocument {
  const { t } = speechOf(ctx)
  const widest = Math.max(0, ...sheets.map((sheet) => sheet.columns.length))
  return {
    title,
    language: ctx.language,
    author: ctx.actor.name,
    createdAt: ctx.now,
    footer: { text: t('paper.for', { name: ctx.actor.name, day: ctx.today }), page: t('paper.page') },
    isLandscape: widest > 6,
    blocks: [{ kind: 'title', text: title }, ...sheets.flatMap((sheet) => blocksOf(sheet, sheet.title === title))],
  }
}

function blocksOf({ title, lead, columns, rows, notes }: Sheet, isTitle: boolean): Block[] {
  return [
    ...(isTitle ? [] : [{ kind: 'heading' as const, text: title, level: 2 as const }]),
    ...(lead ? [{ kind: 'paragraph' as const, text: lead }] : []),
    ...(rows.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: columns.map(({ title: name, kind, share }) => ({
              title: name,
              share: share ?? 1,
              align: kind === 'number' || kind === 'percent' ? ('right' as const) : ('left' as const),
            })),
            rows: rows.map((row) => columns.map((column, at) => textOf(row[at] ?? null, column))),
          },
        ]
      : []),
    ...notes.map((text) => ({ kind: 'paragraph' as const, text, isMuted: true })),
  ]
}

function textOf(cell: Cell, { kind }: Column): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  return kind === 'percent' ? `${Math.round(cell * 1000) / 10}%` : String(cell)
}

function told<T extends object>(filters: T): Partial<T> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as Partial<T>
}
