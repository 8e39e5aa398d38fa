import type { Forest } from './forest.ts'
import type { Sizes } from './layout.ts'
import type { Blocks } from './tidy.ts'

/** One box, or several in a stack of two columns, row by row. */
export type Block = { readonly depth: number; readonly items: readonly number[] }

/**
 * What is to be placed: block 0 stands above all tops and is not drawn. `isDown` tells whether the breadth of the tree
 * is the width of a box.
 */
export function blocksOf(
  forest: Forest,
  isOpen: (number: number) => boolean,
  sizes: Sizes,
  isDown: boolean,
): { blocks: Blocks; members: readonly Block[] } {
  const isLeaf = (number: number) =>
    forest.children[number]!.length === 0 || (sizes.stacksFolded === true && !isOpen(number))
  const members: Block[] = [{ depth: -1, items: [] }]
  const first: number[] = []
  const count: number[] = []
  const parent: number[] = [-1]
  for (let block = 0; block < members.length; block++) {
    const { depth, items } = members[block]!
    const below = block === 0 ? forest.tops : childrenOf(forest, isOpen, items)
    const parts = below.length === 0 ? [] : partsOf(below, sizes.stackFrom, isLeaf)
    first.push(members.length)
    count.push(parts.length)
    for (const part of parts) {
      members.push({ depth: depth + 1, items: part })
      parent.push(block)
    }
  }
  const breadth = isDown ? sizes.width : sizes.height
  const extent = isDown ? sizes.height : sizes.width
  const blocks: Blocks = {
    first: Int32Array.from(first),
    count: Int32Array.from(count),
    parent: Int32Array.from(parent),
    breadth: Float64Array.from(members, ({ items }) =>
      items.length === 0
        ? 0
        : (items.length === 1 ? breadth : 2 * breadth + sizes.trunkGap) + (isDown ? sizes.siblingGap : sizes.stackGap),
    ),
    end: Float64Array.from(members, ({ depth, items }) => {
      const rows = Math.ceil(items.length / 2)
      const clearance = Math.round(sizes.levelGap / 2)
      return depth * (extent + sizes.levelGap) + rows * extent + (rows - 1) * sizes.stackGap + clearance
    }),
  }
  return { blocks, members }
}

function childrenOf(forest: Forest, isOpen: (number: number) => boolean, items: readonly number[]) {
  const only = items.length === 1 ? items[0]! : -1
  return only >= 0 && isOpen(only) ? forest.children[only]! : []
}

function partsOf(below: readonly number[], stackFrom: number, isLeaf: (number: number) => boolean): number[][] {
  const parts: number[][] = []
  let run: number[] = []
  const endRun = () => {
    const per = run.length >= stackFrom ? perStack(run.length) : 1
    for (let at = 0; at < run.length; at += per) parts.push(run.slice(at, at + per))
    run = []
  }
  for (const number of below) {
    if (isLeaf(number)) run.push(number)
    else {
      endRun()
      parts.push([number])
    }
  }
  endRun()
  return parts
}

/** A long list of neighbours becomes several stacks of like size side by side. */
function perStack(size: number): number {
  const rows = Math.min(16, Math.max(6, Math.ceil(Math.sqrt(size))))
  const stacks = Math.ceil(size / (rows * 2))
  return Math.ceil(size / stacks / 2) * 2
}
