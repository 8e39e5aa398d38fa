import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import { startOfTemplate, type CommandCall } from '#modules/flow'
import { linesAbove } from '#modules/organisation'
import type { routes } from '../contract.ts'
import { appealRuns, appealUndecided, notToldYet } from '../problems.ts'
import { insertChange } from '../store/parts.ts'
import { reviewByAppeal, updateReview } from '../store/reviews.ts'
import { levelFor, mustBeTold } from './decide.ts'
import { seenReview } from './see.ts'

type Appeal = (typeof routes)['appealReview']
/** The template of flow that decides appeals, and the key of the flow made of it. */
const flowKey = 'performance-appeal'

/** Begins a request that decides about another score; while it runs the round cannot be frozen. */
export async function appealReview(ctx: Context, input: Input<Appeal>): Promise<Output<Appeal>> {
  const { reviewId, version, reason, wantedHundredths } = input
  const { review, round, as } = await seenReview(ctx, reviewId, true)
  if (as !== 'self') throw forbidden({ permission: 'performance.read' })
  mustBeTold(review, round)
  if (version !== review.version) throw changedMeanwhile({ yours: version, current: review.version })
  if (review.appealState !== null) throw appealRuns({})
  if (review.scoreHundredths === null) throw notToldYet({})
  const label = pick(round.name, ctx.language)
  const senior = (await linesAbove(ctx, [review.personId], ctx.today, 2)).find(({ level }) => level === 2)
  const requestId = await startOfTemplate(ctx, flowKey, {
    values: {
      round: label,
      score: review.scoreHundredths / 100,
      ...(wantedHundredths === undefined ? {} : { wanted: wantedHundredths / 100 }),
      reason,
      ...(senior ? { senior: senior.managerId } : {}),
    },
    subject: { type: 'review', key: reviewId, label },
  })
  await updateReview(ctx, review, { appealRequestId: requestId, appealState: 'open', confirmedAt: null })
  await ctx.audit({ action: 'performance.appeal', target: `review/${reviewId}`, after: { requestId, reason } })
  await ctx.announce('performance')
  return { reviewId, requestId }
}

/** What an approved appeal leads to: the score decided on, with the reason for it. */
export async function settleAppeal(ctx: Context, { requestId, values }: CommandCall): Promise<void> {
  const review = await reviewByAppeal(ctx, requestId)
  const decided = Number(values['decided'] ?? Number.NaN)
  if (!review || review.frozenAt !== null) return
  if (!Number.isFinite(decided)) throw appealUndecided({})
  const scoreHundredths = Math.min(Math.max(Math.round(decided * 100), 0), 15_000)
  const level = await levelFor(ctx, review, scoreHundredths)
  const reason = String(values['grounds'] ?? values['reason'] ?? '').trim() || '-'
  await insertChange(ctx, {
    reviewId: review.id,
    kind: 'appeal',
    before: review.scoreHundredths,
    after: scoreHundredths,
    reason,
  })
  await updateReview(ctx, review, { scoreHundredths, level, appealState: 'settled', confirmedAt: null })
  await ctx.audit({
    action: 'performance.settle-appeal',
    target: `review/${review.id}`,
    before: { scoreHundredths: review.scoreHundredths },
    after: { scoreHundredths, reason, requestId },
  })
  await tellPeople(ctx, [review.personId], {
    kind: 'performance.appeal-settled',
    facts: {},
    link: `/reviews/${review.id}`,
  })
  await ctx.announce('performance')
}

/** An appeal that was rejected or taken back leaves the score as it is. */
export async function appealEnded(ctx: Context, { requestId }: { requestId: string }): Promise<void> {
  const review = await reviewByAppeal(ctx, requestId)
  if (review?.appealState !== 'open' || review.frozenAt !== null) return
  await updateReview(ctx, review, { appealState: 'dropped' })
  await ctx.announce('performance')
}
