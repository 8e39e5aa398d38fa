import type { Day } from '#core/calendar'
import { readDecimal, type Value } from '#core/formula'
import {
  chinaWith,
  cities,
  chinaCalendar,
  fenText,
  hongKong,
  payFault,
  readFen,
  singapore,
  slipOf,
  unitedStates,
  type ChinesePerson,
  type CitySchemes,
  type MoneyRounding,
  type Scheme,
  type Jurisdiction,
  type PayPlan,
  type Slip,
} from '#core/payroll'
import type { CityRule, FilePerson } from './payroll-file.ts'

export type Asked = {
  readonly plan: PayPlan
  readonly paidOn: Day
  readonly language: string
  readonly cities: Readonly<Record<string, CitySchemes>>
}
type Compute = (asked: Asked, person: FilePerson, inputs: ReadonlyMap<string, Value>) => Slip<object>

/** How a person of the file is computed, by jurisdiction. */
export const computers: Readonly<Record<'cn' | 'sg' | 'hk' | 'us', Compute>> = {
  cn: (asked, one, inputs) => by(chinaWith({ ...cities, ...asked.cities }), chinese)(asked, one, inputs),
  sg: by(singapore, (one) => ({ bandMaxAge: one.bandMaxAge ?? null, additional: fen(one.additional, 'additional') })),
  hk: by(hongKong, ({ isInHoliday }) => ({ isInHoliday })),
  us: by(unitedStates, (one) => ({
    periods: one.periods,
    status: one.status,
    credits: fen(one.credits, 'credits'),
    extra: fen(one.extra, 'extra'),
    otherIncome: fen(one.otherIncome, 'otherIncome'),
  })),
}

/** A record of the year as text, so that it can be given again with the next payment. */
export function writtenYear(record: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, counts.has(name) ? String(value) : fenText(value as number)]),
  )
}

/** The file's data of cities as the engine wants it. */
export function citiesOf(given: Readonly<Record<string, Partial<Record<Scheme, readonly CityRule[]>>>>) {
  return Object.fromEntries(
    Object.entries(given).map(([city, schemes]) => [
      city,
      Object.fromEntries(
        Object.entries(schemes).map(([scheme, rules]) => [scheme, rules.map((one) => ruleOf(scheme as Scheme, one))]),
      ) as CitySchemes,
    ]),
  )
}

function ruleOf(scheme: Scheme, { from, until, source, missing, floor, cap, employee, employer, rounding }: CityRule) {
  const how = (rounding ?? 'fen-half-up') as MoneyRounding
  return {
    from,
    until,
    source,
    ...(missing ? { missing } : {}),
    content: {
      scheme,
      floor: readFen(floor, 'floor'),
      cap: readFen(cap, 'cap'),
      employee: rate(employee, 'employee'),
      employer: rate(employer, 'employer'),
      employeeRounding: how,
      employerRounding: how,
    },
  }
}

const counts: ReadonlySet<string> = new Set(['version', 'year'])

function by<Person, YearToDate extends object>(
  pack: Jurisdiction<Person, YearToDate>,
  read: (one: FilePerson) => Person,
): Compute {
  return ({ plan, paidOn, language }, one, inputs) => {
    const fresh = pack.newYear(Number(paidOn.slice(0, 4)))
    const around = { calendar: pack.id === 'cn' ? chinaCalendar : null, language }
    return slipOf(plan, pack, read(one), inputs, readYear(fresh, one.yearToDate ?? {}), paidOn, around)
  }
}

/** Fields that are not given stay 0; one that doesn't exist is an error, not ignored. */
function readYear<YearToDate extends object>(fresh: YearToDate, given: Readonly<Record<string, string>>): YearToDate {
  const read: Record<string, number> = {}
  for (const [name, text] of Object.entries(given)) {
    if (!Object.hasOwn(fresh, name)) throw payFault('bad-value', { name: 'yearToDate', found: name })
    read[name] = counts.has(name) ? Number(text) : readFen(text, `yearToDate.${name}`)
  }
  return { ...fresh, ...read }
}

function chinese(one: FilePerson): ChinesePerson {
  if (one.city === undefined) throw payFault('missing-value', { name: 'city' })
  if (one.insuranceBase === undefined) throw payFault('missing-value', { name: 'insuranceBase' })
  const fund = one.fundRate === undefined ? undefined : rate(one.fundRate, 'fundRate')
  const injury = one.injuryRate === undefined ? undefined : rate(one.injuryRate, 'injuryRate')
  return {
    city: one.city,
    bases: {
      insurance: readFen(one.insuranceBase, 'insuranceBase'),
      ...(one.fundBase === undefined ? {} : { fund: readFen(one.fundBase, 'fundBase') }),
    },
    rates: {
      ...(fund ? { fund: { employee: fund, employer: fund } } : {}),
      ...(injury ? { injury: { employee: rate('0', 'injuryRate'), employer: injury } } : {}),
    },
    standing: { hireMonth: one.hireMonth, isFirstJob: one.isFirstJob, hasFull60000: one.hasFull60000 },
    isNonResident: one.isNonResident,
    mergesBonus: one.mergesBonus,
    ...(one.localAverageYear === undefined
      ? {}
      : { localAverageYear: readFen(one.localAverageYear, 'localAverageYear') }),
    special: fen(one.special, 'special'),
    other: fen(one.other, 'other'),
  }
}

function fen(text: string | undefined, name: string): number {
  return text === undefined ? 0 : readFen(text, name)
}

function rate(text: string, name: string) {
  const found = readDecimal(text)
  if (!found) throw payFault('bad-value', { name, found: text })
  return found
}
