import type { Input, Output } from '#core/contract'
import { levelOf } from '#core/performance'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import type { routes } from '../contract.ts'
import { alreadyConfirmed, appealRuns, isFrozen, noScoreYet, notFrozen, notToldYet, ownReview } from '../problems.ts'
import { isAtLeast } from '../rules/states.ts'
import { changesOf, insertChange } from '../store/parts.ts'
import { updateReview, type Review } from '../store/reviews.ts'
import { versionsById } from '../store/schemes.ts'
import { standing } from './read-review.ts'
import { seenReview, type Seen } from './see.ts'

type Routes = typeof routes

/** Another score than was computed, in the meeting where people are held side by side. */
export async function calibrateReview(
  ctx: Context,
  input: Input<Routes['calibrateReview']>,
): Promise<Output<Routes['calibrateReview']>> {
  const { reviewId, version, scoreHundredths, reason } = input
  const { review, round } = await overOthers(ctx, reviewId, 'performance.calibrate')
  if (round.state === 'frozen') throw isFrozen({})
  if (version !== review.version) throw changedMeanwhile({ yours: version, current: review.version })
  const level = await levelFor(ctx, review, scoreHundredths)
  await insertChange(ctx, {
    reviewId,
    kind: 'calibrate',
    before: review.scoreHundredths,
    after: scoreHundredths,
    reason,
  })
  const now = await updateReview(ctx, review, { scoreHundredths, level, confirmedAt: null })
  await told(ctx, 'calibrate', review, scoreHundredths, reason)
  return { reviewId, version: now, level }
}

/** A frozen score stays as it is; the correction stands beside it and counts from now on. */
export async function correctReview(
  ctx: Context,
  input: Input<Routes['correctReview']>,
): Promise<Output<Routes['correctReview']>> {
  const { reviewId, scoreHundredths, reason } = input
  const { review } = await overOthers(ctx, reviewId, 'performance.freeze')
  if (review.frozenAt === null) throw notFrozen({})
  const before = standing(review, await changesOf(ctx, [reviewId]))
  await insertChange(ctx, { reviewId, kind: 'correct', before, after: scoreHundredths, reason })
  await told(ctx, 'correct', { ...review, scoreHundredths: before }, scoreHundredths, reason)
  await ctx.emit('performance.review-corrected', { reviewId })
  await tellPeople(ctx, [review.personId], { kind: 'performance.corrected', facts: {}, link: `/reviews/${reviewId}` })
  return { reviewId }
}

export async function confirmReview(
  ctx: Context,
  { reviewId, version }: Input<Routes['confirmReview']>,
): Promise<Output<Routes['confirmReview']>> {
  const { review, round, as } = await seenReview(ctx, reviewId, true)
  if (as !== 'self') throw forbidden({ permission: 'performance.read' })
  mustBeTold(review, round)
  if (version !== review.version) throw changedMeanwhile({ yours: version, current: review.version })
  if (review.confirmedAt !== null) throw alreadyConfirmed({})
  if (review.appealState === 'open') throw appealRuns({})
  await updateReview(ctx, review, { confirmedAt: ctx.now })
  await ctx.audit({
    action: 'performance.confirm',
    target: `review/${reviewId}`,
    after: { scoreHundredths: review.scoreHundredths },
  })
  await ctx.announce('performance')
  return { reviewId }
}

export function mustBeTold(review: Review, round: Seen['round']): void {
  if (review.frozenAt !== null) throw isFrozen({})
  if (!isAtLeast(round.state, 'calibrated')) throw notToldYet({})
  if (review.scoreHundredths === null) throw noScoreYet({})
}

/** The level of a score by the scheme of the last day. */
export async function levelFor(ctx: Context, { spans }: Review, scoreHundredths: number): Promise<string> {
  const id = spans.at(-1)?.schemeVersionId ?? ''
  const levels = (await versionsById(ctx, [id])).get(id)?.content.levels ?? []
  return levelOf(levels, scoreHundredths).code
}

/** A review of somebody else for who has a permission over it: nobody decides their own score. */
async function overOthers(ctx: Context, id: string, permission: string): Promise<Seen> {
  const seen = await seenReview(ctx, id, true)
  const { personId, unitId } = seen.review
  if (seen.as === 'self') throw ownReview({})
  if (!ctx.may(permission, { personId, unitId })) throw forbidden({ permission })
  return seen
}

async function told(ctx: Context, verb: string, review: Review, after: number, reason: string): Promise<void> {
  await ctx.audit({
    action: `performance.${verb}`,
    target: `review/${review.id}`,
    before: { scoreHundredths: review.scoreHundredths },
    after: { scoreHundredths: after, reason },
  })
  await ctx.announce('performance')
}
