import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { partsOf, type PartRow } from '../store/parts.ts'
import { reviewById, type Review } from '../store/reviews.ts'
import { roundById, type RoundRow } from '../store/rounds.ts'

export type As = 'self' | 'superior' | 'peer'
export type Seen = {
  readonly review: Review
  readonly round: RoundRow
  readonly parts: readonly PartRow[]
  readonly as: As
}

/** A review for who may see it: oneself, whoever reads this person's reviews, and a peer who was asked. To all others it is not there. */
export async function seenReview(ctx: Context, id: string, lock = false): Promise<Seen> {
  const review = await reviewById(ctx, id, lock)
  const round = review && (await roundById(ctx, review.roundId))
  if (!review || !round) throw notFound({ what: 'review' })
  const parts = await partsOf(ctx, [id])
  const as = asWhom(ctx, review, parts)
  if (!as) throw notFound({ what: 'review' })
  return { review, round, parts, as }
}

function asWhom(ctx: Context, { personId, unitId }: Review, parts: readonly PartRow[]): As | undefined {
  const own = ctx.actor.personId
  if (own !== null && personId === own) return 'self'
  if (ctx.may('performance.read', { personId, unitId }) || ctx.may('performance.review', { personId, unitId }))
    return 'superior'
  if (own === null) return undefined
  if (parts.some(({ part, reviewerId }) => part === 'manager' && reviewerId === own)) return 'superior'
  return parts.some(({ part, reviewerId }) => part === 'peer' && reviewerId === own) ? 'peer' : undefined
}
