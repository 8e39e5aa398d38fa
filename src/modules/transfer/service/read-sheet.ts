import { mapHeader, readCells } from '#core/tabular'
import type { ImportField, ImportRow, Importer, RowFault } from '#kernel/importer'
import { say, type Language } from '#kernel/i18n'
import { readSpreadsheet } from '#kernel/spreadsheet'
import { noRows, refusedFile } from '../problems.ts'

import { readWorkbook, type WorkbookRows } from './read-workbook.ts'

export type Mapping = Readonly<Record<string, number | null>>

/** A spreadsheet read against an importer's fields, before any row has been looked up. */
export type Sheet = {
  readonly header: readonly string[]
  readonly mapping: Mapping
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
  readonly duplicated: readonly string[]
  readonly cells: readonly { readonly sheet?: string; readonly line: number; readonly cells: readonly string[] }[]
  /** Of a workbook: the column a field stands in, by `sheet.field`. */
  readonly columns?: ReadonlyMap<string, number>
  readonly rows: readonly ImportRow[]
  readonly faults: readonly RowFault[]
}

/** Reads a file in a bounded child process and its cells by the header or the columns chosen. Refuses in the reader's language. */
export async function readSheet(
  path: string,
  name: string,
  importer: Importer,
  chosen: Mapping | undefined,
  language: Language,
): Promise<Sheet> {
  if (importer.sheets) return ofWorkbook(await readWorkbook(path, name, importer.sheets, language))
  const read = await readSpreadsheet(path, name)
  if (!read.ok) {
    const { refused, facts } = read.refusal
    throw refusedFile({ refused, why: say(language, `transfer.refusals.${refused}`, facts) })
  }
  const { header, rows } = read.table
  if (rows.length === 0) throw noRows({})
  const mapped = mapHeader(header, importer.fields)
  const mapping: Mapping =
    chosen ?? Object.fromEntries(importer.fields.map((field) => [field.key, mapped.columns[field.key] ?? null]))
  const fields = importer.fields.filter((field) => typeof mapping[field.key] === 'number')
  const columns = Object.fromEntries(fields.map((field) => [field.key, mapping[field.key] ?? 0]))
  const used = new Set(Object.values(columns))
  const faults: RowFault[] = []
  const parsed = rows.map(({ line, cells }): ImportRow => {
    const row = readCells(cells, columns, fields)
    for (const fault of row.faults)
      faults.push({ line, field: fault.key, code: `transfer.${fault.code}`, facts: fault.facts })
    return { line, values: row.values }
  })
  return {
    header,
    mapping,
    missing: missingOf(importer.fields, mapping),
    unknown: header.filter((title, index) => title !== '' && !used.has(index)),
    duplicated: chosen ? [] : mapped.duplicated,
    cells: rows,
    rows: parsed,
    faults,
  }
}

function ofWorkbook(read: WorkbookRows): Sheet {
  if (read.rows.length === 0 && read.faults.length === 0) throw noRows({})
  return { ...read, header: [], mapping: {}, missing: [], duplicated: [] }
}

function missingOf(fields: readonly ImportField[], mapping: Mapping): string[] {
  return fields.filter((field) => field.required && typeof mapping[field.key] !== 'number').map((field) => field.key)
}
