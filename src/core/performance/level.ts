import * as z from 'zod'
import { localText } from '../local-text/index.ts'
import { ScoreHundredths } from './curve.ts'

/** A result level, the best first. */
export const Level = z.strictObject({
  code: z.string().trim().min(1).max(10),
  name: localText(100),
  /** The lowest score of the level; that of the last is 0. */
  fromHundredths: ScoreHundredths,
  /** Advice on how many of all people: at most, and at least. */
  atMostPermille: z.int().min(0).max(1000).optional(),
  atLeastPermille: z.int().min(0).max(1000).optional(),
  /** What pay is multiplied by where the coefficient follows the level; 1000 = whole. */
  coefficientPermille: z.int().min(0).max(1500),
})
export type Level = z.infer<typeof Level>

/** The level of a score, by its code. Throws RangeError where no level begins at 0. */
export function levelOf(levels: readonly Level[], scoreHundredths: number): Level {
  const found = levels.find((level) => level.fromHundredths <= scoreHundredths)
  if (!found) throw new RangeError('the last level must begin at 0')
  return found
}

/**
 * What pay is multiplied by, in hundredths of a percent: 10000 = whole, at most 15000. By the score it is the score
 * itself, as 100.00 points are the whole.
 */
export function coefficientOf(
  { levels, coefficient }: { readonly levels: readonly Level[]; readonly coefficient: 'score' | 'level' },
  scoreHundredths: number,
): number {
  if (coefficient === 'score') return Math.min(scoreHundredths, 15_000)
  return levelOf(levels, scoreHundredths).coefficientPermille * 10
}

export type LevelCount = {
  readonly code: string
  readonly count: number
  /** How many people the advice allows (rounded down) and asks for (rounded up); null without advice. */
  readonly atMost: number | null
  readonly atLeast: number | null
  readonly verdict: 'fits' | 'too-many' | 'too-few'
}

/** How people spread over levels against the advice. Advice never refuses: rounding favours no small group. */
export function distributionOf(levels: readonly Level[], codes: readonly string[]): LevelCount[] {
  return levels.map(({ code, atMostPermille, atLeastPermille }): LevelCount => {
    const count = codes.filter((one) => one === code).length
    const atMost = atMostPermille === undefined ? null : Math.floor((codes.length * atMostPermille) / 1000)
    const atLeast = atLeastPermille === undefined ? null : Math.ceil((codes.length * atLeastPermille) / 1000)
    const verdict =
      atMost !== null && count > atMost ? 'too-many' : atLeast !== null && count < atLeast ? 'too-few' : 'fits'
    return { code, count, atMost, atLeast, verdict }
  })
}
