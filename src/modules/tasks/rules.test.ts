import { expect, test } from 'vitest'
import { Cadence } from '#core/cadence'
import type { WorkCalendar } from '#core/calendar'
import { mayCallOff, mayTakeBack, onceKey, workOf } from './rules.ts'

const calendar: WorkCalendar = { exceptions: new Map([['2026-03-03', 'rest']]), years: new Set([2026]) }
const today = '2026-03-04'

test.each([
  ['a daily duty asks for each workday', { every: 'workday' }, today, [today]],
  ['also for one that was missed', { every: 'shift' }, '2026-03-02', ['2026-03-02']],
  ['but for no day of rest', { every: 'workday' }, '2026-03-03', []],
  ['a weekly duty asks for the week of today', { every: 'week', times: 5 }, today, ['2026-03-02']],
  ['and for no day before', { every: 'week' }, '2026-03-02', []],
  ['a monthly duty asks for the month of today', { every: 'month' }, today, ['2026-03-01']],
])('%s', (_name, cadence, on, expected) => {
  const work = workOf(Cadence.parse(cadence), calendar, on, today)
  expect('missingYears' in work ? work : work.map((occurrence) => occurrence.from)).toEqual(expected)
})

test.each([
  ['the week of new year needs the new year', { every: 'week' }, '2026-12-29', { missingYears: [2027] }],
  ['a day of the old year does not', { every: 'workday' }, '2026-12-31', [{ from: '2026-12-31' }]],
  [
    'a year never entered is never taken for an ordinary one',
    { every: 'workday' },
    '2027-01-04',
    { missingYears: [2027] },
  ],
])('%s', (_name, cadence, on, expected) => {
  expect(workOf(Cadence.parse(cadence), calendar, on, on)).toMatchObject(expected)
})

test('of one’s own work only what one gave oneself may be called off', () => {
  expect(mayCallOff({ personId: 'me', givenBy: null }, 'me')).toBe(false)
  expect(mayCallOff({ personId: 'me', givenBy: 'boss' }, 'me')).toBe(false)
  expect(mayCallOff({ personId: 'me', givenBy: 'me' }, 'me')).toBe(true)
  expect(mayCallOff({ personId: 'me', givenBy: null }, 'boss')).toBe(true)
})

test('a piece of work keeps its key over a new version of its responsibility, and differs by person, seat and period', () => {
  const duty = { responsibilityId: 'r', dutyKey: 'visit' }
  const key = onceKey(duty, 'p', 's', '2026-03-02')
  expect(onceKey({ ...duty }, 'p', 's', '2026-03-02')).toBe(key)
  expect(
    new Set([
      key,
      onceKey(duty, 'q', 's', '2026-03-02'),
      onceKey(duty, 'p', 't', '2026-03-02'),
      onceKey(duty, 'p', 's', '2026-03-09'),
    ]).size,
  ).toBe(4)
})

test('an entry may be taken back up to the last minute of its hours', () => {
  const at = new Date('2026-03-04T00:00:00Z')
  expect(mayTakeBack(at, new Date('2026-03-04T02:00:00Z'), 2)).toBe(true)
  expect(mayTakeBack(at, new Date('2026-03-04T02:00:01Z'), 2)).toBe(false)
})
