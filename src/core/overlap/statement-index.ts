import { termsOf, tokensOf, wordingOf } from './tokens.ts'

/** One sentence about work, and the unit that does it. */
export type Statement = { readonly id: string; readonly unit: string; readonly text: string }

/**
 * Statements as weighted terms, for comparing. Statements and terms are numbered from 0; the terms of statement `n` stand
 * in `terms` and `weights` from `starts[n]` to `starts[n + 1]`, the most frequent first; the weights of a statement are
 * those of a vector of length 1. `postings` is the same by term.
 */
export type StatementIndex = {
  readonly count: number
  readonly termNumbers: ReadonlyMap<string, number>
  /** In how many statements a term stands. */
  readonly frequency: Int32Array
  readonly starts: Int32Array
  readonly terms: Int32Array
  readonly weights: Float32Array
  readonly postingStarts: Int32Array
  readonly postings: Int32Array
  readonly postingWeights: Float32Array
  /** Number of the unit of each statement. */
  readonly units: Int32Array
  readonly unitNumbers: ReadonlyMap<string, number>
  /** The statement before this one that holds the same words in whatever order; -1 when there is none. */
  readonly sameWording: Int32Array
  readonly lastOfWording: ReadonlyMap<string, number>
}

export function indexStatements(statements: readonly Omit<Statement, 'id'>[]): StatementIndex {
  const termNumbers = new Map<string, number>()
  const lastOfWording = new Map<string, number>()
  const unitNumbers = new Map<string, number>()
  const units = new Int32Array(statements.length)
  const sameWording = new Int32Array(statements.length).fill(-1)
  const starts = new Int32Array(statements.length + 1)
  const terms: number[] = []
  const counts: number[] = []
  for (const [at, { unit, text }] of statements.entries()) {
    const tokens = tokensOf(text)
    for (const [term, count] of countsOf(termsOf(tokens))) {
      terms.push(numberOf(termNumbers, term))
      counts.push(count)
    }
    starts[at + 1] = terms.length
    units[at] = numberOf(unitNumbers, unit)
    const wording = wordingOf(tokens)
    if (wording) {
      sameWording[at] = lastOfWording.get(wording) ?? -1
      lastOfWording.set(wording, at)
    }
  }
  const frequency = new Int32Array(termNumbers.size)
  for (const term of terms) frequency[term] = (frequency[term] ?? 0) + 1
  const own = weighed(starts, terms, counts, frequency)
  const byTerm = invert(starts, own.terms, own.weights, frequency)
  const count = statements.length
  return { count, termNumbers, frequency, starts, ...own, ...byTerm, units, unitNumbers, sameWording, lastOfWording }
}

/**
 * How much a term says: the rarer, the more. Never 0, so that two statements alone can still be alike. The root keeps a
 * rare word from deciding alone: measured on O*NET it finds the same work more often than the logarithm itself (bench).
 */
export function termWeight(frequency: number, statementCount: number): number {
  return Math.sqrt(Math.log(1 + statementCount / Math.max(1, frequency)))
}

/** A repeated word counts more, but less each time. */
export function repeatWeight(count: number): number {
  return Math.sqrt(count)
}

export function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, numbers.size)
  return numbers.size - 1
}

function weighed(starts: Int32Array, terms: readonly number[], counts: readonly number[], frequency: Int32Array) {
  const sortedTerms = Int32Array.from(terms)
  const weights = new Float32Array(terms.length)
  const statementCount = starts.length - 1
  for (let at = 0; at < statementCount; at += 1) {
    const from = starts[at] ?? 0
    const until = starts[at + 1] ?? 0
    const order = Array.from({ length: until - from }, (_, offset) => from + offset).sort(
      (a, b) => (frequency[terms[b] ?? 0] ?? 0) - (frequency[terms[a] ?? 0] ?? 0) || (terms[a] ?? 0) - (terms[b] ?? 0),
    )
    const raw = order.map((place) => {
      const weight = termWeight(frequency[terms[place] ?? 0] ?? 0, statementCount)
      return weight * repeatWeight(counts[place] ?? 1)
    })
    const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0))
    for (const [offset, place] of order.entries()) {
      sortedTerms[from + offset] = terms[place] ?? 0
      weights[from + offset] = (raw[offset] ?? 0) / length
    }
  }
  return { terms: sortedTerms, weights }
}

function invert(starts: Int32Array, terms: Int32Array, weights: Float32Array, frequency: Int32Array) {
  const postingStarts = new Int32Array(frequency.length + 1)
  for (let term = 0; term < frequency.length; term += 1)
    postingStarts[term + 1] = (postingStarts[term] ?? 0) + (frequency[term] ?? 0)
  const next = postingStarts.slice()
  const postings = new Int32Array(terms.length)
  const postingWeights = new Float32Array(terms.length)
  for (let at = 0; at + 1 < starts.length; at += 1)
    for (let place = starts[at] ?? 0; place < (starts[at + 1] ?? 0); place += 1) {
      const term = terms[place] ?? 0
      const to = next[term] ?? 0
      next[term] = to + 1
      postings[to] = at
      postingWeights[to] = weights[place] ?? 0
    }
  return { postingStarts, postings, postingWeights }
}
