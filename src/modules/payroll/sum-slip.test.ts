import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal } from '#core/formula'
import { china, newYear, planOf, slipOf, type PayItem } from '#core/payroll'
import { addSums, differencesOf, sumSlip } from './rules/sum-slip.ts'

const items: readonly PayItem[] = [
  { code: 'base', kind: 'earning', formula: 'wage' },
  { code: 'extra', kind: 'earning', formula: 'ROUND(wage * share, 4)' },
  { code: 'meal', kind: 'earning', formula: 'meals * 15', isTaxable: false },
  { code: 'off', kind: 'earning', formula: '0 - wage * share / 7' },
  { code: 'fee', kind: 'deduction', formula: 'gross * 0.37%', rounding: 'jiao-half-up' },
  { code: 'owed', kind: 'deduction', formula: 'owed_amount' },
  { code: 'fund', kind: 'employer', formula: 'gross * 2%' },
  { code: 'note', kind: 'information', formula: 'tax / 3' },
]
const names = ['wage', 'share', 'meals', 'owed_amount']
const plan = planOf(
  items,
  names.map((name) => ({ name, type: 'number' as const })),
)

test('any slip adds up again from its lines to 0.00: gross, contributions, tax, net, receivable, cost to the employer', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000_000 }),
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 0, max: 31 }),
      fc.integer({ min: 0, max: 3_000_000 }),
      fc.integer({ min: 500_000, max: 4_000_000 }),
      (wage, share, meals, owed, base) => {
        const told = [wage / 100, share / 1000, meals, owed / 100].map((value) => decimal(String(value)))
        const values = new Map(names.map((name, at) => [name, told[at] ?? null]))
        const person = { city: '上海', bases: { insurance: base, fund: base }, standing: { hireMonth: 1 } }
        const slip = slipOf(plan, china, person, values, newYear(2026), '2026-06-30')
        const sums = sumSlip(slip.lines)
        expect(sums).toMatchObject({
          gross: slip.gross,
          net: slip.net,
          receivable: slip.receivable,
          employerCost: slip.employerCost,
        })
        expect(sums.insurance + sums.tax + sums.otherDeductions).toBe(slip.deductions)
        expect(differencesOf(sums, slip.lines)).toEqual([])
        expect(differencesOf({ ...sums, net: sums.net + 1 }, slip.lines)).toEqual([{ sum: 'net', fen: -1 }])
        expect(addSums([sums, sums]).net).toBe(2 * sums.net)
      },
    ),
    { numRuns: 300 },
  )
})
