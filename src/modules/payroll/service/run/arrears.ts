import type { Input, Output } from '#core/contract'
import { arrears, fenText, type PayLine } from '#core/payroll'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import type { Arrears, arrearRoutes } from '../../contract/arrears.ts'
import { computeSlip, isFailed } from '../../rules/compute-slip.ts'
import { periodAfter } from '../../rules/pay-day.ts'
import type { PersonMonth } from '../../rules/person-month.ts'
import { arrearsChanged, periodOpen, periodPaid } from '../../run-problems.ts'
import { groups } from '../../store/groups.ts'
import { closedSlips, settledTimes, type ClosedSlip } from '../../store/run/arrears.ts'
import { writeInputs } from '../../store/run/inputs.ts'
import { runById, runs } from '../../store/run/runs.ts'
import { gather } from './gather.ts'
import { requirePerson } from './inputs.ts'
import { itemNames } from './item-names.ts'
import type { Namer } from './names.ts'
import { prepare, type Prepared } from './prepare.ts'
import { problemSentence } from './sentence.ts'

type Routes = typeof arrearRoutes

export async function listArrears(
  ctx: Context,
  { groupId, personId, from, limit }: Input<Routes['listArrears']>,
): Promise<Output<Routes['listArrears']>> {
  await requireGroupOf(ctx, groupId)
  const since = from ?? periodAfter(ctx.today.slice(0, 7), -12)
  const slips = await closedSlips(ctx, { groupId, personId, from: since, limit: limit + 1 })
  const rows = await proposals(ctx, slips.slice(0, limit))
  return { rows, more: slips.length > limit }
}

/** What closed slips would be now, line by line, less what was paid of the difference already. */
async function proposals(ctx: Context, slips: readonly ClosedSlip[]): Promise<Arrears[]> {
  const nameOf = await itemNames(ctx)
  const rows: Arrears[] = []
  for (const [runId, ofRun] of Map.groupBy(slips, (slip) => slip.runId)) {
    const run = await runById(ctx, runId)
    if (!run) continue
    const prepared = await prepare(ctx, run)
    const people = await gather(
      ctx,
      prepared,
      ofRun.map(({ personId }) => personId),
      true,
    )
    const known = new Map(people.map((person) => [person.personId, person]))
    for (const slip of ofRun) {
      const person = known.get(slip.personId)
      const row = person && difference(ctx, nameOf, prepared, { slip, person })
      if (row) rows.push(row)
    }
  }
  return rows.toSorted((a, b) => (a.personNumber + a.period < b.personNumber + b.period ? -1 : 1))
}

type Closed = { readonly slip: ClosedSlip; readonly person: PersonMonth }

function difference(ctx: Context, nameOf: Namer, { facts }: Prepared, { slip, person }: Closed): Arrears | null {
  const { personId, personName, personNumber, period } = slip
  const who = { personId, personName, personNumber, period }
  // what was owed and recovered then is not asked again, nor what was paid late then
  const then = slip.inputs.filter(({ name }) => name === 'arrears')
  const receivable = slip.inputs.find(({ name }) => name === 'receivable')?.value ?? '0'
  const inputs = [
    ...person.inputs.filter(({ name }) => name !== 'arrears'),
    ...then.map(({ name, value, source }) => ({
      name,
      value,
      source: source.kind,
      label: source.label,
      path: source.path,
    })),
  ]
  const again = { ...person, inputs, receivableFen: Math.round(Number(receivable) * 100) }
  const result = computeSlip(facts, again)
  if (isFailed(result)) return { ...who, fen: 0, lines: [], sentence: problemSentence(ctx, nameOf, result.problem) }
  const paid = wages(slip.lines)
  const now = wages(result.lines)
  const was = new Map(paid.map((line) => [line.code, line.fen]))
  const lines = arrears([{ period, paid, now }]).map(({ code, fen, line }) => ({
    code,
    name: nameOf(code),
    paidFen: was.get(code) ?? 0,
    owedFen: (was.get(code) ?? 0) + fen,
    fen: line.side === 'earning' ? fen : -fen,
    reason: { ...line.reason, facts: { ...line.reason.facts } },
  }))
  const fen = lines.reduce((sum, line) => sum + line.fen, 0) - slip.settledFen
  return fen === 0 ? null : { ...who, fen, lines, sentence: null }
}

/** Earnings and deductions by items: contributions and tax are reckoned in the month the difference is paid. */
function wages(lines: readonly PayLine[]): PayLine[] {
  return lines.filter(({ side, reason }) => reason.rule === 'item' && (side === 'earning' || side === 'employee'))
}

/**
 * Pays differences with the next slip: one input of source arrears for each closed period. Each is computed again here,
 * so that nothing is paid that is not owed (any more).
 */
export async function acceptArrears(
  ctx: Context,
  { groupId, into, arrears: wanted }: Input<Routes['acceptArrears']>,
): Promise<Output<Routes['acceptArrears']>> {
  const group = await requireGroupOf(ctx, groupId)
  if (!ctx.may('payroll.run', { unitId: group.employerUnitId })) throw forbidden({ permission: 'payroll.run' })
  const paid = await runs(ctx, { groupId, period: into, state: 'published', limit: 50, offset: 0 })
  if (paid.rows.some(({ kind }) => kind === 'regular')) throw periodPaid({ period: into })
  for (const { personId, period, fen } of wanted) {
    await requirePerson(ctx, personId)
    if (period >= into) throw periodOpen({ period })
    const slips = await closedSlips(ctx, { groupId, personId, from: period, limit: 100 })
    const [now] = await proposals(
      ctx,
      slips.filter((slip) => slip.period === period),
    )
    if (now?.fen !== fen) throw arrearsChanged({ period })
    await writeInputs(ctx, [
      {
        personId,
        period: into,
        name: 'arrears',
        value: fenText(fen),
        source: 'arrears',
        runKind: 'regular',
        sourceKey: `${period}:${(await settledTimes(ctx, personId, period)) + 1}`,
        label: `${period}: ${now.lines.map(({ name, fen: part }) => `${name} ${fenText(part)}`).join(', ')}`.slice(
          0,
          500,
        ),
        path: `/payroll/arrears?personId=${personId}`,
      },
    ])
    await ctx.audit({
      action: 'payroll.accept-arrears',
      target: `person/${personId}`,
      after: { period, into, fen, lines: now.lines },
    })
  }
  await ctx.announce('payroll')
  return { accepted: wanted.length }
}

async function requireGroupOf(ctx: Context, groupId: string) {
  const group = (await groups(ctx)).find(({ id }) => id === groupId)
  if (!group || !ctx.may('payroll.read', { unitId: group.employerUnitId })) throw notFound({ what: 'pay-group' })
  return group
}
