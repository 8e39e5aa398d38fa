import type { Row } from '../contract.ts'

/** How far a source was read; each kind of reader keeps its own fields. */
export type Cursor = Readonly<Record<string, unknown>>
/** Some rows, how far they reach, and whether there are no more for now. */
export type Page = { readonly rows: readonly Row[]; readonly cursor: Cursor | null; readonly isLast: boolean }
export type Reader = {
  /** The rows after a cursor, or the first; `isFirst`: the first question of a run, which may look back. */
  read(cursor: Cursor | null, isFirst: boolean): Promise<Page>
  close(): Promise<void>
}
