import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Tone } from '../look.ts'
import type { Place } from '../edit/tree.ts'
import type { Names } from '../say/summary.ts'

/** What the parts of the tree need besides their step; the same object until words or names change. */
export type TreeDeeds = {
  readonly names: Names
  readonly isPhone: boolean
  readonly isReadOnly: boolean
  readonly choose: (id: string) => void
  readonly insertAt: (place: Place) => void
  readonly addArm: (blockId: string) => void
  readonly drop: (id: string, place: Place) => void
  readonly drag: (id: string | null) => void
  readonly store: MarkStore
}

/** What a dragged step carries: its id. */
export const dragType = 'application/x-remit-step'

export type Note = { readonly text: string; readonly tone: Tone }

/** What lies over the tree, by the id of a step, an arm, `start` or `end`. */
export type TreeMarks = {
  readonly chosen: string | null
  /** The one the keys act on. */
  readonly current: string
  readonly dragged: string | null
  readonly faults: ReadonlyMap<string, 'red' | 'amber'>
  /** The way of a counter-example, if one is shown. */
  readonly way: ReadonlySet<string> | null
  /** Small words at steps: what is different, what was simulated. */
  readonly notes: ReadonlyMap<string, Note>
}

export const noMarks: TreeMarks = {
  chosen: null,
  current: 'start',
  dragged: null,
  faults: new Map(),
  way: null,
  notes: new Map(),
}

/** Marks apart from the tree: a step draws again only when its own change. */
export type MarkStore = {
  readonly set: (next: TreeMarks) => void
  readonly now: () => TreeMarks
  readonly subscribe: (listener: () => void) => () => void
}

export function markStore(): MarkStore {
  let marks = noMarks
  const listeners = new Set<() => void>()
  return {
    set(next) {
      marks = next
      for (const listener of listeners) listener()
    },
    now: () => marks,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const DeedsContext = createContext<TreeDeeds | null>(null)

export function useDeeds(): TreeDeeds {
  const deeds = useContext(DeedsContext)
  if (!deeds) throw new Error('a part of the tree was drawn outside of it')
  return deeds
}

export type Look = {
  readonly isChosen: boolean
  readonly isCurrent: boolean
  readonly isDragged: boolean
  readonly fault: 'red' | 'amber' | undefined
  /** On the way that is shown, or beside it. */
  readonly way: 'on' | 'off' | undefined
  readonly note: Note | undefined
}

export function useLook(id: string): Look {
  const { store } = useDeeds()
  const flags = useSyncExternalStore(store.subscribe, () => flagsOf(store.now(), id))
  const note = useSyncExternalStore(store.subscribe, () => store.now().notes.get(id))
  const [chosen, current, dragged, fault, way] = flags.split('|')
  return {
    isChosen: chosen === '1',
    isCurrent: current === '1',
    isDragged: dragged === '1',
    fault: fault === '' ? undefined : (fault as Look['fault']),
    way: way === '' ? undefined : (way as Look['way']),
    note,
  }
}

/** Whether something is dragged just now, so that the places for it show. */
export function useIsDragging(): boolean {
  const { store } = useDeeds()
  return useSyncExternalStore(store.subscribe, () => store.now().dragged !== null)
}

function flagsOf(marks: TreeMarks, id: string): string {
  const is = (one: string | null) => (one === id ? '1' : '')
  const way = marks.way ? (marks.way.has(id) ? 'on' : 'off') : ''
  return [is(marks.chosen), is(marks.current), is(marks.dragged), marks.faults.get(id) ?? '', way].join('|')
}
