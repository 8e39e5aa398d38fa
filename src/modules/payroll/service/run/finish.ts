import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import { severityOf, type Found } from '../../rules/check-slip.ts'
import { dropOrphanFindings, replaceFindings, wholeRunCodes } from '../../store/run/findings.ts'
import { changeRun } from '../../store/run/runs.ts'
import { dropStale, totalsOf } from '../../store/run/slips.ts'
import { leaversWithTerms, peopleInRun, withoutTerms } from '../../store/run/whole.ts'
import { accountMarks } from './declared.ts'
import type { Prepared } from './prepare.ts'

/** After the last chunk: what only shows when everybody is there, the totals, and what the run was computed with. */
export async function finish(ctx: Context, prepared: Prepared): Promise<void> {
  const { run, items, used } = prepared
  await dropStale(ctx, run)
  await dropOrphanFindings(ctx, run.id)
  await checkWhole(ctx, prepared)
  await changeRun(ctx, run.id, {
    state: 'calculated',
    progress: null,
    after_person_id: null,
    totals: JSON.stringify(await totalsOf(ctx, run.id)),
    parameters: JSON.stringify({
      used,
      items: items.map(({ id, code, name, kind, formula }) => ({ id, code, name, kind, formula })),
      proration: run.proration,
    }),
    calculated_at: ctx.now,
  })
  await ctx.audit({ action: 'payroll.run-calculated', target: `pay-run/${run.id}`, after: { period: run.period } })
  await ctx.announce('payroll')
}

/** What is found about a run as a whole: people who are missing, leavers whose terms run on, accounts named twice. */
export async function checkWhole(ctx: Context, { run, facts }: Pick<Prepared, 'run' | 'facts'>): Promise<void> {
  const isRegular = run.kind === 'regular'
  const missing = isRegular ? await withoutTerms(ctx, run, facts.month) : []
  const gone = isRegular ? await leaversWithTerms(ctx, run, facts.month) : []
  const found: Found[] = [
    ...missing.map(({ personId, hiredOn }) => finding(personId, 'no-terms', { hiredOn: hiredOn ?? '—' })),
    ...gone.map(({ personId, leftOn }) => finding(personId, 'terms-left-open', { leftOn })),
    ...(await sameAccounts(ctx, facts.paidOn, run.id)),
  ]
  await replaceFindings(ctx, run.id, { codes: ['failed-run', ...wholeRunCodes] }, found)
}

async function sameAccounts(ctx: Context, paidOn: Day, runId: string): Promise<Found[]> {
  const people = await peopleInRun(ctx, runId)
  const marks = await accountMarks(
    ctx,
    people.map(({ personId }) => personId),
    paidOn,
  )
  const byAccount = Map.groupBy(
    people.filter(({ personId }) => marks.has(personId)),
    ({ personId }) => marks.get(personId),
  )
  return [...byAccount.values()].flatMap((sharing) =>
    sharing.length < 2
      ? []
      : sharing.map(({ personId }) => {
          const others = sharing.filter((one) => one.personId !== personId).map(({ name }) => name)
          return finding(personId, 'duplicate-account', { others: others.join(', ') })
        }),
  )
}

function finding(personId: string, code: Found['code'], facts: Found['facts']): Found {
  return { personId, code, severity: severityOf[code], facts }
}
