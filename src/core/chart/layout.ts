import type { Forest } from './forest.ts'
import { blocksOf, type Block } from './blocks.ts'
import { tidy } from './tidy.ts'

/** `down`: tops above; `right`: tops at the left; `list`: one below the other, indented. */
export type Arrangement = 'down' | 'right' | 'list'

/** Lengths in px. */
export type Sizes = {
  readonly width: number
  readonly height: number
  /** Between a box and those below it. */
  readonly levelGap: number
  /** Between neighbours. */
  readonly siblingGap: number
  /** Between boxes of a stack, and between the rows of a list. */
  readonly stackGap: number
  /** Between the two columns of a stack, where its trunk runs. */
  readonly trunkGap: number
  /** How far a list is indented per level. */
  readonly indent: number
  /** From how many neighbours without anything below on they are stacked; Infinity never. */
  readonly stackFrom: number
  /** Folded boxes are stacked as well: for paper, where room is dear and nothing unfolds. */
  readonly stacksFolded?: boolean
}

export const usualSizes: Sizes = {
  width: 240,
  height: 84,
  levelGap: 56,
  siblingGap: 24,
  stackGap: 12,
  trunkGap: 32,
  indent: 36,
  stackFrom: 4,
}

/** A drawn box is named by its place in `numbers`; all arrays of boxes run alike. */
export type Layout = {
  readonly arrangement: Arrangement
  readonly sizes: Sizes
  readonly width: number
  readonly height: number
  /** Which items of the forest are drawn, top ones first. */
  readonly numbers: Int32Array
  /** The place of an item's box, -1 when it is folded away. */
  readonly placeOf: Int32Array
  /** Left and upper edge of each box, whole px. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** Straight pieces of the lines between boxes: x1 y1 x2 y2 each. */
  readonly segments: Float64Array
}

/** Places the boxes of all that is not folded away. Linear in their number. */
export function layOut(
  forest: Forest,
  isOpen: (number: number) => boolean,
  arrangement: Arrangement = 'down',
  sizes: Sizes = usualSizes,
): Layout {
  if (arrangement === 'list') return layOutList(forest, isOpen, sizes)
  const isDown = arrangement === 'down'
  const { blocks, members } = blocksOf(forest, isOpen, isDown ? sizes : { ...sizes, stackFrom: Infinity }, isDown)
  const places = tidy(blocks)
  const least = places.subarray(1).reduce((small, at) => Math.min(small, at), Infinity)
  const numbers: number[] = []
  const x: number[] = []
  const y: number[] = []
  const segments: number[] = []
  const edgeOf = (block: number) => Math.round(places[block]! - least)
  const step = (isDown ? sizes.height : sizes.width) + sizes.levelGap
  for (let block = 1; block < members.length; block++) {
    const { depth, items } = members[block]!
    const along = edgeOf(block)
    const across = depth * step
    items.forEach((number, place) => {
      numbers.push(number)
      if (!isDown) {
        x.push(across)
        y.push(along)
        return
      }
      x.push(along + (place % 2) * (sizes.width + sizes.trunkGap))
      y.push(across + Math.floor(place / 2) * (sizes.height + sizes.stackGap))
    })
    const { first, count } = blocks
    if (count[block]! > 0) {
      const below = Array.from({ length: count[block]! }, (_none, child) => first[block]! + child)
      const parts = below.map((child) => ({ along: edgeOf(child), size: members[child]!.items.length }))
      segments.push(...(isDown ? linesDown(along, across, parts, sizes) : linesRight(along, across, parts, sizes)))
    }
  }
  return finish(forest, arrangement, sizes, { numbers, x, y, segments })
}

type Part = { readonly along: number; readonly size: Block['items']['length'] }

function linesDown(left: number, top: number, parts: readonly Part[], sizes: Sizes): number[] {
  const { width, height, levelGap, trunkGap, stackGap } = sizes
  const middle = left + width / 2
  const bottom = top + height
  const bus = bottom + Math.round(levelGap / 2)
  const next = bottom + levelGap
  const trunks = parts.map(({ along, size }) => along + (size === 1 ? width / 2 : width + trunkGap / 2))
  const lines = [middle, bottom, middle, bus]
  const from = Math.min(middle, ...trunks)
  const to = Math.max(middle, ...trunks)
  if (from < to) lines.push(from, bus, to, bus)
  parts.forEach(({ along, size }, part) => {
    const trunk = trunks[part]!
    if (size === 1) return void lines.push(trunk, bus, trunk, next)
    const rows = Math.ceil(size / 2)
    const middleOf = (row: number) => next + row * (height + stackGap) + height / 2
    lines.push(trunk, bus, trunk, middleOf(rows - 1))
    for (let row = 0; row < rows; row++) {
      const isPair = row * 2 + 1 < size
      lines.push(along + width, middleOf(row), isPair ? along + width + trunkGap : trunk, middleOf(row))
    }
  })
  return lines
}

function linesRight(top: number, left: number, parts: readonly Part[], sizes: Sizes): number[] {
  const { width, height, levelGap } = sizes
  const middle = top + height / 2
  const bus = left + width + Math.round(levelGap / 2)
  const trunks = parts.map(({ along }) => along + height / 2)
  const lines = [left + width, middle, bus, middle]
  const from = Math.min(middle, ...trunks)
  const to = Math.max(middle, ...trunks)
  if (from < to) lines.push(bus, from, bus, to)
  for (const trunk of trunks) lines.push(bus, trunk, left + width + levelGap, trunk)
  return lines
}

function layOutList(forest: Forest, isOpen: (number: number) => boolean, sizes: Sizes): Layout {
  const { height, indent, stackGap } = sizes
  const numbers: number[] = []
  const x: number[] = []
  const y: number[] = []
  const segments: number[] = []
  const row = new Int32Array(forest.ids.length)
  const waiting = forest.tops.toReversed()
  while (waiting.length > 0) {
    const number = waiting.pop()!
    const top = numbers.length * (height + stackGap)
    row[number] = top
    numbers.push(number)
    x.push(forest.depth[number]! * indent)
    y.push(top)
    if (isOpen(number)) waiting.push(...forest.children[number]!.toReversed())
  }
  for (const [place, number] of numbers.entries()) {
    const children = isOpen(number) ? forest.children[number]! : []
    const trunk = x[place]! + Math.round(indent / 2)
    const last = children.at(-1)
    if (last === undefined) continue
    segments.push(trunk, y[place]! + height, trunk, row[last]! + height / 2)
    for (const child of children)
      segments.push(trunk, row[child]! + height / 2, x[place]! + indent, row[child]! + height / 2)
  }
  return finish(forest, 'list', sizes, { numbers, x, y, segments })
}

type Drawn = { numbers: number[]; x: number[]; y: number[]; segments: number[] }

function finish(forest: Forest, arrangement: Arrangement, sizes: Sizes, drawn: Drawn): Layout {
  const placeOf = new Int32Array(forest.ids.length).fill(-1)
  drawn.numbers.forEach((number, place) => (placeOf[number] = place))
  const furthest = (edges: readonly number[], size: number) =>
    edges.length === 0 ? 0 : edges.reduce((far, edge) => Math.max(far, edge), 0) + size
  return {
    arrangement,
    sizes,
    width: furthest(drawn.x, sizes.width),
    height: furthest(drawn.y, sizes.height),
    numbers: Int32Array.from(drawn.numbers),
    placeOf,
    x: Float64Array.from(drawn.x),
    y: Float64Array.from(drawn.y),
    segments: Float64Array.from(drawn.segments),
  }
}
