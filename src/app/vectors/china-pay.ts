import { decimalText, fixedText, multiply, round } from '#core/formula'
import {
  chinaCalendar,
  clamped,
  contribution,
  kindOfDay,
  overtime,
  overtimeRate,
  partMonth,
  payFault,
  retirement,
  roundedMoney,
  severance,
  type Contribution,
  type MoneyRounding,
  type Proration,
  type RetirementCategory,
  type Scheme,
} from '#core/payroll'
import { decimalIn, decimalOf, fenIn, given, money, recordIn, textIn, type Area, type Json } from './case.ts'

const shanghai: Area = (inputs) => {
  const [config, rates, rounding] = [
    recordIn(inputs, 'config'),
    recordIn(inputs, 'rates'),
    recordIn(inputs, 'rounding'),
  ]
  const declared = fenIn(inputs, 'declared_base')
  const rule = (scheme: Scheme, pair: Json | undefined, bounds: string, mode: string): Contribution => {
    const [employee, employer] = Array.isArray(pair) ? (pair as readonly Json[]) : ['0', '0']
    const how = roundingOf(given(rounding, mode) ?? (mode === 'insurance' ? 'fen_half_up' : 'yuan_half_up'))
    return contribution(
      {
        scheme,
        floor: fenIn(config, `${bounds}floor`),
        cap: fenIn(config, `${bounds}cap`),
        employee: decimalOf(employee, scheme),
        employer: decimalOf(employer, scheme),
        employeeRounding: how,
        employerRounding: how,
      },
      declared,
    )
  }
  const insured = (['pension', 'medical', 'unemployment', 'injury'] as const).map((scheme) =>
    rule(scheme, given(rates, scheme), '', 'insurance'),
  )
  const fundRate = given(inputs, 'hf_rate') ?? '0'
  const fund = rule('fund', [fundRate, fundRate], 'hf_', 'housing_fund')
  const all = [...insured, fund]
  const sides = insured.flatMap(({ scheme, employee, employer }) => [
    [`${scheme}_employee`, employee] as const,
    [`${scheme}_employer`, employer] as const,
  ])
  return money({
    si_base: clamped(declared, fenIn(config, 'floor'), fenIn(config, 'cap')),
    hf_base: fund.base,
    ...Object.fromEntries(sides),
    housing_fund_employee: fund.employee,
    housing_fund_employer: fund.employer,
    employee_total: all.reduce((sum, one) => sum + one.employee, 0),
    employer_total: all.reduce((sum, one) => sum + one.employer, 0),
  })
}

function roundingOf(word: Json): MoneyRounding {
  const found = String(word).replaceAll('_', '-')
  if (
    !/^(fen|jiao|yuan)-(half-up|half-even|half-down|up|down|ceiling|floor)$/.test(found) &&
    found !== 'fen-then-jiao-up'
  ) {
    throw payFault('bad-value', { name: 'rounding', found })
  }
  return found as MoneyRounding
}

const rounding: Area = (inputs) => {
  const exact = multiply(decimalIn(inputs, 'base'), decimalIn(inputs, 'rate'))
  const units = { fen: 2, jiao: 1, yuan: 0 } as const
  const found: Record<string, string> = { exact: decimalText(exact) }
  for (const [unit, decimals] of Object.entries(units)) {
    for (const mode of ['half_up', 'up', 'down', 'half_even'] as const) {
      found[`${unit}_${mode}`] = fixedText(roundedMoney(exact, roundingOf(`${unit}_${mode}`)), decimals)
    }
  }
  return { ...found, fen_then_jiao_up: fixedText(roundedMoney(exact, 'fen-then-jiao-up'), 1) }
}

const day: Area = (inputs) => {
  const type = kindOfDay(chinaCalendar, textIn(inputs, 'date'))
  return { type, overtime_rate: decimalText(overtimeRate(type)) }
}

const extra: Area = (inputs) => {
  const hours = {
    workday: decimalIn(inputs, 'workday_hours'),
    restday: decimalIn(inputs, 'restday_hours'),
    statutory: decimalIn(inputs, 'statutory_hours'),
  }
  const { hourly, ...paid } = overtime(fenIn(inputs, 'base'), hours)
  return { hourly_unrounded: fixedText(round(hourly, 6), 6), ...money(paid) }
}

const proration: Area = (inputs) => {
  const [wage, from, to] = [fenIn(inputs, 'wage'), textIn(inputs, 'employed_from'), textIn(inputs, 'employed_to')]
  const by = (method: Proration) => partMonth(wage, from, to, method, chinaCalendar)
  const { paidEmployed, paidInMonth } = by('paid-days')
  return {
    paid_days_employed: paidEmployed,
    paid_days_in_month: paidInMonth,
    ...money({
      forward_21_75: by('forward-21.75').fen,
      reverse_21_75: by('reverse-21.75').fen,
      by_month_paid_days: by('paid-days').fen,
      by_calendar_days: by('calendar-days').fen,
    }),
  }
}

const leaving: Area = (inputs) => {
  const average = fenIn(inputs, 'avg_12_months')
  const [local, minimum] = [fenIn(inputs, 'local_avg_month'), fenIn(inputs, 'minimum_wage')]
  const { months, base, isCapped, single, double } = severance(
    textIn(inputs, 'start'),
    textIn(inputs, 'last_day'),
    average,
    local,
    minimum,
  )
  const last = given(inputs, 'last_month_wage') === undefined ? average : fenIn(inputs, 'last_month_wage')
  return {
    n_months: decimalText(months),
    capped_3x: isCapped,
    ...money({ base, N: single, two_N: double, N_plus_1_last_month_wage: single + last }),
  }
}

const retiring: Area = (inputs) => {
  const { delayMonths, retires, age } = retirement(
    textIn(inputs, 'category') as RetirementCategory,
    textIn(inputs, 'birth_month'),
  )
  return { delay_months: delayMonths, retires, age }
}

export const chinaPay: Readonly<Record<string, Area>> = {
  'cn.si.shanghai': shanghai,
  'cn.si.rounding': rounding,
  'cn.calendar.day': day,
  'cn.overtime': extra,
  'cn.proration': proration,
  'cn.severance': leaving,
  'cn.retirement': retiring,
}
