import type { FormValues } from '#core/form'

type Bounds = { readonly field: string; readonly atLeast: number | null; readonly atMost: number | null }

/**
 * The limits a change of a form passes: the field was written now and its value lies outside, bounds included being
 * inside. What was outside before and did not change is not told again.
 */
export function passed<T extends Bounds>(
  limits: readonly T[],
  before: FormValues,
  after: FormValues,
): { limit: T; value: number }[] {
  return limits.flatMap((limit) => {
    const value = after[limit.field]
    if (typeof value !== 'number' || value === before[limit.field]) return []
    const isOutside =
      (limit.atLeast !== null && value < limit.atLeast) || (limit.atMost !== null && value > limit.atMost)
    return isOutside ? [{ limit, value }] : []
  })
}
