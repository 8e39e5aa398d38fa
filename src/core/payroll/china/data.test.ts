import { describe, expect, test } from 'vitest'
import { compare, decimal, fixedText } from '../../formula/index.ts'
import { paidDays } from './calendar.ts'
import { chinaCalendar, cities, kindOfDay, minimumWages, sickPay, taxTables, type Dated } from '../index.ts'

const months = Array.from(
  { length: 24 },
  (_, at) => `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
)

function lastDay(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
}

describe('the calendar', () => {
  test('workdays of each month are those of the notices', () => {
    const found = months.map((month) => {
      const days = Array.from(
        { length: Number(lastDay(month).slice(8)) },
        (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`,
      )
      return days.filter((day) => kindOfDay(chinaCalendar, day) === 'workday').length
    })
    expect(found.slice(0, 12).join(' ')).toBe('19 19 21 22 19 20 23 21 23 18 20 23')
    expect(found.slice(12).join(' ')).toBe('21 16 22 21 19 21 23 21 22 18 21 23')
  })
  test.each([2025, 2026])('the paid days of %i are 261 = 12 × 21.75', (year) => {
    expect(paidDays(chinaCalendar, `${year}-01-01`, `${year}-12-31`)).toBe(261)
  })
})

describe('dated data', () => {
  const all: readonly (readonly [string, readonly Dated<unknown>[]])[] = [
    ['tax tables', taxTables],
    ...Object.entries(minimumWages),
    ...Object.entries(cities).flatMap(([city, schemes]) =>
      Object.entries(schemes).map(([scheme, versions]) => [`${city} ${scheme}`, versions] as const),
    ),
  ]
  test.each(all)('%s: in order, without overlap, each with its source', (_name, versions) => {
    for (const [at, { from, until, source }] of versions.entries()) {
      const next = versions[at + 1]
      expect(source).not.toBe('')
      expect(until === null || from < until).toBe(true)
      if (next) expect(until !== null && until <= next.from).toBe(true)
    }
  })
  test('bounds are the right way round', () => {
    for (const schemes of Object.values(cities)) {
      for (const { content } of Object.values(schemes).flat()) expect(content.floor).toBeLessThan(content.cap)
    }
  })
  test('tax tables rise without a step: rate and quick deduction agree at every seam', () => {
    for (const { content } of taxTables) {
      for (const table of [content.annual, content.monthly, content.labour]) {
        for (const [at, { most, rate, quick }] of table.entries()) {
          const next = table[at + 1]
          if (!most || !next) continue
          const tax = (r: typeof rate, q: typeof quick) =>
            Number(fixedText(most, 0)) * Number(fixedText(r, 2)) - Number(fixedText(q, 0))
          expect(tax(rate, quick)).toBeCloseTo(tax(next.rate, next.quick), 6)
          expect(compare(rate, next.rate)).toBeLessThan(0)
        }
      }
    }
  })
})

test('sick pay is never below 80 % of the minimum wage', () => {
  expect(sickPay(870_000, 10, decimal('0.6'), 274_000)).toBe(240_000)
  expect(sickPay(300_000, 10, decimal('0.6'), 274_000)).toBe(100_782)
})
