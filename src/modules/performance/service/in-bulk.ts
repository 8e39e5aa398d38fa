import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { storeParts, waitingParts } from '../store/parts.ts'
import { confirmAll, freezeReviews, reviewsOfRound } from '../store/reviews.ts'
import { roundById, setRoundState, type RoundRow } from '../store/rounds.ts'
import { versionsById } from '../store/schemes.ts'
import { linesFor } from './compute.ts'
import { recompute } from './recompute.ts'

/**
 * Hands in what managers give for many people at once, such as scores kept elsewhere until now; null leaves a review
 * waiting. Rules about reasons are not held against it. Gives how many reviews were given.
 */
export async function giveAll(
  ctx: Context,
  roundId: string,
  scoreOf: (personId: string, lineKey: string) => number | null,
): Promise<number> {
  const round = await lockedRound(ctx, roundId)
  const reviews = await reviewsOfRound(ctx, roundId, true)
  const known = await versionsById(
    ctx,
    reviews.flatMap(({ spans }) => spans.map((span) => span.schemeVersionId)),
  )
  const waiting = new Map((await waitingParts(ctx, roundId, 'manager')).map((part) => [part.reviewId, part]))
  const given = reviews.flatMap((review) => {
    const part = waiting.get(review.id)
    const keys = [
      ...new Set(
        [...linesFor(review.spans, known).values()]
          .flat()
          .flatMap(({ key, source }) => (source.kind === 'manual' ? [key] : [])),
      ),
    ]
    const scores = keys.map((key) => [key, scoreOf(review.personId, key)] as const)
    if (!part || scores.some(([, score]) => score === null)) return []
    return [
      {
        id: part.id,
        scores: Object.fromEntries(scores.map(([key, score]) => [key, { scoreHundredths: score ?? 0, reason: '' }])),
      },
    ]
  })
  await storeParts(ctx, given)
  await recompute(ctx, round, reviews)
  return given.length
}

/** Takes a round of the past to its end in one go: every score that is there counts as told and, if wanted, as confirmed. */
export async function closeRound(
  ctx: Context,
  roundId: string,
  { confirm, freeze, reason }: { confirm: boolean; freeze: boolean; reason: string },
): Promise<void> {
  await setRoundState(ctx, await lockedRound(ctx, roundId), 'confirmed')
  if (confirm) await confirmAll(ctx, roundId)
  const reviews = freeze ? await freezeReviews(ctx, roundId) : 0
  if (freeze) await setRoundState(ctx, await lockedRound(ctx, roundId), 'frozen')
  await ctx.audit({
    action: 'performance.move-round',
    target: `review-round/${roundId}`,
    after: { confirm, freeze, reason, reviews },
  })
  await ctx.announce('performance')
}

async function lockedRound(ctx: Context, id: string): Promise<RoundRow> {
  const round = await roundById(ctx, id, true)
  if (!round) throw notFound({ what: 'review-round' })
  return round
}
