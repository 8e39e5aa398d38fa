import { expect, test } from 'vitest'
import type { WorkCalendar } from '../calendar/index.ts'
import { Cadence, nextWorkday, occurrences } from './index.ts'

const calendar: WorkCalendar = {
  years: new Set([2026]),
  exceptions: new Map([
    ['2026-10-01', 'statutory'],
    ['2026-10-02', 'statutory'],
    ['2026-10-05', 'rest'],
    ['2026-10-06', 'rest'],
    ['2026-10-07', 'rest'],
    ['2026-10-10', 'workday'],
  ]),
}
const due = (cadence: object, from: string, until: string) =>
  occurrences(Cadence.parse(cadence), calendar, { from, until }).map((one) => one.dueDay)

test.each([
  [
    'every workday, over a holiday and a worked Saturday',
    { every: 'workday' },
    '2026-09-30',
    '2026-10-11',
    ['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10'],
  ],
  [
    'before the end of the shift is each workday',
    { every: 'shift', dueTime: '17:30' },
    '2026-10-08',
    '2026-10-10',
    ['2026-10-08', '2026-10-09'],
  ],
  [
    'each week by its last workday, which may be a Saturday',
    { every: 'week', times: 5 },
    '2026-09-28',
    '2026-10-12',
    ['2026-09-30', '2026-10-10'],
  ],
  ['each week by its second workday', { every: 'week', dueWorkday: 2 }, '2026-10-12', '2026-10-19', ['2026-10-13']],
  [
    'each month by its first workday after the holiday',
    { every: 'month', dueWorkday: 1 },
    '2026-10-01',
    '2026-11-01',
    ['2026-10-08'],
  ],
  ['each month by its last workday', { every: 'month' }, '2026-10-01', '2026-12-01', ['2026-10-30', '2026-11-30']],
  [
    'a workday beyond the month is its last',
    { every: 'month', dueWorkday: 31 },
    '2026-11-01',
    '2026-12-01',
    ['2026-11-30'],
  ],
  ['only periods that begin in the window', { every: 'week' }, '2026-10-13', '2026-10-19', []],
])('%s', (_name, cadence, from, until, expected) => {
  expect(due(cadence, from, until)).toEqual(expected)
})

test('a week without any workday owes nothing', () => {
  const closed: WorkCalendar = {
    years: new Set([2026]),
    exceptions: new Map(
      ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'].map((on) => [on, 'rest'] as const),
    ),
  }
  expect(occurrences(Cadence.parse({ every: 'week' }), closed, { from: '2026-03-02', until: '2026-03-09' })).toEqual([])
})

test('work of a rest day is due on the next workday', () => {
  expect([nextWorkday(calendar, '2026-10-01'), nextWorkday(calendar, '2026-10-08')]).toEqual([
    '2026-10-08',
    '2026-10-08',
  ])
})

test('a missing year is an error that names it', () => {
  expect(() => due({ every: 'workday' }, '2026-12-30', '2027-01-05')).toThrow('2027')
})
