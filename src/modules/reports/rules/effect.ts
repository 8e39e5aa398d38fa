/** Weeks with a figure that a comparison needs on each side; below that nothing can be told from chance. */
export const enough = { before: 12, after: 6 } as const

export type Side = { readonly mean: number | null; readonly weeks: number }

/** The mean of the weeks that have a figure, and how many they are. */
export function sideOf(values: readonly (number | null)[]): Side {
  const known = values.filter((value) => value !== null)
  const mean = known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length
  return { mean, weeks: known.length }
}

export function isEnough(before: Side, after: Side): boolean {
  return before.weeks >= enough.before && after.weeks >= enough.after
}
