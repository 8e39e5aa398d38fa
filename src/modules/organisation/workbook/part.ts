import type { RawBuilder } from 'kysely'
import type * as z from 'zod'
import type { Context } from '#kernel/context'
import type { ImportSheet, RowFault } from '#kernel/importer'

export type PartCell = string | number | boolean | null
/** A row of a sheet by its columns, with its place in the file or its id in the database. */
export type PartRow = { readonly line: number | null; readonly id: string | null } & {
  readonly [field: string]: PartCell
}
export type PartRows = Readonly<Record<string, readonly PartRow[]>>
/** A column names a thing of another sheet: that sheet, and the columns there in the order of those here. */
export type Reference = {
  readonly fields: readonly string[]
  readonly sheet: string
  readonly columns: readonly string[]
}

export type PartSheet = ImportSheet & {
  /** Columns that tell what a row belongs to: a file says all rows of it or none of them. */
  readonly group: readonly string[]
  /** Columns that tell the rows of a group apart. */
  readonly own: readonly string[]
  readonly refers: readonly Reference[]
  /** Columns that hold JSON, and what it must be; those of units or positions inside are named by `unit`. */
  readonly shapes?: Readonly<Record<string, z.ZodType>>
  /** Columns of text in a fixed form. */
  readonly patterns?: Readonly<Record<string, RegExp>>
  /** Rows that other things already stand on: a file may change them and not leave them out. */
  readonly keeps?: boolean
  /** All that is kept, a column a field, with its `id`. */
  read(ctx: Context): RawBuilder<unknown>
  /** Takes away the rows of groups that are written anew, before they are. */
  clear?(ctx: Context, ids: readonly string[]): RawBuilder<unknown>
  write(ctx: Context, rows: readonly PartRow[]): Promise<unknown>
}

/** What a module adds to the workbook of the whole organisation. */
export type WorkbookPart = {
  readonly module: string
  readonly permission: string
  readonly sheets: readonly PartSheet[]
  /** What must hold between rows, of what the file says and what is kept. */
  check?(rows: PartRows, tell: TellPart): void
  /** After writing: tells who listens, and open pages. */
  wrote(ctx: Context, written: PartRows): Promise<void>
}
export type TellPart = (
  sheet: string,
  row: PartRow,
  field: string | null,
  code: string,
  facts?: RowFault['facts'],
) => void

const parts: WorkbookPart[] = []

/** Adds sheets to the workbook. They are written and taken in after those of the organisation, of which they may name things. */
export function contributeSheets(part: WorkbookPart): void {
  if (!parts.some(({ module }) => module === part.module)) parts.push(part)
}

export function contributedParts(): readonly WorkbookPart[] {
  return parts
}
