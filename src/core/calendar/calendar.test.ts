import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkdays,
  dayKind,
  dayOf,
  daysBetween,
  isDay,
  numberOf,
  overlap,
  periodAround,
  periodBefore,
  runsOn,
  shared,
  weekday,
  workdaysOf,
  type WorkCalendar,
} from './index.ts'

const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map(dayOf)
const iso = (count: number) => new Date(count * 86_400_000).toISOString().slice(0, 10)

describe('days', () => {
  test('agree with the platform’s calendar, years 0001 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_000, max: 2_900_000 }), (count) => {
        expect(dayOf(count)).toBe(iso(count))
        expect(numberOf(iso(count))).toBe(count)
      }),
    )
  })
  test('weekdays agree too', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(weekday(on)).toBe(new Date(`${on}T00:00:00Z`).getUTCDay() || 7)
      }),
    )
  })
  test.each([
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['x', false],
    ['2026-04-31', false],
  ])('%s exists: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected)
  })
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected)
  })
  test('adding days and counting them undo each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count)
      }),
    )
  })
})

describe('periods', () => {
  test.each([
    ['2026-01-01', null, '2026-01-01', true],
    ['2026-01-01', '2026-02-01', '2026-01-31', true],
    ['2026-01-01', '2026-02-01', '2026-02-01', false],
    ['2026-01-02', null, '2026-01-01', false],
  ])('from %s until %s runs on %s: %s', (from, until, on, expected) => {
    expect(runsOn({ from, until }, on)).toBe(expected)
  })
  test('two overlap exactly when some day lies in both', () => {
    const period = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({ from: dayOf(from), until: dayOf(from + length) }))
    fc.assert(
      fc.property(period, period, (a, b) => {
        const both = Array.from({ length: 70 }, (_, count) => dayOf(count)).filter(
          (on) => runsOn(a, on) && runsOn(b, on),
        )
        expect(overlap(a, b)).toBe(both.length > 0)
        const part = shared(a, b)
        expect(part && part.until ? daysBetween(part.from, part.until) : 0).toBe(both.length)
      }),
    )
  })
  test.each([
    ['week', '2026-03-01', '2026-02-23', '2026-03-02'],
    ['month', '2026-02-28', '2026-02-01', '2026-03-01'],
    ['quarter', '2026-08-15', '2026-07-01', '2026-10-01'],
    ['year', '2026-08-15', '2026-01-01', '2027-01-01'],
  ] as const)('the %s around %s', (kind, on, from, until) => {
    expect(periodAround(kind, on)).toEqual({ from, until })
    expect(periodBefore(kind, on).until).toBe(from)
  })
})

describe('workdays', () => {
  const calendar: WorkCalendar = {
    years: new Set([2026]),
    exceptions: new Map([
      ['2026-10-01', 'statutory'],
      ['2026-10-10', 'workday'],
      ['2026-10-02', 'rest'],
    ]),
  }
  test('a weekend worked in exchange counts, a holiday does not', () => {
    expect(workdaysOf(calendar, { from: '2026-09-30', until: '2026-10-12' })).toEqual([
      '2026-09-30',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
    ])
  })
  test('a year nobody entered is named, not guessed', () => {
    expect(dayKind(calendar, '2027-01-01')).toEqual({ missingYear: 2027 })
    expect(() => workdaysOf(calendar, { from: '2026-12-30', until: '2027-01-02' })).toThrow('calendar: no year 2027')
  })
  test.each([
    ['2026-09-30', 1, '2026-10-05'],
    ['2026-09-30', 0, '2026-09-30'],
    ['2026-10-01', 0, '2026-10-05'],
    ['2026-10-09', 1, '2026-10-10'],
  ])('%s and %i workdays is %s', (from, count, expected) => {
    expect(addWorkdays(calendar, from, count)).toBe(expected)
  })
})
