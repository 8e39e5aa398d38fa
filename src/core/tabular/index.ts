export * from './field.ts'
export * from './header.ts'
export * from './cells.ts'
