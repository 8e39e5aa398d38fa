import { fewest, interval, type Interval, type Cell } from './cell.ts'

/** A group of a dimension; `value` null joins the groups that are too small to be shown, and records without a value. */
export type Group = {
  readonly value: string | null
  readonly count: number
  readonly mean: number
  readonly interval: Interval | null
}

/**
 * The groups of one dimension, the largest first. Groups of fewer than five records are joined; where only one is that
 * small the next joins it, for else it could be told from the total. Nothing is left where all together are too few.
 */
export function breakdown(cells: readonly Cell[], at: number, isRate: boolean): Group[] {
  const sums = new Map<string | null, { count: number; sum: number; squares: number }>()
  for (const { values, count, sum, squares } of cells) {
    const value = values[at] ?? null
    const one = sums.get(value) ?? { count: 0, sum: 0, squares: 0 }
    sums.set(value, { count: one.count + count, sum: one.sum + sum, squares: one.squares + squares })
  }
  const rest = { count: 0, sum: 0, squares: 0 }
  const ascending = [...sums].sort(([, a], [, b]) => a.count - b.count)
  const shown: Group[] = []
  for (const [value, one] of ascending) {
    const isHidden = value === null || one.count < fewest.shown || (rest.count > 0 && rest.count < fewest.shown)
    if (isHidden) {
      rest.count += one.count
      rest.sum += one.sum
      rest.squares += one.squares
    } else shown.push(groupOf(value, one, isRate))
  }
  const others = rest.count >= fewest.shown ? [groupOf(null, rest, isRate)] : []
  return [...shown.toReversed(), ...others]
}

function groupOf(
  value: string | null,
  { count, sum, squares }: { count: number; sum: number; squares: number },
  isRate: boolean,
): Group {
  return { value, count, mean: sum / count, interval: interval(count, sum, squares, isRate) }
}
