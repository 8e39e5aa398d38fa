import { termWeight, type StatementIndex } from './statement-index.ts'
import { tokensOf, type Token } from './tokens.ts'

/** Places in a text: from the first sign up to but not including the last. */
export type Span = { readonly from: number; readonly until: number }

/** What two texts share, as the first one words it, and where it stands in each. */
export type SharedPhrase = { readonly text: string; readonly inA: Span; readonly inB: Span }

/**
 * The phrases that make two texts alike, the most telling first: words that follow each other in both, whatever their
 * endings, stop words between them aside. `weightOf` tells how much a word says (see `wordWeights`).
 */
export function sharedPhrases(
  a: string,
  b: string,
  weightOf: (term: string) => number = () => 1,
  limit = 6,
): SharedPhrase[] {
  const first = tokensOf(a)
  const second = tokensOf(b)
  const usedA = new Uint8Array(first.length)
  const usedB = new Uint8Array(second.length)
  const found: SharedPhrase[] = []
  while (found.length < limit) {
    const run = heaviestRun(first, second, usedA, usedB, weightOf)
    if (!run) break
    usedA.fill(1, run.fromA, run.fromA + run.length)
    usedB.fill(1, run.fromB, run.fromB + run.length)
    const inA = spanOf(first, run.fromA, run.length)
    found.push({ text: a.slice(inA.from, inA.until), inA, inB: spanOf(second, run.fromB, run.length) })
  }
  return found
}

/** How much each word says among the statements of an index. */
export function wordWeights(index: StatementIndex): (term: string) => number {
  return (term) => {
    const number = index.termNumbers.get(term)
    return termWeight(number === undefined ? 1 : (index.frequency[number] ?? 1), index.count)
  }
}

type Run = { fromA: number; fromB: number; length: number; weight: number }

/**
 * The unused run of equal tokens that says most, the first of equals; a single Chinese character says nothing. Looks at
 * each pair of places once: what ends at one pair goes on from the pair before.
 */
function heaviestRun(
  a: readonly Token[],
  b: readonly Token[],
  usedA: Uint8Array,
  usedB: Uint8Array,
  weightOf: (term: string) => number,
): Run | undefined {
  let best: Run | undefined
  let before = { lengths: new Int32Array(b.length), weights: new Float64Array(b.length) }
  for (const [atA, token] of a.entries()) {
    const here = { lengths: new Int32Array(b.length), weights: new Float64Array(b.length) }
    const weight = weightOf(token.term)
    for (let atB = 0; atB < b.length && !usedA[atA]; atB += 1) {
      if (usedB[atB] || b[atB]?.term !== token.term) continue
      const goesOn = isUnbroken(a, atA) && isUnbroken(b, atB)
      const length = 1 + (goesOn ? (before.lengths[atB - 1] ?? 0) : 0)
      const total = weight + (goesOn ? (before.weights[atB - 1] ?? 0) : 0)
      here.lengths[atB] = length
      here.weights[atB] = total
      if (length === 1 && token.run > 0) continue
      if (!best || total > best.weight)
        best = { fromA: atA - length + 1, fromB: atB - length + 1, length, weight: total }
    }
    before = here
  }
  return best
}

/** Characters go on only within their run: 登记、入库 are two phrases. Words may pass over punctuation. */
function isUnbroken(tokens: readonly Token[], at: number): boolean {
  return at > 0 && tokens[at]?.run === tokens[at - 1]?.run
}

function spanOf(tokens: readonly Token[], from: number, length: number): Span {
  return { from: tokens[from]?.from ?? 0, until: tokens[from + length - 1]?.until ?? 0 }
}
