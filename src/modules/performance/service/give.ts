import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import { levelOf, reasonNeeded, type PartKind } from '#core/performance'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import { hasWordsOf } from '../rules/words.ts'
import type { routes } from '../contract.ts'
import {
  isFrozen,
  lineOpen,
  lineUnknown,
  notOpenNow,
  notYourPart,
  peersNotAsked,
  reasonMissing,
  suggestionUnexplained,
} from '../problems.ts'
import { askParts, handPart, insertChange, namesOfPeople, storePart } from '../store/parts.ts'
import { reviewById, updateReview, type Review } from '../store/reviews.ts'
import { versionsById } from '../store/schemes.ts'
import { readReview } from './read-review.ts'
import { recompute } from './recompute.ts'
import { seenReview, type Seen } from './see.ts'

type Routes = typeof routes

/** Stores what somebody gives in a review; once handed in it counts, and may be handed in anew while the round is open. */
export async function givePart(ctx: Context, input: Input<Routes['givePart']>): Promise<Output<Routes['givePart']>> {
  const { reviewId, part, scores, note, submit, suggestion } = input
  const seen = await seenReview(ctx, reviewId, true)
  const detail = await readReview(ctx, { reviewId })
  if (!detail.may.parts.includes(part)) throw refused(seen, part)
  const names = new Map(detail.manual.map(({ key, name }) => [key, pick(name, ctx.language)]))
  const strange = Object.keys(scores).find((key) => !names.has(key))
  if (strange !== undefined) throw lineUnknown({ line: strange })
  if (submit) {
    for (const [key, line] of names) {
      const given = scores[key]
      if (!given) throw lineOpen({ line })
      const why = reasonNeeded(detail.reasons, given.scoreHundredths)
      if (why && part !== 'self' && !hasWordsOf(given.reason)) throw reasonMissing({ line, why })
    }
    const own = [...new Set(seen.parts.filter((one) => one.part === 'peer').map((one) => one.reviewerId))]
    const peers = (
      await versionsById(
        ctx,
        seen.review.spans.map((span) => span.schemeVersionId),
      )
    ).values()
    const wanted = Math.max(0, ...[...peers].map(({ content }) => (content.parts.peer > 0 ? content.peers : 0)))
    if (part === 'manager' && own.length < wanted) throw peersNotAsked({})
  }
  const reviewerId = ctx.actor.personId
  if (reviewerId === null) throw forbidden({ permission: 'performance.review' })
  if (part === 'manager') await takeOver(ctx, seen, reviewerId)
  await storePart(ctx, { reviewId, part, reviewerId, scores, note, submit })
  if (submit) await recompute(ctx, seen.round, [seen.review])
  if (submit && part === 'manager' && suggestion) await suggest(ctx, seen, suggestion, detail.reasons)
  await ctx.audit({
    action: 'performance.give-part',
    target: `review/${reviewId}`,
    after: { part, submit, scores, note, suggestion },
  })
  await ctx.announce('performance')
  const after = await reviewById(ctx, reviewId)
  return { reviewId, version: after?.version ?? seen.review.version }
}

export async function invitePeers(
  ctx: Context,
  { reviewId, personIds }: Input<Routes['invitePeers']>,
): Promise<Output<Routes['invitePeers']>> {
  const { review, round, parts } = await seenReview(ctx, reviewId, true)
  const detail = await readReview(ctx, { reviewId })
  if (!detail.may.invite) throw refused({ review, round, parts, as: detail.as }, 'peer')
  const known = await namesOfPeople(ctx, personIds)
  if (known.size < new Set(personIds).size) throw notFound({ what: 'person' })
  const manager = parts.find(({ part }) => part === 'manager')?.reviewerId
  const asked = [...known.keys()].filter((id) => id !== review.personId && id !== manager)
  const added = await askParts(
    ctx,
    asked.map((reviewerId) => ({ reviewId, part: 'peer', reviewerId })),
  )
  await ctx.audit({ action: 'performance.invite-peers', target: `review/${reviewId}`, after: { personIds: asked } })
  const facts = { round: round.name, due: round.dueOn, person: detail.person.name }
  await tellPeople(ctx, asked, { kind: 'performance.review-peer', facts, link: `/reviews/${reviewId}` })
  await ctx.announce('performance')
  return { reviewId, added }
}

function refused({ round, as, review }: Seen, part: PartKind) {
  if (review.frozenAt !== null) return isFrozen({})
  if (round.state !== 'open') return notOpenNow({ state: round.state })
  return as === 'superior' ? forbidden({ permission: 'performance.review' }) : notYourPart({ part })
}

/** The one who reviews is the manager of this review, whoever was asked at first. */
async function takeOver(ctx: Context, { parts }: Seen, reviewerId: string): Promise<void> {
  const asked = parts.find(({ part }) => part === 'manager')
  if (asked && asked.reviewerId !== reviewerId) await handPart(ctx, asked.id, reviewerId)
}

/** The manager's word on the whole; far from what was computed it needs a reason. */
async function suggest(
  ctx: Context,
  { review }: { review: Review },
  { scoreHundredths, reason }: { scoreHundredths: number; reason: string },
  reasons: Parameters<typeof reasonNeeded>[0],
): Promise<void> {
  const now = (await reviewById(ctx, review.id)) ?? review
  if (scoreHundredths === now.scoreHundredths) return
  const why = reasonNeeded(reasons, scoreHundredths, now.computedHundredths)
  if (why && !hasWordsOf(reason)) throw suggestionUnexplained({ computed: (now.computedHundredths ?? 0) / 100 })
  const levels = (
    await versionsById(
      ctx,
      review.spans.map((span) => span.schemeVersionId),
    )
  ).get(review.spans.at(-1)?.schemeVersionId ?? '')?.content.levels
  await insertChange(ctx, {
    reviewId: review.id,
    kind: 'suggest',
    before: now.scoreHundredths,
    after: scoreHundredths,
    reason: reason || '-',
  })
  await updateReview(ctx, now, { scoreHundredths, ...(levels ? { level: levelOf(levels, scoreHundredths).code } : {}) })
}
