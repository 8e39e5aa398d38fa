import { useState } from 'react'
import type { FilterState } from './filter-state.ts'

export type SavedView = {
  id: string
  name: string
  state: FilterState
  isShared?: boolean
  /** Somebody else's, who shares it. */
  ownerName?: string | null
}
export type ViewKeeper = {
  views: readonly SavedView[]
  save: (name: string, isShared: boolean) => void
  remove: (id: string) => void
  /** Views may be saved for everybody too. */
  mayShare?: boolean
}

/** Views kept in this browser. A screen that keeps them on the server passes its own keeper instead. */
export function useSavedViews(barId: string, state: FilterState): ViewKeeper {
  const key = `remit.views.${barId}`
  const [views, setViews] = useState(() => read(key))
  const keep = (next: readonly SavedView[]) => {
    setViews(next)
    write(key, next)
  }
  return {
    views,
    // One name, one view: saving again under a name replaces it.
    save: (name) => keep([...views.filter((view) => view.name !== name), { id: name, name, state }]),
    remove: (id) => keep(views.filter((view) => view.id !== id)),
  }
}

function read(key: string): readonly SavedView[] {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(parsed) ? parsed.filter(isView) : []
  } catch {
    return []
  }
}

function write(key: string, views: readonly SavedView[]) {
  try {
    localStorage.setItem(key, JSON.stringify(views))
  } catch {
    return
  }
}

function isView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) return false
  const { id, name, state } = value as Record<string, unknown>
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof state === 'object' &&
    state !== null &&
    'values' in state
  )
}
