import { addDays, periodAround } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import { managersOf } from '#modules/organisation'
import type { Period, routes } from '../contract.ts'
import { isFrozen, nobodyToReview } from '../problems.ts'
import type { Days } from '../rules/spans.ts'
import { askParts, type Asked } from '../store/parts.ts'
import { targetName } from '../store/places.ts'
import { insertReviews, reviewsOfRound } from '../store/reviews.ts'
import { insertRound, roundById, type RoundRow } from '../store/rounds.ts'
import { versionsById } from '../store/schemes.ts'
import { recompute } from './recompute.ts'
import { whoIsJudged } from './who.ts'

type Routes = typeof routes

export async function openRound(ctx: Context, input: Input<Routes['openRound']>): Promise<Output<Routes['openRound']>> {
  const { period, unitId, dueOn } = input
  const days = periodAround(period, input.day)
  if (unitId && !(await targetName(ctx, 'unit', unitId, ctx.today))) throw notFound({ what: 'unit' })
  const judged = await whoIsJudged(ctx, period, days, unitId)
  const having = judged.filter(({ spans }) => spans.length > 0)
  if (having.length === 0) throw nobodyToReview({ without: judged.length })
  const round: RoundRow = {
    id: ctx.newId(),
    name: input.name ?? nameOf(period, days),
    period,
    ...days,
    unitId,
    dueOn,
    state: 'open',
    version: 1,
  }
  await insertRound(ctx, round)
  const reviews = await fill(ctx, round)
  if (reviews === 0) throw nobodyToReview({ without: judged.length - having.length })
  await ctx.audit({
    action: 'performance.open-round',
    target: `review-round/${round.id}`,
    after: { ...round, reviews },
  })
  await ctx.emit('performance.round-opened', { roundId: round.id })
  await ctx.announce('performance')
  return { roundId: round.id, reviews, without: judged.length - having.length }
}

export async function addMissing(
  ctx: Context,
  { roundId }: Input<Routes['addMissing']>,
): Promise<Output<Routes['addMissing']>> {
  const round = await roundById(ctx, roundId, true)
  if (!round) throw notFound({ what: 'review-round' })
  if (round.state === 'frozen') throw isFrozen({})
  const added = await fill(ctx, round)
  await ctx.audit({ action: 'performance.add-missing', target: `review-round/${roundId}`, after: { added } })
  await ctx.announce('performance')
  return { added }
}

/** Gives everybody with a scheme a review who has none for the period, asks who is to review, and computes. */
async function fill(ctx: Context, round: RoundRow): Promise<number> {
  const judged = (await whoIsJudged(ctx, round.period, round, round.unitId)).filter(({ spans }) => spans.length > 0)
  const fresh = judged.map((one) => ({ ...one, id: ctx.newId() }))
  const made = await insertReviews(ctx, round, fresh)
  const added = fresh.filter(({ id }) => made.has(id))
  if (added.length === 0) return 0
  const asked = await whoReviews(ctx, round, added)
  await askParts(ctx, asked)
  const ids = new Set(added.map(({ id }) => id))
  await recompute(
    ctx,
    round,
    (await reviewsOfRound(ctx, round.id)).filter(({ id }) => ids.has(id)),
  )
  await tell(ctx, round, asked)
  return added.length
}

/** Managers always, oneself where the scheme has manual lines that ask for it; peers are invited by the manager. */
async function whoReviews(
  ctx: Context,
  { until }: RoundRow,
  reviews: readonly { id: string; personId: string; spans: readonly { schemeVersionId: string }[] }[],
): Promise<Asked[]> {
  const last = addDays(until, -1)
  const managers = new Map(
    (
      await managersOf(
        ctx,
        reviews.map(({ personId }) => personId),
        last < ctx.today ? last : ctx.today,
      )
    ).map((one) => [one.personId, one.managerId]),
  )
  const known = await versionsById(
    ctx,
    reviews.flatMap(({ spans }) => spans.map((span) => span.schemeVersionId)),
  )
  return reviews.flatMap(({ id, personId, spans }): Asked[] => {
    const contents = spans.flatMap((span) => known.get(span.schemeVersionId)?.content ?? [])
    const hasManual = contents.some(({ lines }) => lines.some(({ source }) => source.kind === 'manual'))
    const managerId = managers.get(personId)
    return [
      ...(hasManual && contents.some(({ parts }) => parts.self > 0)
        ? [{ reviewId: id, part: 'self' as const, reviewerId: personId }]
        : []),
      ...(hasManual && managerId ? [{ reviewId: id, part: 'manager' as const, reviewerId: managerId }] : []),
    ]
  })
}

async function tell(ctx: Context, round: RoundRow, asked: readonly Asked[]): Promise<void> {
  const facts = { round: round.name, due: round.dueOn }
  const of = (part: Asked['part']) => [
    ...new Set(asked.filter((one) => one.part === part).map((one) => one.reviewerId)),
  ]
  await tellPeople(ctx, of('manager'), { kind: 'performance.review-team', facts, link: '/team-reviews' })
  await tellPeople(ctx, of('self'), { kind: 'performance.review-self', facts, link: '/my-reviews' })
}

function nameOf(period: Period, { from }: Days): LocalText {
  const [year = '', month = ''] = from.split('-')
  const quarter = Math.ceil(Number(month) / 3)
  if (period === 'year') return { 'zh-CN': `${year} 年度考核`, en: `Review of ${year}` }
  if (period === 'quarter') return { 'zh-CN': `${year} 年第 ${quarter} 季度考核`, en: `Review of Q${quarter} ${year}` }
  return { 'zh-CN': `${year} 年 ${Number(month)} 月考核`, en: `Review of ${year}-${month}` }
}
