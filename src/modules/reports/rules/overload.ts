/** A figure that stands out, in weeks: `value` is the last week's, `against` what it was held against. */
export type Standout = { readonly value: number; readonly against: number }

/** Weeks that say what is usual, before the weeks that are judged. */
export const usualWeeks = 8
/** One busy week is no overload. */
export const judgedWeeks = 2

/** The middle value; of an even number the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}

/**
 * How far a count lies above the usual, in robust standard deviations: (value − median) ÷ spread, where the spread is
 * 1.4826 × the median absolute deviation, and never less than what chance alone gives a count (the root of its median,
 * at least 1). Eight equal weeks would otherwise make any ninth one endless.
 */
export function robustZ(value: number, usual: readonly number[]): number {
  const middle = median(usual)
  const deviation = median(usual.map((each) => Math.abs(each - middle)))
  return (value - middle) / Math.max(1.4826 * deviation, Math.sqrt(Math.max(middle, 1)))
}

/**
 * A course of weeks, the last `judgedWeeks` held against the `usualWeeks` before them: it stands out when each of the
 * judged weeks lies at least 3 above. Null where it does not, or where fewer weeks are known.
 */
export function standsOut(weeks: readonly (number | null)[]): Standout | null {
  const judged = weeks.slice(-judgedWeeks)
  const usual = weeks.slice(-judgedWeeks - usualWeeks, -judgedWeeks).filter((each) => each !== null)
  const last = judged.at(-1)
  if (usual.length < usualWeeks || last === undefined || last === null) return null
  const isHigh = judged.every((each) => each !== null && robustZ(each, usual) >= 3)
  return isHigh ? { value: last, against: median(usual) } : null
}

/** More than 110 % of the capacity in each of the judged weeks; weeks without capacity or hours say nothing. */
export function isOver(weeks: readonly { hours: number | null; capacityHours: number }[]): Standout | null {
  const judged = weeks.slice(-judgedWeeks)
  const last = judged.at(-1)
  if (judged.length < judgedWeeks || !last || last.hours === null) return null
  const isHigh = judged.every(
    ({ hours, capacityHours }) => hours !== null && capacityHours > 0 && hours > capacityHours * 1.1,
  )
  return isHigh ? { value: last.hours, against: last.capacityHours } : null
}
