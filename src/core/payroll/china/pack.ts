import type { Day } from '../../calendar/index.ts'
import { decimalText, type Decimal } from '../../formula/index.ts'
import type { PayLine } from '../explained.ts'
import type { Jurisdiction, Statutory, StatutoryPay } from '../jurisdiction.ts'
import { fenText, type Fen } from '../money.ts'
import { cities, type CitySchemes } from './cities.ts'
import { contributionsOf, type Bases, type Scheme } from './contributions.ts'
import { nonResidentTax } from './other-income.ts'
import { newYear, withhold, type Standing, type Withholding, type YearToDate } from './withholding.ts'

export type ChinesePerson = {
  readonly city: string
  readonly bases: Bases
  readonly rates?: Partial<Record<Scheme, { readonly employee: Decimal; readonly employer: Decimal }>>
  readonly excepted?: readonly Scheme[]
  readonly standing: Standing
  readonly isNonResident?: boolean
  readonly special?: Fen
  readonly other?: Fen
  readonly reduced?: Fen
}

/** Mainland China: contributions by city and scheme, then the cumulative tax. */
export const china = chinaWith(cities)

/** The same with an installation's own dated data of cities. */
export function chinaWith(data: Readonly<Record<string, CitySchemes>>): Jurisdiction<ChinesePerson, YearToDate> {
  return {
    id: 'cn',
    currency: 'CNY',
    newYear,
    statutory: (person, pay, before, paidOn) => statutory(data, person, pay, before, paidOn),
  }
}

function statutory(
  data: Readonly<Record<string, CitySchemes>>,
  person: ChinesePerson,
  pay: StatutoryPay,
  before: YearToDate,
  paidOn: Day,
): Statutory<YearToDate> {
  const { city, bases, rates = {}, excepted = [] } = person
  const contributions = contributionsOf(city, paidOn, bases, rates, { schemes: excepted, data })
  const sumOf = (side: string) => contributions.reduce((sum, line) => (line.side === side ? sum + line.fen : sum), 0)
  const insurance = sumOf('employee')
  const { tax, yearToDate } = taxOf(person, pay, insurance, before, paidOn)
  return {
    lines: [...contributions, tax],
    insurance,
    employerInsurance: sumOf('employer'),
    tax: tax.fen,
    yearToDate,
  }
}

function taxOf(
  person: ChinesePerson,
  { taxable }: StatutoryPay,
  insurance: Fen,
  before: YearToDate,
  paidOn: Day,
): { tax: PayLine; yearToDate: YearToDate } {
  if (person.isNonResident) {
    const { tax, taxable: base } = nonResidentTax(taxable, paidOn)
    const facts = { wage: fenText(taxable), taxable: fenText(base) }
    const reason = { rule: 'cn.iit.non-resident', source: '公告2018年第61号', facts }
    const after = { ...before, income: before.income + taxable, withheld: before.withheld + tax }
    return { tax: { code: 'tax', side: 'employee', fen: tax, reason }, yearToDate: after }
  }
  const { special = 0, other = 0, reduced = 0, standing } = person
  const result = withhold(before, standing, paidOn, { income: taxable, insurance, special, other, reduced })
  return { tax: taxLine(result, before), yearToDate: result.yearToDate }
}

/** The whole computation on the line: what counts this year, less what, at which rate, less what was withheld. */
function taxLine(
  { basicDeduction, taxable, bracket, tax, balance, withheld, yearToDate }: Withholding,
  before: YearToDate,
): PayLine {
  return {
    code: 'tax',
    side: 'employee',
    fen: withheld,
    reason: {
      rule: 'cn.iit.cumulative',
      source: '国家税务总局公告2018年第61号 第六条',
      facts: {
        income: fenText(yearToDate.income),
        exempt: fenText(yearToDate.exempt),
        basicDeduction: fenText(basicDeduction),
        insurance: fenText(yearToDate.insurance),
        special: fenText(yearToDate.special),
        other: fenText(yearToDate.other),
        taxable: fenText(taxable),
        rate: decimalText(bracket.rate),
        quick: decimalText(bracket.quick),
        taxOfYear: fenText(tax),
        withheldBefore: fenText(before.withheld),
        balance: fenText(balance),
      },
    },
  }
}
