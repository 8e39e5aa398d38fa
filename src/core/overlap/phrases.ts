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

/** The unused run of equal tokens that says most; a single Chinese character says nothing. */
function heaviestRun(
  a: readonly Token[],
  b: readonly Token[],
  usedA: Uint8Array,
  usedB: Uint8Array,
  weightOf: (term: string) => number,
): Run | undefined {
  let best: Run | undefined
  for (let fromA = 0; fromA < a.length; fromA += 1)
    for (let fromB = 0; fromB < b.length; fromB += 1) {
      let length = 0
      let weight = 0
      while (isEqual(fromA + length, fromB + length) && isUnbroken(a, fromA, length) && isUnbroken(b, fromB, length)) {
        weight += weightOf(a[fromA + length]?.term ?? '')
        length += 1
      }
      if (length === 0 || (length === 1 && (a[fromA]?.run ?? 0) > 0)) continue
      if (!best || weight > best.weight) best = { fromA, fromB, length, weight }
    }
  return best

  function isEqual(atA: number, atB: number): boolean {
    return atA < a.length && atB < b.length && !usedA[atA] && !usedB[atB] && a[atA]?.term === b[atB]?.term
  }
}

/** Characters go on only within their run: 登记、入库 are two phrases. Words may pass over punctuation. */
function isUnbroken(tokens: readonly Token[], from: number, length: number): boolean {
  return length === 0 || tokens[from + length]?.run === tokens[from + length - 1]?.run
}

function spanOf(tokens: readonly Token[], from: number, length: number): Span {
  return { from: tokens[from]?.from ?? 0, until: tokens[from + length - 1]?.until ?? 0 }
}
