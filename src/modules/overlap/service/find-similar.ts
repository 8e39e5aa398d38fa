import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import { indexStatements, sharedPhrases, similarTo, wordWeights } from '#core/overlap'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { bandOf } from '../rules.ts'
import { currentStatements } from '../store/current.ts'
import { limitsOf } from './limits.ts'

type FindSimilar = (typeof routes)['findSimilar']
const shown = 10

/** Compares a text with what others have in force, in the language of the asker. */
export async function findSimilar(
  ctx: Context,
  { text, exceptUnitId }: Input<FindSimilar>,
): Promise<Output<FindSimilar>> {
  const limits = await limitsOf(ctx)
  const statements = (await currentStatements(ctx)).map((one) => ({ ...one, said: pick(one.text, ctx.language) }))
  const index = indexStatements(statements.map(({ unit, said }) => ({ unit: unit.id, text: said })))
  const weightOf = wordWeights(index)
  const least = limits.possibleFromPermille / 1000
  const ask = { least, top: shown, ...(exceptUnitId ? { exceptUnit: exceptUnitId } : {}) }
  return similarTo(index, text, ask).flatMap(({ at, score }) => {
    const found = statements[at]
    if (!found) return []
    const scorePermille = Math.round(score * 1000)
    const because = sharedPhrases(text, found.said, weightOf).map((phrase) => phrase.text)
    const { unit, responsibility } = found
    return { scorePermille, band: bandOf(scorePermille, limits), text: found.said, responsibility, unit, because }
  })
}
