import type { Input, Output } from '#core/contract'
import { nextOf } from '#core/incentive'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { EarnedFact, Earning, routes } from '../contract.ts'
import { monthOf } from '../rules/months.ts'
import { shownFacts } from '../store/facts.ts'
import { kindNames } from '../store/kinds.ts'
import { knownPeople } from '../store/people.ts'
import { planRows, termsRows } from '../store/plans.ts'
import { entries, entryFacts, settlements } from '../store/settlements.ts'
import { auditRead } from './audit-read.ts'
import { reckoned, type Reckoned } from './reckon.ts'

type Routes = typeof routes
type Rough = Omit<Reckoned, 'version'> & { readonly termsId: string }
const mostFacts = 300

/** What a month brings a person down to each fact: settled, or as it stands now. */
export async function readEarnings(
  ctx: Context,
  { personId, period = monthOf(ctx.today) }: Input<Routes['readEarnings']>,
): Promise<Output<Routes['readEarnings']>> {
  const person = (await knownPeople(ctx, 'incentives.read', [personId], ctx.today)).get(personId)
  if (!person) throw notFound({ what: 'person' })
  if (personId !== ctx.actor.personId) await auditRead(ctx, `person/${personId}`, period)
  const settled = (await settlements(ctx)).find((one) => one.period === period)
  const past = await entries(ctx, { personId })
  const rough = settled ? await kept(ctx, past, period) : await live(ctx, personId, period)
  const shown = await earningsOf(ctx, rough, period, settled === undefined)
  const totalFen = rough.reduce((sum, { fen }) => sum + fen, 0)
  const months = Map.groupBy(past, (one) => one.period)
  const kinds = [...new Set(shown.flatMap(({ facts }) => facts.map(({ kind }) => kind)))]
  return {
    personId,
    name: person.name,
    period,
    state: settled ? 'settled' : 'running',
    settledAt: settled?.settledAt.toISOString() ?? null,
    totalFen,
    earnings: shown,
    months: [...months]
      .map(([month, own]) => ({ period: month, fen: own.reduce((sum, { fen }) => sum + fen, 0) }))
      .sort((a, b) => (a.period < b.period ? 1 : -1)),
    kinds: await kindNames(ctx, kinds),
  }
}

async function live(ctx: Context, personId: string, period: string): Promise<Rough[]> {
  const { entries: found } = await reckoned(ctx, period, { only: [personId] })
  return found.map(({ version, ...one }) => ({ ...one, termsId: version.id }))
}

async function kept(ctx: Context, past: Awaited<ReturnType<typeof entries>>, period: string): Promise<Rough[]> {
  const own = past.filter((one) => one.period === period)
  const facts = Map.groupBy(
    await entryFacts(
      ctx,
      own.map(({ id }) => id),
    ),
    ({ entryId }) => entryId,
  )
  return own.map((one) => ({ ...one, facts: facts.get(one.id) ?? [] }))
}

async function earningsOf(ctx: Context, rough: readonly Rough[], period: string, isLive: boolean): Promise<Earning[]> {
  const plans = new Map((await planRows(ctx, 500)).map((plan) => [plan.id, plan]))
  const versions = new Map((await termsRows(ctx)).map((version) => [version.id, version]))
  const listed = rough.map((one) => one.facts.slice(0, mostFacts))
  const rows = await shownFacts(
    ctx,
    listed.flatMap((facts) => facts.map(({ factId }) => factId)),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return rough.map((one, at): Earning => {
    const version = versions.get(one.termsId)
    const runs = isLive && one.origin === period && period === monthOf(ctx.today)
    return {
      planId: one.planId,
      planName: (plans.get(one.planId)?.name ?? {}) as Record<string, string>,
      terms: version?.terms ?? null,
      termsFrom: version?.from ? monthOf(version.from) : null,
      origin: one.origin,
      milli: one.milli,
      fen: one.fen,
      pieces: one.facts.length,
      steps: [...one.steps],
      facts: (listed[at] ?? []).flatMap(({ factId, milli, fen, why }): EarnedFact[] => {
        const row = byId.get(factId)
        return row ? [{ ...row, factId, milli, fen, why }] : []
      }),
      next: runs && version ? nextOf(version.terms, one.milli ?? 0) : null,
    }
  })
}
