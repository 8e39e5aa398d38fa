import { fixedText, round } from '#core/formula'
import { cpf, federal, mpf, payFault, week, type FilingStatus } from '#core/payroll'
import { decimalIn, fenIn, given, money, textIn, type Area, type Inputs } from './case.ts'

const day = '2026-06-30'
const bands: ReadonlySet<number> = new Set([55, 60, 65, 70])

const singapore: Area = (inputs) => {
  const age = Number(given(inputs, 'age_band_max') ?? Number.NaN)
  const bandMaxAge = bands.has(age) ? age : null
  const paid = cpf(
    {
      bandMaxAge,
      ordinary: fenIn(inputs, 'ow'),
      additional: fenIn(inputs, 'aw'),
      ordinaryBefore: fenIn(inputs, 'ow_ytd_subject'),
    },
    day,
  )
  const { ordinarySubject, additionalSubject, ...shares } = paid
  return money({ ow_subject: ordinarySubject, aw_subject: additionalSubject, ...shares })
}

const hongKong: Area = (inputs) =>
  money(mpf(fenIn(inputs, 'relevant_income'), given(inputs, 'employee_holiday') === true, day))

const statuses: ReadonlyMap<string, FilingStatus> = new Map([
  ['single', 'single'],
  ['mfs', 'single'],
  ['married_separately', 'single'],
  ['mfj', 'married-jointly'],
  ['married', 'married-jointly'],
  ['married_jointly', 'married-jointly'],
  ['married_filing_jointly', 'married-jointly'],
  ['hoh', 'head-of-household'],
  ['head', 'head-of-household'],
  ['head_of_household', 'head-of-household'],
])

const american: Area = (inputs) => {
  const written = textIn(inputs, 'status').toLowerCase().replaceAll(/[ -]/g, '_')
  const status = statuses.get(written)
  if (!status) throw payFault('bad-value', { name: 'status', found: written })
  const paid = federal(
    {
      wages: fenIn(inputs, 'wages'),
      periods: Number(given(inputs, 'periods')),
      status,
      yearToDateWages: fenIn(inputs, 'ytd_wages'),
      credits: fenIn(inputs, 'credits'),
      extra: fenIn(inputs, 'extra'),
      otherIncome: fenIn(inputs, 'other'),
    },
    day,
  )
  return money({
    adjusted_annual: paid.adjustedAnnual,
    federal_income_tax: paid.incomeTax,
    ss_employee: paid.social,
    ss_employer: paid.social,
    medicare_employee: paid.medicareEmployee,
    medicare_employer: paid.medicareEmployer,
  })
}

const overtime: Area = (inputs) => {
  const { regularRate, total } = week({
    hours: decimalIn(inputs, 'hours'),
    isFluctuating: given(inputs, 'fluctuating') === true,
    bonus: fenIn(inputs, 'bonus_nd'),
    ...optionalFen(inputs, 'rate'),
    ...optionalFen(inputs, 'salary'),
  })
  return { regular_rate: fixedText(round(regularRate, 4), 4), ...money({ week_total: total }) }
}

function optionalFen(inputs: Inputs, name: 'rate' | 'salary') {
  const value = given(inputs, name)
  return value === undefined || value === null ? {} : { [name]: fenIn(inputs, name) }
}

export const abroad: Readonly<Record<string, Area>> = {
  'sg.cpf': singapore,
  'hk.mpf': hongKong,
  'us.federal': american,
  'us.flsa': overtime,
}
