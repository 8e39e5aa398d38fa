import { defaultWidthPx, smallestWidthPx } from './column.ts'
import type { Density, GridColumn, PinSide } from './column.ts'

/** What a user changed about a grid's look. Ids of columns that no longer exist are harmless. */
export type GridLayout = {
  order: string[]
  hidden: string[]
  pinned: Record<string, PinSide>
  widthsPx: Record<string, number>
  density: Density
}

type Shape = Pick<
  GridColumn<never>,
  'id' | 'title' | 'hidden' | 'pin' | 'locked' | 'align' | 'sortable' | 'widthPx' | 'minWidthPx'
>

export function firstLayout(columns: readonly Shape[], density: Density): GridLayout {
  return {
    order: columns.map((column) => column.id),
    hidden: columns.filter((column) => column.hidden).map((column) => column.id),
    pinned: Object.fromEntries(columns.flatMap((column) => (column.pin ? [[column.id, column.pin]] : []))),
    widthsPx: {},
    density,
  }
}

/** Columns that a newer version brought stand where the code puts them, after their left neighbour. */
export function mergedOrder(saved: readonly string[], columns: readonly Pick<Shape, 'id'>[]): string[] {
  const known = new Set(columns.map((column) => column.id))
  const order = saved.filter((id, at) => known.has(id) && saved.indexOf(id) === at)
  columns.forEach((column, at) => {
    if (order.includes(column.id)) return
    const left = columns[at - 1]
    order.splice(left ? order.indexOf(left.id) + 1 : 0, 0, column.id)
  })
  return order
}

export function moved(order: readonly string[], id: string, to: number): string[] {
  const rest = order.filter((other) => other !== id)
  rest.splice(Math.max(0, Math.min(to, rest.length)), 0, id)
  return rest
}

/** The columns to draw, from start to end: pinned first, then the free ones, then those pinned to the end. */
export function visibleColumns<Column extends Shape>(columns: readonly Column[], layout: GridLayout): Column[] {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const shown = mergedOrder(layout.order, columns).flatMap((id) => {
    const column = byId.get(id)
    return column && (column.locked || !layout.hidden.includes(id)) ? [column] : []
  })
  const on = (side: PinSide | undefined) => shown.filter((column) => layout.pinned[column.id] === side)
  return [...on('start'), ...on(undefined), ...on('end')]
}

/** `isEdge`: the pinned column that the free ones slide under. */
export type Track = { id: string; css: string; pin?: PinSide; offset?: string; isEdge?: boolean }

/**
 * One CSS grid track per column. A pinned or resized column has a fixed width, so that the sticky offsets add up;
 * the others share what is left in proportion to their width.
 */
export function tracks(columns: readonly Shape[], layout: GridLayout, selectPx: number): Track[] {
  const width = (column: Shape) => widthOf(column, layout)
  const result = columns.map((column): Track => {
    const pin = layout.pinned[column.id]
    const fixed = pin || layout.widthsPx[column.id] !== undefined
    const css = fixed ? `${width(column)}px` : `minmax(${width(column)}px, ${width(column)}fr)`
    return pin ? { id: column.id, css, pin } : { id: column.id, css }
  })
  let start = selectPx
  columns.forEach((column, at) => {
    const track = result[at]
    if (track?.pin !== 'start') return
    track.offset = `${start}px`
    start += width(column)
  })
  const ends = columns.filter((column) => layout.pinned[column.id] === 'end')
  ends.forEach((column, at) => {
    const track = result.find((one) => one.id === column.id)
    if (track) track.offset = `${ends.slice(at + 1).reduce((sum, other) => sum + width(other), 0)}px`
  })
  const lastStart = result.findLast((track) => track.pin === 'start')
  const firstEnd = result.find((track) => track.pin === 'end')
  if (lastStart) lastStart.isEdge = true
  if (firstEnd) firstEnd.isEdge = true
  return result
}

export function widthOf(column: Shape, layout: GridLayout): number {
  return Math.max(layout.widthsPx[column.id] ?? column.widthPx ?? defaultWidthPx, column.minWidthPx ?? smallestWidthPx)
}

export function templateOf(list: readonly Track[], selectPx: number): string {
  const flexible = list.some((track) => track.css.startsWith('minmax'))
  return [selectPx > 0 ? `${selectPx}px` : '', ...list.map((track) => track.css), flexible ? '' : 'minmax(0, 1fr)']
    .filter(Boolean)
    .join(' ')
}

export function totalWidthPx(columns: readonly Shape[], layout: GridLayout, selectPx: number): number {
  return columns.reduce((sum, column) => sum + widthOf(column, layout), selectPx)
}
