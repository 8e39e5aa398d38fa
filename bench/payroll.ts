import { china, newYear, planOf, slipOf, yuanOf, type PayItem, type YearToDate } from '#core/payroll'
import { figure, type Figure } from './measure.ts'

const people = 2000

/** Thirty items: earnings with overtime and tiers, deductions, employer cost and information. */
const items: readonly PayItem[] = [
  { code: 'wage', kind: 'earning', formula: 'ROUND(base * paid_days / month_days, 2)' },
  { code: 'overtime', kind: 'earning', formula: 'ROUND(base * hours * 150% / 174, 2)' },
  { code: 'bonus', kind: 'earning', formula: 'ROUND(base * LOOKUP(score, {0, 0; 60, 5%; 80, 10%; 90, 20%}), 2)' },
  { code: 'meal', kind: 'earning', formula: 'paid_days * 15', isTaxable: false },
  { code: 'commission', kind: 'earning', formula: 'ROUND(TIERED(sales, {0, 1%; 50000, 2%; 200000, 3%}), 2)' },
  ...Array.from({ length: 15 }, (_, at): PayItem => ({
    code: `extra${at}`,
    kind: 'earning',
    formula: `IF(score > ${40 + at}, ROUND(base * ${at + 1}%, 2), 0)`,
  })),
  ...Array.from({ length: 5 }, (_, at): PayItem => ({
    code: `less${at}`,
    kind: 'deduction',
    formula: `MIN(${at + 1} * 10, wage * 1%)`,
  })),
  { code: 'union', kind: 'deduction', formula: 'gross * 0.5%' },
  { code: 'fee', kind: 'employer', formula: 'gross * 2%' },
  { code: 'training', kind: 'employer', formula: 'wage * 1.5%' },
  { code: 'rate', kind: 'information', formula: 'IF(gross = 0, 0, ROUND(tax / gross, 4))' },
  { code: 'cost', kind: 'information', formula: 'gross + employer_insurance + fee + training' },
]
const names = ['base', 'paid_days', 'month_days', 'hours', 'score', 'sales'] as const

/** The pure engine: slips of 30 items with every reason, in one thread, by CPU time. */
export async function benchPayroll(): Promise<Figure[]> {
  const plan = planOf(
    items,
    names.map((name) => ({ name, type: 'number' })),
  )
  let speed = 0
  for (let round = 0; round < 3; round += 1) speed = Math.max(speed, slipsPerSecond(plan))
  return [
    figure(
      'Chinese slips of 30 items with all reasons, engine alone',
      speed,
      '/CPU s',
      { atLeast: 5000 },
      { people, months: 6 },
    ),
  ]
}

function slipsPerSecond(plan: ReturnType<typeof planOf>): number {
  const years: YearToDate[] = Array.from({ length: people }, () => newYear(2026))
  const before = process.cpuUsage()
  let slips = 0
  for (let month = 7; month <= 12; month += 1) {
    const paidOn = `2026-${String(month).padStart(2, '0')}-28`
    for (let at = 0; at < people; at += 1) {
      const base = 500_000 + at * 731
      const amounts = [base, 2100, 2200, 100 * (at % 36), 100 * (40 + (at % 60)), 100_000 * (at % 300)]
      const inputs = new Map(names.map((name, index) => [name, yuanOf(amounts[index] ?? 0)]))
      const person = {
        city: '上海',
        bases: { insurance: base, fund: base },
        standing: { hireMonth: 7 },
        special: 200_000,
      }
      years[at] = slipOf(plan, china, person, inputs, years[at] as YearToDate, paidOn).yearToDate
      slips += 1
    }
  }
  const { user, system } = process.cpuUsage(before)
  return (slips / (user + system)) * 1_000_000
}
