import { expect, test } from 'vitest'
import type { WorkCalendar } from '../calendar/index.ts'
import { freshnessOf, gapsIn } from './index.ts'

// 2026-03-02 is a Monday; the 4th is a holiday, the Saturday 7th is worked
const calendar: WorkCalendar = {
  years: new Set([2026]),
  exceptions: new Map([
    ['2026-03-04', 'statutory'],
    ['2026-03-07', 'workday'],
  ]),
}

test.each([
  ['a day that runs is not missed yet', 'workday', '2026-03-02', '2026-03-03', 'fresh', 0],
  ['a workday that passed is', 'workday', '2026-03-02', '2026-03-05', 'silent', 1],
  ['a holiday is not', 'workday', '2026-03-03', '2026-03-05', 'fresh', 0],
  ['a swapped Saturday is', 'workday', '2026-03-06', '2026-03-08', 'silent', 1],
  ['a Sunday is not', 'workday', '2026-03-07', '2026-03-09', 'fresh', 0],
  ['every day counts Sundays', 'day', '2026-03-07', '2026-03-09', 'silent', 1],
  ['a week runs to its Sunday', 'week', '2026-03-02', '2026-03-15', 'fresh', 0],
  ['and is missed on the Monday after', 'week', '2026-03-02', '2026-03-16', 'silent', 1],
  ['a month is missed when it has passed', 'month', '2026-01-31', '2026-03-01', 'silent', 1],
  ['not before', 'month', '2026-01-31', '2026-02-28', 'fresh', 0],
  ['an unknown year counts Monday to Friday', 'workday', '2027-03-05', '2027-03-08', 'fresh', 0],
  ['and misses its Monday', 'workday', '2027-03-05', '2027-03-09', 'silent', 1],
] as const)('%s', (_name, rhythm, last, today, state, missed) => {
  expect(freshnessOf(rhythm, last, today, calendar)).toEqual({ state, missed })
})

test('what expects nothing is untimed; what never came has not come', () => {
  expect(freshnessOf('none', null, '2026-03-05', calendar).state).toBe('untimed')
  expect(freshnessOf('workday', null, '2026-03-05', calendar).state).toBe('never')
})

test('gaps are the expected days without anything, none of them today', () => {
  const days = new Set(['2026-03-02', '2026-03-06'])
  expect(gapsIn('workday', days, '2026-03-02', '2026-03-10', calendar)).toEqual([
    '2026-03-03',
    '2026-03-05',
    '2026-03-07',
    '2026-03-09',
  ])
  expect(gapsIn('week', days, '2026-02-20', '2026-03-17', calendar)).toEqual(['2026-02-16', '2026-02-23', '2026-03-09'])
  expect(gapsIn('none', days, '2026-02-20', '2026-03-17', calendar)).toEqual([])
})
