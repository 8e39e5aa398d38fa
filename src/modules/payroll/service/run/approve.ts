import type { Input } from '#core/contract'
import { fenText } from '#core/payroll'
import type { Context } from '#kernel/context'
import { demandEvidence } from '#modules/flow'
import type { runRoutes } from '../../contract/runs.ts'
import { fourEyes, nobodyToPay, runStale, stillBlocking, warningsOpen } from '../../run-problems.ts'
import { hasGate, publishSlips, settleReceivables, useInputs } from '../../store/run/publish.ts'
import { changeRun, type StoredRun } from '../../store/run/runs.ts'
import { totalsOf } from '../../store/run/slips.ts'
import { stalePeople } from '../../store/run/whole.ts'
import { change, claim, requireVersion } from './runs.ts'

type Routes = typeof runRoutes
type Changed = { version: number }

/** What a step of a flow is called that must be passed before a run is published, where a firm has drawn one. */
export const publishGate = 'payroll-publish'

/** Hands a run over to who publishes it: nothing blocks, each warning was accepted, nothing changed since it was computed. */
export async function submitRun(ctx: Context, { runId, version }: Input<Routes['submitRun']>): Promise<Changed> {
  const run = await claim(ctx, runId, ['calculated'])
  requireVersion(run, version)
  await requireSound(ctx, run)
  const to = { state: 'submitted', submitted_by_id: ctx.actor.accountId } as const
  return change(ctx, runId, to, { action: 'payroll.submit-run' })
}

export async function returnRun(ctx: Context, input: Input<Routes['returnRun']>): Promise<Changed> {
  const run = await claim(ctx, input.runId, ['submitted'], 'payroll.publish')
  requireVersion(run, input.version)
  const to = { state: 'calculated', submitted_by_id: null } as const
  return change(ctx, run.id, to, { action: 'payroll.return-run', after: { reason: input.reason } })
}

export async function publishRun(ctx: Context, { runId, version }: Input<Routes['publishRun']>): Promise<Changed> {
  const run = await claim(ctx, runId, ['submitted'], 'payroll.publish')
  requireVersion(run, version)
  return { version: await publish(ctx, run) }
}

/**
 * Pays a run in one transaction, all of it or nothing: by another account than made or submitted it, and with the
 * evidence of a flow where the firm has one for it.
 */
export async function publish(ctx: Context, run: StoredRun): Promise<number> {
  const { accountId } = ctx.actor
  if (accountId !== null && (accountId === run.submittedById || accountId === run.madeById)) throw fourEyes({})
  await requireSound(ctx, run)
  const totals = await totalsOf(ctx, run.id)
  if (await hasGate(ctx, publishGate))
    await demandEvidence(ctx, {
      gate: publishGate,
      subjectType: 'pay-run',
      subjectKey: run.id,
      // the total of one or two would be a wage to whoever reads gates
      facts: { people: totals.people, ...(totals.people < 3 ? {} : { net: fenText(totals.netFen) }) },
    })
  const people = await publishSlips(ctx, run.id)
  if (people === 0) throw nobodyToPay({})
  await useInputs(ctx, run)
  await settleReceivables(ctx, run.id)
  const version = await changeRun(ctx, run.id, {
    state: 'published',
    published_by_id: accountId as string,
    published_at: ctx.now,
    totals: JSON.stringify(totals),
  })
  const after = { period: run.period, people }
  await ctx.audit({ action: 'payroll.publish-run', target: `pay-run/${run.id}`, after })
  await ctx.emit('payroll.published', { runId: run.id })
  await ctx.announce('payroll')
  return version
}

async function requireSound(ctx: Context, run: StoredRun): Promise<void> {
  if (run.blocking > 0) throw stillBlocking({ count: run.blocking })
  if (run.openWarnings > 0) throw warningsOpen({ count: run.openWarnings })
  const stale = await stalePeople(ctx, run)
  if (stale.count > 0) throw runStale(stale)
}
