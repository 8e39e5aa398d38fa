import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { RefObject } from 'react'
import { useKitWords } from '../kit-words.tsx'
import type { GridColumn } from './column.ts'
import type { GridRow as TableRow } from './grid-table.ts'
import { GridRow } from './GridRow.tsx'
import type { Track } from './layout.ts'
import { useRowInput } from './row-input.ts'

type Props<Row> = {
  scroller: RefObject<HTMLDivElement | null>
  rows: readonly TableRow<Row>[]
  columns: readonly GridColumn<Row>[]
  tracks: readonly Track[]
  rowPx: number
  headPx: number
  selected: ReadonlySet<string> | undefined
  onSelect: ((ids: ReadonlySet<string>) => void) | undefined
  onOpen: ((row: Row) => void) | undefined
  onEnd: (() => void) | undefined
  rowName: ((row: Row) => string) | undefined
}

export function GridBody<Row>(props: Props<Row>) {
  const { scroller, rows, columns, tracks, rowPx, headPx, selected, onEnd, rowName } = props
  const words = useKitWords()
  const focusAt = useRef<number | null>(null)
  const input = useRowInput(props, (index) => {
    focusAt.current = index
    virtualizer.scrollToIndex(index)
  })
  // Rows are memoised by hand, so that the compiler skips this part costs nothing.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    scrollMargin: headPx,
    scrollPaddingStart: headPx,
    scrollPaddingEnd: scrollbarPx,
    useFlushSync: false,
    // The row that holds the focus stays in the document when it scrolls away: the keyboard must not fall to the page.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      const kept = input.activeIndex
      return kept === null || kept >= rows.length || shown.includes(kept)
        ? shown
        : [...shown, kept].sort((a, b) => a - b)
    },
  })
  useEffect(() => virtualizer.measure(), [rowPx, virtualizer])
  const reachedEnd = useEffectEvent(() => onEnd?.())
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 1) reachedEnd()
  }, [last, rows.length])
  useEffect(() => {
    if (focusAt.current === null) return
    const target = scroller.current?.querySelector<HTMLElement>(`[role=row][data-index="${focusAt.current}"]`)
    if (!target) return
    focusAt.current = null
    target.focus({ preventScroll: true })
  })
  return (
    <div
      role="rowgroup"
      className="grid-body"
      style={{ height: virtualizer.getTotalSize() }}
      onClick={input.click}
      onKeyDown={input.keyDown}
      onFocus={input.focus}
    >
      {items.map((item) => {
        const row = rows[item.index]
        if (!row) return null
        const tabStop = input.activeIndex ?? 0
        return (
          <GridRow
            key={row.id}
            id={row.id}
            row={row.original}
            index={item.index}
            startPx={item.start - headPx}
            columns={columns}
            tracks={tracks}
            selectable={selected !== undefined}
            selected={selected?.has(row.id) ?? false}
            active={item.index === tabStop || (tabStop >= rows.length && item.index === 0)}
            selectLabel={words('grid.select-row', { name: rowName?.(row.original) ?? String(item.index + 1) })}
          />
        )
      })}
    </div>
  )
}

const scrollbarPx = 16
