import { countsOf, repeatWeight, termWeight, type StatementIndex } from './statement-index.ts'
import { termsOf, tokensOf, wordingOf } from './tokens.ts'

/** A statement by its number, and how alike it is: 0 (no word in common) to 1 (the same words). */
export type Similar = { readonly at: number; readonly score: number }

export type SimilarAsk = {
  /** The least score. */
  readonly least: number
  readonly top: number
  /** Statements of this unit are left out. */
  readonly exceptUnit?: string
}

/** The statements most like a text, best first; equally alike ones in their order. */
export function similarTo(index: StatementIndex, text: string, { least, top, exceptUnit }: SimilarAsk): Similar[] {
  const tokens = tokensOf(text)
  const scores = new Float64Array(index.count)
  for (const { term, weight } of weightsOf(index, termsOf(tokens))) addPostings(index, term, weight, scores)
  for (let at = index.lastOfWording.get(wordingOf(tokens)) ?? -1; at >= 0; at = index.sameWording[at] ?? -1)
    scores[at] = 1
  const leftOut = exceptUnit === undefined ? -1 : (index.unitNumbers.get(exceptUnit) ?? -1)
  const found: Similar[] = []
  for (let at = 0; at < index.count; at += 1) {
    const score = scores[at] ?? 0
    if (score > 0 && score >= least && index.units[at] !== leftOut) found.push({ at, score: Math.min(1, score) })
  }
  return found.sort((a, b) => b.score - a.score || a.at - b.at).slice(0, top)
}

/** The known terms of a text, weighed to length 1 together with the unknown ones. */
function weightsOf(index: StatementIndex, terms: readonly string[]): { term: number; weight: number }[] {
  let squares = 0
  const known: { term: number; weight: number }[] = []
  for (const [name, count] of countsOf(terms)) {
    const term = index.termNumbers.get(name)
    const frequency = term === undefined ? 1 : (index.frequency[term] ?? 1)
    const weight = termWeight(frequency, index.count) * repeatWeight(count)
    squares += weight * weight
    if (term !== undefined) known.push({ term, weight })
  }
  const length = Math.sqrt(squares)
  return known.map(({ term, weight }) => ({ term, weight: weight / length }))
}

function addPostings(index: StatementIndex, term: number, weight: number, scores: Float64Array): void {
  const until = index.postingStarts[term + 1] ?? 0
  for (let place = index.postingStarts[term] ?? 0; place < until; place += 1) {
    const at = index.postings[place] ?? 0
    scores[at] = (scores[at] ?? 0) + weight * (index.postingWeights[place] ?? 0)
  }
}
