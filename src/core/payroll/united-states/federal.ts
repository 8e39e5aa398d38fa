import type { Day } from '../../calendar/index.ts'
import { add, compare, decimal, divide, multiply, subtract, whole, zero, type Decimal } from '../../formula/index.ts'
import { heldOn, type Dated } from '../dated.ts'
import { fenOf, rated, yuanOf, type Fen } from '../money.ts'
import { payFault } from '../problem.ts'

export type FilingStatus = 'single' | 'married-jointly' | 'head-of-household'
export type FederalRules = {
  /** What the standard method takes off the annual wage. */
  readonly allowance: Readonly<Record<FilingStatus, Fen>>
  /** Lower bound of each rate in dollars, ascending. */
  readonly bounds: Readonly<Record<FilingStatus, readonly number[]>>
  readonly rates: readonly Decimal[]
  readonly socialCap: Fen
  readonly medicareExtraFrom: Fen
}

export const federalRules: readonly Dated<FederalRules>[] = [
  {
    from: '2026-01-01',
    until: '2027-01-01',
    source: 'IRS Pub. 15-T (2026), worksheet 1A; Rev. Proc. 2025-32; SSA 2026',
    content: {
      allowance: { single: 860_000, 'married-jointly': 1_290_000, 'head-of-household': 860_000 },
      bounds: {
        single: [7_500, 19_900, 57_900, 113_200, 209_275, 263_725, 648_100],
        'married-jointly': [19_300, 44_100, 120_100, 230_700, 422_850, 531_750, 788_000],
        'head-of-household': [15_550, 33_250, 83_000, 121_250, 217_300, 271_750, 656_150],
      },
      rates: '0.10 0.12 0.22 0.24 0.32 0.35 0.37'.split(' ').map(decimal),
      socialCap: 18_450_000,
      medicareExtraFrom: 20_000_000,
    },
  },
]

export type FederalInput = {
  readonly wages: Fen
  readonly periods: number
  readonly status: FilingStatus
  readonly yearToDateWages?: Fen
  /** Form W-4: step 3 a year, step 4(c) a period, step 4(a) a year. */
  readonly credits?: Fen
  readonly extra?: Fen
  readonly otherIncome?: Fen
}
export type Federal = {
  readonly adjustedAnnual: Fen
  readonly incomeTax: Fen
  readonly social: Fen
  readonly medicareEmployee: Fen
  readonly medicareEmployer: Fen
}

/** Income tax by the percentage method, social security up to its cap, Medicare with 0.9 % above 200,000. */
export function federal(input: FederalInput, day: Day): Federal {
  const { content } = heldOn(federalRules, day, 'federal', 'us')
  if (!Object.hasOwn(content.bounds, input.status)) throw payFault('bad-value', { name: 'status', found: input.status })
  const before = input.yearToDateWages ?? 0
  const annual = input.wages * input.periods + (input.otherIncome ?? 0) - content.allowance[input.status]
  const adjustedAnnual = Math.max(0, annual)
  const yearTax = taxOf(yuanOf(adjustedAnnual), content.bounds[input.status], content.rates)
  const period = divide(subtract(yearTax, yuanOf(input.credits ?? 0)), whole(input.periods))
  const incomeTax = Math.max(0, fenOf(period)) + (input.extra ?? 0)
  const social = rated(Math.max(0, Math.min(input.wages, content.socialCap - before)), decimal('0.062'))
  const above = Math.max(0, Math.min(input.wages, before + input.wages - content.medicareExtraFrom))
  const medicareEmployer = rated(input.wages, decimal('0.0145'))
  const own = add(multiply(yuanOf(input.wages), decimal('0.0145')), multiply(yuanOf(above), decimal('0.009')))
  return { adjustedAnnual, incomeTax, social, medicareEmployee: fenOf(own), medicareEmployer }
}

function taxOf(amount: Decimal, bounds: readonly number[], rates: readonly Decimal[]): Decimal {
  return bounds.reduce((tax, bound, at) => {
    const [from, to] = [whole(bound), bounds[at + 1]]
    if (compare(amount, from) <= 0) return tax
    const end = to !== undefined && compare(amount, whole(to)) > 0 ? whole(to) : amount
    return add(tax, multiply(subtract(end, from), rates[at] ?? zero))
  }, zero)
}
