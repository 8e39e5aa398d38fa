import type { Day } from '../../calendar/index.ts'
import { decimalText, isZero, type Decimal } from '../../formula/index.ts'
import type { PayLine } from '../explained.ts'
import { clamped, fenText, rated, type Fen, type MoneyRounding } from '../money.ts'
import { payFault } from '../problem.ts'
import { wholeOn } from '../dated.ts'
import { cities, type CitySchemes } from './cities.ts'

export type Scheme = 'pension' | 'medical' | 'maternity' | 'unemployment' | 'injury' | 'fund'

/** One scheme of a city: bounds, rates and rounding stand per scheme and side because they differ so in fact. */
export type SchemeRule = {
  readonly scheme: Scheme
  readonly floor: Fen
  readonly cap: Fen
  readonly employee: Decimal
  readonly employer: Decimal
  readonly employeeRounding: MoneyRounding
  readonly employerRounding: MoneyRounding
  /** A fixed amount on top of the own share, as Beijing's 3 yuan for serious illness. */
  readonly employeeExtra?: Fen
}

/** What a person contributes on. `fund` is missing for who is not in the housing fund. */
export type Bases = { readonly insurance: Fen; readonly fund?: Fen }
export type Around = {
  /** Schemes a person is not in. */
  readonly schemes?: readonly Scheme[]
  /** Data of an installation instead of what is shipped. */
  readonly data?: Readonly<Record<string, CitySchemes>>
}

export type Contribution = {
  readonly scheme: Scheme
  readonly base: Fen
  readonly employee: Fen
  readonly employer: Fen
}

/** Both sides of one scheme on a declared base: clamped to its bounds, each side rounded by its own rule. */
export function contribution(rule: SchemeRule, declared: Fen): Contribution {
  const base = clamped(declared, rule.floor, rule.cap)
  const own = rated(base, rule.employee, rule.employeeRounding) + (rule.employeeExtra ?? 0)
  return { scheme: rule.scheme, base, employee: own, employer: rated(base, rule.employer, rule.employerRounding) }
}

/**
 * All contributions of a month in a city, as lines with their reasons. Months are whole: never part of one.
 * `rates` replaces rates a company chooses (housing fund 5–12 %, injury class).
 */
export function contributionsOf(
  city: string,
  day: Day,
  bases: Bases,
  rates: Partial<Record<Scheme, { readonly employee: Decimal; readonly employer: Decimal }>> = {},
  { schemes: excepted = [], data = cities }: Around = {},
): PayLine[] {
  const versions = Object.hasOwn(data, city) ? data[city] : undefined
  if (!versions) throw payFault('no-data', { what: 'contributions', place: city, day })
  return Object.entries(versions).flatMap(([scheme, dated]) => {
    const declared = scheme === 'fund' ? bases.fund : bases.insurance
    if (declared === undefined || excepted.includes(scheme as Scheme)) return []
    const { content, source } = wholeOn(dated, day, scheme, city)
    const rule = { ...content, ...rates[scheme as Scheme] }
    return linesOf(rule, contribution(rule, declared), declared, `${city} ${source}`)
  })
}

function linesOf(rule: SchemeRule, paid: Contribution, declared: Fen, source: string): PayLine[] {
  return (['employee', 'employer'] as const)
    .filter((side) => !isZero(rule[side]) || paid[side] !== 0)
    .map((side) => ({
      code: `${rule.scheme}.${side}`,
      side,
      fen: paid[side],
      reason: {
        rule: 'cn.contribution',
        source,
        facts: {
          declared: fenText(declared),
          base: fenText(paid.base),
          rate: decimalText(rule[side]),
          rounding: rule[`${side}Rounding`],
        },
      },
    }))
}
