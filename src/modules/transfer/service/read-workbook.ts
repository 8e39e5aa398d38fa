import { mapHeader, plainTitle, readCells } from '#core/tabular'
import type { ImportRow, ImportSheet, RowFault } from '#kernel/importer'
import { say, type Language } from '#kernel/i18n'
import { readSpreadsheet, type SpreadsheetTable } from '#kernel/spreadsheet'
import { refusedFile } from '../problems.ts'

export type WorkbookRows = {
  readonly rows: readonly ImportRow[]
  readonly faults: readonly RowFault[]
  /** Names of sheets that are not taken in. */
  readonly unknown: readonly string[]
  readonly cells: readonly { readonly sheet: string; readonly line: number; readonly cells: readonly string[] }[]
  /** The column a field stands in, by `sheet.field`. */
  readonly columns: ReadonlyMap<string, number>
}

// a whole organisation with its history is longer than a list; still all of it is bounded
const limits = { rows: 300_000, cells: 4_000_000, textChars: 60_000_000, unpackedBytes: 300_000_000 }

/** Reads the sheets of a workbook that an importer knows, each by its own header, in bounded child processes. */
export async function readWorkbook(
  path: string,
  name: string,
  sheets: readonly ImportSheet[],
  language: Language,
): Promise<WorkbookRows> {
  const first = await readSheetNamed(path, name, undefined, language)
  const found = first.sheets ?? []
  const rows: ImportRow[] = []
  const faults: RowFault[] = []
  const cells: WorkbookRows['cells'][number][] = []
  const columns = new Map<string, number>()
  const used = new Set<string>()
  for (const sheet of sheets) {
    const titles = new Set([sheet.key, ...Object.values(sheet.titles).flat()].map(plainTitle))
    const title = found.find((one) => titles.has(plainTitle(one)))
    if (title === undefined) continue
    used.add(title)
    const table = title === found[0] ? first : await readSheetNamed(path, name, title, language)
    take(sheet, table)
  }
  return { rows, faults, cells, columns, unknown: found.filter((title) => !used.has(title)) }

  function take({ key, fields }: ImportSheet, { header, headerLine, rows: lines }: SpreadsheetTable): void {
    const mapped = mapHeader(header, fields)
    for (const [field, column] of Object.entries(mapped.columns)) columns.set(`${key}.${field}`, column)
    for (const field of mapped.missing)
      faults.push({ sheet: key, line: headerLine, field, code: 'transfer.column-missing', facts: {} })
    if (mapped.missing.length > 0) return
    const there = fields.filter((field) => field.key in mapped.columns)
    for (const { line, cells: texts } of lines) {
      const read = readCells(texts, mapped.columns, there)
      for (const fault of read.faults)
        faults.push({ sheet: key, line, field: fault.key, code: `transfer.${fault.code}`, facts: fault.facts })
      rows.push({ sheet: key, line, values: read.values })
      cells.push({ sheet: key, line, cells: texts })
    }
  }
}

async function readSheetNamed(
  path: string,
  name: string,
  sheet: string | undefined,
  language: Language,
): Promise<SpreadsheetTable> {
  const read = await readSpreadsheet(path, name, { ...limits, ...(sheet === undefined ? {} : { sheet }) })
  if (read.ok) return read.table
  const { refused, facts } = read.refusal
  // a sheet with nothing on it at all has nothing to say
  if (sheet !== undefined && refused === 'not-a-spreadsheet' && facts['kind'] === 'empty')
    return { header: [], headerLine: 1, rows: [] }
  throw refusedFile({ refused, why: say(language, `transfer.refusals.${refused}`, facts) })
}
