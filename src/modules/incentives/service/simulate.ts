import type { Input, Output } from '#core/contract'
import { differenceOf, type PlanTerms, type Settled } from '#core/incentive'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { daysOf, heldIn, monthOf, monthsBetween, shifted } from '../rules/months.ts'
import { knownPeople } from '../store/people.ts'
import { termsRows } from '../store/plans.ts'
import { auditRead } from './audit-read.ts'
import { openSource, type Source } from './source.ts'
import { planById } from './plans.ts'

type Simulated = Map<string, number[]>
const mostRows = 500

/**
 * Past months by the terms of a draft, as if they had been settled one after the other, returns taken back in the month
 * they came. Only of people whose incentives one may read; sums are of those.
 */
export async function simulatePlan(
  ctx: Context,
  { planId, months: count, last = shifted(monthOf(ctx.today), -1) }: Input<(typeof routes)['simulatePlan']>,
): Promise<Output<(typeof routes)['simulatePlan']>> {
  await planById(ctx, planId)
  const versions = await termsRows(ctx, [planId])
  const running = versions.filter(({ state }) => state === 'on')
  const terms = (versions.find(({ state }) => state === 'draft') ?? running[0])?.terms
  const months = monthsBetween(shifted(last, 1 - count), last)
  if (!terms) return { months: [], rows: [], hasMore: false, facts: 0, unknown: [] }
  const source = await openSource(ctx, terms, months)
  const tried = simulated(() => ({ terms, source }), months)
  const inForce = await simulatedInForce(ctx, running, months)
  const ids = [...new Set([...tried.keys(), ...inForce.keys()])]
  const known = await knownPeople(ctx, 'incentives.read', ids, ctx.today)
  if (known.size > 0) await auditRead(ctx, `incentive-plan/${planId}`, `${months[0]}..${last}`)
  const rows = [...known.values()].map(({ id, name, number }) => {
    const monthsFen = tried.get(id) ?? months.map(() => 0)
    const before = running.length > 0 ? total(inForce.get(id) ?? []) : null
    return { personId: id, name, number, fen: total(monthsFen), inForceFen: before, monthsFen }
  })
  rows.sort((a, b) => b.fen - a.fen || (a.number < b.number ? -1 : 1))
  return {
    months: months.map((period, at) => ({
      period,
      fen: total(rows.map(({ monthsFen }) => monthsFen[at] ?? 0)),
      people: rows.filter(({ monthsFen }) => (monthsFen[at] ?? 0) !== 0).length,
      inForceFen: heldIn(running, period) ? total(rows.map((row) => inForce.get(row.personId)?.[at] ?? 0)) : null,
    })),
    rows: rows.slice(0, mostRows),
    hasMore: rows.length > mostRows,
    facts: source.facts.length,
    unknown: [...source.unknown].sort(),
  }
}

/** The same months by what was on in them; one reading of the facts for each version. */
async function simulatedInForce(
  ctx: Context,
  running: Awaited<ReturnType<typeof termsRows>>,
  months: readonly string[],
): Promise<Simulated> {
  const sources = new Map<PlanTerms, Source>()
  for (const [version, own] of Map.groupBy(months, (month) => heldIn(running, month)))
    if (version) sources.set(version.terms, await openSource(ctx, version.terms, own))
  return simulated((month) => {
    const terms = heldIn(running, month)?.terms
    const source = terms && sources.get(terms)
    return terms && source ? { terms, source } : undefined
  }, months)
}

function simulated(
  of: (month: string) => { terms: PlanTerms; source: Source } | undefined,
  months: readonly string[],
): Simulated {
  const found: Simulated = new Map()
  const settled = new Map<string, Settled>()
  months.forEach((month, at) => {
    const { until } = daysOf(month)
    months.slice(0, at + 1).forEach((origin, from) => {
      const held = of(origin)
      if (!held || at - from > held.terms.clawbackMonths) return
      if (origin !== month && !returnsIn(held.source, origin, month)) return
      const earned = held.source.earnedIn(held.terms, origin, until)
      const now = new Map(earned.map((one) => [one.personId, one]))
      const before = [...settled.keys()].filter((key) => key.startsWith(origin)).map((key) => key.slice(8))
      for (const personId of new Set([...now.keys(), ...before])) {
        const key = `${origin}:${personId}`
        const changed = differenceOf(now.get(personId), settled.get(key))
        const one = now.get(personId)
        settled.set(key, {
          fen: one?.fen ?? 0,
          facts: new Map(one?.facts.map(({ factId, fen }) => [factId, fen])),
        })
        if (!changed) continue
        const row = found.get(personId) ?? months.map(() => 0)
        row[at] = (row[at] ?? 0) + changed.fen
        found.set(personId, row)
      }
    })
  })
  return found
}

/** Whether a fact of a month was taken back in a later one. */
function returnsIn({ facts }: Source, origin: string, month: string): boolean {
  return facts.some(({ day, reversedOn }) => day.startsWith(origin) && reversedOn?.startsWith(month))
}

function total(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0)
}
