import { addDays, type Day } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import { freshnessOf, gapsIn } from '#core/freshness'
import { dayIn } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { tellPeople } from '#modules/base'
import { workCalendar } from '#modules/organisation'
import type { KindFreshness, routes } from '../contract.ts'
import { daysWithFacts, kindRows, lastDays, noteSilenceTold } from '../store/kinds.ts'

type ReadFreshness = (typeof routes)['readFreshness']

/** What happened on a day may be told until noon of the next before it is missed. */
const graceMs = 12 * 3_600_000
const gapDays = 60

/** The first day that may still bring something: before it silence counts. */
export function openDay(ctx: Context): Day {
  return dayIn(ctx.timeZone, new Date(ctx.now.getTime() - graceMs))
}

/** How fresh kinds are against their rhythm on the working calendar, with the gaps of the last weeks. */
export async function readFreshness(ctx: Context, input: Input<ReadFreshness>): Promise<Output<ReadFreshness>> {
  return { kinds: await freshnessOfKinds(ctx, input.kind) }
}

export async function freshnessOfKinds(ctx: Context, asked?: readonly string[]): Promise<KindFreshness[]> {
  const registered = await kindRows(ctx, asked)
  const byKey = new Map(registered.map((row) => [row.key, row]))
  const keys = asked ?? registered.filter((row) => row.rhythm !== 'none').map((row) => row.key)
  if (keys.length === 0) return []
  const [calendar, today] = [await workCalendar(ctx), openDay(ctx)]
  const last = Map.groupBy(await lastDays(ctx, keys), (row) => row.kind)
  const days = await daysWithFacts(ctx, keys, addDays(today, -gapDays))
  return keys.map((kind): KindFreshness => {
    const sources = (last.get(kind) ?? []).map(({ source, lastDay }) => ({ source, lastDay }))
    const lastDay = sources.reduce<Day | null>((late, one) => (late && late > one.lastDay ? late : one.lastDay), null)
    const rhythm = byKey.get(kind)?.rhythm ?? 'none'
    const seen = days.get(kind) ?? new Set<Day>()
    const first = [...seen].sort()[0]
    return {
      kind,
      name: byKey.get(kind)?.name ?? {},
      rhythm,
      ...freshnessOf(rhythm, lastDay, today, calendar),
      lastDay,
      gaps: first && lastDay ? gapsIn(rhythm, seen, first, lastDay, calendar) : [],
      sources,
    }
  })
}

/**
 * Tells the owner of a kind once that none of its facts come any more. What a source of the module `sources` brings is
 * watched there, and not told twice.
 */
export async function watchKinds(ctx: Context): Promise<void> {
  const rows = new Map((await kindRows(ctx)).map((row) => [row.key, row]))
  for (const fresh of await freshnessOfKinds(ctx)) {
    const row = rows.get(fresh.kind)
    const isNews = fresh.state === 'silent' && row?.silentToldFor !== fresh.lastDay
    if (!row?.ownerId || !isNews || fresh.sources.some(({ source }) => source.startsWith('source:'))) continue
    await noteSilenceTold(ctx, row.key, fresh.lastDay)
    await tellPeople(ctx, [row.ownerId], {
      kind: 'indicators.kind-silent',
      facts: { name: row.name, day: fresh.lastDay ?? '' },
      link: '/facts',
    })
  }
}
