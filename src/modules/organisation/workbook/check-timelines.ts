import { overlap, type Day, type Period } from '#core/calendar'

/** Versions of things by code, each list in the order of its days. */
export type Timelines<T extends Period> = ReadonlyMap<string, readonly T[]>

export function timelineOf<T extends Period>(rows: readonly T[], codeOf: (row: T) => string): Timelines<T> {
  const timelines = new Map<string, T[]>()
  for (const row of rows) {
    const versions = timelines.get(codeOf(row))
    if (versions) versions.push(row)
    else timelines.set(codeOf(row), [row])
  }
  for (const versions of timelines.values()) versions.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return timelines
}

/** Versions of one thing that share a day with the one before them. */
export function twins<T extends Period>(timelines: Timelines<T>): { row: T; other: T }[] {
  return [...timelines.values()].flatMap((versions) =>
    versions.flatMap((row, at) => {
      const other = versions[at - 1]
      return other && overlap(other, row) ? [{ row, other }] : []
    }),
  )
}

/** True when the thing is there on every day of the period. */
export function covers<T extends Period>(timelines: Timelines<T>, code: string, { from, until }: Period): boolean {
  let reached: Day = from
  for (const version of timelines.get(code) ?? []) {
    if (version.from > reached) return false
    if (version.until === null) return true
    if (version.until > reached) reached = version.until
    if (until !== null && reached >= until) return true
  }
  return false
}

const deepest = 100

/** True when going up from a version leads back to its thing, or nowhere to an end, on some day of the version. */
export function inCircle<T extends Period & { readonly code: string }>(
  timelines: Timelines<T>,
  start: T,
  above: (version: T) => string | null,
): boolean {
  return leadsBack(start, { from: start.from, until: start.until }, 0)

  function leadsBack(version: T, days: Period, depth: number): boolean {
    const code = above(version)
    if (code === null) return false
    if (code === start.code || depth >= deepest) return true
    return (timelines.get(code) ?? []).some((upper) => {
      if (!overlap(upper, days)) return false
      const from = upper.from > days.from ? upper.from : days.from
      return leadsBack(upper, { from, until: earlier(upper.until, days.until) }, depth + 1)
    })
  }
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
