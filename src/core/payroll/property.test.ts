import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { yearTax } from './independent-for-tests.ts'
import { bonusChoice, bonusTax, newYear, split, withhold, type Payment, type YearToDate } from './index.ts'

const fen = fc.integer({ min: 0, max: 20_000_000 })
const payment = fc.record({
  income: fen,
  insurance: fc.integer({ min: 0, max: 700_000 }),
  special: fc.integer({ min: 0, max: 500_000 }),
})
const standing = { hireMonth: 1 }
const day = (month: number) => `2026-${String(month).padStart(2, '0')}-28`

function year(rows: readonly { month: number; payment: Payment }[]) {
  let before: YearToDate = newYear(2026)
  return rows.map((row) => {
    const result = withhold(before, standing, day(row.month), row.payment)
    before = result.yearToDate
    return result
  })
}

describe('cumulative withholding', () => {
  const rows = fc
    .array(payment, { minLength: 1, maxLength: 12 })
    .map((all) => all.map((one, at) => ({ month: at + 1, payment: one })))
  test('what is withheld is the greatest tax of any month so far: nothing is refunded', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const results = year(all)
        expect(results.at(-1)?.yearToDate.withheld).toBe(Math.max(...results.map((one) => one.tax)))
        expect(results.every((one) => one.withheld >= 0)).toBe(true)
      }),
    )
  })
  test('the order of two payments in a month is of no account, nor is splitting one', () => {
    fc.assert(
      fc.property(rows, payment, payment, (all, a, b) => {
        const month = all.length
        const total = (...last: Payment[]) =>
          year([...all, ...last.map((one) => ({ month, payment: one }))]).at(-1)?.yearToDate
        // all deductions are booked first: what comes after a payment can't lower its tax any more
        const booked = { income: 0, insurance: a.insurance + b.insurance, special: a.special + b.special }
        const [first, second] = [{ income: a.income }, { income: b.income }]
        const once = total(booked, { income: a.income + b.income })
        expect(total(booked, first, second)).toEqual(once)
        expect(total(booked, second, first)).toEqual(once)
      }),
    )
  })
  test('more gross is never less net', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 1_000_000 }), (all, more) => {
        const last = all.at(-1) as (typeof all)[number]
        const richer = [
          ...all.slice(0, -1),
          { ...last, payment: { ...last.payment, income: last.payment.income + more } },
        ]
        const [tax, higher] = [year(all).at(-1)?.withheld ?? 0, year(richer).at(-1)?.withheld ?? 0]
        expect(higher - tax).toBeGreaterThanOrEqual(0)
        expect(higher - tax).toBeLessThanOrEqual(more)
      }),
    )
  })
  test('the year to date of another year is refused', () => {
    expect(() => withhold(newYear(2025), standing, '2026-01-05', { income: 1 })).toThrow('stale-year-to-date')
  })
})

describe('annual bonus', () => {
  test('the chosen split is never worse than any other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -6_000_000, max: 120_000_000 }),
        fc.integer({ min: 1, max: 120_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (taxable, bonus, share) => {
          const { separate, merged, best } = bonusChoice(taxable, bonus, '2026-01-20')
          expect(best.tax).toBeLessThanOrEqual(Math.min(separate, merged))
          const part = Math.floor(bonus * share)
          const other =
            Number(yearTax(BigInt(taxable + bonus - part))) + (part > 0 ? bonusTax(part, '2026-01-20').tax : 0)
          expect(best.tax).toBeLessThanOrEqual(other + 1)
        },
      ),
    )
  })
  test('there is no rule after 2027', () => {
    expect(() => bonusTax(1, '2028-01-20')).toThrow('no-data')
  })
})

test('parts of an amount add up to it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 9 }),
      (amount, weights) => {
        fc.pre(weights.some((one) => one > 0))
        const parts = split(amount, weights)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
        const total = weights.reduce((sum, one) => sum + one, 0)
        for (const [at, part] of parts.entries())
          expect(Math.abs(part - (amount * (weights[at] ?? 0)) / total)).toBeLessThan(1.001)
      },
    ),
  )
  expect(split(10_001, [1, 1, 1])).toEqual([3334, 3334, 3333])
})
