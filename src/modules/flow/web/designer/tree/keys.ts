import type { Step } from '#core/flow'
import { rowsIn, type RowKey } from '../edit/tree.ts'

/** One thing of the tree the keys can stand on. */
export type Stop = {
  readonly id: string
  readonly what: 'start' | 'step' | 'arm' | 'end'
  readonly parent: string | null
  readonly level: number
  /** Where a new step comes when it is asked for here. */
  readonly insert: { readonly row: RowKey; readonly index: number }
}

/** All stops from top to bottom. A loop's steps hang under the loop, those of other blocks under their arms. */
export function stopsOf(steps: readonly Step[]): Stop[] {
  const stops: Stop[] = [{ id: 'start', what: 'start', parent: null, level: 1, insert: { row: '', index: 0 } }]
  const walk = (list: readonly Step[], row: RowKey, parent: string | null, level: number) => {
    for (const [index, step] of list.entries()) {
      stops.push({ id: step.id, what: 'step', parent, level, insert: { row, index: index + 1 } })
      for (const inner of rowsIn(step)) {
        if (step.kind === 'loop') walk(inner.steps, inner.row, step.id, level + 1)
        else {
          stops.push({
            id: inner.row,
            what: 'arm',
            parent: step.id,
            level: level + 1,
            insert: { row: inner.row, index: 0 },
          })
          walk(inner.steps, inner.row, inner.row, level + 2)
        }
      }
    }
  }
  walk(steps, '', null, 1)
  stops.push({ id: 'end', what: 'end', parent: null, level: 1, insert: { row: '', index: steps.length } })
  return stops
}

/** Where an arrow leads: up and down as read, right into what hangs below, left to what it hangs under. */
export function stopAfter(stops: readonly Stop[], id: string, key: string): string | undefined {
  const at = stops.findIndex((stop) => stop.id === id)
  const stop = stops[at]
  if (!stop) return stops[0]?.id
  if (key === 'ArrowDown') return stops[at + 1]?.id
  if (key === 'ArrowUp') return stops[at - 1]?.id
  if (key === 'Home') return stops[0]?.id
  if (key === 'End') return stops.at(-1)?.id
  if (key === 'ArrowLeft') return stop.parent ?? undefined
  const next = stops[at + 1]
  return next?.parent === stop.id ? next.id : undefined
}
