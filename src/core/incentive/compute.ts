import { split } from '../payroll/index.ts'
import { partPaid, piecesPaid, portion, type Milli } from './amount.ts'
import { fenOfSteps, paidFor, type PayStep } from './pay.ts'
import type { PlanTerms } from './plan.ts'
import type { Share } from './shares.ts'

/** A fact that counts, with what it adds (1,000 for a piece) and whose it is. */
export type CountedFact = {
  readonly id: string
  readonly milli: Milli
  /** The value of the dimension that is counted once (`distinct`). */
  readonly value?: string | null
  readonly shares: readonly Share[]
}

/** What a fact brought somebody. */
export type FactEarned = { readonly factId: string; readonly milli: Milli; readonly fen: number }
export type Earned = {
  readonly personId: string
  readonly milli: Milli
  readonly pieces: number
  readonly fen: number
  readonly steps: readonly PayStep[]
  readonly facts: readonly FactEarned[]
}

type Own = { readonly factId: string; readonly milli: Milli; readonly value: string | null; readonly fen: number }

/**
 * What a month's facts bring everybody who takes part. A shared fact is divided by largest remainder, so that nothing is
 * paid twice or lost; where each fact pays by itself its money is divided, else its value. `values` are those of an
 * indicator, in place of facts. Nobody is below zero.
 */
export function compute(
  terms: Pick<PlanTerms, 'basis' | 'rule' | 'mostFen'>,
  people: readonly string[],
  facts: readonly CountedFact[],
  values?: ReadonlyMap<string, Milli>,
): Earned[] {
  const own = ownFacts(terms, new Set(people), facts)
  const valued = people.flatMap((personId) => {
    const mine = own.get(personId) ?? []
    const milli = values ? values.get(personId) : valueOf(terms.basis, mine)
    return milli === undefined ? [] : [{ personId, milli, mine }]
  })
  const pool = terms.rule.kind === 'pool' ? poolOf(terms.rule, valued) : undefined
  return valued.map(({ personId, milli, mine }, at): Earned => {
    const steps = pool?.[at] ?? ownSteps(terms, milli, mine)
    const whole = fenOfSteps(steps)
    const isCapped = terms.mostFen !== null && whole > terms.mostFen
    const fen = isCapped ? (terms.mostFen ?? whole) : whole
    const capped: PayStep[] = isCapped ? [...steps, { kind: 'cap', milli, fen: fen - whole }] : steps
    return { personId, milli, pieces: mine.length, fen, steps: capped, facts: allotted(mine, fen) }
  })
}

/** Each person's part of the facts, in their order. */
function ownFacts(
  { basis, rule }: Pick<PlanTerms, 'basis' | 'rule'>,
  people: ReadonlySet<string>,
  facts: readonly CountedFact[],
): Map<string, Own[]> {
  const divides = basis.kind === 'facts' && (basis.take === 'count' || basis.take === 'sum')
  const found = new Map<string, Own[]>()
  for (const { id, milli, value = null, shares } of facts) {
    if (shares.length === 0) continue
    const weights = shares.map(({ weight }) => weight)
    const parts = divides ? split(milli, weights) : shares.map(() => milli)
    const money = split(eachPaid(rule, milli), weights)
    for (const [at, { personId }] of shares.entries()) {
      if (!people.has(personId)) continue
      const list = found.get(personId) ?? []
      list.push({ factId: id, milli: parts[at] ?? 0, value, fen: money[at] ?? 0 })
      found.set(personId, list)
    }
  }
  return found
}

/** What a fact brings by itself, where the rule pays facts one by one. */
function eachPaid(rule: PlanTerms['rule'], milli: Milli): number {
  if (rule.kind === 'piece') return piecesPaid(milli, rule.fen)
  return rule.kind === 'percent' ? partPaid(milli, rule.millionths) : 0
}

function valueOf(basis: PlanTerms['basis'], mine: readonly Own[]): Milli | undefined {
  if (basis.kind !== 'facts') return undefined
  if (basis.take === 'distinct') return 1000 * new Set(mine.flatMap(({ value }) => value ?? [])).size
  const sum = mine.reduce((all, { milli }) => all + milli, 0)
  if (basis.take !== 'average') return sum
  return mine.length === 0 ? undefined : portion(sum, 1, mine.length)
}

function ownSteps({ rule }: Pick<PlanTerms, 'rule'>, milli: Milli, mine: readonly Own[]): PayStep[] {
  if (rule.kind === 'pool') return []
  if (rule.kind !== 'piece' && rule.kind !== 'percent') return paidFor(rule, milli)
  const fen = Math.max(
    0,
    mine.reduce((sum, one) => sum + one.fen, 0),
  )
  const how = rule.kind === 'piece' ? { eachFen: rule.fen } : { millionths: rule.millionths }
  return [{ kind: rule.kind, milli, fen, ...how }]
}

/** What all together bring, divided among all who take part, or by what each brought. */
function poolOf(
  rule: Extract<PlanTerms['rule'], { kind: 'pool' }>,
  all: readonly { readonly milli: Milli }[],
): PayStep[][] {
  const milli = Math.max(
    0,
    all.reduce((sum, one) => sum + one.milli, 0),
  )
  const fen = rule.fen === undefined ? partPaid(milli, rule.millionths ?? 0) : piecesPaid(milli, rule.fen)
  const weights = all.map((one) => (rule.divide === 'equal' ? 1 : Math.max(0, one.milli)))
  const parts = weights.some((one) => one > 0) ? split(fen, weights) : weights.map(() => 0)
  const how = rule.fen === undefined ? { millionths: rule.millionths ?? 0 } : { eachFen: rule.fen }
  return parts.map((part) => [{ kind: 'pool', milli, fen: part, ...how }])
}

/** Divides an amount among the facts behind it by what each brought or, where that is nothing, alike. */
function allotted(mine: readonly Own[], fen: number): FactEarned[] {
  if (mine.length === 0) return []
  const paid = mine.map((one) => Math.max(0, one.fen))
  const added = mine.map(({ milli }) => Math.max(0, milli))
  const weights = [paid, added].find((some) => some.some((one) => one > 0)) ?? mine.map(() => 1)
  const parts = split(fen, weights)
  return mine.map(({ factId, milli }, at) => ({ factId, milli, fen: parts[at] ?? 0 }))
}
