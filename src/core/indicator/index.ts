import * as z from 'zod'

const FactKind = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)
const Filter = z.object({
  dimension: z.string().min(1).max(60),
  is: z.array(z.string().max(200)).min(1).max(50),
  not: z.boolean().default(false),
})

/** One figure over facts of a kind: how many, or the sum or average of a measure. */
export const Figure = z.object({
  take: z.enum(['count', 'sum', 'average']),
  fact: FactKind,
  /** Which measure to add up; needed by sum and average. */
  of: z.string().min(1).max(60).optional(),
  where: z.array(Filter).max(10).default([]),
})
export type Figure = z.infer<typeof Figure>

/** How an indicator is computed: a figure, or one figure divided by another. */
export const Measure = z.union([
  z.object({ kind: z.literal('figure'), figure: Figure }),
  z.object({ kind: z.literal('ratio'), part: Figure, whole: Figure }),
])
export type Measure = z.infer<typeof Measure>

export type Direction = 'up' | 'down'
/** green: target reached · amber: close, or there is still time · red: missed · none: nothing to judge by. */
export type Light = 'green' | 'amber' | 'red' | 'none'

/** Part of the target that is reached, 0 or more; for `down` a value at or below target is 1. Null without a value. */
export function attainment(value: number | null, target: number, direction: Direction): number | null {
  if (value === null) return null
  if (direction === 'up') return target === 0 ? 1 : Math.max(0, value / target)
  if (value <= target) return 1
  return value === 0 ? 1 : Math.max(0, target / value)
}

/**
 * The light of a figure. `elapsed` is the part of the period that has passed, 0 to 1: a count that grows over the
 * period is held against the part of the target due by now, a ratio against the whole target.
 * Amber reaches down to `amberFrom` (0.8) of what is due.
 */
export function light(reached: number | null, options: { elapsed: number; grows: boolean; amberFrom?: number }): Light {
  if (reached === null) return 'none'
  const due = options.grows ? Math.min(1, Math.max(0, options.elapsed)) : 1
  if (reached >= due || reached >= 1) return 'green'
  return reached >= due * (options.amberFrom ?? 0.8) ? 'amber' : 'red'
}

/** True when the value of a measure grows with the period, so that half the month owes half the target. */
export function grows(measure: Measure): boolean {
  return measure.kind === 'figure' && measure.figure.take !== 'average'
}

/** The value from its parts; null when a ratio or average has nothing below the line. */
export function valueOf(
  measure: Measure,
  part: { count: number; sum: number },
  whole: { count: number; sum: number },
): number | null {
  if (measure.kind === 'figure') return amount(measure.figure, part)
  const below = amount(measure.whole, whole)
  const above = amount(measure.part, part)
  return below === null || below === 0 || above === null ? null : above / below
}

function amount(figure: Figure, { count, sum }: { count: number; sum: number }): number | null {
  if (figure.take === 'count') return count
  if (figure.take === 'sum') return sum
  return count === 0 ? null : sum / count
}
