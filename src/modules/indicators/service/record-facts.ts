import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { factsRefused } from '../problems.ts'
import { takeFacts } from './take-facts.ts'

type RecordFacts = (typeof routes)['recordFacts']

/** Takes in what other systems tell; the same key of the same source again counts no second time. */
export async function recordFacts(ctx: Context, input: Input<RecordFacts>): Promise<Output<RecordFacts>> {
  const source = `api:${input.source ?? sourceName(ctx)}`
  const { recorded, known: repeated, refused } = await takeFacts(ctx, source, input.facts)
  if (refused.length > 0 && !input.partial) throw factsRefused({ count: refused.length, refused })
  await ctx.audit({
    action: 'indicators.record',
    target: `facts/${source}`,
    after: { recorded, repeated, refused: refused.length },
  })
  return { recorded, repeated, refused: [...refused] }
}

/** An API key's name ends with its id, so that two keys of a name keep apart; so does an account's here. */
function sourceName({ actor }: Context): string {
  return actor.kind === 'api-key' ? actor.name : `${actor.name} (${actor.accountId ?? actor.kind})`
}
