import type { Fen, PayFault, PayLine, PayProblem } from '#core/payroll'
import { isPayFault, payFault, slipOf } from '#core/payroll'
import { gatherInputs, type Gathered } from './gather-inputs.ts'
import type { PayInput, PersonMonth } from './person-month.ts'
import type { RunFacts, YearState } from './run-facts.ts'
import { sumSlip } from './sum-slip.ts'

export type ComputedSlip = {
  readonly person: PersonMonth
  readonly lines: readonly PayLine[]
  readonly inputs: readonly PayInput[]
  readonly grossFen: Fen
  readonly insuranceFen: Fen
  readonly taxFen: Fen
  /** Everything taken off: contributions, tax and deductions. */
  readonly deductionsFen: Fen
  readonly netFen: Fen
  readonly receivableFen: Fen
  readonly recoveredFen: Fen
  readonly employerCostFen: Fen
  readonly before: YearState
  readonly after: YearState
  readonly gathered: Gathered
}
export type FailedSlip = { readonly person: PersonMonth; readonly problem: PayProblem }
export type SlipResult = ComputedSlip | FailedSlip

export function isFailed(result: SlipResult): result is FailedSlip {
  return 'problem' in result
}

/** One person's slip of a run, or why there is none: a fault of one never stops the others. Bugs go through. */
export function computeSlip(run: RunFacts, person: PersonMonth): SlipResult {
  try {
    return computed(run, person)
  } catch (thrown) {
    if (isPayFault(thrown)) return { person, problem: (thrown as PayFault).payProblem }
    if (thrown instanceof RangeError)
      return { person, problem: payFault('bad-value', { name: 'terms', found: thrown.message }).payProblem }
    throw thrown
  }
}

function computed(run: RunFacts, person: PersonMonth): ComputedSlip {
  const gathered = gatherInputs(run, person)
  const before = yearBefore(run, person)
  const booked = { specialFen: fenIn(before, 'special'), otherFen: fenIn(before, 'other') }
  const asked = {
    ...person,
    term: gathered.term,
    city: gathered.city,
    paidOn: run.paidOn,
    booked,
    // a month without a day employed is no month of contributions, unless money comes
    isOnce: person.isOnce || gathered.days.paid === 0,
  }
  const slip = slipOf(run.plan, run.law, asked, gathered.values, before, run.paidOn, { calendar: run.calendar })
  const { insurance, tax } = sumSlip(slip.lines)
  return {
    person,
    lines: slip.lines,
    inputs: gathered.inputs,
    grossFen: slip.gross,
    insuranceFen: insurance,
    taxFen: tax,
    deductionsFen: slip.deductions,
    netFen: slip.net,
    receivableFen: slip.receivable,
    recoveredFen: recoveredBy(run, person),
    employerCostFen: slip.employerCost,
    before,
    after: slip.yearToDate,
    gathered,
  }
}

function yearBefore({ law, paidOn }: RunFacts, { before }: PersonMonth): YearState {
  const fresh = law.newYear(Number(paidOn.slice(0, 4)))
  return before.state ? { ...fresh, ...before.state } : fresh
}

/** Earlier receivables count as recovered when a deduction uses them; what the wage cannot bear comes back as a new one. */
function recoveredBy({ plan, names }: RunFacts, { receivableFen }: PersonMonth): Fen {
  if (receivableFen === 0 || !names.has('receivable')) return 0
  const takes = [...plan.before, ...plan.after].some(
    ({ name, program }) =>
      plan.items.get(name)?.kind === 'deduction' && program.names.some((used) => used.name === 'receivable'),
  )
  return takes ? receivableFen : 0
}

function fenIn(state: YearState, key: string): Fen {
  const value = state[key]
  return typeof value === 'number' ? value : 0
}
