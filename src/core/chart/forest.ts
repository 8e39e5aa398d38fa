/** Something with a place in a tree; `parentId` null, or naming nothing known, puts it at a top. */
export type Planted = { readonly id: string; readonly parentId: string | null }

/**
 * A tree (or several) over numbered items: an item's number is its place in the list it was planted from.
 * Children keep the order of that list.
 */
export type Forest = {
  readonly ids: readonly string[]
  readonly numberOf: ReadonlyMap<string, number>
  /** The number above, -1 at a top. */
  readonly parent: Int32Array
  /** 0 at a top. */
  readonly depth: Int32Array
  readonly children: readonly (readonly number[])[]
  readonly tops: readonly number[]
  /** How many hang below, at any depth. */
  readonly below: Int32Array
  /** Every item after what is above it, each branch in one piece. */
  readonly order: Int32Array
}

/** Plants a forest. A circle is cut above its first member, so that every item has exactly one place. */
export function plant(items: readonly Planted[]): Forest {
  const ids = items.map((item) => item.id)
  const numberOf = new Map(ids.map((id, number) => [id, number]))
  const parent = new Int32Array(items.length).fill(-1)
  items.forEach((item, number) => {
    const above = item.parentId === null ? undefined : numberOf.get(item.parentId)
    if (above !== undefined && above !== number) parent[number] = above
  })
  cutCircles(parent)
  const children: number[][] = items.map(() => [])
  const tops: number[] = []
  parent.forEach((above, number) => (children[above] ?? tops).push(number))
  const { order, depth } = walk(children, tops)
  const below = new Int32Array(items.length)
  for (let at = order.length - 1; at >= 0; at--) {
    const number = order[at]!
    const above = parent[number]!
    if (above >= 0) below[above]! += below[number]! + 1
  }
  return { ids, numberOf, parent, depth, children, tops, below, order }
}

/** The numbers from the top down to the item above; none for a top. */
export function pathTo(forest: Forest, number: number): number[] {
  const path: number[] = []
  for (let at = forest.parent[number] ?? -1; at >= 0; at = forest.parent[at]!) path.unshift(at)
  return path
}

/** The numbers whose children are shown when all is open down to `level`: 1 shows the tops alone. */
export function openTo(forest: Forest, level: number): Set<number> {
  const open = new Set<number>()
  forest.children.forEach((children, number) => {
    if (children.length > 0 && forest.depth[number]! < level - 1) open.add(number)
  })
  return open
}

/** How many levels there are; 0 when nothing is planted. */
export function levelsOf(forest: Forest): number {
  return forest.depth.reduce((deepest, depth) => Math.max(deepest, depth + 1), 0)
}

function cutCircles(parent: Int32Array): void {
  // which climb an item was last met on
  const metOn = new Int32Array(parent.length).fill(-1)
  for (let start = 0; start < parent.length; start++) {
    let at = start
    while (at >= 0 && metOn[at]! < 0) {
      metOn[at] = start
      at = parent[at]!
    }
    if (at >= 0 && metOn[at] === start) parent[at] = -1
  }
}

function walk(children: readonly (readonly number[])[], tops: readonly number[]) {
  const order = new Int32Array(children.length)
  const depth = new Int32Array(children.length)
  const waiting = tops.toReversed()
  for (let at = 0; waiting.length > 0; at++) {
    const number = waiting.pop()!
    order[at] = number
    const below = children[number]!
    for (let child = below.length - 1; child >= 0; child--) {
      depth[below[child]!] = depth[number]! + 1
      waiting.push(below[child]!)
    }
  }
  return { order, depth }
}
