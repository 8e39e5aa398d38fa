import type { Input, Output } from '#core/contract'
import type { PayLine } from '#core/payroll'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { RunTotals, type RunLine, type RunSlip, type SlipRow } from '../../contract/run-shapes.ts'
import type { runRoutes } from '../../contract/runs.ts'
import { checkSlip } from '../../rules/check-slip.ts'
import { isFailed, type SlipResult } from '../../rules/compute-slip.ts'
import { differences } from '../../rules/differences.ts'
import { monthOf } from '../../rules/pay-day.ts'
import { notAWarning, runLocked, slipLocked } from '../../run-problems.ts'
import { findings, noteFindings, replaceFindings } from '../../store/run/findings.ts'
import { changeRun, runBefore, type StoredRun } from '../../store/run/runs.ts'
import { lockSlip, slipOfRun, slipRows, type StoredRow } from '../../store/run/slip-rows.ts'
import { writeSlips } from '../../store/run/slips.ts'
import { auditRead } from '../audit-read.ts'
import { payItemsOn } from '../pay-items.ts'
import { computeAll } from './calculate.ts'
import { checkWhole } from './finish.ts'
import { gather } from './gather.ts'
import { namerOf, type Namer } from './names.ts'
import { prepare } from './prepare.ts'
import { change, claim, requireRun } from './runs.ts'
import { findingOut, problemSentence } from './sentence.ts'

type Routes = typeof runRoutes

export async function listRunSlips(
  ctx: Context,
  { runId, ...filter }: Input<Routes['listRunSlips']>,
): Promise<Output<Routes['listRunSlips']>> {
  const run = await requireRun(ctx, runId)
  const { total, rows } = await slipRows(ctx, run, await runBefore(ctx, run.groupId, run.period), filter)
  const nameOf = await namesFor(ctx, run)
  if (filter.offset === 0) await auditRead(ctx, 'payroll.read-pay', `pay-run/${run.id}`, { period: run.period })
  return { total, rows: rows.map((row) => rowOut(ctx, nameOf, row)) }
}

/** Reading somebody's pay line by line is told in the audit. */
export async function readRunSlip(ctx: Context, { runId, slipId }: Input<Routes['readRunSlip']>): Promise<RunSlip> {
  const run = await requireRun(ctx, runId)
  const slip = await slipOfRun(ctx, run, await runBefore(ctx, run.groupId, run.period), slipId)
  if (!slip) throw notFound({ what: 'pay-slip' })
  const nameOf = await namesFor(ctx, run)
  const found = await findings(ctx, runId, { limit: 100, offset: 0, personId: slip.personId })
  await auditRead(ctx, 'payroll.read-pay', `pay-slip/${slipId}`, { period: run.period })
  const { findings: _count, reasons: _reasons, ...row } = rowOut(ctx, nameOf, slip)
  const last = new Map((slip.lastLines ?? []).map(({ code, fen }) => [code, fen]))
  return {
    ...row,
    runId,
    period: run.period,
    paidOn: run.paidOn,
    employerCostFen: slip.employerCostFen,
    lines: slip.lines.map((line) => lineOut(nameOf, line, slip.lastLines ? (last.get(line.code) ?? 0) : null)),
    inputs: slip.inputs.map(({ name, value, source }) => ({ name, label: nameOf(name), value, source })),
    findings: found.rows.map((one) => findingOut(ctx, nameOf, one)),
    version: slip.version,
  }
}

/** One person anew, with what holds now; the run's sums and findings follow. */
export async function calculateSlip(
  ctx: Context,
  { runId, slipId }: Input<Routes['calculateSlip']>,
): Promise<{ version: number }> {
  const run = await claim(ctx, runId, ['draft', 'calculated'])
  if (run.isLocked) throw runLocked({})
  const slip = await slipOfRun(ctx, run, null, slipId)
  if (!slip) throw notFound({ what: 'pay-slip' })
  if (slip.isLocked) throw slipLocked({})
  const prepared = await prepare(ctx, run)
  const results = await computeAll(prepared.facts, await gather(ctx, prepared, [slip.personId]))
  await writeSlips(ctx, run, results)
  const found = results.flatMap((result) => checkSlip(prepared.facts, result))
  await replaceFindings(ctx, runId, [slip.personId], found)
  // accounts are looked at again only when this one was found: opening all of them takes as long as a run
  const before = await findings(ctx, runId, { limit: 100, offset: 0, personId: slip.personId })
  if (before.rows.some(({ code }) => code === 'duplicate-account')) await checkWhole(ctx, prepared)
  await changeRun(ctx, runId, { totals: JSON.stringify(moved(run, slip, results)) })
  await ctx.audit({ action: 'payroll.calculate-slip', target: `pay-slip/${slipId}` })
  await ctx.announce('payroll')
  return { version: slip.version + 1 }
}

/** The run's sums with one slip in place of another: adding all of them up again would take longer than the slip. */
function moved(
  { totals }: StoredRun,
  old: StoredRow,
  results: readonly SlipResult[],
): RunTotals | Record<never, never> {
  const known = RunTotals.safeParse(totals)
  if (!known.success) return totals
  const [fresh] = results
  const held = fresh && !isFailed(fresh) && fresh.person.holdReason !== null ? 1 : 0
  const failed = fresh && isFailed(fresh) ? 1 : 0
  const next = fresh && !isFailed(fresh) && held === 0 ? fresh : none
  const paid = old.state === 'calculated' ? old : none
  const { people, ...sums } = known.data
  return {
    people,
    failed: sums.failed + failed - (old.state === 'failed' ? 1 : 0),
    held: sums.held + held - (old.state === 'held' ? 1 : 0),
    grossFen: sums.grossFen + next.grossFen - paid.grossFen,
    insuranceFen: sums.insuranceFen + next.insuranceFen - paid.insuranceFen,
    taxFen: sums.taxFen + next.taxFen - paid.taxFen,
    netFen: sums.netFen + next.netFen - paid.netFen,
    receivableFen: sums.receivableFen + next.receivableFen - paid.receivableFen,
    employerCostFen: sums.employerCostFen + next.employerCostFen - paid.employerCostFen,
  }
}

const none = { grossFen: 0, insuranceFen: 0, taxFen: 0, netFen: 0, receivableFen: 0, employerCostFen: 0 }

export async function setSlipLock(ctx: Context, input: Input<Routes['setSlipLock']>): Promise<{ version: number }> {
  const run = await claim(ctx, input.runId, ['draft', 'calculated'])
  const slip = await slipOfRun(ctx, run, null, input.slipId)
  if (!slip) throw notFound({ what: 'pay-slip' })
  const { isLocked, reason, version } = input
  if (!(await lockSlip(ctx, run.id, slip.id, version, isLocked)))
    throw changedMeanwhile({ yours: version, current: slip.version })
  const action = isLocked ? 'payroll.lock-slip' : 'payroll.unlock-slip'
  await ctx.audit({ action, target: `pay-slip/${slip.id}`, after: { reason } })
  await ctx.announce('payroll')
  return { version: version + 1 }
}

export async function listFindings(
  ctx: Context,
  { runId, ...page }: Input<Routes['listFindings']>,
): Promise<Output<Routes['listFindings']>> {
  const run = await requireRun(ctx, runId)
  const { total, rows } = await findings(ctx, runId, page)
  const nameOf = await namesFor(ctx, run)
  return { total, rows: rows.map((one) => findingOut(ctx, nameOf, one)) }
}

export async function acceptFinding(
  ctx: Context,
  { runId, findingId, note, andLike }: Input<Routes['acceptFinding']>,
): Promise<Output<Routes['acceptFinding']>> {
  const run = await claim(ctx, runId, ['draft', 'calculated'])
  const { rows } = await findings(ctx, run.id, { limit: 100_000, offset: 0 })
  const wanted = rows.find(({ id }) => id === findingId)
  if (!wanted) throw notFound({ what: 'pay-finding' })
  if (wanted.severity !== 'warning') throw notAWarning({})
  const like = andLike ? rows.filter((one) => one.code === wanted.code && one.note === null) : []
  const ids = [findingId, ...like.map(({ id }) => id)]
  await noteFindings(ctx, runId, ids, note)
  const after = { code: wanted.code, count: new Set(ids).size, note }
  await change(ctx, runId, {}, { action: 'payroll.accept-finding', after })
  return { openWarnings: (await requireRun(ctx, runId)).openWarnings }
}

function rowOut(ctx: Context, nameOf: Namer, row: StoredRow): SlipRow {
  const { lines, lastLines, problem, employerCostFen: _cost, version: _version, ...shown } = row
  return {
    id: shown.id,
    personId: shown.personId,
    personName: shown.personName,
    personNumber: shown.personNumber,
    unitName: shown.unitName,
    state: shown.state,
    isLocked: shown.isLocked,
    grossFen: shown.grossFen,
    insuranceFen: shown.insuranceFen,
    taxFen: shown.taxFen,
    netFen: shown.netFen,
    receivableFen: shown.receivableFen,
    lastNetFen: shown.lastNetFen,
    diffFen: shown.diffFen,
    findings: shown.findings,
    reasons: lastLines ? differences(lines, lastLines).map(({ code, fen }) => ({ code, name: nameOf(code), fen })) : [],
    sentence: problem ? problemSentence(ctx, nameOf, problem) : null,
  }
}

function lineOut(nameOf: Namer, line: PayLine, lastFen: number | null): RunLine {
  const factNames = Object.fromEntries(Object.keys(line.reason.facts).map((name) => [name, nameOf(name)]))
  return {
    ...line,
    name: nameOf(line.code),
    lastFen,
    reason: { ...line.reason, facts: { ...line.reason.facts } },
    factNames,
  }
}

async function namesFor(ctx: Context, run: StoredRun): Promise<Namer> {
  return namerOf(ctx, await payItemsOn(ctx, run.groupId, monthOf(run.period).last))
}
