import type { Context } from '#kernel/context'
import type { Importer, ImportPlan, RowFault } from '#kernel/importer'
import { say, type Language } from '#kernel/i18n'
import type { Fault, Preview } from '../contract.ts'
import type { Sheet } from './read-sheet.ts'
import { fieldTitle, sheetTitle } from './titles.ts'

const shownFaults = 200
const sampleRows = 20

export type Planned = {
  readonly preview: Preview
  readonly faults: readonly Fault[]
  readonly plan: ImportPlan | undefined
}

/** Looks every row up in the open transaction and tells what would happen; writes nothing. */
export async function planImport(ctx: Context, importer: Importer, sheet: Sheet, language: Language): Promise<Planned> {
  const unreadable = new Set(sheet.faults.map(placeOf))
  const readable = sheet.rows.filter((row) => !unreadable.has(placeOf(row)))
  const plan = sheet.missing.length === 0 ? await importer.plan(ctx, readable) : undefined
  const all = [...sheet.faults, ...(plan?.faults ?? [])].sort((a, b) => a.line - b.line)
  const cellsOf = new Map(sheet.cells.map((row) => [placeOf(row), row.cells]))
  const faults = all.map((fault): Fault => ({
    sheet: fault.sheet === undefined ? null : sheetTitle(language, importer, fault.sheet),
    line: fault.line,
    field: fault.field,
    fieldTitle: fieldTitle(language, importer, fault),
    code: fault.code,
    message: sentence(language, fault),
    value: valueAt(cellsOf.get(placeOf(fault)), columnOf(sheet, fault)),
  }))
  const preview: Preview = {
    header: [...sheet.header],
    mapping: { ...sheet.mapping },
    missing: [...sheet.missing],
    unknown: [...sheet.unknown],
    duplicated: [...sheet.duplicated],
    rowCount: sheet.rows.length,
    created: plan?.created ?? 0,
    updated: plan?.updated ?? 0,
    unchanged: plan?.unchanged ?? 0,
    also: Object.entries(plan?.also ?? {}).flatMap(([what, count]) =>
      count > 0 ? [{ what: say(language, `transfer.also.${what}`, { count }), count }] : [],
    ),
    faultyRows: new Set(all.map(placeOf)).size,
    faults: faults.slice(0, shownFaults),
    sheets: (importer.sheets ?? []).map(({ key }) => ({
      title: sheetTitle(language, importer, key),
      rowCount: sheet.rows.filter((row) => row.sheet === key).length,
    })),
    sample: (importer.sheets ? [] : sheet.cells)
      .slice(0, sampleRows)
      .map((row) => ({ line: row.line, cells: [...row.cells] })),
  }
  return { preview, faults, plan }
}

/** A row of a sheet; workbooks count the lines of each of their sheets from one. */
function placeOf({ sheet, line }: { sheet?: string | undefined; line: number }): string {
  return `${sheet ?? ''} ${line}`
}

function columnOf(sheet: Sheet, { sheet: of, field }: RowFault): number | null | undefined {
  if (field === null) return null
  return of === undefined ? sheet.mapping[field] : sheet.columns?.get(`${of}.${field}`)
}

function sentence(language: Language, { code, facts }: RowFault): string {
  const dot = code.indexOf('.')
  return say(language, `${code.slice(0, dot)}.faults.${code.slice(dot + 1)}`, facts)
}

function valueAt(cells: readonly string[] | undefined, column: number | null | undefined): string {
  return typeof column === 'number' ? (cells?.[column] ?? '').slice(0, 200) : ''
}
