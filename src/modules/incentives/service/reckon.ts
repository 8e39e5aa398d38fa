import { differenceOf, type ChangedFact, type Earned, type PayStep } from '#core/incentive'
import type { Context } from '#kernel/context'
import { heldIn, monthsBetween, shifted } from '../rules/months.ts'
import { termsRows, type TermsRow } from '../store/plans.ts'
import { settledOf, settlements } from '../store/settlements.ts'
import { openSource, type Source } from './source.ts'

/** What a plan brings a person in a month, or the difference that month makes to an earlier one. */
export type Reckoned = {
  readonly planId: string
  readonly version: TermsRow
  readonly personId: string
  readonly origin: string
  readonly milli: number | null
  readonly fen: number
  readonly steps: readonly PayStep[]
  readonly facts: readonly (Omit<ChangedFact, 'why'> & { why: ChangedFact['why'] | 'earned' })[]
}

/**
 * What a month that is not settled would bring now: of each plan on in it, and the differences to settled months as far
 * back as returns still count. `only` narrows it to some people.
 */
export async function reckoned(
  ctx: Context,
  period: string,
  { only, planId }: { readonly only?: readonly string[]; readonly planId?: string } = {},
): Promise<{ entries: Reckoned[]; unknown: string[] }> {
  const versions = (await termsRows(ctx, planId ? [planId] : undefined)).filter(({ state }) => state === 'on')
  const closed = new Set((await settlements(ctx)).map((one) => one.period))
  const found: Reckoned[] = []
  const unknown = new Set<string>()
  for (const [id, own] of Map.groupBy(versions, (version) => version.planId)) {
    const origins = originsOf(own, period).filter((month) => closed.has(month))
    const current = heldIn(own, period)
    const wanted = current ? [...origins, period] : origins
    const settled = await settledOf(ctx, id, origins)
    for (const [version, months] of Map.groupBy(wanted, (month) => heldIn(own, month))) {
      if (!version) continue
      const source = await openSource(ctx, version.terms, monthsBetween(months[0] ?? '', months.at(-1) ?? ''), only)
      for (const number of source.unknown) unknown.add(number)
      for (const month of months) {
        if (month === period) found.push(...earnings(version, source, period, only))
        else found.push(...differences(version, source.earnedIn(version.terms, month), month, settled, only))
      }
    }
  }
  return { entries: found, unknown: [...unknown].sort() }
}

/** Earlier months of a plan that late facts and returns still reach. */
function originsOf(versions: readonly TermsRow[], period: string): string[] {
  const back = Math.max(0, ...versions.map(({ terms }) => terms.clawbackMonths))
  const months = monthsBetween(shifted(period, -back), shifted(period, -1))
  return months.filter((month) => month >= shifted(period, -(heldIn(versions, month)?.terms.clawbackMonths ?? 0)))
}

function earnings(version: TermsRow, source: Source, period: string, only?: readonly string[]): Reckoned[] {
  const mine = source.earnedIn(version.terms, period).filter(({ personId }) => !only || only.includes(personId))
  return mine.map(({ personId, milli, fen, steps, facts }) => ({
    planId: version.planId,
    version,
    personId,
    origin: period,
    milli,
    fen,
    steps,
    facts: facts.map((fact) => ({ ...fact, why: 'earned' as const })),
  }))
}

function differences(
  version: TermsRow,
  earned: readonly Earned[],
  origin: string,
  settled: Awaited<ReturnType<typeof settledOf>>,
  only?: readonly string[],
): Reckoned[] {
  const now = new Map(earned.map((one) => [one.personId, one]))
  const before = [...settled.values()].flatMap((one) => (one.origin === origin ? one.personId : []))
  const people = new Set([...now.keys(), ...before].filter((id) => !only || only.includes(id)))
  return [...people].sort().flatMap((personId): Reckoned[] => {
    const changed = differenceOf(now.get(personId), settled.get(`${origin}:${personId}`))
    if (!changed) return []
    const { milli = null, steps = [] } = now.get(personId) ?? {}
    return [{ planId: version.planId, version, personId, origin, milli, steps, ...changed }]
  })
}
