import { fenText, isPayFault, type Fen } from '#core/payroll'
import type { ComputedSlip, SlipResult } from './compute-slip.ts'
import { isFailed } from './compute-slip.ts'
import type { RunFacts } from './run-facts.ts'

export type Severity = 'blocking' | 'warning' | 'notice'
export type Found = {
  readonly personId: string | null
  readonly code: FindingCode
  readonly severity: Severity
  readonly facts: Readonly<Record<string, unknown>>
}
export type FindingCode = keyof typeof severityOf

/** Blocking ones must go away before a run can be submitted; a warning is accepted with a note; a notice is told. */
export const severityOf = {
  failed: 'blocking',
  'below-minimum-wage': 'blocking',
  'duplicate-account': 'blocking',
  'leaver-paid': 'blocking',
  'no-terms': 'warning',
  'negative-net': 'warning',
  'big-change': 'warning',
  'zero-pay': 'warning',
  'no-id-number': 'warning',
  'no-account': 'warning',
  'terms-left-open': 'warning',
  'not-recovered': 'warning',
  'too-much-overtime': 'warning',
  'input-doubled': 'warning',
  'input-unused': 'warning',
  'figure-missing': 'warning',
  'base-bounded': 'notice',
  'no-minimum-wage': 'notice',
  held: 'notice',
  'new-person': 'notice',
} as const satisfies Record<string, Severity>

/** How much net pay may differ from last month's without being asked about, in permille. */
export const bigChangePermille = 300

/** What is unusual about one person's slip. Shares are in permille, amounts in yuan as text. */
export function checkSlip(run: RunFacts, result: SlipResult): Found[] {
  const { person } = result
  const found: Found[] = []
  const tell = (code: FindingCode, facts: Found['facts'] = {}) =>
    void found.push({ personId: person.personId, code, severity: severityOf[code], facts })
  if (person.holdReason !== null) tell('held', { reason: person.holdReason })
  if (isFailed(result)) {
    tell('failed', { problem: result.problem })
    return found
  }
  const { netFen, receivableFen } = result
  const isGone = person.leftOn !== null && person.leftOn <= run.month.from
  if (isGone && result.grossFen > 0) tell('leaver-paid', { leftOn: person.leftOn, gross: fenText(result.grossFen) })
  if (receivableFen > 0) tell('negative-net', { owed: fenText(receivableFen) })
  else if (netFen === 0) tell('zero-pay')
  if (person.receivableFen > result.recoveredFen) tell('not-recovered', { owed: fenText(person.receivableFen) })
  checkInputs(run, result, tell)
  if (!person.isOnce && !isGone) checkMonth(run, result, tell)
  if (netFen > 0 && !person.hasAccount) tell('no-account')
  if (run.law.id === 'cn' && !person.hasIdNumber) tell('no-id-number')
  return found
}

type Tell = (code: FindingCode, facts?: Found['facts']) => void

/** Hours of overtime in a month above which the law asks (劳动法 art. 41). */
export const overtimeLimitHours = 36

/** What was put in: the same twice, for nothing, too much, or not there although a module gave it last month. */
function checkInputs(run: RunFacts, { person, inputs }: ComputedSlip, tell: Tell): void {
  const stored = person.inputs.filter(({ value }) => Number(value) !== 0)
  for (const [name, same] of Map.groupBy(stored, (input) => input.name)) {
    const values = new Set(same.map(({ value }) => Number(value)))
    if (same.length > 1 && values.size < same.length && name !== 'arrears')
      tell('input-doubled', { line: name, value: same[0]?.value, times: same.length })
    if (!run.names.has(name)) tell('input-unused', { line: name, value: same[0]?.value })
  }
  const hours = inputs
    .filter(({ name }) => name.startsWith('overtime_') && name.endsWith('_hours'))
    .reduce((sum, { value }) => sum + Number(value), 0)
  if (run.law.id === 'cn' && hours > overtimeLimitHours) tell('too-much-overtime', { hours, limit: overtimeLimitHours })
  if (run.kind !== 'regular') return
  const now = new Set(inputs.map(({ name }) => name))
  for (const { name, value, source } of person.last?.inputs ?? [])
    if (!ownSources.has(source.kind) && Number(value) !== 0 && !now.has(name) && run.names.has(name))
      tell('figure-missing', { line: name, last: value })
}

/** What a run and people bring themselves; anything else is a module's, and expected every month. */
const ownSources: ReadonlySet<string> = new Set(
  'terms calendar file law receivable typed attendance arrears declaration opening incentives'.split(' '),
)

function checkMonth(run: RunFacts, result: ComputedSlip, tell: Tell): void {
  const { person, lines, netFen } = result
  const gap = minimumGap(run, result)
  if (gap === 'unknown') tell('no-minimum-wage', { city: result.gathered.city })
  else if (gap > 0) tell('below-minimum-wage', { city: result.gathered.city, gap: fenText(gap) })
  const bounded = lines.find(
    ({ reason: { facts } }) => facts['base'] !== undefined && facts['base'] !== facts['declared'],
  )
  if (bounded) {
    const { declared, base } = bounded.reason.facts
    tell('base-bounded', { declared, base, line: bounded.code })
  }
  if (run.kind !== 'regular') return
  const { last } = person
  if (!last) tell('new-person')
  else if (last.netFen > 0) {
    const permille = Math.round(((netFen - last.netFen) * 1000) / last.netFen)
    if (Math.abs(permille) >= bigChangePermille)
      tell('big-change', { percent: Math.round(permille / 10), last: fenText(last.netFen), now: fenText(netFen) })
  }
}

/** How far a whole month's pay for normal hours falls short; parts of months and months with absences are not compared. */
function minimumGap(run: RunFacts, { gathered, lines, insuranceFen }: ComputedSlip): Fen | 'unknown' {
  const { minimumWage } = run.law
  const isWhole = gathered.isWholeMonth && !isAbsent(gathered, 'unpaid_days') && !isAbsent(gathered, 'sick_days')
  if (!minimumWage || !isWhole) return 0
  const normal = lines.reduce(
    (sum, { code, side, fen }) => (side === 'earning' && !run.notNormal.has(code) ? sum + fen : sum),
    0,
  )
  try {
    return minimumWage(gathered.city, run.month.last, normal, insuranceFen)
  } catch (thrown) {
    if (isPayFault(thrown)) return 'unknown'
    throw thrown
  }
}

function isAbsent({ inputs }: ComputedSlip['gathered'], name: string): boolean {
  return inputs.some((input) => input.name === name && Number(input.value) !== 0)
}
