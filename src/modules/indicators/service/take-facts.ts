import { dayIn } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { findOrCreateSubjects, subjectTypes } from '#modules/subjects'
import type { FactDraft, Refusal } from '../contract.ts'
import { kindFault, typeFault, type Why } from '../kind-rules.ts'
import { storeFacts, type NewFact } from '../store/insert-facts.ts'
import { kindRows } from '../store/kinds.ts'
import { lookUp, type Named } from '../store/look-up.ts'
import { tellFacts } from './tell-facts.ts'

/** Clocks of other systems may run a little ahead. */
const clockSkewMs = 5 * 60_000
/** Earlier than this is a clock that was never set. */
const earliestMs = Date.UTC(2000, 0, 1)

type Sound = {
  readonly index: number
  readonly draft: FactDraft
  readonly named: Named
  readonly type: string | undefined
}
export type Taken = { readonly recorded: number; readonly known: number; readonly refused: readonly Refusal[] }

/**
 * Takes in facts as another system tells them: each once, in any order, however late. One that names what is not known,
 * lies in the future, or says otherwise than what its key said before is refused with a sentence; the others are recorded
 * and told to the listeners of `indicators.facts-recorded`. Who wants all or nothing throws when something is refused.
 *
 * @param source what the keys belong to, as in `fact.source`
 */
export async function takeFacts(ctx: Context, source: string, drafts: readonly FactDraft[]): Promise<Taken> {
  const find = await lookUp(ctx, 'indicators.record', drafts)
  const kinds = new Map((await kindRows(ctx, [...new Set(drafts.map((draft) => draft.kind))])).map((k) => [k.key, k]))
  const types = new Set(drafts.some((draft) => draft.subject) ? (await subjectTypes(ctx)).map((type) => type.key) : [])
  const refused: Refusal[] = []
  const refuse = (index: number, { code, facts }: Why) =>
    refused.push({ index, code, facts, detail: say(ctx.language, `indicators.faults.${code}`, facts) })
  const sound = drafts.flatMap((draft, index): Sound[] => {
    const kind = kinds.get(draft.kind)
    const type = draft.subject?.type ?? kind?.subjectType ?? undefined
    const fault = whenFault(ctx, draft) ?? (kind && kindFault(kind, draft)) ?? (draft.subject && typeFault(type, types))
    const named = fault ?? find(draft)
    if (!('code' in named)) return [{ index, draft, named, type }]
    refuse(index, named)
    return []
  })
  const facts = await factsOf(ctx, source, sound)
  const stored = await storeFacts(ctx, facts)
  for (const at of stored.otherwise) {
    const one = sound[at]
    if (one) refuse(one.index, { code: 'says-otherwise', facts: { key: one.draft.key } })
  }
  await tellFacts(ctx, source, stored.recorded)
  refused.sort((a, b) => a.index - b.index)
  return { recorded: stored.recorded.length, known: stored.known.length, refused }
}

/** With the ids of their subjects, those that are new made now. */
async function factsOf(ctx: Context, source: string, sound: readonly Sound[]): Promise<NewFact[]> {
  const asked = sound.flatMap(({ draft: { subject }, type, named }) =>
    subject && type ? [{ ...subject, type, ownerId: named.personId, unitId: named.unitId }] : [],
  )
  const subjects = asked.length > 0 ? await findOrCreateSubjects(ctx, asked) : new Map<string, string>()
  return sound.map(({ draft, named, type }) => {
    const happenedAt = new Date(draft.happenedAt)
    return {
      kind: draft.kind,
      happenedAt: happenedAt.toISOString(),
      day: dayIn(ctx.timeZone, happenedAt),
      ...named,
      subjectId: draft.subject ? (subjects.get(`${type}:${draft.subject.key}`) ?? null) : null,
      dimensions: draft.dimensions,
      measures: draft.measures,
      source,
      sourceKey: draft.key,
    }
  })
}

function whenFault(ctx: Context, { happenedAt }: FactDraft): Why | undefined {
  const at = Date.parse(happenedAt)
  if (at > ctx.now.getTime() + clockSkewMs) return { code: 'in-the-future', facts: { happenedAt } }
  return at < earliestMs ? { code: 'long-ago', facts: { happenedAt } } : undefined
}
