export { importerFor } from './service/imports.ts'
export { preview, takeIn, type Open, type Source } from './service/take-in.ts'
