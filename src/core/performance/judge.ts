import { apportion, roundHalfUp, roundTogether } from './apportion.ts'
import { scoreOn } from './curve.ts'
import { divide, fraction, nothing, plus, times, total, type Fraction } from './fraction.ts'
import type { Line } from './scheme.ts'
import type { Days, Share } from './weight.ts'

/** What a person reached of an indicator over the period; null where there is no figure. */
export type Reached = {
  readonly responsibilityId: string
  readonly indicatorKey: string
  /** Its weight within its responsibility, 0 to 1000. */
  readonly weightPermille: number
  readonly reachedPermille: number | null
}

/** The smallest thing scored: an indicator, or a manual line. Weights of all leaves add up to 10000. */
export type Leaf = {
  readonly lineKey: string
  readonly responsibilityId: string | null
  readonly indicatorKey: string | null
  readonly reachedPermille: number | null
  /** Null without a figure: then it weighs 0 and its weight went to the others. */
  readonly scoreHundredths: number | null
  /** Hundredths of a percent of the whole. */
  readonly weightPermyriad: number
  /** What it adds to the whole; points of all leaves add up to the score before vetoes, to the hundredth. */
  readonly pointsHundredths: number
  readonly days: readonly (Days & { readonly weightPermille: number })[]
}

export type Veto = {
  readonly lineKey: string
  readonly scoreHundredths: number
  readonly belowHundredths: number
  readonly capHundredths: number
}

export type Verdict = {
  readonly leaves: readonly Leaf[]
  /** Before vetoes; null where nothing has a figure. */
  readonly sumHundredths: number | null
  /** Lines that fell under their threshold. */
  readonly vetoes: readonly Veto[]
  /** The lowest cap of the vetoes, else the sum. */
  readonly scoreHundredths: number | null
}

type Open = Omit<Leaf, 'weightPermyriad' | 'pointsHundredths'> & { readonly line: Line; readonly part: Fraction }

/**
 * The score of a person over a period, with everything it is made of.
 *
 * An indicator without a figure gives its weight to the others of its responsibility; a responsibility without any to the
 * others of its line; a line without any to the other lines, or it scores 0 where the line says so (`missing`). Weights are
 * rounded together to hundredths of a percent, and the score is computed from these rounded weights: whoever re-adds the
 * page by hand gets the same. The sum is rounded half up to hundredths of a point.
 *
 * @param manual the scores people gave, by the key of the line
 */
export function judge(
  shares: readonly Share[],
  reached: readonly Reached[],
  manual: ReadonlyMap<string, number>,
): Verdict {
  const open = spread(shares.flatMap((share) => leavesOf(share, reached, manual)))
  const weights = apportion(
    10_000,
    open.map(({ part }) => part),
  )
  const exact = open.map(({ scoreHundredths }, at) => fraction((scoreHundredths ?? 0) * (weights[at] ?? 0), 10_000))
  const points = roundTogether(exact)
  const leaves = open.map(({ line: _line, part: _part, ...leaf }, at): Leaf => {
    return { ...leaf, weightPermyriad: weights[at] ?? 0, pointsHundredths: points[at] ?? 0 }
  })
  const isKnown = open.some((leaf) => hasScore(leaf) && leaf.part.over > 0n)
  const sumHundredths = isKnown ? points.reduce((sum, point) => sum + point, 0) : null
  const vetoes = [...Map.groupBy(open, ({ line }) => line)].flatMap(([line, own]) => vetoOf(line, own))
  const caps = vetoes.map(({ capHundredths }) => capHundredths)
  return { leaves, sumHundredths, vetoes, scoreHundredths: isKnown ? Math.min(sumHundredths ?? 0, ...caps) : null }
}

/** The score of a line by itself, rounded half up; null where nothing of it has a figure. */
export function lineScore(leaves: readonly Pick<Leaf, 'scoreHundredths' | 'weightPermyriad'>[]): number | null {
  return mean(
    leaves.map(({ scoreHundredths, weightPermyriad }) => ({ scoreHundredths, part: fraction(weightPermyriad) })),
  )
}

function leavesOf(
  { line, responsibilityId, part, days }: Share,
  all: readonly Reached[],
  manual: ReadonlyMap<string, number>,
): Open[] {
  const { source } = line
  const base = { lineKey: line.key, line, days }
  if (source.kind === 'manual') {
    const given = manual.get(line.key)
    const scoreHundredths = given === undefined ? null : bounded(line, given)
    return [{ ...base, responsibilityId: null, indicatorKey: null, reachedPermille: null, scoreHundredths, part }]
  }
  const own =
    source.kind === 'indicator'
      ? all.filter(
          (one) => one.responsibilityId === source.responsibilityId && one.indicatorKey === source.indicatorKey,
        )
      : weighed(all.filter((one) => one.responsibilityId === responsibilityId))
  if (own.length === 0) {
    const indicatorKey = source.kind === 'indicator' ? source.indicatorKey : null
    const id = source.kind === 'indicator' ? source.responsibilityId : responsibilityId
    return [{ ...base, responsibilityId: id, indicatorKey, reachedPermille: null, scoreHundredths: null, part }]
  }
  const whole = own.reduce((sum, { weightPermille }) => sum + weightPermille, 0)
  return own.map((one) => ({
    ...base,
    responsibilityId: one.responsibilityId,
    indicatorKey: one.indicatorKey,
    reachedPermille: one.reachedPermille,
    scoreHundredths: one.reachedPermille === null ? null : scoreOn(line.curve, one.reachedPermille),
    part: times(part, whole === 0 ? fraction(1, own.length) : fraction(one.weightPermille, whole)),
  }))
}

/** Indicators of weight 0 are for information, unless all of a responsibility are. */
function weighed(own: readonly Reached[]): readonly Reached[] {
  const heavy = own.filter(({ weightPermille }) => weightPermille > 0)
  return heavy.length > 0 ? heavy : own
}

function bounded({ curve }: Line, score: number): number {
  return Math.min(Math.max(score, curve.floorHundredths ?? 0), curve.capHundredths ?? Infinity)
}

/** Gives the weight of what has no figure to what stands nearest to it. */
function spread(open: readonly Open[]): Open[] {
  const inLines = [...Map.groupBy(open, ({ lineKey }) => lineKey).values()].flatMap((line) => {
    const byResponsibility = [...Map.groupBy(line, ({ responsibilityId }) => responsibilityId).values()]
    const scored = passOn(byResponsibility.flatMap((own) => passOn(own)))
    if (line[0]?.line.missing !== 'zero' || scored.some(hasScore)) return scored
    return scored.map((leaf) => ({ ...leaf, scoreHundredths: 0 }))
  })
  return passOn(inLines)
}

function hasScore({ scoreHundredths }: Open): boolean {
  return scoreHundredths !== null
}

/** The same group with all its weight on those that have a score; as it was where none has. */
function passOn(group: readonly Open[]): Open[] {
  const known = total(group.filter(hasScore).map(({ part }) => part))
  if (known.over === 0n) return [...group]
  const factor = divide(total(group.map(({ part }) => part)), known)
  return group.map((leaf) => ({ ...leaf, part: hasScore(leaf) ? times(leaf.part, factor) : nothing }))
}

function vetoOf(line: Line, own: readonly Open[]): Veto[] {
  const scoreHundredths = mean(own)
  if (!line.veto || scoreHundredths === null || scoreHundredths >= line.veto.belowHundredths) return []
  return [{ lineKey: line.key, scoreHundredths, ...line.veto }]
}

function mean(own: readonly Pick<Open, 'scoreHundredths' | 'part'>[]): number | null {
  const known = own.filter(({ scoreHundredths }) => scoreHundredths !== null)
  const weight = total(known.map(({ part }) => part))
  if (weight.over === 0n) return null
  const sum = known.reduce(
    (all, { part, scoreHundredths }) => plus(all, times(part, fraction(scoreHundredths ?? 0))),
    nothing,
  )
  return roundHalfUp(divide(sum, weight))
}
