import { adds, type Measure } from './measure.ts'

export type Direction = 'up' | 'down'
/** green: target reached · amber: close, or there is still time · red: missed · none: nothing to judge by. */
export type Light = 'green' | 'amber' | 'red' | 'none'

/** Lights from the worst to the best; nothing to judge by comes last. */
export const lights = ['red', 'amber', 'green', 'none'] as const satisfies readonly Light[]

/**
 * Part of the target that is reached, 0 or more; for `down` a value at or below target is 1. Null without a value.
 * A target of 0 or less has no parts: it is reached (1) or not (0).
 */
export function attainment(value: number | null, target: number, direction: Direction): number | null {
  if (value === null) return null
  if (direction === 'up') return target > 0 ? Math.max(0, value / target) : value >= target ? 1 : 0
  if (value <= target) return 1
  return target > 0 ? target / value : 0
}

/**
 * The light of a figure. `elapsed` is the part of the period that has passed, 0 to 1: a count that grows towards its
 * target over the period is held against the part due by now, everything else against the whole target.
 * Green reaches down to `greenFrom` (1) and amber to `amberFrom` (0.8) of what is due.
 */
export function light(
  reached: number | null,
  options: { elapsed: number; grows: boolean; amberFrom?: number; greenFrom?: number },
): Light {
  if (reached === null) return 'none'
  const due = options.grows ? Math.min(1, Math.max(0, options.elapsed)) : 1
  if (reached >= due * (options.greenFrom ?? 1) || reached >= 1) return 'green'
  return reached >= due * (options.amberFrom ?? 0.8) ? 'amber' : 'red'
}

/** True when the value of a measure grows with the period, so that half the month owes half the target. */
export function grows(measure: Measure): boolean {
  return measure.kind === 'formula' ? measure.isCumulative : measure.kind === 'figure' && adds(measure.figure)
}

/**
 * True when the figure climbs towards its target while the period runs. A count that should stay low does not: once it
 * is over its limit no remaining time makes it good.
 */
export function climbs(measure: Measure, direction: Direction): boolean {
  return direction === 'up' && grows(measure)
}

export type Judged = { readonly light: Light; readonly attainment: number | null; readonly weightPermille: number }

/**
 * The light over several figures: the worst of them, so that a red one is never hidden behind good ones. Figures of
 * weight 0 are for information and do not count, unless all have none.
 */
export function worst(judged: readonly Judged[]): Light {
  const counting = new Set(weighed(judged).map((one) => one.light))
  return lights.find((each) => counting.has(each)) ?? 'none'
}

/**
 * Fulfilment over several figures, 0 to 1: the weighted mean of what is reached of each target, each counting at most
 * whole. Figures without a value are left out; null when none has one.
 */
export function fulfilment(judged: readonly Judged[]): number | null {
  const known = weighed(judged).filter((one) => one.attainment !== null)
  const total = known.reduce((sum, one) => sum + weightOf(one, known), 0)
  if (total === 0) return null
  return known.reduce((sum, one) => sum + weightOf(one, known) * Math.min(1, one.attainment ?? 0), 0) / total
}

function weighed(judged: readonly Judged[]): readonly Judged[] {
  const heavy = judged.filter((one) => one.weightPermille > 0)
  return heavy.length > 0 ? heavy : judged
}

/** Where nothing has a weight, everything weighs the same. */
function weightOf(one: Judged, all: readonly Judged[]): number {
  return all.every((each) => each.weightPermille === 0) ? 1 : one.weightPermille
}
