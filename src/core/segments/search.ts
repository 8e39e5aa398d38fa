import { candidatesOf, type Candidate, type Condition } from './candidates.ts'
import { dealing, statistics } from './deal.ts'
import { dealer } from './random.ts'
import { fewest, interval, type Interval, type Cell } from './cell.ts'

export type { Condition } from './candidates.ts'

export type SearchOptions = {
  readonly dimensions: readonly string[]
  /** Which outcome is the trouble: `low` for a figure that should be high. */
  readonly worse: 'low' | 'high'
  /** Outcomes are 0 or 1. */
  readonly isRate: boolean
  /** The single outcomes where they are amounts, in any order; of a rate they follow from the records. */
  readonly outcomes?: readonly number[]
  /** What the whole should reach, to tell how much of the gap a segment explains. */
  readonly target?: number | null
  readonly permutations?: number
  readonly seed?: number
  /** A corrected p of at most this stands out. */
  readonly alpha?: number
  readonly most?: number
}

export type Side = { readonly count: number; readonly mean: number; readonly interval: Interval | null }

export type Segment = {
  readonly conditions: readonly Condition[]
  readonly inside: Side
  readonly outside: Side
  /** Part of all records, 0 to 1. */
  readonly share: number
  /** Rate inside divided by the rate outside; null where that is 0. */
  readonly lift: number | null
  /** Part of the gap to the target that would be closed, were it as outside; null without a gap. May be over 1. */
  readonly explained: number | null
  /** How often chance alone gives so much to the best of all segments tried. */
  readonly p: number
}

export type Finding = {
  readonly total: Side
  /** Segments looked at; 0 where there are too few records. */
  readonly tried: number
  /** What stands out, the clearest first, none within another; empty when nothing does. */
  readonly found: readonly Segment[]
}

/** A search under way: `step` deals a number of times and tells whether that was all; then `finding` may be asked. */
export type Search = { step(times: number): boolean; finding(): Finding }

/**
 * Looks for segments of one or two conditions whose outcome is worse than outside, corrected for the many tried by the
 * permutation distribution of the greatest statistic (999 deals with a fixed seed: the same answer every time).
 * Cost: per deal about the records other than 0 plus the candidates of every cell.
 */
export function openSearch(cells: readonly Cell[], options: SearchOptions): Search {
  const { dimensions, worse, isRate, permutations = 999, seed = 1 } = options
  const total = totalOf(cells)
  const sign = worse === 'low' ? -1 : 1
  const isFlat = total.count === 0 || total.squares / total.count - (total.sum / total.count) ** 2 <= 1e-12
  const candidates = isFlat ? [] : candidatesOf(cells, dimensions, fewest.searched)
  const sums = candidates.map((one) => one.cells.reduce((sum, cell) => sum + (cells[cell]?.sum ?? 0), 0))
  const observed = [...statistics(sums, candidates, total)].map((z) => z * sign)
  // where most records are hits it is cheaper to deal out the misses: they say the same
  const isMostly = isRate && total.sum > total.count / 2
  const outcomes = isRate
    ? Array.from({ length: Math.round(isMostly ? total.count - total.sum : total.sum) }, () => 1)
    : (options.outcomes ?? [])
  const dealt = isMostly ? { ...total, sum: total.count - total.sum, squares: total.count - total.sum } : total
  const deal = dealing(cells, candidates, outcomes, dealer(seed))
  const greatest: number[] = []
  const dealtSign = isMostly ? -sign : sign
  return {
    step(times) {
      if (candidates.length === 0) return true
      for (let n = 0; n < times && greatest.length < permutations; n += 1) {
        let most = -Infinity
        for (const z of statistics(deal(), candidates, dealt)) most = Math.max(most, z * dealtSign)
        greatest.push(most)
      }
      return greatest.length >= permutations
    },
    finding() {
      const sorted = Float64Array.from(greatest).sort()
      const found = standingOut(candidates, observed, (z) => corrected(sorted, z), options)
      return {
        total: sideOf(total, isRate),
        tried: candidates.length,
        found: found.map(({ candidate, p }) => segmentOf(candidate, p, cells, total, options)),
      }
    },
  }
}

type Total = { readonly count: number; readonly sum: number; readonly squares: number }

function totalOf(cells: readonly Cell[]): Total {
  return cells.reduce<Total>(
    (all, { count, sum, squares }) => ({
      count: all.count + count,
      sum: all.sum + sum,
      squares: all.squares + squares,
    }),
    { count: 0, sum: 0, squares: 0 },
  )
}

/** Part of the deals whose greatest statistic is at least this, the observed one counted among them. */
function corrected(sorted: Float64Array, z: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) >= z - 1e-9) high = middle
    else low = middle + 1
  }
  return (1 + sorted.length - low) / (1 + sorted.length)
}

/** The clearest segments that hardly share records: what lies within another, or around it, says the same again. */
function standingOut(
  candidates: readonly Candidate[],
  observed: readonly number[],
  chanceOf: (z: number) => number,
  { alpha = 0.05, most = 3 }: SearchOptions,
): { candidate: Candidate; p: number }[] {
  const ranked = candidates
    .map((candidate, at) => ({ candidate, z: observed[at] ?? 0 }))
    .filter(({ z }) => z > 0)
    .sort((a, b) => b.z - a.z || a.candidate.conditions.length - b.candidate.conditions.length)
  const chosen: { candidate: Candidate; p: number }[] = []
  for (const { candidate, z } of ranked) {
    const p = chanceOf(z)
    if (p > alpha || chosen.length >= most) break
    if (!chosen.some((other) => overlaps(other.candidate, candidate))) chosen.push({ candidate, p })
  }
  return chosen
}

function overlaps(one: Candidate, other: Candidate): boolean {
  const cells = new Set(one.cells)
  const shared = other.cells.filter((cell) => cells.has(cell)).length
  return shared > 0.3 * Math.min(one.cells.length, other.cells.length)
}

function segmentOf(
  { conditions, cells: within }: Candidate,
  p: number,
  cells: readonly Cell[],
  total: Total,
  { isRate, target, worse }: SearchOptions,
): Segment {
  const inner = totalOf(within.flatMap((cell) => cells[cell] ?? []))
  const outer: Total = {
    count: total.count - inner.count,
    sum: total.sum - inner.sum,
    squares: total.squares - inner.squares,
  }
  const [inside, outside] = [sideOf(inner, isRate), sideOf(outer, isRate)]
  const mean = total.sum / total.count
  const gap = target === null || target === undefined ? 0 : worse === 'low' ? target - mean : mean - target
  const closed = worse === 'low' ? outside.mean - mean : mean - outside.mean
  return {
    conditions,
    inside,
    outside,
    share: inner.count / total.count,
    lift: outside.mean === 0 ? null : inside.mean / outside.mean,
    explained: gap > 0 ? closed / gap : null,
    p,
  }
}

function sideOf({ count, sum, squares }: Total, isRate: boolean): Side {
  return { count, mean: count === 0 ? 0 : sum / count, interval: interval(count, sum, squares, isRate) }
}
