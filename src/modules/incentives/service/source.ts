import type { Day } from '#core/calendar'
import { compute, milliOf, sharesOf, type CountedFact, type Earned, type PlanTerms } from '#core/incentive'
import type { Context } from '#kernel/context'
import { standingsOf } from '#modules/indicators'
import { daysOf } from '../rules/months.ts'
import { planFacts, type PlanFact } from '../store/facts.ts'
import { idsByNumber, spansOf, type Span } from '../store/people.ts'

/** What a plan's months are reckoned from, read at once for all of them. */
export type Source = {
  /** What a month brings by these terms, with the facts that stood on a day (all that stand now, without one). */
  readonly earnedIn: (terms: PlanTerms, month: string, asOf?: Day) => Earned[]
  readonly facts: readonly PlanFact[]
  /** Staff numbers in facts that nobody has. */
  readonly unknown: ReadonlySet<string>
}

/**
 * Reads facts and participants of some months in a row: a statement for each, not one per person or month. With `only`
 * what concerns other people is left out where it can't matter to those.
 */
export async function openSource(
  ctx: Context,
  terms: PlanTerms,
  months: readonly string[],
  only?: readonly string[],
): Promise<Source> {
  const days = { from: daysOf(months[0] ?? '').from, until: daysOf(months.at(-1) ?? '').until }
  const { basis } = terms
  const spans = Map.groupBy(await spansOf(ctx, terms.participants, days), ({ personId }) => personId)
  const isAlone = terms.rule.kind !== 'pool' && (basis.kind === 'indicator' || basis.sharing.kind === 'actor')
  const narrow = isAlone ? only : undefined
  const facts = basis.kind === 'facts' ? await planFacts(ctx, basis, days, narrow) : []
  const byNumber = basis.kind === 'facts' && basis.sharing.kind !== 'actor' ? await idsByNumber(ctx) : new Map()
  const values =
    basis.kind === 'indicator' ? await indicatorValues(ctx, basis, months, narrow ?? [...spans.keys()]) : null
  const unknown = new Set<string>()
  const counted = facts.map((fact) => {
    const read = countedOf(terms, fact, byNumber, spans)
    for (const number of read.unknown) unknown.add(number)
    return { fact, counted: read.counted }
  })
  const byMonth = Map.groupBy(counted, ({ fact }) => fact.day.slice(0, 7))
  return {
    facts,
    unknown,
    earnedIn: (asked, month, asOf) => {
      const { from, until } = daysOf(month)
      const people = (narrow ?? [...spans.keys()]).filter((id) =>
        spans.get(id)?.some((span) => span.from < until && span.until > from),
      )
      const standing = (byMonth.get(month) ?? []).filter(
        ({ fact }) => fact.reversedOn === null || (asOf !== undefined && fact.reversedOn >= asOf),
      )
      return compute(
        asked,
        people.sort(),
        standing.map((one) => one.counted),
        values?.get(month),
      )
    },
  }
}

/** A fact with whose it is: the part of somebody who doesn't take part on its day is nobody's. */
function countedOf(
  { basis }: PlanTerms,
  fact: PlanFact,
  byNumber: ReadonlyMap<string, string>,
  spans: ReadonlyMap<string, readonly Span[]>,
): { counted: CountedFact; unknown: readonly string[] } {
  if (basis.kind !== 'facts') throw new Error('an indicator has no facts of its own')
  const { shares, unknown } = sharesOf(basis.sharing, fact.personId, fact.dimensions, byNumber)
  const takesPart = (personId: string) =>
    spans.get(personId)?.some((span) => span.from <= fact.day && fact.day < span.until) === true
  const milli = fact.measure === null ? 1000 : milliOf(fact.measure, basis.isFen)
  const value = basis.take === 'distinct' ? (fact.dimensions[basis.of ?? ''] ?? null) : null
  const own = shares.map((share) => (takesPart(share.personId) ? share : { ...share, personId: '' }))
  return { counted: { id: fact.id, milli, value, shares: own }, unknown }
}

async function indicatorValues(
  ctx: Context,
  basis: { readonly responsibilityId: string; readonly key: string },
  months: readonly string[],
  personIds: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const standings = await standingsOf(ctx, 'indicators.read', personIds, months.map(daysOf))
  const found = new Map(months.map((month) => [month, new Map<string, number>()]))
  for (const [personId, all] of standings)
    for (const [at, { cells }] of all.entries()) {
      const cell = cells.find((one) => one.responsibilityId === basis.responsibilityId)
      const value = cell?.indicators.find((one) => one.definition.key === basis.key)?.value ?? null
      if (value !== null) found.get(months[at] ?? '')?.set(personId, milliOf(value))
    }
  return found
}
