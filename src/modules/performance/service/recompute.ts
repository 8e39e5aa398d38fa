import { levelOf } from '#core/performance'
import type { Context } from '#kernel/context'
import type { RoundRow } from '../store/rounds.ts'
import { noteComputed } from '../store/rounds.ts'
import { changesOf } from '../store/parts.ts'
import { storeComputed, type Computed, type Review } from '../store/reviews.ts'
import { versionsById } from '../store/schemes.ts'
import { computeResults } from './compute.ts'

/**
 * Computes reviews anew and stores what changed. A score somebody decided stays; where the score that counts becomes
 * another one, the employee has to confirm again. Gives how many became another.
 */
export async function recompute(ctx: Context, round: RoundRow, reviews: readonly Review[]): Promise<number> {
  const results = await computeResults(ctx, round, reviews)
  const decided = new Map(
    (
      await changesOf(
        ctx,
        reviews.map(({ id }) => id),
      )
    ).map((change) => [change.reviewId, change.afterHundredths]),
  )
  const known = await versionsById(
    ctx,
    reviews.flatMap(({ spans }) => spans.map((span) => span.schemeVersionId)),
  )
  const changed = reviews.flatMap((review): Computed[] => {
    const result = results.get(review.id)
    if (!result) return []
    const scoreHundredths = decided.get(review.id) ?? result.scoreHundredths
    const levels = known.get(review.spans.at(-1)?.schemeVersionId ?? '')?.content.levels
    const isSame = scoreHundredths === review.scoreHundredths
    if (isSame && JSON.stringify(sorted(result)) === JSON.stringify(sorted(review.result))) return []
    return [
      {
        id: review.id,
        result,
        computedHundredths: result.scoreHundredths,
        scoreHundredths,
        level: levels && scoreHundredths !== null ? levelOf(levels, scoreHundredths).code : null,
        keepsConfirmation: isSame,
      },
    ]
  })
  await storeComputed(ctx, changed)
  await noteComputed(ctx, round.id)
  return changed.length
}

/** The database keeps the keys of JSON in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
