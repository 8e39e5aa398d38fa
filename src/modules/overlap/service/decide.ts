import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import type { Pair, routes } from '../contract.ts'
import { leadMissing, leadSupportsItself, noLongerFound, notDecided, reasonMissing, untilPassed } from '../problems.ts'
import { lockPair, putDecision, removeDecision, type NewDecision } from '../store/decisions.ts'
import { shownPairs } from '../store/pairs.ts'
import { unitsToday } from '../store/units.ts'
import { limitsOf } from './limits.ts'
import { openSiblings } from './read-pairs.ts'

type Routes = typeof routes

/** Says whether two statements are the same work, and if so who leads it and who supports. */
export async function decidePair(
  ctx: Context,
  { pairId, withSiblings, version, ...said }: Input<Routes['decidePair']>,
): Promise<Output<Routes['decidePair']>> {
  const pair = await pairToDecide(ctx, pairId)
  const now = await lockPair(ctx, pairId)
  if (!now?.isCurrent) throw noLongerFound({})
  if (now.version !== version) throw changedMeanwhile({ yours: version, current: now.version })
  const decision = await sound(ctx, said)
  const pairIds = [pairId, ...(withSiblings ? await openSiblings(ctx, pair) : [])]
  await putDecision(ctx, pairIds, decision)
  const action = `overlap.decide-${decision.verdict}`
  for (const id of pairIds)
    await ctx.audit({
      action,
      target: `overlap-pair/${id}`,
      before: id === pairId ? pair.decision : null,
      after: decision,
    })
  await ctx.emit('overlap.decided', { pairIds, ...decision })
  await ctx.announce('overlap')
  return { pairId, decided: pairIds.length }
}

/** The pair is open again. */
export async function takeBackDecision(
  ctx: Context,
  { pairId }: Input<Routes['takeBackDecision']>,
): Promise<Output<Routes['takeBackDecision']>> {
  const pair = await pairToDecide(ctx, pairId)
  await lockPair(ctx, pairId)
  if (!pair.decision) throw notDecided({})
  await removeDecision(ctx, pairId)
  await ctx.audit({ action: 'overlap.take-back', target: `overlap-pair/${pairId}`, before: pair.decision })
  await ctx.emit('overlap.decision-taken-back', { pairId })
  await ctx.announce('overlap')
  return { pairId }
}

export async function analyseOverlap(ctx: Context): Promise<Record<string, never>> {
  await ctx.enqueue('overlap.analyse', {}, { onceKey: 'analyse' })
  await ctx.audit({ action: 'overlap.analyse', target: 'overlap' })
  return {}
}

/** Who decides must be allowed to for both units: nobody takes work from another alone. */
export async function pairToDecide(ctx: Context, pairId: string): Promise<Pair> {
  const [pair] = await shownPairs(ctx, [pairId], await limitsOf(ctx))
  if (!pair) throw notFound({ what: 'pair' })
  const permission = 'overlap.decide'
  for (const { unit } of [pair.first, pair.second])
    if (!ctx.may(permission, { unitId: unit.id })) throw forbidden({ permission })
  return pair
}

async function sound(ctx: Context, said: NewDecision): Promise<NewDecision> {
  if (said.verdict === 'different') {
    if (said.reason === '') throw reasonMissing({})
    return { ...said, leadUnitId: null, supportUnitId: null }
  }
  if (!said.leadUnitId) throw leadMissing({})
  if (said.leadUnitId === said.supportUnitId) throw leadSupportsItself({})
  if (said.until !== null && said.until <= ctx.today) throw untilPassed({ until: said.until, today: ctx.today })
  const known = new Set((await unitsToday(ctx)).map((unit) => unit.id))
  for (const unitId of [said.leadUnitId, said.supportUnitId])
    if (unitId && !known.has(unitId)) throw notFound({ what: 'unit' })
  return said
}
