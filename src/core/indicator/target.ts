import {
  addDays,
  daysBetween,
  periodAround,
  shared,
  type Day,
  type Period,
  type PeriodKind,
} from '../calendar/index.ts'

export type Days = Period & { readonly until: Day }
/** Days on which a target holds. */
export type TargetSpan = Days & { readonly target: number }

/**
 * The target owed on the days of `spans` together, for a figure that grows with time: each span owes the share of its
 * target that its days are of the indicator's own period. A whole month owes the monthly target exactly, a week of it
 * 7/30; somebody who held the duty for half the month owes half; a target changed within the period counts by its days.
 * Rounded to six places. Spans must not share a day.
 */
export function targetOver(spans: readonly TargetSpan[], own: PeriodKind): number {
  let owed = 0
  for (const span of spans) {
    for (let period = periodAround(own, span.from); period.from < span.until; period = periodAround(own, period.until))
      owed += span.target * (lengthOf(clip(period, span)) / lengthOf(period))
  }
  return Math.round(owed * 1e6) / 1e6
}

/**
 * Part of the days that has passed before `today`, 0 to 1; today itself is not over yet. Counted in days that
 * `isWorked`, as work is due on those; in all days where none is worked.
 */
export function elapsed(spans: readonly Days[], today: Day, isWorked: (day: Day) => boolean = () => true): number {
  const last = spans.reduce((max, span) => (span.until > max ? span.until : max), '')
  if (last === '' || last <= today) return 1
  const days = spans.flatMap(daysIn)
  const worked = days.filter(isWorked)
  const counted = worked.length > 0 ? worked : days
  return counted.filter((day) => day < today).length / counted.length
}

/** The same days as spans that neither touch nor overlap, in order. */
export function joined(spans: readonly Days[]): Days[] {
  const whole: Days[] = []
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = whole.at(-1)
    if (!last || span.from > last.until) whole.push({ from: span.from, until: span.until })
    else if (span.until > last.until) whole[whole.length - 1] = { from: last.from, until: span.until }
  }
  return whole
}

/** The days two lists of spans have in common. */
export function common(spans: readonly Days[], others: readonly Period[]): Days[] {
  return spans.flatMap((span) =>
    others.flatMap((other) => {
      const days = shared(span, other)
      return days ? [{ from: days.from, until: days.until ?? span.until }] : []
    }),
  )
}

/** The days of some spans that are not among others. */
export function without(spans: readonly Days[], others: readonly Days[]): Days[] {
  return others.reduce<Days[]>(
    (left, other) =>
      left.flatMap((span) =>
        [
          { from: span.from, until: span.until < other.from ? span.until : other.from },
          { from: span.from > other.until ? span.from : other.until, until: span.until },
        ].filter(({ from, until }) => from < until),
      ),
    spans.map(({ from, until }) => ({ from, until })),
  )
}

function clip(period: Days, span: Days): Days {
  return {
    from: period.from > span.from ? period.from : span.from,
    until: period.until < span.until ? period.until : span.until,
  }
}

function lengthOf({ from, until }: Days): number {
  return daysBetween(from, until)
}

function daysIn({ from, until }: Days): Day[] {
  return Array.from({ length: daysBetween(from, until) }, (_none, index) => addDays(from, index))
}
