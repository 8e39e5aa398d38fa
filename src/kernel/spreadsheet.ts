export { readSpreadsheet, type ReadResult } from './spreadsheet/read.ts'
export { writeCsv } from './spreadsheet/write-csv.ts'
export { writeSpreadsheet, type CellValue, type SheetColumn } from './spreadsheet/write.ts'
export type { SpreadsheetLimits, SpreadsheetRefusal, SpreadsheetTable } from './spreadsheet/table.ts'
