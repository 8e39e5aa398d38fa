import { useMemo, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import { selectedBetween, toggled } from './selection.ts'

type Wired<Row> = {
  scroller: RefObject<HTMLDivElement | null>
  rows: readonly { id: string; original: Row }[]
  rowPx: number
  selected: ReadonlySet<string> | undefined
  onSelect: ((ids: ReadonlySet<string>) => void) | undefined
  onOpen: ((row: Row) => void) | undefined
}

/** Mouse and keyboard by row, delegated from the body: arrows, Home, End, Page keys, Space, Ctrl+A, Enter, Shift ranges. */
export function useRowInput<Row>(wired: Wired<Row>, reveal: (index: number) => void) {
  const { rows, selected, onSelect, onOpen, rowPx, scroller } = wired
  const [activeId, setActiveId] = useState<string | null>(null)
  const anchor = useRef<string | null>(null)
  const ids = () => rows.map((row) => row.id)
  const found = useMemo(() => (activeId === null ? -1 : rows.findIndex((row) => row.id === activeId)), [rows, activeId])
  const activeIndex = found < 0 ? null : found

  const select = (id: string, range: boolean) => {
    if (!selected || !onSelect) return
    onSelect(range ? selectedBetween(selected, ids(), anchor.current ?? id, id) : toggled(selected, id))
    if (!range) anchor.current = id
  }
  const goTo = (index: number, range: boolean) => {
    const at = Math.max(0, Math.min(index, rows.length - 1))
    const row = rows[at]
    if (!row) return
    if (range && selected && onSelect) {
      anchor.current ??= activeId ?? row.id
      onSelect(selectedBetween(selected, ids(), anchor.current, row.id))
    }
    setActiveId(row.id)
    reveal(at)
  }

  const click = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const id = target.closest<HTMLElement>('[data-row]')?.dataset['row']
    const row = rows.find((one) => one.id === id)
    if (!id || !row) return
    setActiveId(id)
    if (target.closest('[data-select]')) return select(id, event.shiftKey)
    if (target.closest(ownClick) || document.getSelection()?.type === 'Range') return
    if (event.ctrlKey || event.metaKey || event.shiftKey) return select(id, event.shiftKey)
    onOpen?.(row.original)
  }

  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const index = Number(target.closest<HTMLElement>('[data-row]')?.dataset['index'] ?? -1)
    const onRow = target.getAttribute('role') === 'row'
    if (index < 0 || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowPx) - 2)
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: index + page,
      PageUp: index - page,
    }
    const next = steps[event.key]
    const row = rows[index]
    if (!row) return
    if (next !== undefined && (onRow || event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      return goTo(next, event.shiftKey)
    }
    if (!onRow) {
      if (event.key === 'Escape') reveal(index)
      return
    }
    if (event.key === ' ') {
      event.preventDefault()
      select(row.id, event.shiftKey)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      onOpen?.(row.original)
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && onSelect) {
      event.preventDefault()
      onSelect(new Set(ids()))
    } else if (event.key === 'Escape' && selected?.size) {
      onSelect?.(new Set())
    }
  }

  const focus = (event: FocusEvent<HTMLElement>) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset['row']
    if (id) setActiveId(id)
  }

  return { activeIndex, click, keyDown, focus }
}

const ownClick = 'a, button, input, label, select, textarea, summary, [role=button], [role=link], [contenteditable]'
