import { expect, test } from 'vitest'
import { Cadence } from '#core/cadence'
import { addDays, type WorkCalendar } from '#core/calendar'
import { onceKey, workOf } from './work.ts'

const calendar: WorkCalendar = { exceptions: new Map([['2026-03-03', 'rest']]), years: new Set([2026]) }
const today = '2026-03-04'
const from = (cadence: object, first: string, last: string, madeUntil: string | null = null) =>
  workOf(Cadence.parse(cadence), calendar, { from: first, until: addDays(last, 1) }, madeUntil)

test.each([
  ['a daily duty asks for each workday', { every: 'workday' }, today, today, [today]],
  [
    'also for those that were missed, but no day of rest',
    { every: 'shift' },
    '2026-03-02',
    today,
    ['2026-03-02', today],
  ],
  ['a weekly duty asks for the week of today', { every: 'week', times: 5 }, today, today, ['2026-03-02']],
  [
    'given weekdays are days of their own',
    { every: 'week', weekdays: [1, 2, 3] },
    '2026-02-27',
    today,
    ['2026-03-02', today],
  ],
  ['a monthly duty asks for the month of today', { every: 'month' }, today, today, ['2026-03-01']],
  ['a yearly one for the year', { every: 'year' }, today, today, ['2026-01-01']],
  ['one by events for nothing by itself', { every: 'event', after: { factKind: 'x' } }, '2026-01-01', today, []],
])('%s', (_name, cadence, first, last, expected) => {
  expect(from(cadence, first, last)).toMatchObject({ work: expected.map((day) => ({ from: day })), missingYear: null })
})

test('weeks over before anybody made their work are made up for who held them when they fell due', () => {
  const week = { every: 'week' }
  expect(from(week, '2026-02-10', today, '2026-02-12').work).toMatchObject([
    { from: '2026-02-16', heldOn: '2026-02-20' },
    { from: '2026-02-23', heldOn: '2026-02-27' },
    { from: '2026-03-02', heldOn: today },
  ])
  expect(from(week, '2026-02-20', today, '2026-02-12').work.map((one) => one.from)).toEqual([
    '2026-02-23',
    '2026-03-02',
  ])
  expect(from(week, '2026-02-10', today, '2026-03-03').work.map((one) => one.from)).toEqual(['2026-03-02'])
})

test.each([
  ['the week of new year needs the new year', { every: 'week' }, '2026-12-29', { work: [], missingYear: 2027 }],
  [
    'a day of the old year does not',
    { every: 'workday' },
    '2026-12-31',
    { work: [{ from: '2026-12-31' }], missingYear: null },
  ],
  [
    'a year never entered is never taken for an ordinary one',
    { every: 'workday' },
    '2027-01-04',
    { work: [], missingYear: 2027 },
  ],
])('%s', (_name, cadence, on, expected) => {
  expect(from(cadence, on, on)).toMatchObject(expected)
})

test('the days of the old year are sure, whatever is missing of the new one', () => {
  expect(from({ every: 'workday' }, '2026-12-30', '2027-01-04')).toMatchObject({
    work: [{ from: '2026-12-30' }, { from: '2026-12-31' }],
    missingYear: 2027,
  })
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
