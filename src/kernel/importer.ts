import type { Context } from './context.ts'

/** A column a spreadsheet may bring; `titles` are the headers accepted, in any language. */
export type ImportField = {
  readonly key: string
  readonly titles: Readonly<Record<string, readonly string[]>>
  readonly kind: 'text' | 'integer' | 'decimal' | 'day' | 'choice' | 'boolean'
  readonly required?: boolean
  readonly choices?: readonly { readonly value: string; readonly titles: readonly string[] }[]
  readonly maxLength?: number
}

export type ImportRow = {
  /** Which sheet of a workbook it stands on, by key; only of importers with `sheets`. */
  readonly sheet?: string
  readonly line: number
  readonly values: Readonly<Record<string, string | number | boolean | null>>
}
/** Why a row can't be taken: `code` is a key of the words of the module, `field` the column at fault. */
export type RowFault = {
  readonly sheet?: string | undefined
  readonly line: number
  readonly field: string | null
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

export type ImportPlan = {
  readonly faults: readonly RowFault[]
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** What else would be made besides the rows' own things, by the key of its words (`module.imports.kind.also.key`). */
  readonly also?: Readonly<Record<string, number>>
  /** Writes all rows in the open transaction; only called when there are no faults. */
  apply(): Promise<void>
}

/** One sheet of a kind that is a whole workbook, found by its name. */
export type ImportSheet = {
  readonly key: string
  readonly titles: Readonly<Record<string, readonly string[]>>
  readonly fields: readonly ImportField[]
}

/** A kind of spreadsheet a module takes in: whole or not at all, and the same file twice changes nothing. */
export type Importer = {
  readonly permission: string
  readonly fields: readonly ImportField[]
  /** With these the file is a workbook: rows come from all of its sheets, told apart by `sheet`; `fields` is empty. */
  readonly sheets?: readonly ImportSheet[]
  plan(ctx: Context, rows: readonly ImportRow[]): Promise<ImportPlan>
}
