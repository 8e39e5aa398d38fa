import type { Context } from '#kernel/context'
import type { StoredFact } from '../store/insert-facts.ts'

/** Facts of one kind, day, person, unit, responsibility and subject that were recorded together. */
export type FactGroup = {
  readonly kind: string
  readonly day: string
  readonly personId: string | null
  readonly unitId: string | null
  readonly responsibilityId: string | null
  readonly subjectId: string | null
  /** Each fact counts one, a reversal minus one. */
  readonly count: number
  /** Their measures added up; those of a reversal are negative. */
  readonly sums: Readonly<Record<string, number>>
  /** The instant of the last of them. */
  readonly happenedAt: string
  readonly factIds: readonly string[]
}

/** What `indicators.facts-recorded` tells: never facts of `tasks`, which their own module told first. */
export type FactsRecorded = { readonly source: string; readonly groups: readonly FactGroup[] }

/** Tells the listeners of facts that came from elsewhere than tasks, in the transaction that records them; open pages look again. */
export async function tellFacts(ctx: Context, source: string, facts: readonly StoredFact[]): Promise<void> {
  if (facts.length === 0) return
  const payload: FactsRecorded = { source, groups: groupsOf(facts) }
  await ctx.emit('indicators.facts-recorded', payload)
  await ctx.announce('indicators')
}

function groupsOf(facts: readonly StoredFact[]): FactGroup[] {
  const keyOf = (fact: StoredFact) =>
    [fact.kind, fact.day, fact.personId, fact.unitId, fact.responsibilityId, fact.subjectId].join('\n')
  return [...Map.groupBy(facts, keyOf).values()].flatMap((group) => {
    const [first] = group
    return first ? [groupOf(first, group)] : []
  })
}

function groupOf(first: StoredFact, group: readonly StoredFact[]): FactGroup {
  const sums: Record<string, number> = {}
  for (const { measures } of group)
    for (const [name, value] of Object.entries(measures)) sums[name] = (sums[name] ?? 0) + value
  const { kind, day, personId, unitId, responsibilityId, subjectId = null } = first
  return {
    kind,
    day,
    personId,
    unitId,
    responsibilityId,
    subjectId,
    count: group.reduce((sum, fact) => sum + (fact.reversesId ? -1 : 1), 0),
    sums,
    happenedAt: group.reduce((late, fact) => (fact.happenedAt > late ? fact.happenedAt : late), first.happenedAt),
    factIds: group.map((fact) => fact.id),
  }
}
