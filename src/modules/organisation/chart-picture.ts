import type { Extra, Forest, LegendEntry } from '#core/chart'
import { markTones, type Say } from './chart-card.ts'
import type { ChartData, ChartMark } from './contract/chart.ts'

const marks: readonly ChartMark[] = ['added', 'removed', 'moved', 'changed']

/** The lines beside those of the tree: dotted ones, and from where a moved box came. */
export function extrasOf({ nodes, lines }: ChartData, forest: Forest): Extra[] {
  const number = (id: string) => forest.numberOf.get(id) ?? -1
  const dotted = lines.map(({ from, to }) => ({ from: number(from), to: number(to), stroke: 'violet' as const }))
  const moves = nodes.flatMap(({ id, movedFromId }) =>
    movedFromId ? [{ from: number(movedFromId), to: number(id), stroke: 'violet-line' as const }] : [],
  )
  return [...dotted, ...moves]
}

/** What the colours and lines of a chart mean; only of what is in it. */
export function legendOf({ nodes, lines }: ChartData, colours: readonly LegendEntry[], say: Say): LegendEntry[] {
  const present = new Set(nodes.map((node) => node.mark))
  return [
    ...colours,
    ...marks.flatMap((mark) =>
      present.has(mark)
        ? [{ text: say(`screens.chart.marks.${mark}`), paint: markTones[mark], look: 'spot' as const }]
        : [],
    ),
    ...(lines.length > 0 ? [{ text: say('screens.chart.dotted'), paint: 'violet', look: 'line' } as const] : []),
  ]
}
