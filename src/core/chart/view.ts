import type { Layout } from './layout.ts'

/** A part of the chart, in its own px. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Calls `see` for each box that touches the area. Ten thousand boxes are looked through in a tenth of a millisecond. */
export function eachBoxIn(layout: Layout, area: Area, see: (place: number) => void): void {
  const { x, y, sizes } = layout
  const left = area.x - sizes.width
  const top = area.y - sizes.height
  const right = area.x + area.width
  const bottom = area.y + area.height
  for (let place = 0; place < x.length; place++)
    if (x[place]! > left && x[place]! < right && y[place]! > top && y[place]! < bottom) see(place)
}

/** The same for the pieces of lines; `at` is the place of the piece's first number in `segments`. */
export function eachSegmentIn(layout: Layout, area: Area, see: (at: number) => void): void {
  const { segments } = layout
  const right = area.x + area.width
  const bottom = area.y + area.height
  for (let at = 0; at < segments.length; at += 4) {
    const isOutside =
      Math.max(segments[at]!, segments[at + 2]!) < area.x ||
      Math.min(segments[at]!, segments[at + 2]!) > right ||
      Math.max(segments[at + 1]!, segments[at + 3]!) < area.y ||
      Math.min(segments[at + 1]!, segments[at + 3]!) > bottom
    if (!isOutside) see(at)
  }
}

/** The place of the box at a point; -1 where there is none. */
export function boxAt(layout: Layout, x: number, y: number): number {
  let found = -1
  eachBoxIn(layout, { x, y, width: 0, height: 0 }, (place) => (found = place))
  return found
}

/** How a chart lies in its window: a point (x, y) of it is drawn at (x * scale + left, y * scale + top). */
export type View = { readonly left: number; readonly top: number; readonly scale: number }

/** What a window of this size shows. */
export function areaOf(view: View, width: number, height: number): Area {
  const { left, top, scale } = view
  return { x: -left / scale, y: -top / scale, width: width / scale, height: height / scale }
}

/** The whole chart amid the window, at most as large as `most`. */
export function fitted(layout: Layout, width: number, height: number, most = 1, margin = 32): View {
  const room = { width: Math.max(1, width - 2 * margin), height: Math.max(1, height - 2 * margin) }
  const scale = Math.min(most, room.width / Math.max(1, layout.width), room.height / Math.max(1, layout.height))
  return { scale, left: (width - layout.width * scale) / 2, top: (height - layout.height * scale) / 2 }
}

/** The view with another scale, while what is drawn at (x, y) of the window stays there. */
export function zoomedAt(view: View, scale: number, x: number, y: number): View {
  const factor = scale / view.scale
  return { scale, left: x - (x - view.left) * factor, top: y - (y - view.top) * factor }
}

/** The view moved as little as it takes to show a box, `margin` px from the edges of the window. */
export function revealed(
  view: View,
  layout: Layout,
  place: number,
  window: { width: number; height: number },
  margin = 48,
): View {
  const { scale } = view
  const shift = (from: number, size: number, room: number) => {
    if (size + 2 * margin > room) return (room - size) / 2 - from
    if (from < margin) return margin - from
    return Math.min(0, room - margin - (from + size))
  }
  const x = layout.x[place]! * scale + view.left
  const y = layout.y[place]! * scale + view.top
  return {
    scale,
    left: view.left + shift(x, layout.sizes.width * scale, window.width),
    top: view.top + shift(y, layout.sizes.height * scale, window.height),
  }
}
