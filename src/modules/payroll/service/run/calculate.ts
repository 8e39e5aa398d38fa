import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { isPayFault } from '#core/payroll'
import { systemActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { inTenant } from '#kernel/transaction'
import type { Progress } from '../../contract/run-shapes.ts'
import { checkSlip, severityOf } from '../../rules/check-slip.ts'
import { computeSlip, isFailed, type SlipResult } from '../../rules/compute-slip.ts'
import type { PersonMonth } from '../../rules/person-month.ts'
import type { RunFacts } from '../../rules/run-facts.ts'
import { replaceFindings, wholeRunCodes } from '../../store/run/findings.ts'
import { countPeopleOf, peopleOf } from '../../store/run/people.ts'
import { changeRun, lockRun, noteProgress, runById, takeRun, type StoredRun } from '../../store/run/runs.ts'
import { lockedPeople, writeSlips } from '../../store/run/slips.ts'
import { finish } from './finish.ts'
import { gather } from './gather.ts'
import { prepare, type Prepared } from './prepare.ts'

/** People in one transaction: small enough that stopping is soon felt, large enough that statements don't count. */
const chunkSize = 250
/** Slips computed before others get their turn in this process. */
const atOnce = 25

/**
 * Computes a run that is marked for it, from where it stopped: each chunk of people is read, computed and written in a
 * transaction of its own. Whoever comes second finds the run taken and leaves. `ctx` only holds that claim: when its
 * process dies the database lets it go, and the next one goes on.
 */
export async function calculate(ctx: Context, { runId }: { readonly runId: string }): Promise<void> {
  if (!(await takeRun(ctx, runId))) return
  const apart = <T>(work: (own: Context) => Promise<T>) =>
    inTenant(ctx.house, ctx.tenantId, systemActor(ctx.language), work, ctx)
  const begun = await apart((own) => begin(own, runId))
  if (!begun) return
  for (;;) {
    const isMore = await apart((own) => chunk(own, begun))
    // the claim would be lost to the limit on idle transactions
    await sql`select 1`.execute(ctx.db)
    if (!isMore) return
  }
}

type Begun = Prepared & { readonly locked: ReadonlySet<string>; progress: Progress }

async function begin(ctx: Context, runId: string): Promise<Begun | null> {
  const run = await runById(ctx, runId)
  if (!run || run.state !== 'calculating') return null
  try {
    const prepared = await prepare(ctx, run)
    const total = await countPeopleOf(ctx, run, prepared.facts.month)
    const progress = run.progress && run.afterPersonId ? { ...run.progress, total } : { done: 0, total, failed: 0 }
    return { ...prepared, locked: await lockedPeople(ctx, runId), progress }
  } catch (thrown) {
    if (!isPayFault(thrown)) throw thrown
    await lockRun(ctx, runId)
    await changeRun(ctx, runId, { state: 'draft', progress: null })
    const facts = { problem: thrown.payProblem }
    await replaceFindings(ctx, runId, { codes: ['failed', ...wholeRunCodes] }, [
      { personId: null, code: 'failed', severity: severityOf.failed, facts },
    ])
    await ctx.announce('payroll')
    return null
  }
}

/** One chunk, or (when nobody is left) the end. @returns whether there may be more to do */
async function chunk(ctx: Context, begun: Begun): Promise<boolean> {
  const { facts, locked } = begun
  const run = await claimed(ctx, begun.run)
  if (!run) return false
  const personIds = await peopleOf(ctx, run, facts.month, { after: run.afterPersonId, limit: chunkSize })
  const last = personIds.at(-1)
  if (last === undefined) {
    await finish(ctx, begun)
    return false
  }
  const wanted = personIds.filter((id) => !locked.has(id))
  const results = await computeAll(facts, await gather(ctx, begun, wanted))
  await writeSlips(ctx, run, results)
  await replaceFindings(
    ctx,
    run.id,
    wanted,
    results.flatMap((result) => checkSlip(facts, result)),
  )
  const { done, total, failed } = begun.progress
  const progress = { done: done + personIds.length, total, failed: failed + results.filter(isFailed).length }
  await noteProgress(ctx, run.id, progress, last)
  await ctx.announce('payroll')
  begun.progress = progress
  return true
}

/** The run held for this chunk, while it is still the computing that was begun: stopping it makes it another. */
async function claimed(ctx: Context, begun: StoredRun): Promise<StoredRun | null> {
  await lockRun(ctx, begun.id, 'share')
  const run = await runById(ctx, begun.id)
  return run?.state === 'calculating' && run.calculation === begun.calculation ? run : null
}

export async function computeAll(facts: RunFacts, people: readonly PersonMonth[]): Promise<SlipResult[]> {
  const results: SlipResult[] = []
  for (const person of people) {
    results.push(computeSlip(facts, person))
    if (results.length % atOnce === 0) await setImmediate()
  }
  return results
}
