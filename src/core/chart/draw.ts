import { drawCard, type Card } from './card.ts'
import type { Forest } from './forest.ts'
import type { Layout } from './layout.ts'
import { moved, type Drawing, type Paint, type Shape } from './shapes.ts'
import type { Measure } from './text.ts'
import { roundBend } from './bend.ts'

export type Extra = { readonly from: number; readonly to: number; readonly stroke: Paint }
export type ChartPicture = {
  readonly forest: Forest
  readonly layout: Layout
  readonly cardOf: (number: number) => Card
  readonly measure: Measure
  /** Dotted lines, by the numbers of the boxes; those folded away are left out. */
  readonly extras?: readonly Extra[]
  /** Said at the lower edge of a box with folded ones below, such as "+12". */
  readonly foldedWord?: (number: number) => string
}

/** The whole chart as it lies, as a picture. */
export function drawChart({ forest, layout, cardOf, measure, extras = [], foldedWord }: ChartPicture): Drawing {
  const { segments, sizes, x, y } = layout
  const shapes: Shape[] = []
  for (let at = 0; at < segments.length; at += 4)
    shapes.push({ kind: 'line', points: [...segments.subarray(at, at + 4)], stroke: 'line-strong' })
  for (const { from, to, stroke } of extras) {
    const points = roundBend(layout, from, to)
    if (points) shapes.push({ kind: 'line', points, stroke, strokeWidth: 1.5, isDashed: true })
  }
  layout.numbers.forEach((number, place) => {
    for (const shape of drawCard(cardOf(number), sizes, measure)) shapes.push(moved(shape, x[place]!, y[place]!))
    const hasFolded =
      forest.children[number]!.length > 0 && forest.children[number]!.every((child) => layout.placeOf[child]! < 0)
    const word = hasFolded ? (foldedWord?.(number) ?? '') : ''
    if (word) shapes.push(...drawFold(layout, place, word, measure))
  })
  return { width: layout.width, height: layout.height + (foldedWord ? foldRoom : 0), shapes }
}

const foldRoom = 14

/** The pill that says how many are folded away, amid the edge where they would begin. */
export function drawFold(layout: Layout, place: number, word: string, measure: Measure): Shape[] {
  const { middleX, middleY } = foldPoint(layout, place)
  const width = Math.max(24, Math.ceil(measure(word, 11, true)) + 14)
  return [
    {
      kind: 'box',
      x: middleX - width / 2,
      y: middleY - 10,
      width,
      height: 20,
      radius: 10,
      fill: 'surface',
      stroke: 'line-strong',
    },
    { kind: 'text', x: middleX, y: middleY + 4, text: word, size: 11, isBold: true, fill: 'muted', anchor: 'middle' },
  ]
}

/** Where the pill of a box sits. */
export function foldPoint(layout: Layout, place: number): { middleX: number; middleY: number } {
  const { width, height } = layout.sizes
  const x = layout.x[place]!
  const y = layout.y[place]!
  if (layout.arrangement === 'right') return { middleX: x + width, middleY: y + height / 2 }
  if (layout.arrangement === 'list') return { middleX: x + 18, middleY: y + height }
  return { middleX: x + width / 2, middleY: y + height }
}

/** What the pill of a folded box says. */
export function foldsBelow(forest: Forest, number: number): string {
  return `+${forest.below[number]!}`
}
