/**
 * Blocks to be placed side by side below one another. The children of block `i` are the `count[i]` blocks from
 * `first[i]` on; every block comes after its parent. All lengths are in px along the breadth of the tree.
 */
export type Blocks = {
  readonly first: Int32Array
  readonly count: Int32Array
  readonly parent: Int32Array
  /** Breadth, the gap to its neighbours included. */
  readonly breadth: Float64Array
  /** Where it ends along the depth of the tree, clearance included; a child ends below its parent. */
  readonly end: Float64Array
}

/**
 * Where each block begins along the breadth: children in their order, each parent amid its first and last child, and
 * branches as close as their outlines allow, whatever the depth of their blocks.
 *
 * After A. van der Ploeg, "Drawing non-layered tidy trees in linear time" (2014), without recursion, so that a chain of
 * ten thousand is drawn too.
 */
export function tidy(blocks: Blocks): Float64Array {
  const { first, count, parent, breadth, end } = blocks
  const size = count.length
  const prelim = new Float64Array(size)
  const mod = new Float64Array(size)
  const shift = new Float64Array(size)
  const change = new Float64Array(size)
  const leftThread = new Int32Array(size).fill(-1)
  const rightThread = new Int32Array(size).fill(-1)
  const leftEnd = new Int32Array(size)
  const rightEnd = new Int32Array(size)
  const leftModSum = new Float64Array(size)
  const rightModSum = new Float64Array(size)
  // siblings so far, the lowest reaching last: down to where each is the one a new branch would touch
  const lows: number[] = []
  const lowOf: number[] = []

  const nextLeft = (at: number) => (count[at] === 0 ? leftThread[at]! : first[at]!)
  const nextRight = (at: number) => (count[at] === 0 ? rightThread[at]! : first[at]! + count[at]! - 1)

  const remember = (low: number, child: number) => {
    while (lows.length > 0 && low >= lows.at(-1)!) {
      lows.pop()
      lowOf.pop()
    }
    lows.push(low)
    lowOf.push(child)
  }

  const moveBranch = (of: number, child: number, from: number, distance: number) => {
    const at = first[of]! + child
    mod[at]! += distance
    leftModSum[at]! += distance
    rightModSum[at]! += distance
    if (from === child - 1) return
    // the siblings between are spread over the room that came free
    const share = distance / (child - from)
    shift[first[of]! + from + 1]! += share
    shift[at]! -= share
    change[at]! -= distance - share
  }

  const separate = (of: number, child: number) => {
    let low = lows.length - 1
    let right = first[of]! + child - 1
    let left = first[of]! + child
    let rightSum = mod[right]!
    let leftSum = mod[left]!
    while (right >= 0 && left >= 0) {
      while (low > 0 && end[right]! > lows[low]!) low--
      const distance = rightSum + prelim[right]! + breadth[right]! - (leftSum + prelim[left]!)
      if (distance > 0) {
        leftSum += distance
        moveBranch(of, child, lowOf[low]!, distance)
      }
      const rightBottom = end[right]!
      const leftBottom = end[left]!
      if (rightBottom <= leftBottom) {
        right = nextRight(right)
        if (right >= 0) rightSum += mod[right]!
      }
      if (rightBottom >= leftBottom) {
        left = nextLeft(left)
        if (left >= 0) leftSum += mod[left]!
      }
    }
    const oldest = first[of]!
    const newest = oldest + child
    if (right < 0 && left >= 0) {
      const from = leftEnd[oldest]!
      leftThread[from] = left
      const difference = leftSum - mod[left]! - leftModSum[oldest]!
      mod[from]! += difference
      prelim[from]! -= difference
      leftEnd[oldest] = leftEnd[newest]!
      leftModSum[oldest] = leftModSum[newest]!
    } else if (right >= 0 && left < 0) {
      const from = rightEnd[newest]!
      rightThread[from] = right
      const difference = rightSum - mod[right]! - rightModSum[newest]!
      mod[from]! += difference
      prelim[from]! -= difference
      rightEnd[newest] = rightEnd[newest - 1]!
      rightModSum[newest] = rightModSum[newest - 1]!
    }
  }

  for (let at = size - 1; at >= 0; at--) {
    if (count[at] === 0) {
      leftEnd[at] = at
      rightEnd[at] = at
      continue
    }
    lows.length = 0
    lowOf.length = 0
    const oldest = first[at]!
    const newest = oldest + count[at]! - 1
    remember(end[leftEnd[oldest]!]!, 0)
    for (let child = 1; child < count[at]!; child++) {
      const low = end[rightEnd[oldest + child]!]!
      separate(at, child)
      remember(low, child)
    }
    const middle = (one: number) => prelim[one]! + mod[one]! + breadth[one]! / 2
    prelim[at] = (middle(oldest) + middle(newest)) / 2 - breadth[at]! / 2
    leftEnd[at] = leftEnd[oldest]!
    leftModSum[at] = leftModSum[oldest]!
    rightEnd[at] = rightEnd[newest]!
    rightModSum[at] = rightModSum[newest]!
  }

  const sum = new Float64Array(size)
  const places = new Float64Array(size)
  for (let at = 0; at < size; at++) {
    sum[at] = (parent[at]! < 0 ? 0 : sum[parent[at]!]!) + mod[at]!
    places[at] = prelim[at]! + sum[at]!
    let moved = 0
    let extra = 0
    for (let child = first[at]!; child < first[at]! + count[at]!; child++) {
      moved += shift[child]!
      extra += moved + change[child]!
      mod[child]! += extra
    }
  }
  return places
}
