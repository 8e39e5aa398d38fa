import type { Day, WorkCalendar } from '../../calendar/index.ts'
import { decimalText, type Decimal } from '../../formula/index.ts'
import type { Dated } from '../dated.ts'
import type { PayLine } from '../explained.ts'
import {
  parameter,
  type Filing,
  type Jurisdiction,
  type Parameter,
  type Statutory,
  type StatutoryPay,
} from '../jurisdiction.ts'
import { fenText, type Fen } from '../money.ts'
import { payFault } from '../problem.ts'
import { bonusRule, bonusTax } from './bonus.ts'
import { taxTables, type TaxTables } from './brackets.ts'
import { calendarOf, chinaCalendar } from './calendar.ts'
import { cities, type CitySchemes } from './cities.ts'
import { contributionsOf, type Bases, type Scheme } from './contributions.ts'
import { annualLeave, overtimeLines, severance } from './labour-law.ts'
import { minimumWageGap, minimumWages, type MinimumWage } from './minimum-wage.ts'
import { nonResidentTax, severanceTax } from './other-income.ts'
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
  /** The person wants the annual bonus taxed with the wages. */
  readonly mergesBonus?: boolean
  /** The place's average wage of last year; needed to tax severance. */
  readonly localAverageYear?: Fen
}

/** 个人所得税法 art. 14; 社会保险费申报缴纳管理规定; 住房公积金管理条例 art. 19; yearly return 1 March to 30 June. */
const filings: readonly Filing[] = [
  { code: 'cn.iit.wages', rhythm: 'month', dueDay: 15, source: '个人所得税法 第十四条' },
  { code: 'cn.iit.bonus', rhythm: 'month', dueDay: 15, source: '个人所得税法 第十四条' },
  { code: 'cn.contributions', rhythm: 'month', dueDay: 15, source: '社会保险费申报缴纳管理规定' },
  { code: 'cn.iit.settlement', rhythm: 'year', dueDay: 30, dueMonth: 6, source: '个人所得税法 第十一条' },
]

/** Mainland China: contributions by city and scheme, then the cumulative tax. */
export const china = chinaWith(cities)

/** Dated data of the law that an installation keeps itself, instead of what is shipped. */
export type OwnLaw = {
  readonly taxTables?: readonly Dated<TaxTables>[]
  readonly minimumWages?: Readonly<Record<string, readonly Dated<MinimumWage>[]>>
}
type Law = Required<OwnLaw> & { readonly cities: Readonly<Record<string, CitySchemes>> }

/** The same with an installation's own dated data of cities, its own calendar, tax tables and minimum wages. */
export function chinaWith(
  data: Readonly<Record<string, CitySchemes>>,
  calendar: WorkCalendar = chinaCalendar,
  own: OwnLaw = {},
): Jurisdiction<ChinesePerson, YearToDate> {
  const law: Law = { taxTables, minimumWages, ...own, cities: data }
  return {
    id: 'cn',
    currency: 'CNY',
    newYear,
    statutory: (person, pay, before, paidOn) => statutory(law, person, pay, before, paidOn),
    params: (person, paidOn) => paramsOf(law, person, paidOn),
    calendar: (year) => calendarOf(calendar, year),
    overtime: overtimeLines,
    minimumWage: (place, day, normal, ownShare) => minimumWageGap(place, day, normal, ownShare, law.minimumWages),
    annualLeave,
    termination: ({ start, lastDay, average, localAverageMonth, minimum }) =>
      severance(start, lastDay, average, localAverageMonth, minimum),
    rounding: 'fen-half-up',
    filings,
    bankFormats: ['cmb', 'icbc'],
  }
}

function paramsOf(law: Law, person: ChinesePerson, on: Day): Parameter[] {
  const schemes = Object.hasOwn(law.cities, person.city) ? Object.entries(law.cities[person.city] ?? {}) : []
  const used = schemes.filter(([scheme]) => {
    if (person.excepted?.includes(scheme as Scheme)) return false
    return scheme !== 'fund' || person.bases.fund !== undefined
  })
  const found = used.map(([scheme, dated]) => parameter(scheme, person.city, dated, on))
  return [
    ...(schemes.length > 0 ? found : [parameter('contributions', person.city, [], on)]),
    parameter('tax-tables', 'cn', law.taxTables, on),
    parameter('bonus-rule', 'cn', bonusRule, on),
    parameter('minimum-wage', person.city, law.minimumWages[person.city] ?? [], on),
  ]
}

function statutory(
  law: Law,
  person: ChinesePerson,
  pay: StatutoryPay,
  before: YearToDate,
  paidOn: Day,
): Statutory<YearToDate> {
  const { city, bases, rates = {}, excepted = [] } = person
  const contributions = contributionsOf(city, paidOn, bases, rates, { schemes: excepted, data: law.cities })
  const sumOf = (side: string) => contributions.reduce((sum, line) => (line.side === side ? sum + line.fen : sum), 0)
  const insurance = sumOf('employee')
  const { lines, yearToDate } = taxesOf(law, person, pay, insurance, before, paidOn)
  return {
    lines: [...contributions, ...lines],
    insurance,
    employerInsurance: sumOf('employer'),
    tax: lines.reduce((sum, { fen }) => sum + fen, 0),
    yearToDate,
  }
}

/** Tax of what is taxed apart, and of the rest as a wage. The first bonus of a tax year goes apart, others with the wage. */
function taxesOf(
  { taxTables: tables }: Law,
  person: ChinesePerson,
  { taxable, bonus = 0, severance: paidOff = 0 }: StatutoryPay,
  insurance: Fen,
  before: YearToDate,
  paidOn: Day,
): { lines: PayLine[]; yearToDate: YearToDate } {
  const isApart = bonus > 0 && !before.bonus && !person.isNonResident && person.mergesBonus !== true
  const wage = taxable - paidOff - (isApart ? bonus : 0)
  const { tax, yearToDate } = wageTax(tables, person, wage, insurance, before, paidOn)
  const lines = [tax]
  if (isApart) lines.push(bonusLine(tables, bonus, paidOn))
  if (paidOff > 0) lines.push(severanceLine(tables, paidOff, person.localAverageYear, paidOn))
  return { lines, yearToDate: isApart ? { ...yearToDate, bonus } : yearToDate }
}

function bonusLine(tables: Law['taxTables'], bonus: Fen, paidOn: Day): PayLine {
  const { bracket, tax } = bonusTax(bonus, paidOn, tables)
  const { rate, quick } = bracket
  const facts = { bonus: fenText(bonus), rate: decimalText(rate), quick: decimalText(quick) }
  const reason = { rule: 'cn.iit.bonus', source: '财税〔2018〕164号；公告2023年第30号', facts }
  return { code: 'tax.bonus', side: 'employee', fen: tax, reason }
}

function severanceLine(tables: Law['taxTables'], amount: Fen, localAverageYear: Fen | undefined, paidOn: Day): PayLine {
  if (localAverageYear === undefined) throw payFault('missing-value', { name: 'localAverageYear' })
  const { exempt, taxable, tax, bracket } = severanceTax(amount, localAverageYear, paidOn, tables)
  const { rate, quick } = bracket
  const facts = {
    severance: fenText(amount),
    exempt: fenText(exempt),
    taxable: fenText(taxable),
    rate: decimalText(rate),
    quick: decimalText(quick),
  }
  return {
    code: 'tax.severance',
    side: 'employee',
    fen: tax,
    reason: { rule: 'cn.iit.severance', source: '财税〔2018〕164号', facts },
  }
}

function wageTax(
  tables: Law['taxTables'],
  person: ChinesePerson,
  taxable: Fen,
  insurance: Fen,
  before: YearToDate,
  paidOn: Day,
): { tax: PayLine; yearToDate: YearToDate } {
  if (person.isNonResident) {
    const { tax, taxable: base } = nonResidentTax(taxable, paidOn, tables)
    const facts = { wage: fenText(taxable), taxable: fenText(base) }
    const reason = { rule: 'cn.iit.non-resident', source: '公告2018年第61号', facts }
    const after = { ...before, income: before.income + taxable, withheld: before.withheld + tax }
    return { tax: { code: 'tax', side: 'employee', fen: tax, reason }, yearToDate: after }
  }
  const { special = 0, other = 0, reduced = 0, standing } = person
  const result = withhold(before, standing, paidOn, { income: taxable, insurance, special, other, reduced }, tables)
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
