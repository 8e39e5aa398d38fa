import type { Input, Output } from '#core/contract'
import { dayIn } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { type FactDraft, type Refusal, type routes } from '../contract.ts'
import { factsRefused } from '../problems.ts'
import { insertFacts, type NewFact } from '../store/insert-facts.ts'
import { lookUp, type Named, type Unknown } from '../store/look-up.ts'

type RecordFacts = (typeof routes)['recordFacts']
/** Clocks of other systems may run a little ahead. */
const clockSkewMs = 5 * 60_000

/** Takes in what other systems tell; the same key of the same source again counts no second time. */
export async function recordFacts(ctx: Context, input: Input<RecordFacts>): Promise<Output<RecordFacts>> {
  const source = `api:${input.source ?? sourceName(ctx)}`
  const find = await lookUp(ctx, 'indicators.record', input.facts)
  const refused: Refusal[] = []
  const sound: NewFact[] = []
  input.facts.forEach((draft, index) => {
    const found = refusalOf(ctx, draft) ?? find(draft)
    if ('code' in found) refused.push(refusal(ctx, index, found))
    else sound.push(factOf(ctx, draft, found, source))
  })
  if (refused.length > 0 && !input.partial) throw factsRefused({ count: refused.length, refused })
  const recorded = await insertFacts(ctx, sound)
  const counts = { recorded, repeated: sound.length - recorded }
  await ctx.audit({
    action: 'indicators.record',
    target: `facts/${source}`,
    after: { ...counts, refused: refused.length },
  })
  if (recorded > 0) {
    await ctx.emit('indicators.recorded', { source, recorded })
    await ctx.announce('indicators')
  }
  return { ...counts, refused }
}

/** An API key's name ends with its id, so that two keys of a name keep apart; so does an account's here. */
function sourceName({ actor }: Context): string {
  return actor.kind === 'api-key' ? actor.name : `${actor.name} (${actor.accountId ?? actor.kind})`
}

function refusalOf(
  ctx: Context,
  { happenedAt }: FactDraft,
): (Omit<Unknown, 'code'> & { code: Refusal['code'] }) | undefined {
  const isAhead = Date.parse(happenedAt) > ctx.now.getTime() + clockSkewMs
  return isAhead ? { code: 'in-the-future', field: 'personNumber', facts: { happenedAt } } : undefined
}

function refusal(
  ctx: Context,
  index: number,
  { code, facts }: { code: Refusal['code']; facts: Refusal['facts'] },
): Refusal {
  return { index, code, facts, detail: say(ctx.language, `indicators.faults.${code}`, facts) }
}

function factOf(ctx: Context, draft: FactDraft, named: Named, source: string): NewFact {
  const happenedAt = new Date(draft.happenedAt)
  return {
    kind: draft.kind,
    happenedAt: happenedAt.toISOString(),
    day: dayIn(ctx.timeZone, happenedAt),
    ...named,
    dimensions: draft.dimensions,
    measures: draft.measures,
    source,
    sourceKey: draft.key,
  }
}
