import { createHash } from 'node:crypto'
import { monthStart, overlap, periodAround, type Day } from '#core/calendar'
import { needsOf, type Days, type Need } from '#core/indicator'
import type { Context } from '#kernel/context'
import type { Definition, PersonTally, Seat } from '../rules.ts'
import { keptTallies } from '../store/kept-tallies.ts'
import { talliesOf } from '../store/tallies.ts'

type Asked = {
  readonly seats: ReadonlyMap<string, readonly Seat[]>
  readonly definitions: ReadonlyMap<string, readonly Definition[]>
  readonly periods: readonly Days[]
  /** Without looking at what is kept: for computing it, and to hold it against. */
  readonly isAnew?: boolean
}

/**
 * The facts of people added up for each period. Whole months are taken from what is kept, where nothing came since and
 * it was made for the same indicators; the rest is added up now. Where somebody's seats change within a period its days
 * are added up in stretches, so that a fact is given to whoever held the duty on its day.
 */
export async function talliedFor(
  ctx: Context,
  personIds: readonly string[],
  { seats, definitions, periods, isAnew }: Asked,
): Promise<Map<string, PersonTally[][]>> {
  const found = new Map(personIds.map((id) => [id, periods.map((): PersonTally[] => [])]))
  const asking = needsBy(seats, definitions)
  const kept = isAnew ? () => undefined : await keptBy(ctx, personIds, periods)
  const plain = new Map<number, string[]>()
  const changing = new Map<string, Days[]>()
  for (const id of personIds) {
    periods.forEach((period, n) => {
      const own = seats.get(id) ?? []
      const cuts = cutsIn(own, period)
      const tallies = cuts.length === 0 ? kept(id, period, asking(id, period).hash) : undefined
      if (tallies) found.get(id)?.[n]?.push(...tallies)
      else if (cuts.length === 0) plain.set(n, [...(plain.get(n) ?? []), id])
      else changing.set(id, [...(changing.get(id) ?? []), period])
    })
  }
  await addPlain(ctx, plain, found, periods, asking)
  await addChanging(ctx, changing, found, { seats, definitions, periods }, asking)
  return found
}

export type Asking = (personId: string, period: Days) => { readonly needs: readonly Need[]; readonly hash: string }

/** What must be known of a person's facts of a period; worked out once for all who hold the same. */
export function needsBy(
  seats: ReadonlyMap<string, readonly Seat[]>,
  definitions: ReadonlyMap<string, readonly Definition[]>,
): Asking {
  const known = new Map<string, { needs: readonly Need[]; hash: string }>()
  return (personId, period) => {
    const held = (seats.get(personId) ?? [])
      .filter((seat) => overlap(seat, period))
      .map((seat) => seat.responsibilityId)
    const ids = [...new Set(held)].sort()
    const key = `${period.from}:${period.until}:${ids.join()}`
    const found = known.get(key)
    if (found) return found
    const running = ids.flatMap((id) => definitions.get(id) ?? []).filter((one) => overlap(one, period))
    const needs = needsOf(running.map(({ measure }) => measure)).toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
    const hash = createHash('sha256').update(JSON.stringify(needs)).digest('base64url').slice(0, 22)
    known.set(key, { needs, hash })
    return { needs, hash }
  }
}

/** Days within a period on which what the person holds may change. */
export function cutsIn(seats: readonly Seat[], { from, until }: Days): Day[] {
  const days = seats.flatMap((seat) => [seat.from, seat.until])
  return [...new Set(days)].filter((day) => day > from && day < until).sort()
}

/** The months a period is made of; none where it is not made of whole months. */
export function monthsIn({ from, until }: Days): Day[] {
  const months: Day[] = []
  if (monthStart(from) !== from || monthStart(until) !== until) return months
  for (let month = from; month < until; month = periodAround('month', month).until) months.push(month)
  return months
}

async function keptBy(ctx: Context, personIds: readonly string[], periods: readonly Days[]) {
  const months = [...new Set(periods.flatMap(monthsIn))]
  const rows = await keptTallies(ctx, personIds, months)
  const byKey = new Map(rows.map((row) => [`${row.personId}:${row.month}`, row]))
  return (personId: string, period: Days, needs: string): PersonTally[] | undefined => {
    const wanted = monthsIn(period)
    const found = wanted.flatMap((month) => byKey.get(`${personId}:${month}`) ?? [])
    const isWhole = wanted.length > 0 && found.length === wanted.length && found.every((one) => one.needs === needs)
    return isWhole ? found.flatMap((one) => one.tallies) : undefined
  }
}

async function addPlain(
  ctx: Context,
  plain: ReadonlyMap<number, readonly string[]>,
  found: ReadonlyMap<string, PersonTally[][]>,
  periods: readonly Days[],
  asking: Asking,
): Promise<void> {
  const numbers = [...plain.keys()].sort((a, b) => a - b)
  const asked = numbers.flatMap((n) => periods[n] ?? [])
  const wanting = new Set([...plain].flatMap(([n, ids]) => ids.map((id) => `${n}:${id}`)))
  const ids = [...new Set([...plain.values()].flat())]
  const needs = joinedNeeds(ids.flatMap((id) => asked.map((period) => asking(id, period).needs)))
  for (const { personId, period, ...tally } of await talliesOf(ctx, ids, asked, needs)) {
    const n = numbers[period] ?? -1
    if (wanting.has(`${n}:${personId}`)) found.get(personId)?.[n]?.push(tally)
  }
}

async function addChanging(
  ctx: Context,
  changing: ReadonlyMap<string, readonly Days[]>,
  found: ReadonlyMap<string, PersonTally[][]>,
  { seats, periods }: Asked,
  asking: Asking,
): Promise<void> {
  if (changing.size === 0) return
  const ids = [...changing.keys()]
  const edges = new Set([...changing.values()].flat().flatMap((period) => [period.from, period.until]))
  for (const id of ids) for (const seat of seats.get(id) ?? []) edges.add(seat.from).add(seat.until)
  const days = [...edges].sort()
  const spans = days.slice(1).map((until, at) => ({ from: days[at] ?? until, until }))
  const needs = joinedNeeds(ids.flatMap((id) => (changing.get(id) ?? []).map((period) => asking(id, period).needs)))
  for (const { personId, period, ...tally } of await talliesOf(ctx, ids, spans, needs)) {
    const span = spans[period]
    if (!span) continue
    periods.forEach((one, n) => {
      const isIts = changing.get(personId)?.includes(one) && one.from <= span.from && span.until <= one.until
      if (isIts) found.get(personId)?.[n]?.push({ ...tally, during: span })
    })
  }
}

/** One list of needs that serves all: finer groups than one asked for give the same sums. */
export function joinedNeeds(all: readonly (readonly Need[])[]): Need[] {
  const kinds = Map.groupBy([...new Set(all)].flat(), (need) => need.kind)
  return [...kinds].map(([kind, needs]) => {
    const dimensions = Map.groupBy(
      needs.flatMap((need) => need.dimensions),
      ({ name }) => name,
    )
    return {
      kind,
      dimensions: [...dimensions].map(([name, same]) => ({
        name,
        values: [...new Set(same.flatMap(({ values }) => values))],
      })),
      measures: [...new Set(needs.flatMap((need) => need.measures))],
      extremes: needs.some((need) => need.extremes),
      distinct: [...new Set(needs.flatMap((need) => need.distinct))],
    }
  })
}
