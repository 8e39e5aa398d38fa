import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakdown } from './breakdown.ts'
import { mixAndRate, volumeAndAverage, type Share } from './split.ts'

const amount = fc
  .record({ count: fc.integer({ min: 0, max: 500 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ count, part }) => ({ count, sum: Math.round(count * part) }))
const groups = fc.array(fc.record({ value: fc.string(), now: amount, before: amount }), { minLength: 1, maxLength: 8 })
const total = (all: readonly Share[], at: 'now' | 'before', what: 'count' | 'sum') =>
  all.reduce((sum, group) => sum + group[at][what], 0)

test('effects of mix and rate add up to the change of the rate, whatever the groups', () => {
  fc.assert(
    fc.property(groups, (all) => {
      fc.pre(total(all, 'now', 'count') > 0 && total(all, 'before', 'count') > 0)
      const change =
        total(all, 'now', 'sum') / total(all, 'now', 'count') -
        total(all, 'before', 'sum') / total(all, 'before', 'count')
      const added = mixAndRate(all).reduce((sum, { mix, rate }) => sum + mix + rate, 0)
      expect(Math.abs(added - change)).toBeLessThan(1e-9)
    }),
  )
})

test('effects of volume and average add up to the change of the sum', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const change = total(all, 'now', 'sum') - total(all, 'before', 'sum')
      const added = volumeAndAverage(all).reduce((sum, { mix, rate }) => sum + mix + rate, 0)
      expect(Math.abs(added - change)).toBeLessThan(1e-6)
    }),
  )
})

test('nobody did otherwise, only more of the weak ones came: it is all mix', () => {
  const [weak, strong] = mixAndRate([
    { value: 'weak', now: { count: 60, sum: 30 }, before: { count: 20, sum: 10 } },
    { value: 'strong', now: { count: 40, sum: 36 }, before: { count: 80, sum: 72 } },
  ])
  expect([weak?.rate, strong?.rate]).toEqual([0, 0])
  expect((weak?.mix ?? 0) + (strong?.mix ?? 0)).toBeCloseTo(0.66 - 0.82, 12)
})

test('groups of fewer than five are joined, a single one with its neighbour, and never shown alone', () => {
  const cell = (value: string | null, count: number) => ({ values: [value], count, sum: 1, squares: 1 })
  const seen = (cells: Parameters<typeof breakdown>[0]) =>
    breakdown(cells, 0, true).map(({ value, count }) => [value, count])
  expect(seen([cell('a', 40), cell('b', 9), cell('c', 3)])).toEqual([
    ['a', 40],
    [null, 12],
  ])
  expect(seen([cell('a', 40), cell('b', 4), cell('c', 3)])).toEqual([
    ['a', 40],
    [null, 7],
  ])
  expect(seen([cell('a', 2), cell('b', 1)])).toEqual([])
})
