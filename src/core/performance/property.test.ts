import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../calendar/index.ts'
import { fraction, total } from './fraction.ts'
import {
  apportion,
  Curve,
  distributionOf,
  judge,
  manualScore,
  maxScoreHundredths,
  scoreOn,
  sharesOver,
  usualCurve,
  type Line,
  type Reached,
  type Stretch,
} from './index.ts'

const ids = ['a', 'b', 'c', 'd']
const line = fc.record({
  weightPermille: fc.integer({ min: 1, max: 1000 }),
  kind: fc.constantFrom('responsibilities', 'manual', 'indicator'),
  missing: fc.constantFrom('spread' as const, 'zero' as const),
})
const lines = fc.array(line, { minLength: 1, maxLength: 5 }).map((all) =>
  all.map(({ weightPermille, kind, missing }, at): Line => ({
    key: `line-${at}`,
    name: { en: 'line' },
    weightPermille,
    source:
      kind === 'indicator'
        ? { kind, responsibilityId: 'a', indicatorKey: 'k0' }
        : { kind: kind as 'manual' | 'responsibilities' },
    curve: usualCurve,
    missing,
  })),
)
const held = fc.array(
  fc.record({ responsibilityId: fc.constantFrom(...ids), weightPermille: fc.integer({ min: 0, max: 1000 }) }),
  { maxLength: 4 },
)
const stretches = fc
  .tuple(lines, fc.array(fc.record({ days: fc.integer({ min: 1, max: 40 }), held }), { minLength: 1, maxLength: 5 }))
  .map(([own, spans]) => {
    let from = '2026-02-20'
    return spans.map((span): Stretch => {
      const until = addDays(from, span.days)
      const stretch = { from, until, lines: own, held: span.held }
      from = until
      return stretch
    })
  })
const reached = fc.array(
  fc.record({
    responsibilityId: fc.constantFrom(...ids),
    indicatorKey: fc.constantFrom('k0', 'k1', 'k2'),
    weightPermille: fc.integer({ min: 0, max: 1000 }),
    reachedPermille: fc.option(fc.integer({ min: 0, max: 10_000 })),
  }),
  { maxLength: 10 },
) as fc.Arbitrary<Reached[]>
const manual = fc.dictionary(
  fc.constantFrom('line-0', 'line-1', 'line-2'),
  fc.integer({ min: 0, max: maxScoreHundredths }),
)

test('parts of a whole add up to it and lie less than one from their exact share', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 }), (whole, weights) => {
      const sum = weights.reduce((all, one) => all + one, 0)
      const parts = apportion(
        whole,
        weights.map((weight) => fraction(weight)),
      )
      expect(parts.reduce((all, one) => all + one, 0)).toBe(sum === 0 ? 0 : whole)
      for (const [at, part] of parts.entries())
        if (sum > 0) expect(Math.abs(part - (whole * (weights[at] ?? 0)) / sum)).toBeLessThan(1)
    }),
  )
})

test('shares of all days add up to exactly one, however holdings changed', () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const shares = sharesOver(all)
      expect(total(shares.map(({ part }) => part))).toEqual(fraction(1))
    }),
  )
})

test('cutting a stretch of days in two changes no share', () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const cut = all.flatMap((one): Stretch[] => {
        if (daysBetween(one.from, one.until) < 2) return [one]
        const middle = addDays(one.from, 1)
        return [
          { ...one, until: middle },
          { ...one, from: middle },
        ]
      })
      expect(sharesOver(cut)).toEqual(sharesOver(all))
    }),
  )
})

test('weights add up to 10000 and points to the sum, to the hundredth; a score re-adds from what the page shows', () => {
  fc.assert(
    fc.property(stretches, reached, manual, (all, figures, given) => {
      const { leaves, sumHundredths, scoreHundredths } = judge(sharesOver(all), figures, new Map(Object.entries(given)))
      const weights = leaves.reduce((sum, leaf) => sum + leaf.weightPermyriad, 0)
      expect(weights).toBe(sumHundredths === null && leaves.length === 0 ? 0 : 10_000)
      if (sumHundredths === null) return
      expect(leaves.reduce((sum, leaf) => sum + leaf.pointsHundredths, 0)).toBe(sumHundredths)
      const byHand = leaves.reduce((sum, leaf) => sum + leaf.weightPermyriad * (leaf.scoreHundredths ?? 0), 0)
      expect(sumHundredths).toBe(Math.floor((byHand + 5000) / 10_000))
      expect(scoreHundredths).toBe(sumHundredths)
      for (const leaf of leaves) if (leaf.scoreHundredths === null) expect(leaf.weightPermyriad).toBe(0)
    }),
  )
})

test('a curve that climbs never falls, and stays within its bounds', () => {
  const points = fc
    .uniqueArray(fc.nat(10_000), { minLength: 1, maxLength: 8 })
    .chain((at) =>
      fc.tuple(
        fc.constant(at.toSorted((a, b) => a - b)),
        fc.array(fc.nat(maxScoreHundredths), { minLength: at.length, maxLength: at.length }),
      ),
    )
    .map(([at, scores]) => {
      const climbing = scores.toSorted((a, b) => a - b)
      return at.map((reachedPermille, n) => ({ reachedPermille, scoreHundredths: climbing[n] ?? 0 }))
    })
  fc.assert(
    fc.property(points, fc.nat(10_000), fc.nat(10_000), (all, one, other) => {
      const curve = Curve.parse({ kind: 'linear', points: all })
      const [low, high] = [scoreOn(curve, Math.min(one, other)), scoreOn(curve, Math.max(one, other))]
      expect(low).toBeLessThanOrEqual(high)
      expect(high).toBeLessThanOrEqual(all.at(-1)?.scoreHundredths ?? 0)
      for (const point of all) expect(scoreOn(curve, point.reachedPermille)).toBe(point.scoreHundredths)
    }),
  )
})

test('what people gave lies between the lowest and the highest of it, in whatever order it came', () => {
  const given = fc.array(
    fc.record({
      part: fc.constantFrom('self' as const, 'manager' as const, 'peer' as const),
      scoreHundredths: fc.nat(maxScoreHundredths),
    }),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(given, (all) => {
      const weights = { self: 100, manager: 600, peer: 300, customer: 0 }
      const score = manualScore(weights, all) ?? -1
      const scores = all.map((one) => one.scoreHundredths)
      expect(score).toBeGreaterThanOrEqual(Math.min(...scores))
      expect(score).toBeLessThanOrEqual(Math.max(...scores))
      expect(manualScore(weights, all.toReversed())).toBe(score)
      expect(manualScore({ self: 0, manager: 0, peer: 0, customer: 1000 }, all)).toBeNull()
    }),
  )
})

test('everybody stands in one level', () => {
  const levels = ['A', 'B', 'C'].map((code, at) => ({
    code,
    name: { en: code },
    fromHundredths: [9000, 6000, 0][at] ?? 0,
    atMostPermille: 300,
    coefficientPermille: 1000,
  }))
  fc.assert(
    fc.property(fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 30 }), (codes) => {
      const counts = distributionOf(levels, codes)
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(codes.length)
      for (const { count, atMost, verdict } of counts) expect(verdict === 'too-many').toBe(count > (atMost ?? 0))
    }),
  )
})
