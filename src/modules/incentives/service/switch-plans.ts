import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { laterVersion, monthSettled, nothingToSwitchOn, notRunning } from '../problems.ts'
import { heldIn, monthOf } from '../rules/months.ts'
import { termsRows } from '../store/plans.ts'
import { endTerms, lockIncentives, startDraft, touchPlan } from '../store/write-plans.ts'
import { earliestOpen, planById } from './plans.ts'

type Routes = typeof routes

/** The draft holds from a month on that is not settled; what ran until then ends the day it begins. */
export async function switchOnPlan(
  ctx: Context,
  { planId, version, from }: Input<Routes['switchOnPlan']>,
): Promise<Output<Routes['switchOnPlan']>> {
  await lockIncentives(ctx)
  await planById(ctx, planId)
  const all = await termsRows(ctx, [planId])
  const draft = all.find(({ state }) => state === 'draft')
  if (!draft) throw nothingToSwitchOn({})
  await openMonth(ctx, from)
  const later = all.find((one) => one.from !== null && monthOf(one.from) >= from)
  if (later?.from) throw laterVersion({ from: monthOf(later.from) })
  const now = await touched(ctx, planId, version)
  await endTerms(ctx, planId, `${from}-01`)
  await startDraft(ctx, planId, `${from}-01`)
  await told(ctx, 'switch-on', planId, { from, terms: draft.terms }, 'incentives.switched-on')
  return { version: now }
}

/** From a month on that is not settled the plan brings nothing more. Late facts of earlier months still count. */
export async function switchOffPlan(
  ctx: Context,
  { planId, version, from }: Input<Routes['switchOffPlan']>,
): Promise<Output<Routes['switchOffPlan']>> {
  await lockIncentives(ctx)
  await planById(ctx, planId)
  const all = (await termsRows(ctx, [planId])).filter(({ state }) => state === 'on')
  await openMonth(ctx, from)
  const later = all.find((one) => one.from !== null && monthOf(one.from) >= from)
  if (later?.from) throw laterVersion({ from: monthOf(later.from) })
  if (!heldIn(all, from)) throw notRunning({ from })
  const now = await touched(ctx, planId, version)
  await endTerms(ctx, planId, `${from}-01`)
  await told(ctx, 'switch-off', planId, { from }, 'incentives.switched-off')
  return { version: now }
}

async function openMonth(ctx: Context, from: string): Promise<void> {
  const earliest = await earliestOpen(ctx)
  if (earliest && from < earliest) throw monthSettled({ period: from, earliest })
}

async function touched(ctx: Context, planId: string, version: number): Promise<number> {
  const current = await planById(ctx, planId)
  const now = await touchPlan(ctx, planId, version)
  if (now === undefined) throw changedMeanwhile({ yours: version, current: current.version })
  return now
}

async function told(ctx: Context, verb: string, planId: string, after: object, event: string): Promise<void> {
  await ctx.audit({ action: `incentives.${verb}`, target: `incentive-plan/${planId}`, after })
  await ctx.emit(event, { planId, ...after })
  await ctx.announce('incentives')
}
