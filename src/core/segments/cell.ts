/** Records that are alike in every dimension. `sum` adds up their outcomes: hits of a rate (0 or 1 each), or amounts. */
export type Cell = {
  /** One value per dimension, in the order of the dimensions; null where it is missing. */
  readonly values: readonly (string | null)[]
  readonly count: number
  readonly sum: number
  /** Sum of the squared outcomes; of a rate it is `sum`. */
  readonly squares: number
}

/** `shown`: a smaller group could tell of one person. `searched`: below it a rate says little. */
export const fewest = { shown: 5, searched: 20 } as const

export type Interval = { readonly from: number; readonly to: number }

/**
 * Where the true rate or mean lies with 95 % certainty: Wilson's interval for a rate, else 1.96 standard errors of the
 * mean. Null for nothing.
 */
export function interval(count: number, sum: number, squares: number, isRate: boolean): Interval | null {
  if (count === 0) return null
  const z = 1.96
  const mean = sum / count
  if (isRate) {
    const middle = (mean + (z * z) / (2 * count)) / (1 + (z * z) / count)
    const half = (z / (1 + (z * z) / count)) * Math.sqrt((mean * (1 - mean)) / count + (z * z) / (4 * count * count))
    return { from: Math.max(0, middle - half), to: Math.min(1, middle + half) }
  }
  const variance = count > 1 ? Math.max(0, squares - count * mean * mean) / (count - 1) : 0
  const half = z * Math.sqrt(variance / count)
  return { from: mean - half, to: mean + half }
}
