import { openKept } from './kept.ts'
import type { StatementIndex } from './statement-index.ts'

/** Two statements of different units by their numbers, `a` the earlier one; score 0 to 1. */
export type Pair = { readonly a: number; readonly b: number; readonly score: number }

export type PairsAsk = {
  /** The least score, above 0: the lower, the longer it takes. */
  readonly least: number
  /** How many are kept, the best ones; bounds memory when whole departments were copied. */
  readonly top?: number
}

/**
 * All pairs of statements of different units that are at least so alike, best first; equal ones in the order of `b`.
 *
 * The frequent terms of a statement, as long as together they can't reach `least`, are left out of the inverted lists
 * and only looked at for pairs that the rest proposes (Bayardo, Ma, Srikant: Scaling Up All Pairs Similarity Search,
 * WWW 2007). Nothing is lost by that.
 */
export function pairsOf(index: StatementIndex, { least, top = 1_000_000 }: PairsAsk): Pair[] {
  const bound = Math.max(0.01, least) - 1e-6
  const largest = largestWeights(index)
  const lists = openLists(index, largest, bound)
  const kept = openKept(top, bound)
  const work = { scores: new Float64Array(index.count), touched: new Int32Array(index.count) }
  const own = new Float32Array(index.frequency.length)
  const sameAs = new Int32Array(index.count).fill(-1)
  for (let at = 0; at < index.count; at += 1) {
    for (let other = index.sameWording[at] ?? -1; other >= 0; other = index.sameWording[other] ?? -1) {
      sameAs[other] = at
      if (index.units[other] !== index.units[at]) kept.add(other, at, 1)
    }
    const count = propose(index, lists, largest, bound, at, work)
    fillOwn(index, own, at, false)
    for (let place = 0; place < count; place += 1) {
      const other = work.touched[place] ?? 0
      const listed = work.scores[other] ?? 0
      work.scores[other] = 0
      if (index.units[other] === index.units[at] || sameAs[other] === at) continue
      if (listed + (lists.restBound[other] ?? 0) < kept.least) continue
      kept.add(other, at, listed + rest(index, lists, own, other))
    }
    fillOwn(index, own, at, true)
    list(index, lists, at)
  }
  return kept.sorted()
}

type Lists = {
  /** Where the listed terms of a statement begin. */
  readonly listedFrom: Int32Array
  /** The most that the unlisted terms of a statement can add. */
  readonly restBound: Float32Array
  /** How many entries the list of a term has so far; the lists lie where those of the index do. */
  readonly lengths: Int32Array
  readonly statements: Int32Array
  readonly weights: Float32Array
}

function largestWeights(index: StatementIndex): Float32Array {
  const largest = new Float32Array(index.frequency.length)
  for (let place = 0; place < index.terms.length; place += 1) {
    const term = index.terms[place] ?? 0
    largest[term] = Math.max(largest[term] ?? 0, index.weights[place] ?? 0)
  }
  return largest
}

function openLists(index: StatementIndex, largest: Float32Array, bound: number): Lists {
  const listedFrom = new Int32Array(index.count)
  const restBound = new Float32Array(index.count)
  for (let at = 0; at < index.count; at += 1) {
    let place = index.starts[at] ?? 0
    const until = index.starts[at + 1] ?? 0
    let most = 0
    for (; place < until; place += 1) {
      const more = most + (index.weights[place] ?? 0) * (largest[index.terms[place] ?? 0] ?? 0)
      if (more >= bound) break
      most = more
    }
    listedFrom[at] = place
    restBound[at] = most
  }
  const lengths = new Int32Array(index.frequency.length)
  const statements = new Int32Array(index.terms.length)
  return { listedFrom, restBound, lengths, statements, weights: new Float32Array(index.terms.length) }
}

/** Adds up what the lists say about the earlier statements; returns how many were touched. Rare terms first. */
function propose(
  index: StatementIndex,
  lists: Lists,
  largest: Float32Array,
  bound: number,
  at: number,
  { scores, touched }: { scores: Float64Array; touched: Int32Array },
): number {
  const from = index.starts[at] ?? 0
  const until = index.starts[at + 1] ?? 0
  let open = 0
  for (let place = from; place < until; place += 1)
    open += (index.weights[place] ?? 0) * (largest[index.terms[place] ?? 0] ?? 0)
  let count = 0
  for (let place = until - 1; place >= from; place -= 1) {
    const term = index.terms[place] ?? 0
    const weight = index.weights[place] ?? 0
    const mayBegin = open >= bound
    const begin = index.postingStarts[term] ?? 0
    const end = begin + (lists.lengths[term] ?? 0)
    for (let entry = begin; entry < end; entry += 1) {
      const other = lists.statements[entry] ?? 0
      const score = scores[other] ?? 0
      if (score === 0) {
        if (!mayBegin) continue
        touched[count] = other
        count += 1
      }
      scores[other] = score + weight * (lists.weights[entry] ?? 0)
    }
    open -= weight * (largest[term] ?? 0)
  }
  return count
}

function fillOwn(index: StatementIndex, own: Float32Array, at: number, isOver: boolean): void {
  for (let place = index.starts[at] ?? 0; place < (index.starts[at + 1] ?? 0); place += 1)
    own[index.terms[place] ?? 0] = isOver ? 0 : (index.weights[place] ?? 0)
}

function rest(index: StatementIndex, lists: Lists, own: Float32Array, other: number): number {
  let sum = 0
  for (let place = index.starts[other] ?? 0; place < (lists.listedFrom[other] ?? 0); place += 1)
    sum += (own[index.terms[place] ?? 0] ?? 0) * (index.weights[place] ?? 0)
  return sum
}

function list(index: StatementIndex, lists: Lists, at: number): void {
  for (let place = lists.listedFrom[at] ?? 0; place < (index.starts[at + 1] ?? 0); place += 1) {
    const term = index.terms[place] ?? 0
    const entry = (index.postingStarts[term] ?? 0) + (lists.lengths[term] ?? 0)
    lists.lengths[term] = (lists.lengths[term] ?? 0) + 1
    lists.statements[entry] = at
    lists.weights[entry] = index.weights[place] ?? 0
  }
}
