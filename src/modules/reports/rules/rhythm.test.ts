import { expect, test } from 'vitest'
import { isEnough, sideOf } from './effect.ts'
import { dueDay } from './rhythm.ts'

test.each([
  ['every day', { rhythm: 'day', onDay: 1 }, '2026-03-04', '2026-03-04'],
  ['Monday of this week has passed', { rhythm: 'week', onDay: 1 }, '2026-03-04', '2026-03-09'],
  ['Wednesday is today', { rhythm: 'week', onDay: 3 }, '2026-03-04', '2026-03-04'],
  ['Sunday is still to come', { rhythm: 'week', onDay: 7 }, '2026-03-04', '2026-03-08'],
  ['the 1st has passed', { rhythm: 'month', onDay: 1 }, '2026-03-04', '2026-04-01'],
  ['the 31st of a short month is its last day', { rhythm: 'month', onDay: 31 }, '2026-02-10', '2026-02-28'],
  ['over the end of a year', { rhythm: 'month', onDay: 5 }, '2026-12-31', '2027-01-05'],
] as const)('%s', (_name, when, from, due) => {
  expect(dueDay(when, from)).toBe(due)
})

test('a comparison needs twelve weeks before and six after, with figures', () => {
  const weeks = (count: number) => sideOf(Array.from({ length: count }, () => 0.5))
  expect(sideOf([1, null, 2])).toEqual({ mean: 1.5, weeks: 2 })
  expect(sideOf([null])).toEqual({ mean: null, weeks: 0 })
  expect([isEnough(weeks(12), weeks(6)), isEnough(weeks(11), weeks(6)), isEnough(weeks(12), weeks(5))]).toEqual([
    true,
    false,
    false,
  ])
})
