import {
  add,
  compare,
  decimal,
  decimalText,
  divide,
  isZero,
  multiply,
  subtract,
  whole,
  zero,
  type Decimal,
} from '../../formula/index.ts'
import type { PayLine } from '../explained.ts'
import type { OvertimeHours } from '../jurisdiction.ts'
import { fenOf, fenText, shared, yuanOf, type Fen } from '../money.ts'

export type Week = {
  readonly hours: Decimal
  readonly rate?: Fen
  /** Weekly salary for 40 hours, or for all hours when these fluctuate. */
  readonly salary?: Fen
  readonly isFluctuating?: boolean
  readonly bonus?: Fen
}

const standard = whole(40)
const half = decimal('0.5')

/** Pay of a week under 29 CFR 778: half the regular rate, which includes non-discretionary bonuses, on top over 40 hours. */
export function week(input: Week): { readonly regularRate: Decimal; readonly total: Fen } {
  const { hours } = input
  const bonus = yuanOf(input.bonus ?? 0)
  const over = compare(hours, standard) > 0 ? subtract(hours, standard) : zero
  const isFixedSalary = input.salary !== undefined && !input.isFluctuating
  const salary = yuanOf(input.salary ?? 0)
  const hourly = isFixedSalary ? divide(salary, standard) : yuanOf(input.rate ?? 0)
  // a salary for 40 hours leaves the hours beyond unpaid: they get the straight rate first
  const straight = isFixedSalary
    ? add(salary, multiply(hourly, over))
    : input.salary === undefined
      ? multiply(hourly, hours)
      : salary
  const worked = isFixedSalary && compare(hours, standard) < 0 ? standard : hours
  const earned = add(straight, bonus)
  const regularRate = isZero(worked) ? zero : divide(earned, worked)
  return { regularRate, total: fenOf(add(earned, multiply(multiply(regularRate, half), over))) }
}

/** Hours beyond 40 a week on a monthly wage: once and a half of the year's wage ÷ 2,080 hours, whatever the day. */
export function overtimeLines(monthWage: Fen, { workday, restday, statutory }: OvertimeHours): PayLine[] {
  const hours = add(add(workday, restday), statutory)
  if (isZero(hours)) return []
  const fen = shared(12 * monthWage, multiply(hours, decimal('1.5')), whole(2080))
  const facts = { base: fenText(monthWage), hours: decimalText(hours), rate: '1.5' }
  return [{ code: 'overtime', side: 'earning', fen, reason: { rule: 'us.overtime', source: '29 CFR 778', facts } }]
}
