import type { Earned, FactEarned } from './compute.ts'

/** What was settled for a person and month so far: the sum of all entries, and what each fact stands at. */
export type Settled = { readonly fen: number; readonly facts: ReadonlyMap<string, number> }

export type ChangedFact = FactEarned & { readonly why: 'late' | 'returned' | 'changed' }
export type Difference = { readonly fen: number; readonly facts: readonly ChangedFact[] }

/**
 * What a settled month owes or reclaims now that facts came late or were taken back: the month itself is never rewritten.
 * Undefined when nothing changed. The changes of the facts add up to the difference, but where a rule pays without facts.
 */
export function differenceOf(now: Earned | undefined, settled: Settled | undefined): Difference | undefined {
  const fen = (now?.fen ?? 0) - (settled?.fen ?? 0)
  const known = settled?.facts ?? new Map<string, number>()
  const current = new Map(now?.facts.map((one) => [one.factId, one]))
  const facts: ChangedFact[] = []
  for (const one of current.values()) {
    const before = known.get(one.factId)
    const change = one.fen - (before ?? 0)
    if (before === undefined || change !== 0)
      facts.push({ ...one, fen: change, why: before === undefined ? 'late' : 'changed' })
  }
  for (const [factId, before] of known) {
    // one that was taken back in an earlier settlement stands at nothing already
    if (!current.has(factId) && before !== 0) facts.push({ factId, milli: 0, fen: -before, why: 'returned' })
  }
  return fen === 0 && facts.every((one) => one.fen === 0) ? undefined : { fen, facts }
}
