import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import type { RoundState, routes } from '../contract.ts'
import { appealsOpen, isFrozen, leftUndone, notConfirmedYet, periodRuns, wrongStep } from '../problems.ts'
import { isAtLeast, mayMove } from '../rules/states.ts'
import { waitingIn } from '../store/parts.ts'
import { freezeReviews, reviewsOfRound } from '../store/reviews.ts'
import { roundById, setRoundState, type RoundRow } from '../store/rounds.ts'
import { recompute } from './recompute.ts'

type Routes = typeof routes

export async function recomputeRound(
  ctx: Context,
  { roundId }: Input<Routes['recomputeRound']>,
): Promise<Output<Routes['recomputeRound']>> {
  const round = await openedRound(ctx, roundId, 'performance.calibrate')
  const reviews = await reviewsOfRound(ctx, roundId, true)
  const changed = await recompute(ctx, round, reviews)
  await ctx.audit({ action: 'performance.recompute', target: `review-round/${roundId}`, after: { changed } })
  await ctx.announce('performance')
  return { reviews: reviews.length, changed }
}

export async function moveRound(ctx: Context, input: Input<Routes['moveRound']>): Promise<Output<Routes['moveRound']>> {
  const { roundId, version, to, reason } = input
  const round = await openedRound(ctx, roundId, 'performance.calibrate', version)
  if (!mayMove(round.state, to)) throw wrongStep({ state: round.state, to })
  const isOnward = isAtLeast(to, round.state)
  if (isOnward && isAtLeast(to, 'calibrated') && round.until > ctx.today) throw periodRuns({ until: round.until })
  const undone = isOnward ? await undoneIn(ctx, round, to) : 1
  if (undone > 0 && reason === '') throw leftUndone({ count: undone })
  if (to !== 'confirmed') await recompute(ctx, round, await reviewsOfRound(ctx, roundId, true))
  await setRoundState(ctx, round, to)
  await ctx.audit({
    action: 'performance.move-round',
    target: `review-round/${roundId}`,
    before: { state: round.state },
    after: { state: to, reason },
  })
  await ctx.emit('performance.round-moved', { roundId, state: to })
  if (to === 'calibrated' && isOnward) await tellResults(ctx, round)
  await ctx.announce('performance')
  return { roundId, version: version + 1, state: to }
}

export async function freezeRound(
  ctx: Context,
  { roundId, version }: Input<Routes['freezeRound']>,
): Promise<Output<Routes['freezeRound']>> {
  const round = await openedRound(ctx, roundId, 'performance.freeze', version)
  if (round.state !== 'confirmed') throw notConfirmedYet({})
  const appeals = (await reviewsOfRound(ctx, roundId, true)).filter(({ appealState }) => appealState === 'open').length
  if (appeals > 0) throw appealsOpen({ count: appeals })
  const reviews = await freezeReviews(ctx, roundId)
  await setRoundState(ctx, round, 'frozen')
  await ctx.audit({ action: 'performance.freeze', target: `review-round/${roundId}`, after: { reviews } })
  await ctx.emit('performance.round-frozen', { roundId })
  await ctx.announce('performance')
  return { roundId, reviews }
}

async function openedRound(ctx: Context, id: string, permission: string, version?: number): Promise<RoundRow> {
  const round = await roundById(ctx, id, true)
  if (!round) throw notFound({ what: 'review-round' })
  if (!ctx.may(permission, { unitId: round.unitId })) throw forbidden({ permission })
  if (round.state === 'frozen') throw isFrozen({})
  if (version !== undefined && version !== round.version)
    throw changedMeanwhile({ yours: version, current: round.version })
  return round
}

/** How much is left undone by going on: reviews not given, scores not there, results not confirmed. */
async function undoneIn(ctx: Context, { id }: RoundRow, to: RoundState): Promise<number> {
  if (to === 'scored') return (await waitingIn(ctx, id)).reduce((sum, { count }) => sum + count, 0)
  const reviews = await reviewsOfRound(ctx, id)
  if (to === 'calibrated') return reviews.filter(({ scoreHundredths }) => scoreHundredths === null).length
  return reviews.filter(({ confirmedAt }) => confirmedAt === null).length
}

async function tellResults(ctx: Context, round: RoundRow): Promise<void> {
  const reviews = await reviewsOfRound(ctx, round.id)
  await tellPeople(
    ctx,
    reviews.filter(({ scoreHundredths }) => scoreHundredths !== null).map(({ personId }) => personId),
    { kind: 'performance.result', facts: { round: round.name, due: round.dueOn }, link: '/my-reviews' },
  )
}
