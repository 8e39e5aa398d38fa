import type { Candidate } from './candidates.ts'
import type { Cell } from './cell.ts'

/**
 * The statistic of every candidate at once: how far the sum inside lies from what its share of all records would give,
 * in standard deviations of dealing the outcomes out by chance (for a rate this is the pooled z of two proportions).
 */
export function statistics(
  sums: ArrayLike<number>,
  candidates: readonly Candidate[],
  { count, sum, squares }: { count: number; sum: number; squares: number },
): Float64Array {
  const mean = sum / count
  const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean) * (count / Math.max(1, count - 1)))
  return Float64Array.from(candidates, (one, at) => {
    const spread = deviation * Math.sqrt(one.count * (1 - one.count / count))
    return spread === 0 ? 0 : ((sums[at] ?? 0) - one.count * mean) / spread
  })
}

/** What the outcomes give under each candidate when they are dealt out anew; call it as often as wanted. */
export function dealing(
  cells: readonly Cell[],
  candidates: readonly Candidate[],
  outcomes: readonly number[],
  below: (bound: number) => number,
): () => Float64Array {
  const homes = Int32Array.from(cells.flatMap((cell, at) => Array.from({ length: cell.count }, () => at)))
  const given = Float64Array.from(outcomes)
  const inCell = new Float64Array(cells.length)
  const { starts, under } = candidatesByCell(cells.length, candidates)
  const sums = new Float64Array(candidates.length)
  return () => {
    inCell.fill(0)
    sums.fill(0)
    // the first places of a shuffle are all that outcomes other than 0 need
    for (let place = 0; place < given.length; place += 1) {
      const other = place + below(homes.length - place)
      const home = homes[other] ?? 0
      homes[other] = homes[place] ?? 0
      homes[place] = home
      inCell[home] = (inCell[home] ?? 0) + (given[place] ?? 0)
    }
    for (let cell = 0; cell < inCell.length; cell += 1) {
      const amount = inCell[cell] ?? 0
      if (amount === 0) continue
      for (let at = starts[cell] ?? 0; at < (starts[cell + 1] ?? 0); at += 1) {
        const candidate = under[at] ?? 0
        sums[candidate] = (sums[candidate] ?? 0) + amount
      }
    }
    return sums
  }
}

function candidatesByCell(cellCount: number, candidates: readonly Candidate[]) {
  const lists = Array.from({ length: cellCount }, (): number[] => [])
  candidates.forEach((one, at) => one.cells.forEach((cell) => lists[cell]?.push(at)))
  const starts = new Int32Array(cellCount + 1)
  lists.forEach((list, cell) => (starts[cell + 1] = (starts[cell] ?? 0) + list.length))
  return { starts, under: Int32Array.from(lists.flat()) }
}
