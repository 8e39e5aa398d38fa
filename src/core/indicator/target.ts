import * as z from 'zod'
import {
  addDays,
  addMonths,
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
 * How a target follows the year. `factors`: the stated target times the factor of the month (1 is an ordinary one);
 * `values`: a target of its own for every month; `last-year`: what the same period gave last year, changed by so many
 * permille, the stated target where there was none. January comes first.
 */
export const TargetRule = z.union([
  z.object({ kind: z.literal('fixed') }),
  z.object({ kind: z.literal('factors'), months: z.array(z.number().min(0).max(100)).length(12) }),
  z.object({ kind: z.literal('values'), months: z.array(z.number().min(-1e12).max(1e12)).length(12) }),
  z.object({ kind: z.literal('last-year'), changePermille: z.int().min(-1000).max(10_000) }),
])
export type TargetRule = z.infer<typeof TargetRule>

/** The spans cut where months begin, each with the target its month has under the rule. */
export function bySeason(spans: readonly TargetSpan[], rule: TargetRule): TargetSpan[] {
  if (rule.kind !== 'factors' && rule.kind !== 'values') return [...spans]
  const { kind, months } = rule
  return spans.flatMap((span) => {
    const cut: TargetSpan[] = []
    for (
      let month = periodAround('month', span.from);
      month.from < span.until;
      month = periodAround('month', month.until)
    ) {
      const said = months[Number(month.from.slice(5, 7)) - 1] ?? 1
      cut.push({ ...clip(month, span), target: kind === 'values' ? said : span.target * said })
    }
    return cut
  })
}

/** Whose period a target of a rule is: values are stated for months, whatever the indicator's own period. */
export function periodOf(rule: TargetRule, own: PeriodKind): PeriodKind {
  return rule.kind === 'values' ? 'month' : own
}

/** The same period a year earlier: the same month, quarter or year; the week or day 52 weeks before. */
export function yearBefore(kind: PeriodKind, { from }: Period): Days {
  return periodAround(kind, kind === 'day' || kind === 'week' ? addDays(from, -364) : addMonths(from, -12))
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
