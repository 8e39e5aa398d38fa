import { moved, type Drawing, type Paint, type Shape } from './shapes.ts'
import type { Measure } from './text.ts'

export type LegendEntry = {
  readonly text: string
  readonly paint: Paint
  /** A spot for colours of boxes, a dashed line for lines. */
  readonly look: 'spot' | 'line'
}
export type Heading = { readonly title: string; readonly note: string; readonly legend: readonly LegendEntry[] }

const margin = 40
const headHeight = 64
const legendHeight = 44

/** A picture with its title above, its legend below, and a margin around. */
export function sheetOf(drawing: Drawing, heading: Heading, measure: Measure): Drawing {
  const legend = legendShapes(heading.legend, measure)
  const titleWidth = Math.max(measure(heading.title, 22, true), measure(heading.note, 13, false))
  const width = Math.ceil(Math.max(drawing.width, legend.width, titleWidth)) + 2 * margin
  const shift = Math.round((width - drawing.width) / 2)
  const bottom = margin + headHeight + drawing.height
  const shapes: Shape[] = [
    { kind: 'text', x: margin, y: margin + 16, text: heading.title, size: 22, isBold: true, fill: 'text' },
    { kind: 'text', x: margin, y: margin + 38, text: heading.note, size: 13, fill: 'muted' },
    ...drawing.shapes.map((shape) => moved(shape, shift, margin + headHeight)),
    ...legend.shapes.map((shape) => moved(shape, margin, bottom + 24)),
  ]
  return { width, height: bottom + (heading.legend.length > 0 ? legendHeight : 0) + margin, shapes }
}

/** Entries in a row, from (0, 0) on. */
export function legendShapes(legend: readonly LegendEntry[], measure: Measure): Drawing {
  const shapes: Shape[] = []
  let x = 0
  for (const { text, paint, look } of legend) {
    if (look === 'spot') shapes.push({ kind: 'box', x, y: 2, width: 14, height: 12, radius: 3, fill: paint })
    else shapes.push({ kind: 'line', points: [x - 4, 8, x + 18, 8], stroke: paint, strokeWidth: 1.5, isDashed: true })
    shapes.push({ kind: 'text', x: x + 22, y: 13, text, size: 13, fill: 'muted' })
    x += 22 + Math.ceil(measure(text, 13, false)) + 24
  }
  return { width: Math.max(0, x - 24), height: 16, shapes }
}
