import type { Day } from '../../calendar/index.ts'
import { add, decimal, multiply, subtract, whole, type Decimal } from '../../formula/index.ts'
import { heldOn, type Dated } from '../dated.ts'
import { fenOf, yuanOf, type Fen } from '../money.ts'
import { payFault } from '../problem.ts'

export type CpfBand = { readonly maxAge: number | null; readonly employer: Decimal; readonly employee: Decimal }
export type CpfRules = { readonly bands: readonly CpfBand[]; readonly ordinaryCap: Fen; readonly yearCap: Fen }

export const cpfRules: readonly Dated<CpfRules>[] = [
  {
    from: '2026-01-01',
    until: '2027-01-01',
    source: 'cpf.gov.sg 2026',
    content: {
      bands: [
        band(55, '0.17', '0.20'),
        band(60, '0.16', '0.18'),
        band(65, '0.125', '0.125'),
        band(70, '0.09', '0.075'),
        band(null, '0.075', '0.05'),
      ],
      ordinaryCap: 800_000,
      yearCap: 10_200_000,
    },
  },
]

export type CpfInput = {
  /** The upper age of the band; null above 70. */
  readonly bandMaxAge: number | null
  readonly ordinary: Fen
  readonly additional?: Fen
  /** Ordinary wages subject to CPF in the year before this month. */
  readonly ordinaryBefore?: Fen
}
export type Cpf = {
  readonly ordinarySubject: Fen
  readonly additionalSubject: Fen
  readonly total: Fen
  readonly employee: Fen
  readonly employer: Fen
}

/** The total is rounded to the dollar (half up), cents of the employee's share are dropped, the employer bears the rest. */
export function cpf(input: CpfInput, day: Day): Cpf {
  const { bands, ordinaryCap, yearCap } = heldOn(cpfRules, day, 'cpf', 'sg').content
  const rates = bands.find((one) => one.maxAge === input.bandMaxAge)
  if (!rates) throw payFault('bad-value', { name: 'bandMaxAge', found: String(input.bandMaxAge) })
  const ordinarySubject = Math.min(input.ordinary, ordinaryCap)
  const left = Math.max(0, yearCap - (input.ordinaryBefore ?? 0) - ordinarySubject)
  const additionalSubject = Math.min(input.additional ?? 0, left)
  const wages = input.ordinary + (input.additional ?? 0)
  const subject = yuanOf(ordinarySubject + additionalSubject)
  if (wages <= 5000) return { ordinarySubject, additionalSubject, total: 0, employee: 0, employer: 0 }
  const own = ownShare(subject, wages, rates.employee)
  const total = fenOf(add(multiply(subject, rates.employer), own), 'yuan-half-up')
  const employee = fenOf(own, 'yuan-down')
  return { ordinarySubject, additionalSubject, total, employee, employer: total - employee }
}

/** Nothing up to 500, then three times the rate on what is above, until 750. */
function ownShare(subject: Decimal, wages: Fen, rate: Decimal): Decimal {
  if (wages <= 50_000) return whole(0)
  if (wages <= 75_000) return multiply(multiply(rate, whole(3)), subtract(subject, whole(500)))
  return multiply(subject, rate)
}

function band(maxAge: number | null, employer: string, employee: string): CpfBand {
  return { maxAge, employer: decimal(employer), employee: decimal(employee) }
}
