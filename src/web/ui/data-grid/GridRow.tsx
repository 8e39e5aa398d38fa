import { memo } from 'react'
import type { CSSProperties, ReactElement } from 'react'
import type { GridColumn } from './column.ts'
import type { Track } from './layout.ts'

type Props<Row> = {
  id: string
  row: Row
  index: number
  startPx: number
  columns: readonly GridColumn<Row>[]
  tracks: readonly Track[]
  selectable: boolean
  selected: boolean
  active: boolean
  selectLabel: string
}

/** One row. It owns no handler: the body listens once for all rows, so scrolling makes no closures. */
export const GridRow = memo(Row) as <R>(props: Props<R>) => ReactElement

function Row<R>(props: Props<R>) {
  const { id, row, index, columns, tracks, selectable, selected, active } = props
  return (
    <div
      role="row"
      data-row={id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      tabIndex={active ? 0 : -1}
      className="grid-row"
      style={{ top: props.startPx }}
    >
      {selectable && (
        <div role="gridcell" aria-colindex={1} data-select="" className={selectClass(tracks)}>
          <input
            type="checkbox"
            readOnly
            tabIndex={-1}
            checked={selected}
            aria-label={props.selectLabel}
            className="grid-check"
          />
        </div>
      )}
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={at + (selectable ? 2 : 1)}
          data-align={column.align}
          className={cellClass(tracks[at])}
          style={pinStyle(tracks[at])}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
}

export function cellClass(track: Track | undefined): string {
  if (!track?.pin) return 'grid-cell'
  return track.isEdge ? `grid-cell grid-cell-pinned grid-cell-edge-${track.pin}` : 'grid-cell grid-cell-pinned'
}

export function selectClass(tracks: readonly Track[]): string {
  const isEdge = !tracks.some((track) => track.pin === 'start')
  return `grid-cell grid-cell-select grid-cell-pinned${isEdge ? ' grid-cell-edge-start' : ''}`
}

export function pinStyle(track: Track | undefined): CSSProperties | undefined {
  if (!track?.pin) return undefined
  return track.pin === 'start' ? { insetInlineStart: track.offset } : { insetInlineEnd: track.offset }
}
