import { indexStatements, pairsOf, similarTo, type Pair } from '#core/overlap'
import type { Context } from '#kernel/context'
import { sharedIndicators } from '../rules.ts'
import { keepPairs, keepStatements, noteRun, type FoundPair } from '../store/keep.ts'
import { idOf, indicatorsOn, statementsOn, type OwnStatement } from '../store/statements.ts'

/** More pairs than anybody looks through; the weaker ones are left out. */
const keptPairs = 20_000
const keptForOne = 200

/** Compares all that responsibilities in force say today. */
export async function analyse(ctx: Context): Promise<void> {
  const statements = await statementsOn(ctx, ctx.today)
  const least = (await ctx.setting<number>('overlap.possibleFromPermille')) / 1000
  const pairs = await found(ctx, statements, (texts) => pairsOf(indexStatements(texts), { least, top: keptPairs }))
  await keepStatements(ctx, statements)
  await keepPairs(ctx, pairs)
  await noteRun(ctx, statements.length, pairs.length)
  await ctx.announce('overlap')
}

/** Compares what some responsibilities say with all others: after one has changed. */
export async function analyseSoon(ctx: Context, { responsibilityIds }: { responsibilityIds: string[] }): Promise<void> {
  const statements = await statementsOn(ctx, ctx.today)
  const least = (await ctx.setting<number>('overlap.possibleFromPermille')) / 1000
  const pairs = await found(ctx, statements, (texts) => {
    const index = indexStatements(texts)
    return texts.flatMap((one, at) =>
      responsibilityIds.includes(one.of)
        ? similarTo(index, one.text, { least, top: keptForOne, exceptUnit: one.unit }).map(
            ({ at: b, score }): Pair => ({ a: at, b, score }),
          )
        : [],
    )
  })
  await keepStatements(ctx, statements)
  const among = statements.filter((one) => responsibilityIds.includes(one.responsibilityId)).map((one) => one.id)
  await keepPairs(ctx, pairs, among)
  await ctx.announce('overlap')
}

/** A responsibility has another version or holder: it is compared again soon after. */
export async function analyseChanged(ctx: Context, { responsibilityId }: { responsibilityId: string }): Promise<void> {
  await ctx.enqueue('overlap.analyseSoon', { responsibilityIds: [responsibilityId] })
}

type Text = { readonly unit: string; readonly text: string; readonly of: string }

/** Pairs in any language, each once with its best score, and the indicators the two responsibilities share. */
async function found(
  ctx: Context,
  statements: readonly OwnStatement[],
  compare: (texts: readonly Text[]) => Pair[],
): Promise<FoundPair[]> {
  const indicators = await indicatorsOn(ctx, ctx.today)
  const languages = new Set(statements.flatMap((one) => Object.keys(one.text)))
  const best = new Map<string, FoundPair>()
  for (const language of languages) {
    const spoken = statements.filter((one) => one.text[language])
    const texts = spoken.map((one) => ({ unit: one.unitId, text: one.text[language] ?? '', of: one.responsibilityId }))
    for (const { a, b, score } of compare(texts)) {
      const [first, second] = inOrder(spoken[a] as OwnStatement, spoken[b] as OwnStatement)
      const id = idOf(first.id, second.id)
      const scorePermille = Math.round(score * 1000)
      if ((best.get(id)?.scorePermille ?? -1) >= scorePermille) continue
      const shared = sharedIndicators(
        indicators.get(first.responsibilityId) ?? [],
        indicators.get(second.responsibilityId) ?? [],
      )
      best.set(id, { id, firstId: first.id, secondId: second.id, scorePermille, indicators: shared })
    }
  }
  return [...best.values()]
}

function inOrder(one: OwnStatement, other: OwnStatement): [OwnStatement, OwnStatement] {
  return one.id < other.id ? [one, other] : [other, one]
}
