import type { Layout } from './layout.ts'

/**
 * The corners of a line between two boxes that are not above one another in the tree: from edge to nearest edge, with
 * one step between. Null when either is folded away.
 */
export function roundBend(layout: Layout, from: number, to: number): number[] | null {
  const one = layout.placeOf[from] ?? -1
  const other = layout.placeOf[to] ?? -1
  if (one < 0 || other < 0 || one === other) return null
  const { width, height } = layout.sizes
  const start = { x: layout.x[one]!, y: layout.y[one]! }
  const end = { x: layout.x[other]!, y: layout.y[other]! }
  if (Math.abs(start.y - end.y) < height) {
    // on one level: from side to side; past what stands between, over the top
    const isRight = end.x > start.x
    if (Math.abs(end.x - start.x) < width * 1.5) {
      const middle = start.y + height * 0.75
      return [isRight ? start.x + width : start.x, middle, isRight ? end.x : end.x + width, middle]
    }
    const over = Math.min(start.y, end.y) - 14
    return [
      start.x + width * 0.75,
      start.y,
      start.x + width * 0.75,
      over,
      end.x + width * 0.25,
      over,
      end.x + width * 0.25,
      end.y,
    ]
  }
  const isBelow = end.y > start.y
  const leave = isBelow ? start.y + height : start.y
  const arrive = isBelow ? end.y : end.y + height
  const turn = arrive + (isBelow ? -14 : 14)
  const fromX = start.x + width * 0.8
  const toX = end.x + width * 0.2
  return [fromX, leave, fromX, turn, toX, turn, toX, arrive]
}
