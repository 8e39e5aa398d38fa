import {
  drawChart,
  legendShapes,
  moved,
  openTo,
  pagesOf,
  paperColours,
  plant,
  roughMeasure,
  type LegendEntry,
  type Page,
  type Shape,
} from '#core/chart'
import type { Drawing, Mark, PaperDocument } from '#kernel/pdf'
import { cardOf, type Colour, type Say } from '../chart-card.ts'
import { extrasOf, legendOf } from '../chart-picture.ts'
import type { ChartData } from '../contract.ts'

export type ChartPaper = {
  readonly data: ChartData
  readonly title: string
  /** Under the title: the day, the draft. */
  readonly note: string
  readonly language: string
  /** Down to which level it is drawn; 1 is the tops alone. */
  readonly level: number
  readonly paper: 'a4' | 'a3'
  readonly colours?: ReadonlyMap<string, Colour>
  /** What the colours mean. */
  readonly legend?: readonly LegendEntry[]
  readonly createdAt: Date
  readonly say: Say
}

/** A chart as a document of landscape pages, each with its title, number and legend; see `pagesOf`. */
export function chartPages(chart: ChartPaper): PaperDocument {
  const { data, title, language, level, createdAt } = chart
  const forest = plant(data.nodes)
  const open = openTo(forest, level)
  const { widthPt, heightPt } = papers[chart.paper]
  const room = {
    width: widthPt - 2 * margin,
    height: heightPt - 2 * margin - headHeight - footHeight,
    leastScale: 0.5,
    mostScale: 0.72,
  }
  const pages = pagesOf(forest, (number) => open.has(number), room)
  return {
    title,
    language,
    createdAt,
    isLandscape: true,
    blocks: pages.map((page, at) => drawPage(chart, page, { at, count: pages.length })),
  }
}

const papers = {
  a4: { widthPt: 841.89, heightPt: 595.28 },
  a3: { widthPt: 1190.55, heightPt: 841.89 },
} as const
const margin = 34
const headHeight = 44
const footHeight = 26

function drawPage(chart: ChartPaper, page: Page, { at, count }: { at: number; count: number }): Drawing {
  const { data, title, note, language, say, colours } = chart
  const { widthPt, heightPt } = papers[chart.paper]
  const { layout, scale } = page
  const picture = drawChart({
    forest: page.forest,
    layout,
    cardOf: (number) => {
      const node = data.nodes[number]!
      return cardOf(node, say, language, colours?.get(node.id))
    },
    measure: roughMeasure,
    extras: extrasOf(data, page.forest),
    foldedWord: (number) => {
      const next = page.goesOn.get(number)
      return next === undefined
        ? `+${page.forest.below[number]!}`
        : say('screens.chart.continued', { page: String(next + 1) })
    },
  })
  const left = (widthPt - layout.width * scale) / 2
  const top = margin + headHeight
  const legend = legendShapes(legendOf(data, chart.legend ?? [], say), roughMeasure)
  const bottom = heightPt - margin
  const noteHere =
    page.cameFrom < 0
      ? note
      : `${note}${say('screens.chart.comma')}${say('screens.chart.from', { page: String(page.cameFrom + 1) })}`
  return {
    kind: 'drawing',
    widthPt,
    heightPt,
    marks: [
      { mark: 'text', text: title, x: margin, y: margin - 6, sizePt: 14, isBold: true, color: paperColours.text },
      { mark: 'text', text: noteHere, x: margin, y: margin + 15, sizePt: 9, color: paperColours.muted },
      ...picture.shapes.map((shape) => markOf(shape, scale, left, top)),
      ...legend.shapes.map((shape) => markOf(moved(shape, 0, -13), legendScale, margin, bottom)),
      {
        mark: 'text',
        text: say('screens.chart.page', { page: String(at + 1), pages: String(count) }),
        x: widthPt - margin,
        y: bottom - 10,
        sizePt: 9,
        color: paperColours.muted,
        align: 'right',
      },
    ],
  }
}

const legendScale = 0.7
/** From the upper edge of a line to its base, in sizes of its font. */
const ascent = 0.88

function markOf(shape: Shape, scale: number, left: number, top: number): Mark {
  const x = (value: number) => left + value * scale
  const y = (value: number) => top + value * scale
  if (shape.kind === 'text') {
    return {
      mark: 'text',
      text: shape.text,
      x: x(shape.x),
      y: y(shape.y) - ascent * shape.size * scale,
      sizePt: shape.size * scale,
      color: paperColours[shape.fill],
      isBold: shape.isBold ?? false,
      align: shape.anchor === 'end' ? 'right' : shape.anchor === 'middle' ? 'center' : 'left',
    }
  }
  const dash = shape.isDashed ? { dash: [3, 2.4] as const } : {}
  if (shape.kind === 'line') {
    const points = Array.from(
      { length: shape.points.length / 2 },
      (_none, at) => [x(shape.points[at * 2]!), y(shape.points[at * 2 + 1]!)] as const,
    )
    return {
      mark: 'line',
      points,
      stroke: paperColours[shape.stroke],
      strokePt: (shape.strokeWidth ?? 1) * scale,
      ...dash,
    }
  }
  return {
    mark: 'rect',
    x: x(shape.x),
    y: y(shape.y),
    width: shape.width * scale,
    height: shape.height * scale,
    radius: shape.radius * scale,
    ...(shape.fill ? { fill: paperColours[shape.fill] } : {}),
    ...(shape.stroke ? { stroke: paperColours[shape.stroke], strokePt: (shape.strokeWidth ?? 1) * scale } : {}),
    ...dash,
  }
}
