import {
  areaOf,
  eachBoxIn,
  eachSegmentIn,
  type Dress,
  type Layout,
  type Paint,
  type Shape,
  type View,
} from '#core/chart'
import { fontOf } from './measure.ts'

export type Scene = {
  readonly layout: Layout
  readonly dress: Dress
  /** What a far box is filled with. */
  readonly paintOf: (place: number) => Paint
  /** The shapes of a box from its upper left corner. */
  readonly shapesOf: (place: number, detail: 'all' | 'title') => readonly Shape[]
  /** Dotted lines and the like, in the px of the chart. */
  readonly extras: readonly { readonly points: readonly number[]; readonly stroke: Paint }[]
}

/** Below it a box is one spot of colour; from there to `allFrom` only its title is written. */
export const titleFrom = 0.2
const allFrom = 0.45
/** From further away dotted lines hide what they join. */
const extrasFrom = 0.12

/** Draws what the window shows of a chart. Edges fall on the pixels of the screen at every scale. */
export function paintScene(
  canvas: CanvasRenderingContext2D,
  scene: Scene,
  view: View,
  window: { width: number; height: number },
  density: number,
): void {
  const { layout, dress } = scene
  const area = areaOf(view, window.width, window.height)
  const scale = view.scale * density
  const pen = { canvas, dress, scale, left: view.left * density, top: view.top * density, density }
  canvas.setTransform(1, 0, 0, 1, 0, 0)
  canvas.fillStyle = dress.colours.canvas
  canvas.fillRect(0, 0, window.width * density, window.height * density)
  strokeSegments(pen, layout, area)
  if (view.scale > extrasFrom) for (const { points, stroke } of scene.extras) strokeLine(pen, points, stroke, 1.5, true)
  if (view.scale < titleFrom) {
    spots(pen, scene, area)
    return
  }
  const detail = view.scale < allFrom ? 'title' : 'all'
  eachBoxIn(layout, grown(area), (place) => {
    const x = Math.round(pen.left + layout.x[place]! * scale)
    const y = Math.round(pen.top + layout.y[place]! * scale)
    for (const shape of scene.shapesOf(place, detail)) paintShape(pen, shape, x, y)
  })
}

type Pen = {
  readonly canvas: CanvasRenderingContext2D
  readonly dress: Dress
  /** Pixels of the screen per px of the chart. */
  readonly scale: number
  readonly left: number
  readonly top: number
  readonly density: number
}

/** Pills stand out of their box. */
function grown(area: { x: number; y: number; width: number; height: number }) {
  return { x: area.x - 20, y: area.y - 20, width: area.width + 40, height: area.height + 40 }
}

function strokeSegments(pen: Pen, layout: Layout, area: Parameters<typeof eachSegmentIn>[1]): void {
  const { canvas, scale, left, top, density } = pen
  const { segments } = layout
  const half = (Math.max(1, Math.round(density)) % 2) / 2
  canvas.beginPath()
  eachSegmentIn(layout, area, (at) => {
    canvas.moveTo(Math.round(left + segments[at]! * scale) + half, Math.round(top + segments[at + 1]! * scale) + half)
    canvas.lineTo(
      Math.round(left + segments[at + 2]! * scale) + half,
      Math.round(top + segments[at + 3]! * scale) + half,
    )
  })
  canvas.strokeStyle = pen.dress.colours['line-strong']
  canvas.lineWidth = Math.max(1, Math.round(density))
  canvas.lineCap = 'square'
  canvas.setLineDash([])
  canvas.stroke()
}

function spots(pen: Pen, scene: Scene, area: Parameters<typeof eachBoxIn>[1]): void {
  const { layout, dress, paintOf } = scene
  const width = Math.max(1, layout.sizes.width * pen.scale)
  const height = Math.max(1, layout.sizes.height * pen.scale)
  const byPaint = new Map<Paint, number[]>()
  eachBoxIn(layout, area, (place) => {
    const paint = paintOf(place)
    const places = byPaint.get(paint)
    if (places) places.push(place)
    else byPaint.set(paint, [place])
  })
  for (const [paint, places] of byPaint) {
    pen.canvas.fillStyle = dress.colours[paint]
    for (const place of places)
      pen.canvas.fillRect(
        pen.left + layout.x[place]! * pen.scale,
        pen.top + layout.y[place]! * pen.scale,
        width,
        height,
      )
  }
}

function paintShape(pen: Pen, shape: Shape, x: number, y: number): void {
  const { canvas, scale, dress } = pen
  if (shape.kind === 'line') return
  if (shape.kind === 'text') {
    canvas.font = fontOf(dress.fontFamily, shape.size * scale, shape.isBold === true)
    canvas.textAlign = shape.anchor === 'middle' ? 'center' : (shape.anchor ?? 'start')
    canvas.fillStyle = dress.colours[shape.fill]
    canvas.fillText(shape.text, x + shape.x * scale, y + shape.y * scale)
    return
  }
  const strokeWidth = shape.stroke ? Math.max(1, Math.round((shape.strokeWidth ?? 1) * pen.density)) : 0
  const half = (strokeWidth % 2) / 2
  const boxLeft = Math.round(x + shape.x * scale) + half
  const boxTop = Math.round(y + shape.y * scale) + half
  canvas.beginPath()
  outline(
    canvas,
    boxLeft,
    boxTop,
    Math.round(shape.width * scale),
    Math.round(shape.height * scale),
    shape.radius * scale,
  )
  if (shape.fill) {
    canvas.fillStyle = dress.colours[shape.fill]
    canvas.fill()
  }
  if (shape.stroke) {
    canvas.strokeStyle = dress.colours[shape.stroke]
    canvas.lineWidth = strokeWidth
    canvas.setLineDash(shape.isDashed ? [5 * scale, 4 * scale] : [])
    canvas.stroke()
  }
}

function strokeLine(pen: Pen, points: readonly number[], stroke: Paint, width: number, isDashed: boolean): void {
  const { canvas, scale, left, top } = pen
  canvas.beginPath()
  for (let at = 0; at < points.length; at += 2) {
    const x = left + points[at]! * scale
    const y = top + points[at + 1]! * scale
    if (at === 0) canvas.moveTo(x, y)
    else canvas.lineTo(x, y)
  }
  canvas.strokeStyle = pen.dress.colours[stroke]
  canvas.lineWidth = width * pen.density
  canvas.lineJoin = 'round'
  canvas.setLineDash(isDashed ? [6 * pen.density, 4 * pen.density] : [])
  canvas.stroke()
}

/** Safari learnt `roundRect` with 16. */
function outline(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): void {
  if (typeof canvas.roundRect === 'function') canvas.roundRect(x, y, width, height, radius)
  else canvas.rect(x, y, width, height)
}
