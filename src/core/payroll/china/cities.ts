import type { Day } from '../../calendar/index.ts'
import { decimal } from '../../formula/index.ts'
import type { Dated } from '../dated.ts'
import type { MoneyRounding } from '../money.ts'
import type { Scheme, SchemeRule } from './contributions.ts'

export type CitySchemes = Readonly<Partial<Record<Scheme, readonly Dated<SchemeRule>[]>>>

/**
 * Social insurance and housing fund by city and scheme, dated. Only what could be read from a source stands here;
 * what is missing is named, and a run that needs it stops with a sentence. Administrators add and correct.
 */
export const cities: Readonly<Record<string, CitySchemes>> = {
  上海: {
    pension: both('pension', '0.08', '0.16', shanghai()),
    medical: both('medical', '0.02', '0.09', shanghai()),
    unemployment: both('unemployment', '0.005', '0.005', shanghai()),
    injury: both('injury', '0', '0.002', shanghai()),
    fund: both(
      'fund',
      '0.07',
      '0.07',
      [
        bounds('2025-07-01', '2026-07-01', 2690, 37_302, '沪公积金管委会〔2025〕8号'),
        bounds('2026-07-01', '2027-07-01', 2740, 37_731, '沪公积金管委会〔2026〕3号'),
      ],
      'yuan-half-up',
    ),
  },
  北京: {
    pension: both('pension', '0.08', '0.16', beijing()),
    medical: both(
      'medical',
      '0.02',
      '0.098',
      [
        bounds('2025-07-01', '2026-07-01', 7162, 35_811, '北京人社局 2025'),
        {
          ...bounds('2026-07-01', '2027-07-01', 7270, 36_348, '北京人社局 2026-08-21'),
          missing: ['2026-07 起的医疗缴费基数上下限（未核实）'],
        },
      ],
      'fen-half-up',
      300,
    ),
    unemployment: both('unemployment', '0.005', '0.005', beijing()),
    injury: both('injury', '0', '0.002', beijing()),
    fund: both('fund', '0.12', '0.12', [
      bounds('2025-07-01', '2026-07-01', 2540, 35_811, '北京公积金中心 2025'),
      { ...bounds('2026-07-01', '2027-07-01', 2540, 35_811, '北京'), missing: ['2026-07 起的公积金缴存基数上下限'] },
    ]),
  },
  昆明: {
    pension: both('pension', '0.08', '0.16', kunming('2026-01-01')),
    medical: both('medical', '0.02', '0.07', kunming('2026-09-01')),
    maternity: both('maternity', '0', '0.009', kunming('2026-09-01')),
    unemployment: both('unemployment', '0.003', '0.007', kunming('2026-01-01')),
    injury: both('injury', '0', '0.002', kunming('2026-01-01')),
    fund: both(
      'fund',
      '0.05',
      '0.05',
      [
        bounds('2025-01-01', '2026-01-01', 2170, 32_470, '昆明公积金 2025'),
        bounds('2026-01-01', '2026-09-01', 2170, 32_543, '昆明公积金 2026'),
        bounds('2026-09-01', '2027-01-01', 2270, 32_543, '昆明公积金 2026'),
      ],
      'yuan-half-up',
    ),
  },
}

type Bounds = Dated<{ readonly floor: number; readonly cap: number }>

/** Bounds in yuan. */
function bounds(from: Day, until: Day, floor: number, cap: number, source: string): Bounds {
  return { from, until, source, content: { floor: floor * 100, cap: cap * 100 } }
}

function shanghai(): Bounds[] {
  return [
    bounds('2025-07-01', '2026-07-01', 7460, 37_302, '上海人社局公告 2025-09-18'),
    bounds('2026-07-01', '2027-07-01', 7546, 37_731, '上海人社局公告 2026-08-18'),
  ]
}

function beijing(): Bounds[] {
  return [
    bounds('2025-07-01', '2026-07-01', 7162, 35_811, '北京人社局 2025'),
    bounds('2026-07-01', '2027-07-01', 7270, 36_348, '北京人社局 2026-08-21'),
  ]
}

/** The year's bounds begin at different times per scheme. */
function kunming(begin2026: Day): Bounds[] {
  return [
    bounds('2025-01-01', begin2026, 4357, 21_789, '昆明 2025'),
    bounds(begin2026, '2027-01-01', 4403, 22_017, '云人社发〔2026〕8号'),
  ]
}

function both(
  scheme: Scheme,
  employee: string,
  employer: string,
  versions: readonly Bounds[],
  rounding: MoneyRounding = 'fen-half-up',
  employeeExtra = 0,
): Dated<SchemeRule>[] {
  const rates = { employee: decimal(employee), employer: decimal(employer) }
  const roundings = { employeeRounding: rounding, employerRounding: rounding }
  const extra = employeeExtra ? { employeeExtra } : {}
  return versions.map((one) => ({ ...one, content: { scheme, ...one.content, ...rates, ...roundings, ...extra } }))
}
