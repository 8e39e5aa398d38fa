import type { ImportSheet } from '#kernel/importer'
import { contributedParts } from './part.ts'
import { workbookSheets } from './sheets.ts'

/** All sheets of the workbook: the organisation's own, then what other modules add. */
export function wholeSheets(): readonly ImportSheet[] {
  return [...workbookSheets, ...contributedParts().flatMap(({ sheets }) => sheets)]
}
