import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DayKind } from '../../calendar/index.ts'
import { addWorkMinutes, afterPause, dueAt, fixedZone, stepAt, workMinutes, type WorkClock } from '../index.ts'

/** China 2026: national holiday 1 to 7 October, 10 October worked in exchange. */
const exceptions = new Map<string, DayKind>([
  ...['01', '02', '03', '04', '05', '06', '07'].map((day): [string, DayKind] => [`2026-10-${day}`, 'rest']),
  ['2026-10-10', 'workday'],
])
const clock: WorkClock = {
  calendar: { exceptions, years: new Set([2026]) },
  shifts: [
    { from: 540, until: 720 },
    { from: 780, until: 1080 },
  ],
  zone: fixedZone(480),
}
const at = (text: string) => Date.parse(`${text}:00+08:00`)
const shown = (instant: number) => new Date(instant + 480 * 60_000).toISOString().slice(0, 16)
const span = (amount: number, unit: 'workday' | 'workhour' | 'day' | 'hour' | 'minute') => ({ amount, unit })

describe('deadlines', () => {
  test.each([
    // 3 个工作日：当天不计，第三个工作日下班前
    [3, 'workday', 'shift-end', '2026-09-07T15:00', '2026-09-10T18:00'],
    [3, 'workday', 'same-time', '2026-09-07T15:00', '2026-09-10T15:00'],
    // over a weekend, and begun on one
    [3, 'workday', 'shift-end', '2026-09-11T15:00', '2026-09-16T18:00'],
    [3, 'workday', 'shift-end', '2026-09-12T15:00', '2026-09-16T18:00'],
    [1, 'workday', 'same-time', '2026-09-12T15:00', '2026-09-15T09:00'],
    // begun after the shift, or in the lunch break
    [1, 'workday', 'same-time', '2026-09-07T20:00', '2026-09-09T09:00'],
    [1, 'workday', 'same-time', '2026-09-07T12:30', '2026-09-08T13:00'],
    // 国庆：调休的周六算工作日
    [3, 'workday', 'shift-end', '2026-09-30T10:00', '2026-10-10T18:00'],
    [0, 'workday', 'shift-end', '2026-09-07T10:00', '2026-09-07T18:00'],
    [0, 'workday', 'shift-end', '2026-09-07T19:00', '2026-09-08T18:00'],
    [2, 'workhour', 'shift-end', '2026-09-07T11:00', '2026-09-07T14:00'],
    [2, 'workhour', 'shift-end', '2026-09-30T17:00', '2026-10-08T10:00'],
    [8, 'workhour', 'shift-end', '2026-09-07T09:00', '2026-09-07T18:00'],
    [2, 'day', 'same-time', '2026-09-11T20:00', '2026-09-13T20:00'],
    [2, 'day', 'shift-end', '2026-09-11T20:00', '2026-09-13T18:00'],
    [24, 'hour', 'shift-end', '2026-09-30T10:00', '2026-10-01T10:00'],
    [90, 'minute', 'shift-end', '2026-09-30T10:00', '2026-09-30T11:30'],
  ] as const)('%i %s (%s) from %s ends %s', (amount, unit, roundTo, from, due) => {
    expect(shown(dueAt(span(amount, unit), at(from), roundTo, clock))).toBe(due)
  })
  test.each([
    [-4, 'hour', '2026-09-10T14:00'],
    [-1, 'workday', '2026-09-09T18:00'],
    [-2, 'workhour', '2026-09-10T16:00'],
    [0, 'workday', '2026-09-10T18:00'],
    [1, 'workday', '2026-09-11T18:00'],
  ] as const)('催办与升级 a step %i %s from the limit', (amount, unit, due) => {
    const deadline = { limit: span(3, 'workday'), roundTo: 'shift-end' as const }
    expect(shown(stepAt(deadline, span(amount, unit), at('2026-09-07T15:00'), clock))).toBe(due)
  })
  test('暂停 a pause keeps what was left, and the end of the shift', () => {
    const deadline = { limit: span(2, 'workday'), roundTo: 'shift-end' as const }
    const pause = { from: at('2026-09-08T18:00'), until: at('2026-09-10T18:00') }
    expect(shown(afterPause(at('2026-09-09T18:00'), pause, deadline, clock))).toBe('2026-09-11T18:00')
    const hours = { limit: span(3, 'workhour'), roundTo: 'same-time' as const }
    expect(
      shown(
        afterPause(
          at('2026-09-07T12:00'),
          { from: at('2026-09-07T11:00'), until: at('2026-09-07T17:30') },
          hours,
          clock,
        ),
      ),
    ).toBe('2026-09-08T09:30')
    const natural = { limit: span(4, 'hour'), roundTo: 'same-time' as const }
    expect(
      shown(
        afterPause(
          at('2026-09-07T12:00'),
          { from: at('2026-09-07T11:00'), until: at('2026-09-07T11:30') },
          natural,
          clock,
        ),
      ),
    ).toBe('2026-09-07T12:30')
    expect(afterPause(5, { from: 10, until: 20 }, natural, clock)).toBe(5)
  })
  test('缺年份 a year the calendar lacks is named', () => {
    expect(() => dueAt(span(3, 'workday'), at('2026-12-30T10:00'), 'shift-end', clock)).toThrow(
      'calendar: no year 2027',
    )
  })
  test('working minutes added can be counted, and taken back', () => {
    const start = at('2026-02-01T00:00')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 1, max: 5000 }), (offset, minutes) => {
        const from = start + offset * 60_000
        const due = addWorkMinutes(clock, from, minutes)
        expect(workMinutes(clock, from, due)).toBe(minutes)
        expect(workMinutes(clock, addWorkMinutes(clock, due, -minutes), due)).toBe(minutes)
      }),
      { numRuns: 100 },
    )
  })
})
