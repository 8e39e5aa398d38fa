import { daysBetween, type Day } from '../calendar/index.ts'
import { divide, fraction, plus, times, type Fraction } from './fraction.ts'
import type { Line } from './scheme.ts'

export type Days = { readonly from: Day; readonly until: Day }
export type Held = { readonly responsibilityId: string; readonly weightPermille: number }

/** Days in a row on which the same lines count and the same responsibilities are held with the same weights. */
export type Stretch = Days & { readonly lines: readonly Line[]; readonly held: readonly Held[] }

/** What a line, or a responsibility within it, weighs over all days; the parts of everything add up to exactly 1. */
export type Share = {
  readonly line: Line
  /** Null for the whole of another line, and for days of a line of responsibilities on which none was held. */
  readonly responsibilityId: string | null
  readonly part: Fraction
  /** On which days it weighed how much of the day, in permille rounded down; days in a row are one entry. */
  readonly days: readonly (Days & { readonly weightPermille: number })[]
}

/**
 * Weights day by day: each day is worth the same; on each the lines weigh what the scheme of that day says, and a line of
 * responsibilities is split by the weights of the holdings of that day (evenly where all weigh 0). Stretches may not share
 * a day. A line that stands in several versions of a scheme is told as the last one says.
 */
export function sharesOver(stretches: readonly Stretch[]): Share[] {
  const counting = stretches.filter(({ lines }) => lines.length > 0)
  const total = counting.reduce((sum, { from, until }) => sum + daysBetween(from, until), 0)
  const shares = new Map<string, Share>()
  for (const stretch of counting.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const ofAll = fraction(daysBetween(stretch.from, stretch.until), total)
    const whole = stretch.lines.reduce((sum, { weightPermille }) => sum + weightPermille, 0)
    for (const line of stretch.lines) {
      for (const { responsibilityId, part } of within(line, stretch.held)) {
        const ofDay = times(fraction(line.weightPermille, whole), part)
        const key = `${line.key} ${responsibilityId ?? ''}`
        const before = shares.get(key)
        const added = { from: stretch.from, until: stretch.until, weightPermille: permille(ofDay) }
        shares.set(key, {
          line,
          responsibilityId,
          part: plus(before?.part ?? fraction(0), times(ofAll, ofDay)),
          days: joined(before?.days ?? [], added),
        })
      }
    }
  }
  return [...shares.values()]
}

function within(line: Line, held: readonly Held[]): { responsibilityId: string | null; part: Fraction }[] {
  if (line.source.kind !== 'responsibilities' || held.length === 0)
    return [{ responsibilityId: null, part: fraction(1) }]
  const byId = Map.groupBy(held, ({ responsibilityId }) => responsibilityId)
  const weights = [...byId].map(([responsibilityId, own]) => ({
    responsibilityId,
    weight: own.reduce((sum, { weightPermille }) => sum + weightPermille, 0),
  }))
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0)
  return weights.map(({ responsibilityId, weight }) => ({
    responsibilityId,
    part: whole === 0 ? fraction(1, weights.length) : divide(fraction(weight), fraction(whole)),
  }))
}

function joined(days: Share['days'], added: Share['days'][number]): Share['days'] {
  const last = days.at(-1)
  if (last?.until !== added.from || last.weightPermille !== added.weightPermille) return [...days, added]
  return [...days.slice(0, -1), { ...last, until: added.until }]
}

function permille({ over, under }: Fraction): number {
  return Number((over * 1000n) / under)
}
