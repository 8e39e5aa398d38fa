import { useMemo, useState } from 'react'
import { layOut, levelsOf, openTo, pathTo, plant, usualSizes, type Forest } from '#core/chart'
import type { ChartData } from '../../contract/chart.ts'

export type Folding = {
  readonly forest: Forest
  readonly levels: number
  isOpen(number: number): boolean
  toggle(number: number): void
  /** Folds or unfolds all down to a level; 1 shows the tops alone. */
  openTo(level: number): void
  /** Unfolds what hides a box. */
  reveal(number: number): void
}

/** What of a chart is unfolded. It stays so when the same boxes come with another day. */
export function useFolding({ nodes }: ChartData): Folding {
  const forest = useMemo(() => plant(nodes), [nodes])
  const [asked, setAsked] = useState<ReadonlySet<string> | null>(null)
  const open = useMemo(() => asked ?? idsOf(forest, firstOpen(forest, nodes)), [asked, forest, nodes])
  return useMemo(() => {
    const change = (numbers: readonly number[], isOpening: boolean) => {
      const next = new Set(open)
      for (const number of numbers) {
        const id = forest.ids[number]!
        if (isOpening) next.add(id)
        else next.delete(id)
      }
      setAsked(next)
    }
    return {
      forest,
      levels: levelsOf(forest),
      isOpen: (number) => open.has(forest.ids[number]!),
      toggle: (number) => change([number], !open.has(forest.ids[number]!)),
      openTo: (level) => setAsked(idsOf(forest, openTo(forest, level))),
      reveal: (number) => change(pathTo(forest, number), true),
    }
  }, [forest, open])
}

/** Levels that can still be taken in at a glance, and the ways to what differs. */
function firstOpen(forest: Forest, nodes: ChartData['nodes']): Set<number> {
  const open = openTo(forest, firstLevel(forest))
  const marked = nodes.flatMap(({ mark }, number) => (mark ? [number] : []))
  if (marked.length <= mostMarked)
    for (const number of marked) for (const above of pathTo(forest, number)) open.add(above)
  return open
}

/** The deepest level at which the whole chart can still be read in a common window; two at least. */
function firstLevel(forest: Forest): number {
  const deepest = levelsOf(forest)
  let level = Math.min(2, deepest)
  while (level < deepest) {
    const open = openTo(forest, level + 1)
    const layout = layOut(forest, (number) => open.has(number), 'down', boardSizes)
    if (layout.width > atAGlance.width || layout.height > atAGlance.height) return level
    level++
  }
  return level
}

/** Folded branches stand in stacks: the whole of a firm is seen at once, and what is unfolded gets the room. */
export const boardSizes = { ...usualSizes, stacksFolded: true }

const atAGlance = { width: 1900, height: 1150 }
const mostMarked = 400

function idsOf(forest: Forest, numbers: ReadonlySet<number>): ReadonlySet<string> {
  return new Set([...numbers].map((number) => forest.ids[number]!))
}
