import type { Forest } from './forest.ts'
import type { Layout } from './layout.ts'

export type StepKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End'

/** What a key asks for: another item to stand on, or to unfold or fold the one at hand. */
export type Step = { readonly to: number } | { readonly open: number } | { readonly close: number } | null

/**
 * Where a key leads from an item, as its arrangement looks: towards the depth of the tree to the first child (unfolding
 * it first), back to the item above, and across to the neighbour on the same level. In a list as trees go everywhere:
 * up and down by rows, right unfolds, left folds.
 */
export function stepFrom(
  forest: Forest,
  layout: Layout,
  isOpen: (number: number) => boolean,
  at: number,
  key: StepKey,
): Step {
  if (key === 'Home') return toPlace(layout, 0)
  if (key === 'End') return to(lastShown(forest, layout, at))
  if (layout.arrangement === 'list') return stepInList(forest, layout, isOpen, at, key)
  const isDown = layout.arrangement === 'down'
  if (key === (isDown ? 'ArrowDown' : 'ArrowRight')) {
    const child = forest.children[at]![0]
    if (child === undefined) return inColumn(forest, layout, at, 1)
    return isOpen(at) ? { to: child } : { open: at }
  }
  if (key === (isDown ? 'ArrowUp' : 'ArrowLeft')) {
    return inColumn(forest, layout, at, -1) ?? (forest.parent[at]! < 0 ? null : { to: forest.parent[at]! })
  }
  return to(onLevel(forest, layout, at, key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1))
}

function stepInList(
  forest: Forest,
  layout: Layout,
  isOpen: (number: number) => boolean,
  at: number,
  key: Exclude<StepKey, 'Home' | 'End'>,
): Step {
  const place = layout.placeOf[at]!
  if (key === 'ArrowUp') return toPlace(layout, place - 1)
  if (key === 'ArrowDown') return toPlace(layout, place + 1)
  const child = forest.children[at]![0]
  if (key === 'ArrowRight') return child === undefined ? null : isOpen(at) ? { to: child } : { open: at }
  if (child !== undefined && isOpen(at)) return { close: at }
  return forest.parent[at]! < 0 ? null : { to: forest.parent[at]! }
}

/** The box above or below in the same column of a stack. */
function inColumn(forest: Forest, layout: Layout, at: number, way: 1 | -1): Step {
  const place = layout.placeOf[at]!
  const parent = forest.parent[at]!
  const kin = parent < 0 ? forest.tops : forest.children[parent]!
  const wanted = layout.y[place]! + way * (layout.sizes.height + layout.sizes.stackGap)
  const found = kin.find(
    (one) => layout.x[layout.placeOf[one]!] === layout.x[place] && layout.y[layout.placeOf[one]!] === wanted,
  )
  return found === undefined ? null : { to: found }
}

function onLevel(forest: Forest, layout: Layout, at: number, way: 1 | -1): number {
  const depth = forest.depth[at]
  let before = -1
  let isPassed = false
  for (const number of forest.order) {
    if (forest.depth[number] !== depth || layout.placeOf[number]! < 0) continue
    if (isPassed) return number
    if (number === at) {
      if (way < 0) return before
      isPassed = true
    }
    before = number
  }
  return -1
}

function lastShown(forest: Forest, layout: Layout, at: number): number {
  return forest.order.findLast((number) => layout.placeOf[number]! >= 0) ?? at
}

function toPlace(layout: Layout, place: number): Step {
  const number = layout.numbers[place]
  return number === undefined ? null : { to: number }
}

function to(number: number): Step {
  return number < 0 ? null : { to: number }
}
