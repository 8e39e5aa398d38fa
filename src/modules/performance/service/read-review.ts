import { coefficientOf, levelOf, type Line, type PartKind, type SchemeContent } from '#core/performance'
import type { Context } from '#kernel/context'
import type { Part, Result, ReviewDetail } from '../contract.ts'
import { isAtLeast, ownBeforeTold } from '../rules/states.ts'
import { changesOf, namesOfPeople, type PartRow } from '../store/parts.ts'
import { postsOf } from '../store/posts.ts'
import type { Review } from '../store/reviews.ts'
import type { RoundRow } from '../store/rounds.ts'
import { versionsById } from '../store/schemes.ts'
import { linesFor } from './compute.ts'
import { seenReview, type As, type Seen } from './see.ts'

export async function readReview(ctx: Context, { reviewId }: { reviewId: string }): Promise<ReviewDetail> {
  const seen = await seenReview(ctx, reviewId)
  const { review, round, parts, as } = seen
  const known = await versionsById(
    ctx,
    review.spans.map((span) => span.schemeVersionId),
  )
  const last = known.get(review.spans.at(-1)?.schemeVersionId ?? '')
  const lines = [
    ...new Map([...linesFor(review.spans, known).values()].flat().map((line) => [line.key, line])).values(),
  ]
  const isTold = as === 'superior' || (as === 'self' && isAtLeast(round.state, 'calibrated'))
  const changes = isTold ? await changesOf(ctx, [reviewId]) : []
  const scoreHundredths = isTold ? standing(review, changes) : null
  const names = await namesOfPeople(ctx, [review.personId, ...parts.map(({ reviewerId }) => reviewerId)])
  const post = (await postsOf(ctx, [review])).get(review.personId)
  const content = last?.content
  return {
    id: reviewId,
    version: review.version,
    round: {
      id: round.id,
      name: { ...round.name },
      period: round.period,
      from: round.from,
      until: round.until,
      state: round.state,
      dueOn: round.dueOn,
    },
    person: names.get(review.personId) ?? { id: review.personId, name: '', number: '' },
    unitName: post?.unitName ? { ...post.unitName } : null,
    positionTitle: post?.positionTitle ? { ...post.positionTitle } : null,
    as,
    result: as === 'peer' || !review.result ? null : shown(review.result, isTold),
    scoreHundredths,
    level: content && scoreHundredths !== null ? briefLevel(content, scoreHundredths) : null,
    coefficientPermyriad: content && scoreHundredths !== null ? coefficientOf(content, scoreHundredths) : null,
    schemes:
      as === 'peer'
        ? []
        : review.spans.flatMap(({ from, until, schemeVersionId }) => {
            const version = known.get(schemeVersionId)
            return version
              ? [{ from, until, schemeId: version.schemeId, name: { ...version.name }, number: version.number }]
              : []
          }),
    parts: shownParts(ctx, seen, isTold, (id) => names.get(id) ?? null),
    weights: { ...(content?.parts ?? { self: 0, manager: 1000, peer: 0, customer: 0 }) },
    reasons: { ...(content?.reasons ?? { highHundredths: 15_000, lowHundredths: 0, differenceHundredths: 15_000 }) },
    manual: manualLines(lines),
    changes: changes.map(({ reviewId: _id, ...change }) => change),
    confirmedAt: review.confirmedAt?.toISOString() ?? null,
    appeal:
      review.appealState && review.appealRequestId && as !== 'peer'
        ? { state: review.appealState, requestId: review.appealRequestId }
        : null,
    frozenAt: review.frozenAt?.toISOString() ?? null,
    may: mayNow(ctx, review, round, parts, as, content),
  }
}

/** The last correction of a frozen review, else its score. */
export function standing(review: Review, changes: readonly { kind: string; afterHundredths: number }[]): number | null {
  return changes.findLast(({ kind }) => kind === 'correct')?.afterHundredths ?? review.scoreHundredths
}

/** Which parts somebody may give in a review as things stand. */
export function partsFor(
  ctx: Context,
  review: Review,
  round: RoundRow,
  parts: readonly PartRow[],
  as: As,
  content?: SchemeContent,
): PartKind[] {
  const isOpen = round.state === 'open' && review.frozenAt === null
  const hasManual = content?.lines.some(({ source }) => source.kind === 'manual') ?? false
  if (!isOpen || !hasManual) return []
  if (as === 'self') return parts.some(({ part }) => part === 'self') ? ['self'] : []
  if (as === 'peer') return ['peer']
  const { personId, unitId } = review
  const isAsked = (part: PartKind) => parts.some((one) => one.part === part && one.reviewerId === ctx.actor.personId)
  const isOver = ctx.may('performance.review', { personId, unitId }) && ctx.actor.personId !== null
  return [
    ...(isOver || isAsked('manager') ? ['manager' as const] : []),
    ...((isOver || isAsked('manager')) && (content?.parts.customer ?? 0) > 0 ? ['customer' as const] : []),
    ...(isAsked('peer') ? ['peer' as const] : []),
  ]
}

function mayNow(
  ctx: Context,
  review: Review,
  round: RoundRow,
  parts: readonly PartRow[],
  as: As,
  content?: SchemeContent,
): ReviewDetail['may'] {
  const { personId, unitId } = review
  const own = partsFor(ctx, review, round, parts, as, content)
  const isTold = round.state === 'calibrated' || round.state === 'confirmed'
  const over = (permission: string) => as === 'superior' && ctx.may(permission, { personId, unitId })
  return {
    parts: own,
    invite: own.includes('manager') && (content?.parts.peer ?? 0) > 0,
    confirm:
      as === 'self' &&
      isTold &&
      review.confirmedAt === null &&
      review.scoreHundredths !== null &&
      review.appealState !== 'open',
    appeal:
      as === 'self' &&
      isTold &&
      review.scoreHundredths !== null &&
      review.appealState === null &&
      ctx.may('flow.start'),
    calibrate: over('performance.calibrate') && round.state !== 'frozen',
    correct: over('performance.freeze') && round.state === 'frozen',
  }
}

function shown(result: Result, isTold: boolean): Result {
  return isTold ? result : ownBeforeTold(result)
}

function shownParts(
  ctx: Context,
  { parts, as, review }: Seen,
  isTold: boolean,
  nameOf: (id: string) => Part['reviewer'],
): Part[] {
  const own = ctx.actor.personId
  const namesPeers =
    as === 'superior' && ctx.may('performance.calibrate', { personId: review.personId, unitId: review.unitId })
  return parts.flatMap(({ part, reviewerId, scores, note, submittedAt }): Part[] => {
    const isOwn = reviewerId === own
    // what peers said stands joined in the score; oneself and the other peers never see who said what
    if (!isOwn && (as === 'peer' || (as === 'self' && (part === 'peer' || !isTold)))) return []
    // a draft is its author's alone
    const isShown = isOwn || submittedAt !== null
    return [
      {
        part,
        reviewer: part !== 'peer' || isOwn || namesPeers ? nameOf(reviewerId) : null,
        scores: isShown ? { ...scores } : {},
        note: isShown ? note : '',
        submittedAt: submittedAt?.toISOString() ?? null,
      },
    ]
  })
}

function briefLevel({ levels }: SchemeContent, score: number) {
  const { code, name } = levelOf(levels, score)
  return { code, name: { ...name } }
}

function manualLines(lines: readonly Line[]): ReviewDetail['manual'] {
  return lines.flatMap(({ key, name, source }) =>
    source.kind === 'manual' ? [{ key, name: { ...name }, hint: source.hint ? { ...source.hint } : null }] : [],
  )
}
