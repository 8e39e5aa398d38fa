import { addDays, addMonths, daysBetween, type Day } from '../../calendar/index.ts'
import {
  decimal,
  decimalText,
  divide,
  isZero,
  multiply,
  ofUnits,
  round,
  whole,
  type Decimal,
} from '../../formula/index.ts'
import type { PayLine } from '../explained.ts'
import type { OvertimeHours, Severance } from '../jurisdiction.ts'
import { clamped, fenOf, fenText, shared, yuanOf, type Fen } from '../money.ts'
import { payFault } from '../problem.ts'

export type Overtime = {
  readonly hourly: Decimal
  readonly workday: Fen
  readonly restday: Fen
  readonly statutory: Fen
  readonly total: Fen
}

const hoursOfMonth = whole(174)
const overtimeRates = { workday: '1.5', restday: '2', statutory: '3' } as const

/** 150 / 200 / 300 % of the hourly wage, which is the base ÷ 21.75 ÷ 8 and is not rounded by itself (劳动法 art. 44). */
export function overtime(base: Fen, hours: OvertimeHours): Overtime {
  const paid = (count: Decimal, rate: string) => shared(base, multiply(count, decimal(rate)), hoursOfMonth)
  const [workday, restday, statutory] = [
    paid(hours.workday, overtimeRates.workday),
    paid(hours.restday, overtimeRates.restday),
    paid(hours.statutory, overtimeRates.statutory),
  ]
  return {
    hourly: divide(yuanOf(base), hoursOfMonth),
    workday,
    restday,
    statutory,
    total: workday + restday + statutory,
  }
}

/** The same as lines for a slip, one per kind of day that has hours. */
export function overtimeLines(base: Fen, hours: OvertimeHours): PayLine[] {
  const { hourly, ...paid } = overtime(base, hours)
  return (['workday', 'restday', 'statutory'] as const)
    .filter((kind) => !isZero(hours[kind]))
    .map((kind) => {
      const facts = {
        base: fenText(base),
        hourly: decimalText(round(hourly, 4)),
        hours: decimalText(hours[kind]),
        rate: overtimeRates[kind],
      }
      const reason = { rule: 'cn.overtime', source: '劳动法 第四十四条；人社部发〔2025〕2号', facts }
      return { code: `overtime.${kind}`, side: 'earning', fen: paid[kind], reason }
    })
}

/**
 * Severance N (劳动合同法 art. 47): a month for each full year, one more from six months on, half for less.
 * The base is the average of twelve months, at least the minimum wage; above three local averages it is those, for at
 * most twelve years. `lastDay` is the last day employed.
 */
export function severance(start: Day, lastDay: Day, average: Fen, localAverageMonth: Fen, minimum: Fen): Severance {
  const end = addDays(lastDay, 1)
  if (end <= start) throw payFault('bad-value', { name: 'lastDay', found: lastDay })
  let years = 0
  while (addMonths(start, 12 * (years + 1)) <= end) years += 1
  const begun = addMonths(start, 12 * years)
  const halves = 2 * years + (addMonths(begun, 6) <= end ? 2 : begun < end ? 1 : 0)
  const isCapped = average > 3 * localAverageMonth
  const base = clamped(average, minimum, 3 * localAverageMonth)
  const counted = isCapped ? Math.min(halves, 24) : halves
  const single = fenOf(multiply(yuanOf(base), ofUnits(counted * 5, 1)))
  return { months: ofUnits(counted * 5, 1), base, isCapped, single, double: 2 * single }
}

export type Retirement = { readonly delayMonths: number; readonly retires: string; readonly age: string }
const retirementRules = {
  male60: { age: 60, from: '1965-01', each: 4, most: 36 },
  female55: { age: 55, from: '1970-01', each: 4, most: 36 },
  female50: { age: 50, from: '1975-01', each: 2, most: 60 },
} as const
export type RetirementCategory = keyof typeof retirementRules

/** Statutory retirement by the decision of 2024-09-13: the age rises by a month for every four (two) months of birth. */
export function retirement(category: RetirementCategory, birthMonth: string): Retirement {
  if (!Object.hasOwn(retirementRules, category)) throw payFault('bad-value', { name: 'category', found: category })
  const { age, from, each, most } = retirementRules[category]
  const later = monthsOf(birthMonth) - monthsOf(from)
  const delayMonths = later < 0 ? 0 : Math.min(most, Math.floor(later / each) + 1)
  const months = age * 12 + delayMonths
  const retires = addMonths(`${birthMonth}-01`, months).slice(0, 7)
  return { delayMonths, retires, age: `${Math.floor(months / 12)}y${months % 12}m` }
}

/** Pay for normal hours against the minimum wage of the place; the missing fen, 0 when all is well. */
export function belowMinimum(
  normalPay: Fen,
  ownContributions: Fen,
  minimum: Fen,
  includesOwnContributions: boolean,
): Fen {
  return Math.max(0, minimum - (includesOwnContributions ? normalPay : normalPay - ownContributions))
}

/** Untaken annual leave: 200 % extra per day of the twelve months' average without overtime ÷ 21.75. */
export function untakenLeave(average: Fen, days: Decimal): Fen {
  return shared(average, multiply(days, whole(2)), decimal('21.75'))
}

/**
 * Annual leave of a year in whole days (职工带薪年休假条例 art. 3, 实施办法 art. 5 and 12): 5, 10 or 15 days from 1, 10 or
 * 20 years of work with any employer; for part of a year the share of 365 calendar days, rounded down. `from` and `to`
 * are the days employed within one year, both included.
 */
export function annualLeave(workedYears: number, from: Day, to: Day): number {
  const days = workedYears >= 20 ? 15 : workedYears >= 10 ? 10 : workedYears >= 1 ? 5 : 0
  const employed = daysBetween(from, to) + 1
  return employed >= 365 ? days : Math.max(0, Math.floor((employed * days) / 365))
}

/** Maternity allowance of the fund: the employer's average wage ÷ 30 × days. */
export function maternityAllowance(averageMonth: Fen, days: number): Fen {
  return shared(averageMonth, whole(days), whole(30))
}

function monthsOf(month: string): number {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw payFault('bad-value', { name: 'birthMonth', found: month })
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
}

/** Sick pay as a share of the wage, never below a share of the minimum wage (劳部发〔1995〕309号: 80 %). */
export function sickPay(wage: Fen, days: number, share: Decimal, minimum: Fen): Fen {
  const floor = shared(minimum, multiply(whole(days), decimal('0.8')), decimal('21.75'))
  return Math.max(floor, shared(wage, multiply(whole(days), share), decimal('21.75')))
}
