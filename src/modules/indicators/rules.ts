import { daysBetween, periodAround, periodBefore, type Day, type PeriodKind, type WorkCalendar } from '#core/calendar'
import {
  attainment,
  climbs,
  common,
  fulfilment,
  grows,
  joined,
  light,
  periodOf,
  worst,
  type Amount,
  type Days,
  type Judged,
  type Light,
  type Tally,
  type TargetSpan,
} from '#core/indicator'
import type { FormulaProblem } from '#core/formula'
import { aimedAt } from './rules/aims.ts'
import { claimsOf, ownerOf, spansIn, type Claim } from './rules/claims.ts'
import type { Definition } from './rules/definition.ts'
import { valuesOf, type Given, type TermValue } from './rules/values.ts'

export type { Claim } from './rules/claims.ts'
export type { Definition } from './rules/definition.ts'

/** A person carries out a responsibility on these days, through one position. */
export type Seat = Days & {
  readonly personId: string
  readonly responsibilityId: string
  readonly positionId: string
  readonly unitId: string
  readonly weightPermille: number
  readonly isVisible: boolean
}

/** Facts of a person; without a responsibility where the source named none. */
export type PersonTally = Tally & {
  readonly responsibilityId: string | null
  /** The days its facts lie in; all of them have the same seats. The whole period when it is left out. */
  readonly during?: Days
}

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
  /** What the names of a formula stood for. */
  readonly terms?: readonly TermValue[]
  /** Why a formula has no value. */
  readonly problem?: FormulaProblem | null
}

export type Cell = Judged & {
  readonly responsibilityId: string
  readonly isVisible: boolean
  readonly indicators: readonly Computed[]
  /** Kinds of facts that count here also when they name no responsibility, and on which days. */
  readonly claims: readonly Claim[]
}

export type Moment = {
  readonly period: Days
  /** Part of some days that has passed by now, see `elapsed`. */
  readonly passed: (days: readonly Days[]) => number
  /** What some days owe of a target that grows, see `targetOver`. */
  readonly owed: (spans: readonly TargetSpan[], own: PeriodKind) => number
  /** The target of a definition in a unit. */
  readonly targetIn: (definition: Definition, unitId: string) => number
  /** What an indicator of the person gave in the same period last year; null where it gave nothing. */
  readonly lastYear?: (definition: Definition) => number | null
  readonly calendar?: WorkCalendar | null
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
  const spans = spansIn(tallies, moment.period)
  const claims = claimsOf(
    held.map(({ responsibilityId, own, indicators }) => ({
      responsibilityId,
      days: joined(own),
      measures: indicators.map(({ latest }) => latest.measure),
    })),
    spans,
  )
  const parts = held.map(({ responsibilityId, indicators }) => ({
    indicators,
    tallies: tallies.filter((tally) => ownerOf(tally, claims, moment.period) === responsibilityId),
  }))
  const given = valuesOf(
    parts.flatMap((part) =>
      part.indicators.map(({ latest, spans: days }) => ({
        definition: latest,
        tallies: part.tallies,
        heldDays: lengthOf(days),
      })),
    ),
    moment,
  )
  return held.map(({ responsibilityId, own, indicators }) => {
    const computed = indicators.map((indicator) => compute(indicator, given(indicator.latest), moment))
    return {
      responsibilityId,
      isVisible: own.some((seat) => seat.isVisible),
      weightPermille: weightOver(own, moment.period),
      light: worst(computed),
      attainment: fulfilment(computed),
      indicators: computed,
      claims: claims.filter((claim) => claim.responsibilityId === responsibilityId),
    }
  })
}

/** Facts that name no responsibility though several of the person's count such facts: they count for none. */
export function unclaimedIn(cells: readonly Cell[], tallies: readonly PersonTally[], period: Days): number {
  const claims = cells.flatMap((cell) => cell.claims)
  return tallies
    .filter((tally) => tally.responsibilityId === null && ownerOf(tally, claims, period) === undefined)
    .reduce((sum, tally) => sum + Math.max(0, tally.count), 0)
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
      .map((version) => ({ version, spans: aimedAt(version, common(days, [version]), seats, moment.targetIn) }))
      .filter(({ spans }) => spans.length > 0)
    const last = running.at(-1)
    if (!last) return []
    const target = last.spans.reduce((late, span) => (span.from > late.from ? span : late)).target
    return [{ latest: { ...last.version, target }, spans: running.flatMap(({ spans }) => spans) }]
  })
}

function compute({ latest, spans }: Running, { value, part, whole, terms, problem }: Given, moment: Moment): Computed {
  const { measure, direction, weightPermille, thresholds } = latest
  const heldDays = lengthOf(spans)
  const target = targetOf(latest, spans, heldDays, moment)
  const reached = attainment(value, target, direction)
  const passed = moment.passed(spans)
  return {
    definition: latest,
    target,
    value,
    part,
    whole,
    ...(terms ? { terms, problem: problem ?? null } : {}),
    elapsed: passed,
    heldDays,
    attainment: reached,
    light: light(reached, {
      elapsed: passed,
      grows: climbs(measure, direction),
      amberFrom: thresholds.amberPermille / 1000,
      greenFrom: thresholds.greenPermille / 1000,
    }),
    weightPermille,
  }
}

/** What is owed: of a target that grows by the days held, of any other what was stated last; what last year gave, if anything, where that is the rule. */
function targetOf(latest: Definition, spans: readonly TargetSpan[], heldDays: number, moment: Moment): number {
  const { targetRule, ownPeriod, measure } = latest
  const isGrowing = grows(measure)
  if (targetRule.kind === 'last-year') {
    const before = moment.lastYear?.(latest) ?? null
    if (before !== null && before !== 0) {
      const part = isGrowing ? heldDays / daysBetween(moment.period.from, moment.period.until) : 1
      return Math.round(before * (1 + targetRule.changePermille / 1000) * part * 1e6) / 1e6
    }
  }
  return isGrowing ? moment.owed(spans, periodOf(targetRule, ownPeriod)) : latest.target
}

function lengthOf(spans: readonly Days[]): number {
  return spans.reduce((sum, span) => sum + daysBetween(span.from, span.until), 0)
}

/** The weight of a responsibility in the person's work over a period; days without it weigh nothing. */
function weightOver(seats: readonly Seat[], period: Days): number {
  const days = daysBetween(period.from, period.until)
  const weighed = seats.flatMap((seat) =>
    common([seat], [period]).map(({ from, until }) => seat.weightPermille * daysBetween(from, until)),
  )
  return Math.round(weighed.reduce((sum, each) => sum + each, 0) / days)
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
