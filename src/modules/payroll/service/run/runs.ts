import type { Input, Output } from '#core/contract'
import { isPayFault, paySentence } from '#core/payroll'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import { RunTotals, type PayRun } from '../../contract/run-shapes.ts'
import type { runRoutes } from '../../contract/runs.ts'
import { payDayOf } from '../../rules/pay-day.ts'
import { cannotCompute, groupInactive, monthsOnly, runExists, runLocked, runNotIn } from '../../run-problems.ts'
import { changeRun, insertRun, lockRun, runById, runs, type RunState, type StoredRun } from '../../store/run/runs.ts'
import { groups } from '../../store/groups.ts'
import { calendarFor, prepare } from './prepare.ts'

type Routes = typeof runRoutes
type Changed = { version: number }

export async function listRuns(ctx: Context, input: Input<Routes['listRuns']>): Promise<Output<Routes['listRuns']>> {
  const { total, rows } = await runs(ctx, input)
  return { total, rows: rows.map(runOut) }
}

export async function readRun(ctx: Context, { runId }: { runId: string }): Promise<PayRun> {
  return runOut(await requireRun(ctx, runId))
}

/** A run for a month of a group; only one regular one, and in the order of the months. */
export async function createRun(ctx: Context, input: Input<Routes['createRun']>): Promise<Output<Routes['createRun']>> {
  const group = (await groups(ctx)).find(({ id }) => id === input.groupId)
  if (!group || !ctx.may('payroll.read', { unitId: group.employerUnitId })) throw notFound({ what: 'pay-group' })
  if (!ctx.may('payroll.run', { unitId: group.employerUnitId })) throw forbidden({ permission: 'payroll.run' })
  if (!group.isActive) throw groupInactive({})
  if (group.frequency !== 'month') throw monthsOnly({})
  const same = await runs(ctx, { groupId: group.id, period: input.period, limit: 500, offset: 0 })
  if (input.kind === 'regular' && same.rows.some(({ kind }) => kind === 'regular'))
    throw runExists({ period: input.period })
  const paidOn = input.paidOn ?? payDayOf(input.period, group, await calendarFor(ctx, group))
  const runId = await insertRun(ctx, { ...input, paidOn })
  await ctx.audit({ action: 'payroll.create-run', target: `pay-run/${runId}`, after: { ...input, paidOn } })
  await ctx.announce('payroll')
  return { runId, paidOn }
}

/** Puts the work into the background. What would stop everybody is refused at once, with its sentence. */
export async function calculateRun(ctx: Context, { runId }: { runId: string }): Promise<Changed> {
  const run = await claim(ctx, runId, ['draft', 'calculated'])
  if (run.isLocked) throw runLocked({})
  try {
    await prepare(ctx, run)
  } catch (thrown) {
    if (isPayFault(thrown)) throw cannotCompute({ sentence: paySentence(thrown.payProblem, ctx.language) })
    throw thrown
  }
  const version = await markForComputing(ctx, run)
  await ctx.enqueue('payroll.calculate', { runId })
  await ctx.audit({ action: 'payroll.calculate-run', target: `pay-run/${runId}` })
  await ctx.announce('payroll')
  return { version }
}

export function markForComputing(ctx: Context, run: StoredRun): Promise<number> {
  return changeRun(ctx, run.id, {
    state: 'calculating',
    calculation: run.calculation + 1,
    after_person_id: null,
    progress: JSON.stringify({ done: 0, total: 0, failed: 0 }),
  })
}

/** What is computed so far stays to be looked at; the run is a draft again. */
export async function stopRun(ctx: Context, { runId }: { runId: string }): Promise<Changed> {
  await claim(ctx, runId, ['calculating'])
  return change(ctx, runId, { state: 'draft', progress: null, after_person_id: null }, { action: 'payroll.stop-run' })
}

export async function cancelRun(ctx: Context, input: Input<Routes['cancelRun']>): Promise<Changed> {
  const run = await claim(ctx, input.runId, ['draft', 'calculated', 'submitted'])
  requireVersion(run, input.version)
  return change(ctx, run.id, { state: 'cancelled' }, { action: 'payroll.cancel-run', after: { reason: input.reason } })
}

export async function setRunLock(ctx: Context, input: Input<Routes['setRunLock']>): Promise<Changed> {
  const run = await claim(ctx, input.runId, ['draft', 'calculated', 'submitted'])
  requireVersion(run, input.version)
  const { isLocked, reason } = input
  const action = isLocked ? 'payroll.lock-run' : 'payroll.unlock-run'
  return change(ctx, run.id, { is_locked: isLocked }, { action, after: { reason } })
}

/** The run, or 404; with `states` held and in one of them, for who may run it. */
export async function requireRun(ctx: Context, runId: string): Promise<StoredRun> {
  const run = await runById(ctx, runId)
  if (!run) throw notFound({ what: 'pay-run' })
  return run
}

export async function claim(
  ctx: Context,
  runId: string,
  states: readonly RunState[],
  permission: 'payroll.run' | 'payroll.publish' = 'payroll.run',
): Promise<StoredRun> {
  await lockRun(ctx, runId)
  const run = await requireRun(ctx, runId)
  if (!ctx.may(permission, { unitId: run.employerUnitId })) throw forbidden({ permission })
  if (!states.includes(run.state)) throw runNotIn({ state: run.state })
  return run
}

export function requireVersion(run: StoredRun, version: number): void {
  if (run.version !== version) throw changedMeanwhile({ yours: version, current: run.version })
}

export async function change(
  ctx: Context,
  runId: string,
  to: Parameters<typeof changeRun>[2],
  told: { action: string; after?: unknown },
): Promise<Changed> {
  const version = await changeRun(ctx, runId, to)
  await ctx.audit({ target: `pay-run/${runId}`, ...told })
  await ctx.announce('payroll')
  return { version }
}

const currencies = { cn: 'CNY', sg: 'SGD', hk: 'HKD', us: 'USD' } as const

export function runOut(run: StoredRun): PayRun {
  const { totals, jurisdiction, calculatedAt, publishedAt, progress, state } = run
  const known = RunTotals.safeParse(totals)
  return {
    id: run.id,
    groupId: run.groupId,
    groupName: run.groupName,
    period: run.period,
    kind: run.kind,
    number: run.number,
    title: run.title,
    paidOn: run.paidOn,
    state,
    isLocked: run.isLocked,
    version: run.version,
    blocking: run.blocking,
    warnings: run.warnings,
    openWarnings: run.openWarnings,
    madeBy: run.madeBy,
    submittedBy: run.submittedBy,
    publishedBy: run.publishedBy,
    currency: currencies[jurisdiction],
    progress: state === 'calculating' ? progress : null,
    totals: known.success ? known.data : null,
    calculatedAt: calculatedAt?.toISOString() ?? null,
    publishedAt: publishedAt?.toISOString() ?? null,
  }
}
