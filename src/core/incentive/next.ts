import type { Milli } from './amount.ts'
import { fenOfSteps, paidFor } from './pay.ts'
import type { PlanTerms } from './plan.ts'

/** What one more would bring, and the next step that is not reached yet. */
export type Next = {
  /** So much more, in thousandths. */
  readonly moreMilli: Milli
  readonly bringsFen: number
  readonly nextMilli: Milli | null
}

/** From a value: one more piece (for amounts a thousand yuan) and the nearest step. Null where it can't be told: pools, averages. */
export function nextOf({ basis, rule, mostFen }: PlanTerms, milli: Milli): Next | null {
  const nextMilli = nextStep(rule, milli)
  const isSum = basis.kind === 'facts' && basis.take !== 'average'
  if (rule.kind === 'pool') return null
  if (!isSum) return nextMilli === null ? null : nextAt(nextMilli)
  const moreMilli = basis.take === 'sum' ? 1_000_000 : 1000
  const paid = (value: Milli) => Math.min(fenOfSteps(paidFor(rule, value)), mostFen ?? Number.MAX_SAFE_INTEGER)
  const bringsFen = paid(milli + moreMilli) - paid(milli)
  // one more brings nothing before the next step: then that step is what is told
  return bringsFen === 0 && nextMilli !== null ? nextAt(nextMilli) : { moreMilli, bringsFen, nextMilli }

  function nextAt(at: Milli): Next | null {
    if (rule.kind === 'pool') return null
    const most = mostFen ?? Number.MAX_SAFE_INTEGER
    const gain = Math.min(fenOfSteps(paidFor(rule, at)), most) - Math.min(fenOfSteps(paidFor(rule, milli)), most)
    return { moreMilli: at - milli, bringsFen: gain, nextMilli: at }
  }
}

function nextStep(rule: PlanTerms['rule'], milli: Milli): Milli | null {
  if (rule.kind === 'tiers') return rule.steps.find(({ from }) => from > milli)?.from ?? null
  if (rule.kind !== 'target') return null
  return [rule.threshold, rule.target].find((at) => at > milli) ?? null
}
