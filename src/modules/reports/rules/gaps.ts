import type { Gap, Reason } from '../contract/shapes.ts'

/** Below this many people nothing is told of them by part: a group of one is a person. */
export const smallGroup = 5

/** A responsibility of somebody: what is reached of it (0 or more; null: no figure), its weight, and why not all. */
export type Weighed = {
  readonly responsibilityId: string
  readonly weightPermille: number
  readonly attainment: number | null
  readonly reasons: readonly Reason[]
}

/**
 * What each responsibility lacks of the whole work, in permille and by its weight; together `missingPermille`, which is
 * what the fulfilment leaves of 1,000. Without a figure it lacks nothing that could be told; where nothing has a weight
 * all weigh the same.
 */
export function missingOf(work: readonly Weighed[], missingPermille: number): Map<string, number> {
  const known = work.filter((one) => one.attainment !== null)
  const counting = known.some((one) => one.weightPermille > 0) ? known.filter((one) => one.weightPermille > 0) : known
  const weightOf = (one: Weighed) => (known.some((each) => each.weightPermille > 0) ? one.weightPermille : 1)
  const total = counting.reduce((sum, one) => sum + weightOf(one), 0)
  const exact = counting.map((one) => (weightOf(one) / total) * (1 - Math.min(1, one.attainment ?? 0)) * 1000)
  const whole = sharedOut(exact, missingPermille)
  return new Map(counting.map((one, at) => [one.responsibilityId, whole[at] ?? 0]))
}

/** What is missing, joined by the first reason of each responsibility, the largest first; the parts add up to all of it. */
export function gapsOf(work: readonly Weighed[], missingPermille: number): Gap[] {
  const missing = missingOf(work, missingPermille)
  const gaps = work.flatMap(({ responsibilityId, reasons: [reason] }) => {
    const own = missing.get(responsibilityId) ?? 0
    return own > 0 && reason ? [{ reason, missingPermille: own, people: 1 }] : []
  })
  return joined(gaps)
}

/** The gaps of several people as those of all together: the mean over all given, each counting the same. */
export function gapsTogether(each: readonly (readonly Gap[])[], missingPermille: number): Gap[] {
  const sums = joined(each.flat())
  const exact = sums.map((gap) => gap.missingPermille / each.length)
  const whole = sharedOut(exact, missingPermille)
  return sums
    .map((gap, at) => ({ ...gap, reason: ofMany(gap.reason), missingPermille: whole[at] ?? 0 }))
    .filter((gap) => gap.missingPermille > 0)
}

/** Gaps for the same reason as one: the same capability, the same kind of absence, or the same kind of reason. */
function joined(gaps: readonly Gap[]): Gap[] {
  return [...Map.groupBy(gaps, ({ reason }) => keyOf(reason)).values()]
    .map((same) => {
      const sum = (of: (gap: Gap) => number) => same.reduce((total, gap) => total + of(gap), 0)
      const [first] = same
      const { kind, name, absence } = first?.reason ?? { kind: 'short' as const, name: null, absence: null }
      const counts = same.flatMap((gap) => gap.reason.count ?? [])
      return {
        reason: {
          kind,
          absence,
          name: kind === 'capability' || same.length === 1 ? name : null,
          count: counts.length === 0 ? null : countOf(kind, counts),
          indicatorKey: same.length === 1 ? (first?.reason.indicatorKey ?? null) : null,
        },
        missingPermille: sum((gap) => gap.missingPermille),
        people: sum((gap) => gap.people),
      }
    })
    .sort((a, b) => b.missingPermille - a.missingPermille)
}

/** One indicator of one person says too much of somebody in a report of many; what is to be learnt may be named. */
function ofMany(reason: Reason): Reason {
  return reason.kind === 'capability' ? reason : { ...reason, name: null, indicatorKey: null }
}

/** Tasks add up; the same days do not. */
function countOf(kind: Reason['kind'], counts: readonly number[]): number {
  return kind === 'late-tasks' || kind === 'excused' ? counts.reduce((a, b) => a + b, 0) : Math.max(...counts)
}

function keyOf({ kind, name, absence }: Reason): string {
  return kind === 'capability' ? `${kind}:${capabilityKey(name ?? {})}` : `${kind}:${absence ?? ''}`
}

/** What tells capabilities apart: their name in small letters, English before other languages. */
export function capabilityKey(name: Readonly<Record<string, string>>): string {
  return (name['en'] ?? name['zh-CN'] ?? Object.values(name)[0] ?? '').trim().toLowerCase()
}

/** Whole numbers near the exact ones whose sum is `total`, their rounded sum: what is over goes to the largest remainders. */
export function sharedOut(exact: readonly number[], total: number): number[] {
  const whole = exact.map(Math.floor)
  let left = total - whole.reduce((sum, each) => sum + each, 0)
  const order = exact
    .map((each, at) => ({ at, rest: each - Math.floor(each) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of order) {
    if (left <= 0) break
    whole[at] = (whole[at] ?? 0) + 1
    left -= 1
  }
  return whole
}
