import { useState } from 'react'
import type { Density, GridColumn } from './column.ts'
import { firstLayout } from './layout.ts'
import type { GridLayout } from './layout.ts'

export type LayoutControl = {
  layout: GridLayout
  change: (part: Partial<GridLayout>) => void
  reset: () => void
  changed: boolean
}

/** The grid's layout, kept in this browser under the grid's id. */
export function useGridLayout<Row>(
  gridId: string,
  columns: readonly GridColumn<Row>[],
  density: Density,
): LayoutControl {
  const [saved, setSaved] = useState(() => read(gridId))
  const layout = { ...firstLayout(columns, density), ...saved }
  const change = (part: Partial<GridLayout>) => {
    const next = { ...saved, ...part }
    setSaved(next)
    write(gridId, next)
  }
  const reset = () => {
    setSaved({})
    write(gridId, undefined)
  }
  return { layout, change, reset, changed: Object.keys(saved).length > 0 }
}

const keyOf = (gridId: string) => `remit.grid.${gridId}`

function read(gridId: string): Partial<GridLayout> {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(keyOf(gridId)) ?? '{}')
    return isLayout(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

// Storage may be full or forbidden (private windows, embedded browsers): the grid then simply forgets.
function write(gridId: string, layout: Partial<GridLayout> | undefined) {
  try {
    if (layout) localStorage.setItem(keyOf(gridId), JSON.stringify(layout))
    else localStorage.removeItem(keyOf(gridId))
  } catch {
    return
  }
}

function isLayout(value: unknown): value is Partial<GridLayout> {
  if (typeof value !== 'object' || value === null) return false
  const layout = value as Record<string, unknown>
  const texts = (list: unknown) =>
    list === undefined || (Array.isArray(list) && list.every((id) => typeof id === 'string'))
  const record = (map: unknown) => map === undefined || (typeof map === 'object' && map !== null && !Array.isArray(map))
  return texts(layout['order']) && texts(layout['hidden']) && record(layout['pinned']) && record(layout['widthsPx'])
}
