import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, periodAround, periodKinds } from '../calendar/index.ts'
import { bySeason, common, elapsed, joined, periodOf, targetOver, without, yearBefore } from './target.ts'

const november = { from: '2026-11-01', until: '2026-12-01' }

test.each([
  ['the whole month', [{ ...november, target: 10 }], 'month', 10],
  ['half of the month', [{ from: '2026-11-01', until: '2026-11-16', target: 10 }], 'month', 5],
  ['one week of a monthly target', [{ from: '2026-11-02', until: '2026-11-09', target: 30 }], 'month', 7],
  ['a month of a weekly target', [{ ...november, target: 7 }], 'week', 30],
  ['a quarter of a monthly target', [{ from: '2026-10-01', until: '2027-01-01', target: 10 }], 'month', 30],
  ['a week over the turn of two months', [{ from: '2026-11-30', until: '2026-12-07', target: 30 }], 'month', 6.806452],
  [
    'a target raised in the middle',
    [
      { from: '2026-11-01', until: '2026-11-16', target: 10 },
      { from: '2026-11-16', until: '2026-12-01', target: 12 },
    ],
    'month',
    11,
  ],
  ['never held', [], 'month', 0],
] as const)('target over %s', (_name, spans, own, expected) => {
  expect(targetOver(spans, own)).toBe(expected)
})

test('a period of the indicator owes its target exactly, wherever it lies', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...periodKinds),
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 1e6 }),
      (kind, offset, target) => {
        const period = periodAround(kind, addDays('2000-01-01', offset))
        expect(targetOver([{ ...period, target }], kind)).toBe(target)
      },
    ),
  )
})

test('cutting the days in two owes the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 89 }), fc.integer({ min: 0, max: 1000 }), (cut, target) => {
      const [from, middle, until] = ['2026-01-01', addDays('2026-01-01', cut), '2026-04-01']
      const parts = targetOver(
        [
          { from, until: middle, target },
          { from: middle, until, target },
        ],
        'week',
      )
      expect(parts).toBeCloseTo(targetOver([{ from, until, target }], 'week'), 5)
    }),
  )
})

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0

test.each([
  ['Monday morning owes nothing', '2026-11-02', 0],
  ['Friday owes four of five days', '2026-11-06', 0.8],
  ['Saturday owes the whole week', '2026-11-07', 1],
  ['the week after is over', '2026-11-20', 1],
  ['a week that has not come', '2026-10-20', 0],
])('elapsed by workdays: %s', (_name, today, expected) => {
  expect(elapsed([{ from: '2026-11-02', until: '2026-11-09' }], today, weekday)).toBe(expected)
})

test('days are counted where none is worked, and nothing held has passed', () => {
  expect(elapsed([{ from: '2026-11-07', until: '2026-11-09' }], '2026-11-08', weekday)).toBe(0.5)
  expect(elapsed([], '2026-11-08')).toBe(1)
})

test('spans of two posts are joined, so that a day counts once', () => {
  const spans = joined([
    { from: '2026-11-10', until: '2026-12-01' },
    { from: '2026-11-01', until: '2026-11-12' },
    { from: '2026-12-05', until: '2026-12-06' },
    { from: '2026-12-01', until: '2026-12-02' },
  ])
  expect(spans).toEqual([
    { from: '2026-11-01', until: '2026-12-02' },
    { from: '2026-12-05', until: '2026-12-06' },
  ])
  expect(common(spans, [{ from: '2026-11-20', until: null }])).toEqual([
    { from: '2026-11-20', until: '2026-12-02' },
    { from: '2026-12-05', until: '2026-12-06' },
  ])
})

test('what is taken away and what is left share no day, and together are all of it', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-01-01', n))
  const span = fc
    .tuple(day, fc.integer({ min: 1, max: 20 }))
    .map(([from, length]) => ({ from, until: addDays(from, length) }))
  fc.assert(
    fc.property(fc.array(span), fc.array(span), (spans, others) => {
      const whole = joined(spans)
      const left = without(whole, others)
      expect(common(left, others)).toEqual([])
      expect(joined([...left, ...common(whole, joined(others))])).toEqual(whole)
    }),
  )
})

test('a season cuts a span where months begin; factors scale the target, values replace it', () => {
  const months = [1, 1, 2, 0.5, 1, 1, 1, 1, 1, 1, 1, 1]
  const spans = [{ from: '2026-03-16', until: '2026-04-16', target: 30 }]
  expect(bySeason(spans, { kind: 'factors', months })).toEqual([
    { from: '2026-03-16', until: '2026-04-01', target: 60 },
    { from: '2026-04-01', until: '2026-04-16', target: 15 },
  ])
  expect(bySeason(spans, { kind: 'values', months }).map((span) => span.target)).toEqual([2, 0.5])
  expect(bySeason(spans, { kind: 'fixed' })).toEqual(spans)
  expect([periodOf({ kind: 'values', months }, 'year'), periodOf({ kind: 'factors', months }, 'year')]).toEqual([
    'month',
    'year',
  ])
})

test('the same period a year earlier', () => {
  const before = (kind: 'month' | 'quarter' | 'week', from: string) => yearBefore(kind, { from, until: null }).from
  expect([before('month', '2024-02-01'), before('quarter', '2026-01-01'), before('week', '2026-03-02')]).toEqual([
    '2023-02-01',
    '2025-01-01',
    '2025-03-03',
  ])
})
