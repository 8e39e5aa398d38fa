import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../calendar/index.ts'
import { decimal } from '../formula/index.ts'
import {
  annualLeave,
  china,
  chinaCalendar,
  fenText,
  hongKong,
  newYear,
  partMonth,
  partsOfMonth,
  planOf,
  recovered,
  singapore,
  slipOf,
  unitedStates,
  type Proration,
} from './index.ts'

const methods: Proration[] = ['forward-21.75', 'reverse-21.75', 'paid-days', 'calendar-days']

describe('parts of a month', () => {
  test('a raise in mid-month, counted by hand: 9 of 20 paid days at 21,750, 11 at 25,000', () => {
    const days = (wage: number, from: string, to: string) => ({ wage, from, to })
    const parts = [days(2_175_000, '2026-02-01', '2026-02-13'), days(2_500_000, '2026-02-14', '2026-02-28')]
    const found = partsOfMonth(parts, 'paid-days', chinaCalendar)
    // February 2026: 16 workdays and 4 statutory days; until the 13th ten of them
    expect(found.map(({ paidEmployed, fen }) => [paidEmployed, fenText(fen)])).toEqual([
      [10, '10875.00'],
      [10, '12500.00'],
    ])
  })
  test('without a change it is the part of the month, and a raise lies between both wages', () => {
    const wages = fc.tuple(fc.integer({ min: 0, max: 9_000_000 }), fc.integer({ min: 0, max: 9_000_000 }))
    const days = fc.tuple(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 27 }))
    fc.assert(
      fc.property(wages, days, fc.integer({ min: 0, max: 23 }), fc.constantFrom(...methods), ([a, b], two, at, how) => {
        const first = addMonths('2025-01-01', at)
        const [from, to] = [addDays(first, Math.min(...two)), addDays(first, Math.max(...two))]
        const middle = addDays(from, Math.floor(Math.abs(two[0] - two[1]) / 2))
        const sumAt = (before: number, after: number) => {
          const parts = [{ wage: before, from, to: middle }]
          if (middle < to) parts.push({ wage: after, from: addDays(middle, 1), to })
          return partsOfMonth(parts, how, chinaCalendar).reduce((sum, { fen }) => sum + fen, 0)
        }
        const whole = partMonth(a, from, to, how, chinaCalendar)
        if (whole.paidEmployed > 0) expect(sumAt(a, a)).toBe(whole.fen)
        const [low, high] = [sumAt(Math.min(a, b), Math.min(a, b)), sumAt(Math.max(a, b), Math.max(a, b))]
        expect(sumAt(a, b)).toBeGreaterThanOrEqual(low - 2)
        expect(sumAt(a, b)).toBeLessThanOrEqual(high + 2)
      }),
    )
  })
  test('a gap, an overlap and another month are refused', () => {
    const part = (from: string, to: string) => ({ wage: 1, from, to })
    for (const second of [
      part('2026-03-12', '2026-03-31'),
      part('2026-03-10', '2026-03-31'),
      part('2026-03-11', '2026-04-01'),
    ])
      expect(() => partsOfMonth([part('2026-03-01', '2026-03-10'), second], 'paid-days', chinaCalendar)).toThrow(
        'bad-value',
      )
  })
})

describe('receivables', () => {
  test('the oldest first, not below what must be left', () => {
    const open = [
      { id: 'a', fen: 30_000 },
      { id: 'b', fen: 50_000 },
    ]
    expect(recovered(100_000, open, { keep: 40_000 })).toEqual([
      { id: 'a', fen: 30_000, left: 0 },
      { id: 'b', fen: 30_000, left: 20_000 },
    ])
    expect(recovered(30_000, open, { keep: 40_000 })).toEqual([])
    expect(recovered(100_000, open, { atMost: 10_000 })).toEqual([{ id: 'a', fen: 10_000, left: 20_000 }])
    expect(() => recovered(1, [{ id: 'a', fen: 0 }])).toThrow('bad-value')
  })
  test('never more than is owed or there, for any of them', () => {
    const fen = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 9_000_000 }), fc.array(fen), fen, (net, owed, keep) => {
        const open = owed.map((one, at) => ({ id: String(at), fen: one }))
        const taken = recovered(net, open, { keep }).reduce((sum, one) => sum + one.fen, 0)
        expect(taken).toBe(
          Math.max(
            0,
            Math.min(
              net - keep,
              owed.reduce((sum, one) => sum + one, 0),
            ),
          ),
        )
      }),
    )
  })
})

describe('a country’s face', () => {
  const person = { city: '昆明', bases: { insurance: 1_000_000 }, standing: { hireMonth: 1 } }
  test('which dated data a payment stands on, with what is missing', () => {
    const found = china.params(person, '2026-08-31')
    expect(found.map(({ what, version }) => [what, version?.from])).toEqual([
      ['pension', '2026-01-01'],
      ['medical', '2025-01-01'],
      ['maternity', '2025-01-01'],
      ['unemployment', '2026-01-01'],
      ['injury', '2026-01-01'],
      ['tax-tables', '2019-01-01'],
      ['bonus-rule', '2019-01-01'],
      ['minimum-wage', '2025-01-01'],
    ])
    const beijing = china.params({ ...person, city: '北京' }, '2026-08-31')
    expect(beijing.find(({ what }) => what === 'medical')?.version?.missing).toHaveLength(1)
    expect(china.params({ ...person, city: '深圳' }, '2026-08-31')[0]).toEqual({
      what: 'contributions',
      place: '深圳',
      version: null,
    })
    expect(singapore.params({ bandMaxAge: 55 }, '2025-05-05')[0]?.version).toBeNull()
  })
  test('calendars are known or refused', () => {
    expect(china.calendar(2026).years.has(2026)).toBe(true)
    expect(() => china.calendar(2027)).toThrow('no-calendar-year')
    for (const pack of [singapore, hongKong, unitedStates])
      expect(() => pack.calendar(2026)).toThrow('no-calendar-year')
  })
  test('overtime as lines: 17,400 for 174 hours', () => {
    const hours = { workday: decimal('2'), restday: decimal('0'), statutory: decimal('1.5') }
    expect(china.overtime?.(1_740_000, hours).map(({ code, fen }) => [code, fenText(fen)])).toEqual([
      ['overtime.workday', '300.00'],
      ['overtime.statutory', '450.00'],
    ])
    expect(unitedStates.overtime?.(520_000, hours).map(({ fen }) => fenText(fen))).toEqual(['157.50'])
    expect([singapore.overtime, hongKong.minimumWage]).toEqual([null, null])
  })
  test('annual leave of a part of a year', () => {
    expect(annualLeave(12, '2026-07-01', '2026-12-31')).toBe(5)
    expect(annualLeave(3, '2026-10-20', '2026-12-31')).toBe(1)
    expect(annualLeave(20, '2026-01-01', '2026-08-31')).toBe(9)
    expect(annualLeave(0, '2026-01-01', '2026-12-31')).toBe(0)
  })
})

describe('what is taxed apart', () => {
  const plan = planOf(
    [
      { code: 'year_end', kind: 'earning', formula: 'bonus', taxedAs: 'bonus' },
      { code: 'paid_off', kind: 'earning', formula: 'severance', taxedAs: 'severance' },
    ],
    ['bonus', 'severance'].map((name) => ({ name, type: 'number' })),
  )
  const person = {
    city: '上海',
    bases: { insurance: 1_000_000 },
    standing: { hireMonth: 1 },
    localAverageYear: 15_092_400,
  }
  const pay = (bonus: string, severance: string, before = newYear(2026), who: object = {}) =>
    slipOf(
      plan,
      china,
      { ...person, ...who },
      new Map(Object.entries({ bonus: decimal(bonus), severance: decimal(severance) })),
      before,
      '2026-07-20',
    )
  const taxes = (slip: ReturnType<typeof pay>) =>
    slip.lines.filter(({ code }) => code.startsWith('tax')).map(({ code, fen }) => [code, fenText(fen)])

  test('the first bonus of the year goes apart, the second with the wages, each with its reason', () => {
    const first = pay('36001', '0')
    expect(taxes(first)).toEqual([
      ['tax', '0.00'],
      ['tax.bonus', '3390.10'],
    ])
    const again = pay('100000', '0', first.yearToDate)
    expect(taxes(again).map(([code]) => code)).toEqual(['tax'])
    expect(again.yearToDate.income).toBe(10_000_000)
    expect(taxes(pay('36001', '0', newYear(2026), { mergesBonus: true })).map(([code]) => code)).toEqual(['tax'])
  })
  test('severance beyond three averages of a year', () => {
    expect(taxes(pay('0', '600000'))[1]).toEqual(['tax.severance', '12525.60'])
    expect(() => pay('0', '1', newYear(2026), { localAverageYear: undefined })).toThrow('missing-value')
  })
})
