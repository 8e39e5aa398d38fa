import type { Input, Output } from '#core/contract'
import { flawsOf, type PlanTerms } from '#core/incentive'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import type { Plan, routes, TermsVersion } from '../contract.ts'
import { codeTaken, flawed } from '../problems.ts'
import { heldIn, monthOf, shifted } from '../rules/months.ts'
import { namesOf, planRows, termsRows, type PlanRow, type TermsRow } from '../store/plans.ts'
import { settlements } from '../store/settlements.ts'
import { insertPlan, keepDraft, touchPlan } from '../store/write-plans.ts'

type Routes = typeof routes

export async function listPlans(ctx: Context, { limit }: { limit: number }): Promise<Output<Routes['listPlans']>> {
  const plans = await planRows(ctx, limit)
  const versions = Map.groupBy(await termsRows(ctx), ({ planId }) => planId)
  return {
    plans: plans.map((plan) => toPlan(ctx, plan, versions.get(plan.id) ?? [])),
    maySetUp: ctx.may('incentives.set-up'),
  }
}

export async function readPlan(ctx: Context, { planId }: { planId: string }): Promise<Output<Routes['readPlan']>> {
  const plan = await planById(ctx, planId)
  const versions = await termsRows(ctx, [planId])
  return {
    plan: toPlan(ctx, plan, versions),
    versions: versions.filter(({ state }) => state === 'on').map(toVersion),
    names: (await namesOf(ctx, versions.flatMap(idsIn))) as Record<string, Record<string, string>>,
    maySetUp: ctx.may('incentives.set-up'),
    earliest: await earliestOpen(ctx),
  }
}

export async function makePlan(
  ctx: Context,
  { code, ...content }: Input<Routes['makePlan']>,
): Promise<Output<Routes['makePlan']>> {
  const sound = checked(content)
  const planId = ctx.newId()
  if (!(await insertPlan(ctx, planId, code, sound))) throw codeTaken({ taken: code })
  await ctx.audit({ action: 'incentives.make-plan', target: `incentive-plan/${planId}`, after: { code, ...sound } })
  await ctx.announce('incentives')
  return { planId }
}

export async function keepPlan(
  ctx: Context,
  { planId, version, ...content }: Input<Routes['keepPlan']>,
): Promise<Output<Routes['keepPlan']>> {
  const sound = checked(content)
  const before = await planById(ctx, planId)
  const [draft] = await termsRows(ctx, [planId])
  const now = await touchPlan(ctx, planId, version, sound)
  if (now === undefined) throw changedMeanwhile({ yours: version, current: before.version })
  await keepDraft(ctx, planId, sound.terms)
  await ctx.audit({
    action: 'incentives.keep-plan',
    target: `incentive-plan/${planId}`,
    before: { name: before.name, note: before.note, terms: draft?.terms },
    after: sound,
  })
  await ctx.announce('incentives')
  return { version: now }
}

export async function planById(ctx: Context, planId: string): Promise<PlanRow> {
  const [plan] = await planRows(ctx, 1, planId)
  if (!plan) throw notFound({ what: 'incentive-plan' })
  return plan
}

/** The first month that is not settled: null while none is. */
export async function earliestOpen(ctx: Context): Promise<string | null> {
  const [last] = await settlements(ctx)
  return last ? shifted(last.period, 1) : null
}

export function toVersion({ id, state, from, until, switchedOnAt, switcher, terms }: TermsRow): TermsVersion {
  return {
    id,
    state,
    from: from && monthOf(from),
    until: until && monthOf(until),
    switchedOnAt: switchedOnAt?.toISOString() ?? null,
    switcher,
    terms,
  }
}

function checked(content: { name: LocalText; note: string; terms: PlanTerms }) {
  const [flaw] = flawsOf(content.terms)
  if (flaw) throw flawed[flaw]({})
  return content
}

function toPlan(ctx: Context, plan: PlanRow, versions: readonly TermsRow[]): Plan {
  const month = monthOf(ctx.today)
  const on = versions.filter(({ state }) => state === 'on')
  const running = heldIn(on, month)
  const coming = on.findLast(({ from }) => from !== null && monthOf(from) > month)
  const draft = versions.find(({ state }) => state === 'draft')
  const shown = (version: TermsRow | undefined) => (version ? toVersion(version) : null)
  const { id, code, name, note, version } = plan
  return {
    id,
    code,
    name: name as Record<string, string>,
    note,
    version,
    running: shown(running),
    coming: shown(coming),
    draft: shown(draft),
  }
}

function idsIn({ terms: { participants, basis } }: TermsRow): string[] {
  const { positionIds, unitIds, responsibilityIds } = participants
  const own = basis.kind === 'indicator' ? [basis.responsibilityId] : []
  return [...positionIds, ...unitIds, ...responsibilityIds, ...own]
}
