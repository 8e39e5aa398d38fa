import type { ImportRow, RowFault } from '#kernel/importer'
import { checkWorkbook } from './check.ts'
import { contributedParts, type PartRows } from './part.ts'
import { checkPart, knownOf, readPartRows } from './part-plan.ts'
import { readRows } from './read-rows.ts'

/** What is wrong with a workbook by itself, whatever is kept already. */
export function checkFile(rows: readonly ImportRow[]): RowFault[] {
  const { workbook, faults } = readRows(rows)
  const parts = contributedParts().map((part) => ({ part, ...readPartRows(part, rows) }))
  const known = knownOf([workbook as unknown as PartRows, ...parts.map(({ file }) => file)])
  return [
    ...faults,
    ...checkWorkbook(workbook),
    ...parts.flatMap(({ part, file, faults: own }) => [
      ...own,
      ...checkPart(part, { merged: file, dropped: {} }, known),
    ]),
  ]
}
