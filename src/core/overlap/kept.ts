import type { Pair } from './pairs.ts'

/** Collects pairs and drops the weaker ones as soon as there are twice as many as asked for. Among equals the first come stay. */
export function openKept(top: number, bound: number) {
  const room = Math.max(16, 2 * top)
  let firsts = new Int32Array(Math.min(room, 4096))
  let seconds = new Int32Array(firsts.length)
  let scores = new Float32Array(firsts.length)
  let count = 0
  let isFull = false
  const kept = {
    /** What a pair must reach to be kept from now on. */
    least: bound,
    add(a: number, b: number, exactScore: number): void {
      const score = Math.fround(rounded(Math.min(1, exactScore)))
      if (score < kept.least || (isFull && score === kept.least)) return
      if (count === firsts.length) makeRoom()
      firsts[count] = a
      seconds[count] = b
      scores[count] = score
      count += 1
    },
    sorted(): Pair[] {
      return Array.from(order().slice(0, top), (at) => ({
        a: firsts[at] ?? 0,
        b: seconds[at] ?? 0,
        score: rounded(scores[at] ?? 0),
      }))
    },
  }
  return kept

  function order(): Int32Array {
    return Int32Array.from({ length: count }, (_, at) => at).sort(
      (x, y) =>
        (scores[y] ?? 0) - (scores[x] ?? 0) ||
        (seconds[x] ?? 0) - (seconds[y] ?? 0) ||
        (firsts[x] ?? 0) - (firsts[y] ?? 0),
    )
  }

  function makeRoom(): void {
    if (firsts.length < room) {
      const length = Math.min(room, firsts.length * 2)
      const wider = [new Int32Array(length), new Int32Array(length), new Float32Array(length)] as const
      wider[0].set(firsts)
      wider[1].set(seconds)
      wider[2].set(scores)
      ;[firsts, seconds, scores] = wider
      return
    }
    const best = order().slice(0, top)
    isFull = true
    kept.least = Math.max(kept.least, scores[best.at(-1) ?? 0] ?? 0)
    const values = [best.map((at) => firsts[at] ?? 0), best.map((at) => seconds[at] ?? 0)] as const
    const bestScores = Float32Array.from(best, (at) => scores[at] ?? 0)
    firsts.set(values[0])
    seconds.set(values[1])
    scores.set(bestScores)
    count = best.length
  }
}

/** Scores of the same words, added up in another order, differ in the last digits: 1 is 1. */
function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000
}
