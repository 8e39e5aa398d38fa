import type { ReactNode } from 'react'

export type Align = 'start' | 'center' | 'end'
export type PinSide = 'start' | 'end'
export type Density = 'comfortable' | 'compact'
export type SortValue = string | number | boolean | null | undefined

export type GridColumn<Row> = {
  id: string
  title: string
  cell: (row: Row) => ReactNode
  /** What the browser sorts by. An absent value comes last in both directions. */
  sortBy?: (row: Row) => SortValue
  /** For a grid whose rows are sorted by the server: this column may be asked for. */
  sortable?: boolean
  align?: Align
  widthPx?: number
  minWidthPx?: number
  pin?: PinSide
  /** Not shown until the user chooses it. */
  hidden?: boolean
  /** Always shown: can't be unchecked in the column chooser. */
  locked?: boolean
}

export type GridSort = { columnId: string; descending: boolean }

export const defaultWidthPx = 160
export const smallestWidthPx = 64
export const rowHeightPx = { comfortable: 44, compact: 36 } as const satisfies Record<Density, number>
export const selectWidthPx = 48
