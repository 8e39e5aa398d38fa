import { expect, test } from 'vitest'
import { Cadence } from '#core/cadence'
import type { WorkCalendar } from '#core/calendar'
import { dueOccurrences, mayTakeBack, onceKey, type DutyHeld } from './rules.ts'

const calendar: WorkCalendar = { exceptions: new Map([['2026-03-03', 'rest']]), years: new Set([2026]) }
const held = (from: string, until: string | null, cadence: object): DutyHeld => ({
  responsibilityId: 'r',
  dutyKey: 'd',
  cadence: Cadence.parse(cadence),
  held: { from, until },
})

test.each([
  [
    'a daily duty is due today and on the workdays missed before',
    held('2020-01-01', null, { every: 'workday' }),
    ['2026-03-02', '2026-03-04'],
  ],
  ['days before it was held are not caught up', held('2026-03-04', null, { every: 'workday' }), ['2026-03-04']],
  ['one given up today is due no more today', held('2020-01-01', '2026-03-04', { every: 'workday' }), ['2026-03-02']],
  ['a weekly duty is due in the week of today', held('2020-01-01', null, { every: 'week', times: 5 }), ['2026-03-02']],
  [
    'a weekly duty taken over on Wednesday is due in that week',
    held('2026-03-04', null, { every: 'week' }),
    ['2026-03-02'],
  ],
  ['one held from tomorrow is not due yet', held('2026-03-05', null, { every: 'month' }), []],
])('%s', (_name, duty, expected) => {
  expect(dueOccurrences(duty, calendar, '2026-03-04', 3).map((occurrence) => occurrence.from)).toEqual(expected)
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
