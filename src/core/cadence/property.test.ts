import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf, isWorkday, numberOf, type DayKind, type WorkCalendar } from '../calendar/index.ts'
import { Cadence, nextDue, occurrences, recurrences } from './index.ts'

const years = new Set([2024, 2025, 2026, 2027, 2028])
const first = numberOf('2026-01-01')
/** Days off and swapped workdays anywhere in two years, whole weeks of them too. */
const calendars = fc
  .array(
    fc.tuple(fc.nat(729), fc.constantFrom<DayKind>('rest', 'statutory', 'workday'), fc.integer({ min: 1, max: 9 })),
    { maxLength: 30 },
  )
  .map((runs): WorkCalendar => ({
    years,
    exceptions: new Map(
      runs.flatMap(([from, kind, length]) =>
        Array.from({ length }, (_, at) => [dayOf(first + from + at), kind] as const),
      ),
    ),
  }))
const cadences = fc
  .record({
    every: fc.constantFrom(...recurrences.filter((every) => every !== 'event' && every !== 'subject')),
    times: fc.integer({ min: 1, max: 20 }),
    dueWorkday: fc.integer({ min: -40, max: 40 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    dueDay: fc.option(fc.integer({ min: 1, max: 31 })),
    onRest: fc.option(fc.constantFrom('skip', 'before', 'after')),
  })
  .map((given) => Cadence.parse(given))
const windows = fc
  .tuple(fc.nat(600), fc.integer({ min: 1, max: 130 }))
  .map(([from, length]) => ({ from: dayOf(first + from), until: dayOf(first + from + length) }))

test('however a stretch of time is cut, each occurrence comes exactly once', () => {
  fc.assert(
    fc.property(
      cadences,
      calendars,
      windows,
      fc.array(fc.nat(130), { maxLength: 6 }),
      (cadence, calendar, window, cuts) => {
        const whole = occurrences(cadence, calendar, window)
        const inside = cuts
          .map((cut) => addDays(window.from, cut))
          .filter((day) => day > window.from && day < window.until)
        const edges = [...new Set([window.from, ...inside, window.until])].sort()
        const pieces = edges
          .slice(1)
          .flatMap((until, at) => occurrences(cadence, calendar, { from: edges[at] ?? '', until }))
        expect(pieces).toEqual(whole)
        expect(new Set(whole.map((one) => one.from)).size).toBe(whole.length)
      },
    ),
  )
})

test('every workday is asked for once, swapped ones too, and no day of rest ever', () => {
  fc.assert(
    fc.property(calendars, windows, (calendar, window) => {
      const asked = occurrences(Cadence.parse({ every: 'workday' }), calendar, window).map((one) => one.dueDay)
      const workdays = []
      for (let day = window.from; day < window.until; day = addDays(day, 1))
        if (isWorkday(calendar, day)) workdays.push(day)
      expect(asked).toEqual(workdays)
    }),
  )
})

test('whatever is due is due on a workday of its period, or on the first after it', () => {
  fc.assert(
    fc.property(cadences, calendars, windows, (cadence, calendar, window) => {
      for (const one of occurrences(cadence, calendar, window)) {
        expect(isWorkday(calendar, one.dueDay)).toBe(true)
        expect(one.dueDay >= one.from && one.dueDay < one.until).toBe(true)
      }
    }),
  )
})

test('the next due days follow each other, begin today at the earliest, and miss none of the window', () => {
  fc.assert(
    fc.property(cadences, calendars, windows, (cadence, calendar, { from }) => {
      const next = nextDue(cadence, calendar, from, 5)
      const sought = { from: addDays(from, -366), until: addDays(from, 60) }
      const known = occurrences(cadence, calendar, sought).filter((one) => one.dueDay >= from)
      expect(next.slice(0, known.length)).toEqual(known.slice(0, next.length))
    }),
  )
})

test('of a year the calendar lacks the next due days are those that are known', () => {
  const known: WorkCalendar = { years: new Set([2026]), exceptions: new Map() }
  const month = Cadence.parse({ every: 'month' })
  expect(nextDue(month, known, '2026-11-15', 5).map((one) => one.dueDay)).toEqual(['2026-11-30', '2026-12-31'])
  expect(nextDue(Cadence.parse({ every: 'event', after: { factKind: 'x' } }), known, '2026-11-15', 5)).toEqual([])
})
