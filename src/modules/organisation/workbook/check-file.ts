import type { ImportRow, RowFault } from '#kernel/importer'
import { checkWorkbook } from './check.ts'
import { readRows } from './read-rows.ts'

/** What is wrong with a workbook by itself, whatever is kept already. */
export function checkFile(rows: readonly ImportRow[]): RowFault[] {
  const { workbook, faults } = readRows(rows)
  return [...faults, ...checkWorkbook(workbook)]
}
