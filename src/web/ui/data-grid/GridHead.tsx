import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'
import { useRef } from 'react'
import type { DragEvent, KeyboardEvent, PointerEvent } from 'react'
import { useKitWords } from '../kit-words.tsx'
import type { GridColumn, GridSort } from './column.ts'
import { cellClass, pinStyle, selectClass } from './GridRow.tsx'
import type { Track } from './layout.ts'

type Props<Row> = {
  columns: readonly GridColumn<Row>[]
  tracks: readonly Track[]
  sort: GridSort | null
  selectable: boolean
  selectedCount: number
  rowCount: number
  canSort: (column: GridColumn<Row>) => boolean
  onSort: (columnId: string) => void
  onSelectAll: (all: boolean) => void
  onWidth: (columnId: string, widthPx: number, done: boolean) => void
  onMove: (columnId: string, beforeId: string) => void
}

export function GridHead<Row>(props: Props<Row>) {
  const words = useKitWords()
  const { columns, tracks, selectable, selectedCount, rowCount } = props
  const all = rowCount > 0 && selectedCount >= rowCount
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="grid-head-row">
        {selectable && (
          <div role="columnheader" aria-colindex={1} className={selectClass(tracks)}>
            <input
              type="checkbox"
              className="grid-check"
              aria-label={words('grid.select-all')}
              checked={all}
              disabled={rowCount === 0}
              ref={(box) => {
                if (box) box.indeterminate = selectedCount > 0 && !all
              }}
              onChange={() => props.onSelectAll(!all)}
            />
          </div>
        )}
        {columns.map((column, at) => (
          <HeadCell key={column.id} {...props} column={column} track={tracks[at]} index={at + (selectable ? 2 : 1)} />
        ))}
      </div>
    </div>
  )
}

type CellProps<Row> = Props<Row> & { column: GridColumn<Row>; track: Track | undefined; index: number }

function HeadCell<Row>({ column, track, index, sort, canSort, onSort, onMove, onWidth }: CellProps<Row>) {
  const words = useKitWords()
  const cell = useRef<HTMLDivElement>(null)
  const sorted = sort?.columnId === column.id ? (sort.descending ? 'descending' : 'ascending') : 'none'
  const sortable = canSort(column)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    cell.current?.removeAttribute('data-drop')
    const id = event.dataTransfer.getData(dragType)
    if (id && id !== column.id) onMove(id, column.id)
  }
  return (
    <div
      ref={cell}
      role="columnheader"
      aria-colindex={index}
      aria-sort={sortable ? sorted : undefined}
      data-align={column.align}
      className={cellClass(track)}
      style={pinStyle(track)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return
        event.preventDefault()
        cell.current?.setAttribute('data-drop', '')
      }}
      onDragLeave={() => cell.current?.removeAttribute('data-drop')}
      onDrop={drop}
    >
      <span
        draggable
        className="grid-head-drag"
        onDragStart={(event) => {
          event.dataTransfer.setData(dragType, column.id)
          event.dataTransfer.effectAllowed = 'move'
        }}
      >
        {sortable ? (
          <button
            type="button"
            className="grid-head-button"
            onClick={() => onSort(column.id)}
            onKeyDown={(event) => resizeByKey(event, cell.current, (px) => onWidth(column.id, px, true))}
            title={words('grid.header-hint')}
          >
            <span className="grid-cell-text">{column.title}</span>
            <SortIcon sorted={sorted} />
          </button>
        ) : (
          <span className="grid-cell-text">{column.title}</span>
        )}
      </span>
      <span
        aria-hidden="true"
        className="grid-resize"
        onPointerDown={(event) => resizeByPointer(event, cell.current, (px, done) => onWidth(column.id, px, done))}
      />
    </div>
  )
}

function SortIcon({ sorted }: { sorted: 'ascending' | 'descending' | 'none' }) {
  const Icon = sorted === 'none' ? ChevronsUpDown : sorted === 'ascending' ? ArrowUp : ArrowDown
  return (
    <Icon aria-hidden="true" size={14} className="grid-sort-icon" data-sorted={sorted === 'none' ? undefined : ''} />
  )
}

const dragType = 'application/x-remit-column'
const stepPx = 16

function resizeByKey(event: KeyboardEvent, cell: HTMLElement | null, resize: (widthPx: number) => void) {
  if (!event.altKey || !cell || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
  event.preventDefault()
  event.stopPropagation()
  const wider = (event.key === 'ArrowRight') === (getComputedStyle(cell).direction !== 'rtl')
  resize(Math.round(cell.offsetWidth + (wider ? stepPx : -stepPx)))
}

function resizeByPointer(
  event: PointerEvent<HTMLElement>,
  cell: HTMLElement | null,
  resize: (widthPx: number, done: boolean) => void,
) {
  if (!cell) return
  event.preventDefault()
  const handle: HTMLElement = event.currentTarget
  const fromPx = cell.offsetWidth
  const fromX = event.clientX
  const sign = getComputedStyle(cell).direction === 'rtl' ? -1 : 1
  const width = (x: number) => Math.round(fromPx + (x - fromX) * sign)
  handle.setPointerCapture(event.pointerId)
  const stop = new AbortController()
  const { signal } = stop
  handle.addEventListener('pointermove', (move) => resize(width(move.clientX), false), { signal })
  handle.addEventListener('pointercancel', () => stop.abort(), { signal })
  handle.addEventListener(
    'pointerup',
    (up) => {
      stop.abort()
      if (up.clientX !== fromX) resize(width(up.clientX), true)
    },
    { signal },
  )
}
