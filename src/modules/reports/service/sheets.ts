import type { Context } from '#kernel/context'
import type { PartAsk } from '../contract.ts'
import { boardSheets, factSheets } from './sheets-of-others.ts'
import { figureSheets, rankingSheets, trendSheets, workloadSheets } from './sheets-of-seeing.ts'
import { personSheets, unitSheets } from './sheets-of-work.ts'

/** What a column holds: `percent` is a part (0.8 = 80 %). */
export type Column = {
  readonly title: string
  readonly kind: 'text' | 'number' | 'percent' | 'day'
  readonly share?: number
}
export type Cell = string | number | null

/** A part as words and figures in the reader's language: what a file, a sheet or a printed table holds. */
export type Sheet = {
  readonly title: string
  /** One sentence above the table. */
  readonly lead?: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** What the reader should know of these figures. */
  readonly notes: readonly string[]
}

export type Ask = PartAsk & { readonly personId?: string | undefined; readonly day?: string | undefined }
export type Sheets = (ctx: Context, ask: Ask) => Promise<Sheet[]>

const makers: Readonly<Record<PartAsk['kind'], Sheets>> = {
  figure: figureSheets,
  trend: trendSheets,
  ranking: rankingSheets,
  board: boardSheets,
  workload: workloadSheets,
  facts: factSheets,
  person: personSheets,
  unit: unitSheets,
}

/** The figures of one part as whoever the context acts for may see them. */
export function sheetsOf(ctx: Context, ask: Ask): Promise<Sheet[]> {
  return makers[ask.kind](ctx, ask)
}
