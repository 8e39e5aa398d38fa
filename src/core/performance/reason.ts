import type { PartKind, PartWeights, SchemeContent } from './scheme.ts'

/** Why a score needs a reason in words; null where none is needed. */
export type ReasonNeeded = 'high' | 'low' | 'differs' | null

/** Whether somebody who gives this score must say why. `computed` is what the figures gave, where they gave anything. */
export function reasonNeeded(
  reasons: SchemeContent['reasons'],
  scoreHundredths: number,
  computedHundredths: number | null = null,
): ReasonNeeded {
  if (computedHundredths !== null)
    return Math.abs(scoreHundredths - computedHundredths) > reasons.differenceHundredths ? 'differs' : null
  if (scoreHundredths >= reasons.highHundredths) return 'high'
  return scoreHundredths <= reasons.lowHundredths ? 'low' : null
}

export type Given = { readonly part: PartKind; readonly scoreHundredths: number }

/**
 * The score of a manual line: the mean of each part's people (several peers are one part), then by the weights of the
 * parts that gave one; rounded half up once, to hundredths of a point. Null where no part that counts has given one.
 */
export function manualScore(weights: PartWeights, given: readonly Given[]): number | null {
  let [above, below] = [0n, 0n]
  const parts = [...Map.groupBy(given, ({ part }) => part)].map(([part, own]) => ({
    weight: BigInt(weights[part]),
    sum: own.reduce((sum, { scoreHundredths }) => sum + BigInt(scoreHundredths), 0n),
    count: BigInt(own.length),
  }))
  const common = parts.reduce((product, { count }) => product * count, 1n)
  for (const { weight, sum, count } of parts) {
    above += weight * sum * (common / count)
    below += weight * common
  }
  return below === 0n ? null : Number((2n * above + below) / (2n * below))
}
