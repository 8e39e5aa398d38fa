import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import { alreadyReversed, isReversal } from '../problems.ts'
import { reversalOf, reversibleFacts, storeFacts, toReversible } from '../store/insert-facts.ts'
import { tellFacts } from './tell-facts.ts'

const whose = { person: 'f.person_id', unit: 'f.unit_id' }

/** Takes a wrong fact back. It stays to be read, with the reason; the person it counted for is told. */
export async function reverseFact(
  ctx: Context,
  { factId, reason }: { factId: string; reason: string },
): Promise<{ reversingId: string }> {
  const row = await reversibleFacts(ctx)
    .where('f.id', '=', factId)
    .where((eb) => eb.or([ctx.visible('indicators.read', whose), ctx.visible('indicators.correct', whose)]))
    .executeTakeFirst()
  if (!row) throw notFound({ what: 'fact' })
  const fact = toReversible(row)
  if (!ctx.may('indicators.correct', fact)) throw forbidden({ permission: 'indicators.correct' })
  if (fact.isReversal) throw isReversal({})
  if (fact.isReversed) throw alreadyReversed({})
  const { recorded } = await storeFacts(ctx, [
    reversalOf(fact, { source: 'correction', sourceKey: factId, note: reason }),
  ])
  const reversingId = recorded[0]?.id
  if (!reversingId) throw alreadyReversed({})
  await ctx.audit({
    action: 'indicators.reverse',
    target: `fact/${factId}`,
    before: fact,
    after: { reversingId, reason },
  })
  await ctx.emit('indicators.reversed', { factId, reversingId, personId: fact.personId })
  await tellFacts(ctx, 'correction', recorded)
  if (fact.personId && fact.personId !== ctx.actor.personId) {
    await tellPeople(ctx, [fact.personId], {
      kind: 'indicators.fact-reversed',
      facts: { from: ctx.actor.name, kind: fact.kind, day: fact.day, reason },
      link: '/my-figures',
    })
  }
  return { reversingId }
}
