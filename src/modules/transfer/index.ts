export { importerFor } from './service/imports.ts'
export { readWorkbook } from './service/read-workbook.ts'
export { preview, takeIn, type Open, type Source } from './service/take-in.ts'
