import { useRef, useState, useSyncExternalStore } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import { rowHeightPx, selectWidthPx } from './data-grid/column.ts'
import type { Density, GridColumn, GridSort } from './data-grid/column.ts'
import './data-grid/data-grid.css'
import { GridBody } from './data-grid/GridBody.tsx'
import { GridHead } from './data-grid/GridHead.tsx'
import { GridSkeleton } from './data-grid/GridSkeleton.tsx'
import { GridToolbar } from './data-grid/GridToolbar.tsx'
import { useSortedRows } from './data-grid/grid-table.ts'
import { mergedOrder, moved, templateOf, totalWidthPx, tracks, visibleColumns } from './data-grid/layout.ts'
import type { GridLayout } from './data-grid/layout.ts'
import { useGridLayout } from './data-grid/remembered-layout.ts'
import { countSelected } from './data-grid/selection.ts'
import { useScrollEdges } from './data-grid/scroll-edges.ts'
import { useKitWords } from './kit-words.tsx'

export type { Align, Density, GridColumn, GridSort, PinSide } from './data-grid/column.ts'

export type DataGridProps<Row> = {
  /** Names the grid in this browser: its columns, widths and row height are remembered under it. */
  id: string
  label: string
  rows: readonly Row[]
  rowId: (row: Row) => string
  columns: readonly GridColumn<Row>[]
  /** What a row is called when it is selected by screen reader, such as a person's name. */
  rowName?: (row: Row) => string
  /** Left out: the grid keeps the order itself. Given: the screen keeps it, for example in the URL. */
  sort?: GridSort | null
  onSort?: (sort: GridSort | null) => void
  /** The rows come already sorted: the grid only shows which column it is. */
  sortedByServer?: boolean
  selected?: ReadonlySet<string>
  onSelect?: (ids: ReadonlySet<string>) => void
  bulkActions?: (ids: ReadonlySet<string>) => ReactNode
  onOpen?: (row: Row) => void
  onExport?: (visible: readonly GridColumn<Row>[]) => void
  /** The last row came into view: the screen may load more. */
  onEnd?: () => void
  /** All rows there are, when `rows` holds only the loaded part. */
  totalRows?: number
  /** There are more than `rows`, how many nobody knows: the count says 50+. */
  hasMoreRows?: boolean
  isLoading?: boolean
  error?: ReactNode
  empty?: ReactNode
  toolbar?: ReactNode
  density?: Density
  maxHeight?: CSSProperties['maxHeight']
}

export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { id, label, rows, columns, selected, onSelect, isLoading = false, error, empty } = props
  const words = useKitWords()
  const { locale } = useLocale()
  const scroller = useRef<HTMLDivElement>(null)
  const [ownSort, setOwnSort] = useState<GridSort | null>(null)
  const sort = props.sort === undefined ? ownSort : props.sort
  const narrow = useNarrow()
  const { layout: kept, change, reset, changed } = useGridLayout(id, columns, props.density ?? 'comfortable')
  // On a phone pinned columns would leave no room for the others.
  const layout = narrow ? { ...kept, pinned: noPins } : kept
  const touch = isTouchPage()
  const rowPx = touch ? touchRowPx : rowHeightPx[layout.density]
  const headPx = touch ? touchRowPx : 40
  const selectable = selected !== undefined && onSelect !== undefined
  const selectPx = selectable ? selectWidthPx : 0

  const shown = visibleColumns(columns, layout)
  const list = useStable(tracks(shown, layout, selectPx), sameText)
  const drawn = useStable(shown, sameCells)
  const sorted = useSortedRows({
    rows,
    rowId: props.rowId,
    columns,
    sort,
    sortedByServer: props.sortedByServer ?? false,
    language: locale,
  })
  useScrollEdges(scroller)

  const canSort = (column: GridColumn<Row>) => Boolean(props.sortedByServer ? column.sortable : column.sortBy)
  const changeSort = (columnId: string) => {
    const next = nextSort(sort, columnId)
    setOwnSort(next)
    props.onSort?.(next)
    scroller.current?.scrollTo({ top: 0 })
  }
  const changeWidth = (columnId: string, widthPx: number, done: boolean) => {
    const wider = { ...layout, widthsPx: { ...layout.widthsPx, [columnId]: widthPx } }
    const sheet = scroller.current?.firstElementChild as HTMLElement | null
    // While the pointer moves only the template changes: no row renders again.
    sheet?.style.setProperty('--grid-template', templateOf(tracks(shown, wider, selectPx), selectPx))
    sheet?.style.setProperty('--grid-width', `${totalWidthPx(shown, wider, selectPx)}px`)
    if (done) change({ widthsPx: wider.widthsPx })
  }
  const moveColumn = (columnId: string, beforeId: string) => {
    const order = mergedOrder(layout.order, columns)
    const to = order.indexOf(beforeId)
    const side = layout.pinned[beforeId]
    const { [columnId]: _left, ...pinned } = layout.pinned
    change({ order: moved(order, columnId, to), pinned: side ? { ...pinned, [columnId]: side } : pinned })
  }

  const isEmpty = rows.length === 0
  const style = {
    '--grid-template': templateOf(list, selectPx),
    '--grid-width': `${totalWidthPx(shown, layout, selectPx)}px`,
    '--grid-row': `${rowPx}px`,
    '--grid-head': `${headPx}px`,
  } as CSSProperties
  return (
    <div className="flex min-h-0 min-w-0 flex-col gap-2">
      <GridToolbar
        columns={columns}
        layout={kept}
        changed={changed}
        change={change}
        reset={reset}
        selected={selectable ? selected : undefined}
        onClear={() => onSelect?.(new Set())}
        bulkActions={props.bulkActions}
        onExport={props.onExport && (() => props.onExport?.(shown))}
        rowCount={props.totalRows ?? rows.length}
        isAtLeast={props.hasMoreRows ?? false}
        isLoading={isLoading}
      >
        {props.toolbar}
      </GridToolbar>
      <div className="grid-frame" aria-busy={isLoading}>
        {isLoading && !isEmpty && (
          <div className="grid-busy" aria-hidden="true">
            <div className="kit-indeterminate h-full w-1/3 bg-primary" />
          </div>
        )}
        <div
          ref={scroller}
          className="grid-scroller"
          style={{ maxHeight: props.maxHeight ?? ownMaxHeight }}
          data-grid-scroller=""
        >
          <div
            role="grid"
            aria-label={label}
            aria-rowcount={(props.totalRows ?? rows.length) + 1}
            aria-colcount={shown.length + (selectable ? 1 : 0)}
            aria-multiselectable={selectable || undefined}
            className={props.onOpen ? 'grid-sheet grid-openable' : 'grid-sheet'}
            style={style}
          >
            <GridHead
              columns={shown}
              tracks={list}
              sort={sort}
              selectable={selectable}
              selectedCount={selected ? countSelected(selected, sorted) : 0}
              rowCount={sorted.length}
              canSort={canSort}
              onSort={changeSort}
              onSelectAll={(all) => onSelect?.(new Set(all ? sorted.map((row) => row.id) : []))}
              onWidth={changeWidth}
              onMove={moveColumn}
            />
            {!isEmpty && !error && (
              <GridBody
                scroller={scroller}
                rows={sorted}
                columns={drawn}
                tracks={list}
                rowPx={rowPx}
                headPx={headPx}
                selected={selectable ? selected : undefined}
                onSelect={onSelect}
                onOpen={props.onOpen}
                onEnd={props.onEnd}
                rowName={props.rowName}
              />
            )}
            {isEmpty && isLoading && !error && <GridSkeleton tracks={list} selectable={selectable} />}
          </div>
          {error && <div className="sticky start-0 px-4 py-10">{error}</div>}
          {isEmpty && !isLoading && !error && (
            <div className="sticky start-0 px-4 py-10">
              {empty ?? <p className="text-center text-muted">{words('grid.empty')}</p>}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}

const ownMaxHeight = 'max(20rem, calc(100vh - 15rem))'
const touchRowPx = 48

/** First ascending, then descending, then as it came. */
function nextSort(sort: GridSort | null, columnId: string): GridSort | null {
  if (sort?.columnId !== columnId) return { columnId, descending: false }
  return sort.descending ? null : { columnId, descending: true }
}

const noPins: GridLayout['pinned'] = {}
const narrowScreen = '(max-width: 40rem)'

function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(narrowScreen)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(narrowScreen).matches,
  )
}

/** Rows are as tall as a finger wherever the whole page is. */
const isTouchPage = () => document.documentElement.dataset['density'] === 'touch'

/** The same object while its content is the same: rows compare their props by identity. */
function useStable<Value>(value: Value, same: (a: Value, b: Value) => boolean): Value {
  const [kept, keep] = useState(value)
  if (same(kept, value)) return kept
  keep(value)
  return value
}

const sameText = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function sameCells<Row>(a: readonly GridColumn<Row>[], b: readonly GridColumn<Row>[]): boolean {
  if (a.length !== b.length) return false
  return a.every((column, at) => column.id === b[at]?.id && column.cell === b[at].cell && column.align === b[at].align)
}
