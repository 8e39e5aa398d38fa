import { daysBetween, periodAround, periodBefore, type Day, type PeriodKind } from '#core/calendar'
import {
  amountIn,
  attainment,
  climbs,
  common,
  fulfilment,
  grows,
  joined,
  kindsOf,
  light,
  valueOf,
  without,
  worst,
  type Amount,
  type Days,
  type Direction,
  type Judged,
  type Light,
  type Measure,
  type Tally,
  type TargetSpan,
} from '#core/indicator'
import type { LocalText } from '#core/local-text'

/** Targets that count in some units, the nearest first: `TargetLayers` of responsibilities, which a pure rule may not import. */
export type TargetLayers = readonly (readonly { readonly unitId: string | null; readonly target: number }[])[]

/** A person carries out a responsibility on these days, through one position. */
export type Seat = Days & {
  readonly personId: string
  readonly responsibilityId: string
  readonly unitId: string
  readonly weightPermille: number
  readonly isVisible: boolean
}

/** An indicator as a version of a responsibility states it. */
export type Definition = {
  readonly from: Day
  readonly until: Day | null
  readonly responsibilityId: string
  readonly key: string
  readonly name: LocalText
  readonly unit: string
  readonly direction: Direction
  readonly target: number
  /** Other targets by unit, see `targetFor` of responsibilities. */
  readonly otherTargets: TargetLayers
  readonly weightPermille: number
  readonly ownPeriod: PeriodKind
  readonly measure: Measure
}

/** Facts of a person; without a responsibility where the source named none. */
export type PersonTally = Tally & { readonly responsibilityId: string | null }

/** An indicator of a person in a period, computed. */
export type Computed = Judged & {
  /** What was stated last within the days it was held. */
  readonly definition: Definition
  readonly target: number
  readonly value: number | null
  readonly elapsed: number
  readonly heldDays: number
  readonly part: Amount
  readonly whole: Amount
}

export type Cell = Judged & {
  readonly responsibilityId: string
  readonly isVisible: boolean
  readonly indicators: readonly Computed[]
  /** Kinds of facts that count here also when they name no responsibility. */
  readonly claimedKinds: readonly string[]
}

export type Moment = {
  readonly period: Days
  /** Part of some days that has passed by now, see `elapsed`. */
  readonly passed: (days: readonly Days[]) => number
  /** What some days owe of a target that grows, see `targetOver`. */
  readonly owed: (spans: readonly TargetSpan[], own: PeriodKind) => number
  /** The target of a definition in a unit. */
  readonly targetIn: (definition: Definition, unitId: string) => number
}

/** Everything a person answers for in a period, computed: a cell a responsibility, also those the reader may not see. */
export function cellsOf(
  seats: readonly Seat[],
  definitions: ReadonlyMap<string, readonly Definition[]>,
  tallies: readonly PersonTally[],
  moment: Moment,
): Cell[] {
  const held = [...Map.groupBy(seats, (seat) => seat.responsibilityId)].flatMap(([responsibilityId, own]) => {
    const days = common(joined(own), [moment.period])
    const indicators = runningOn(days, definitions.get(responsibilityId) ?? [], own, moment)
    return days.length > 0 ? [{ responsibilityId, own, indicators }] : []
  })
  const claims = claimsOf(held.map((one) => ({ ...one, measures: one.indicators.map(({ latest }) => latest.measure) })))
  return held.map(({ responsibilityId, own, indicators }) => {
    const claimedKinds = [...claims].filter(([, claimant]) => claimant === responsibilityId).map(([kind]) => kind)
    const mine = tallies.filter((tally) => (tally.responsibilityId ?? claims.get(tally.kind)) === responsibilityId)
    const computed = indicators.map((indicator) => compute(indicator, mine, moment))
    return {
      responsibilityId,
      isVisible: own.some((seat) => seat.isVisible),
      weightPermille: weightOver(own, moment.period),
      light: worst(computed),
      attainment: fulfilment(computed),
      indicators: computed,
      claimedKinds,
    }
  })
}

/** Facts that name no responsibility though several of the person's count such facts: they count for none. */
export function unclaimedIn(cells: readonly Cell[], tallies: readonly PersonTally[]): number {
  const claimed = new Set(cells.flatMap((cell) => cell.claimedKinds))
  return tallies
    .filter((tally) => tally.responsibilityId === null && !claimed.has(tally.kind))
    .reduce((sum, tally) => sum + Math.max(0, tally.count), 0)
}

/**
 * Which responsibility a fact counts for that names none, by its kind: the only one of the person's whose indicators
 * look at such facts. Where several do, none: guessing would credit the wrong work.
 */
function claimsOf(held: readonly { responsibilityId: string; measures: readonly Measure[] }[]): Map<string, string> {
  const wanting = held.flatMap(({ responsibilityId, measures }) =>
    [...new Set(measures.flatMap(kindsOf))].map((kind) => ({ kind, responsibilityId })),
  )
  const byKind = Map.groupBy(wanting, ({ kind }) => kind)
  return new Map(
    [...byKind].flatMap(([kind, [first, second]]): [string, string][] =>
      first && !second ? [[kind, first.responsibilityId]] : [],
    ),
  )
}

type Running = { readonly latest: Definition; readonly spans: readonly TargetSpan[] }

/** The indicators stated on some of the days, with the target of each day; the last statement says what is computed. */
function runningOn(
  days: readonly Days[],
  definitions: readonly Definition[],
  seats: readonly Seat[],
  moment: Moment,
): Running[] {
  return [...Map.groupBy(definitions, (definition) => definition.key).values()].flatMap((versions) => {
    const running = versions
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map((version) => ({ version, spans: aimedAt(version, common(days, [version]), seats, moment) }))
      .filter(({ spans }) => spans.length > 0)
    const last = running.at(-1)
    if (!last) return []
    const target = last.spans.reduce((late, span) => (span.from > late.from ? span : late)).target
    return [{ latest: { ...last.version, target }, spans: running.flatMap(({ spans }) => spans) }]
  })
}

/** The days with what is aimed at on each: where targets differ by unit, that of the heaviest seat of the day. */
function aimedAt(version: Definition, days: readonly Days[], seats: readonly Seat[], moment: Moment): TargetSpan[] {
  if (version.otherTargets.length === 0) return days.map((span) => ({ ...span, target: version.target }))
  let left = [...days]
  return seats
    .toSorted((a, b) => b.weightPermille - a.weightPermille)
    .flatMap((seat) => {
      const own = common(left, [seat])
      left = without(left, own)
      return own.map((span) => ({ ...span, target: moment.targetIn(version, seat.unitId) }))
    })
}

function compute({ latest, spans }: Running, tallies: readonly Tally[], moment: Moment): Computed {
  const { measure, direction, weightPermille } = latest
  const part = amountIn(measure.kind === 'figure' ? measure.figure : measure.part, tallies)
  const whole = measure.kind === 'figure' ? { count: 0, sum: 0 } : amountIn(measure.whole, tallies)
  const value = valueOf(measure, part, whole)
  const target = grows(measure) ? moment.owed(spans, latest.ownPeriod) : latest.target
  const reached = attainment(value, target, direction)
  const passed = moment.passed(spans)
  return {
    definition: latest,
    target,
    value,
    part,
    whole,
    elapsed: passed,
    heldDays: spans.reduce((sum, span) => sum + daysBetween(span.from, span.until), 0),
    attainment: reached,
    light: light(reached, { elapsed: passed, grows: climbs(measure, direction) }),
    weightPermille,
  }
}

/** The weight of a responsibility in the person's work over a period; days without it weigh nothing. */
function weightOver(seats: readonly Seat[], period: Days): number {
  const days = daysBetween(period.from, period.until)
  const total = seats.reduce((sum, seat) => sum + seat.weightPermille * daysBetween(seat.from, seat.until), 0)
  return Math.round(total / days)
}

export type Overall = { readonly light: Light; readonly fulfilmentPermille: number | null }

export function overallOf(judged: readonly Judged[]): Overall {
  return { light: worst(judged), fulfilmentPermille: permille(fulfilment(judged)) }
}

/** Whole permille; what is nearly reached is not called reached, and what is nearly nothing not nothing. */
export function permille(part: number | null): number | null {
  if (part === null) return null
  const rounded = Math.round(part * 1000)
  if (rounded >= 1000 && part < 1) return 999
  return rounded === 0 && part > 0 ? 1 : rounded
}

/** The last `count` periods of a kind, the one around `day` last. */
export function periodsUpTo(kind: PeriodKind, day: Day, count: number): Days[] {
  const periods: Days[] = [periodAround(kind, day)]
  while (periods.length < count) periods.unshift(periodBefore(kind, periods[0]?.from ?? day))
  return periods
}

/** The day whose posts and names a period is shown with: today while it runs, else its last, or first, day. */
export function dayToShow({ from, until }: Days, today: Day, dayBefore: (day: Day) => Day): Day {
  if (today < from) return from
  return today < until ? today : dayBefore(until)
}
