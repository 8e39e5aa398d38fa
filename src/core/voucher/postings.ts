import { split, type Fen } from '../payroll/index.ts'
import type { AccountUse } from './account-rule.ts'
import type { CostClass } from './class-of.ts'

/** What is booked of a run, each once: costs, the employer's part, payment, and what is passed on to funds and tax office. */
export const voucherSteps = ['accrual', 'employer', 'payment', 'remittance', 'tax'] as const
export type VoucherStep = (typeof voucherSteps)[number]

/** Where a person's cost belongs; weights are shares of any size. */
export type Place = { readonly unitId: string; readonly familyId: string | null; readonly weight: number }
export type PaidLine = {
  readonly code: string
  readonly costClass: CostClass
  readonly isEmployers: boolean
  readonly fen: Fen
}

/** One slip as bookkeeping sees it. `isHeld`: computed and owed, but the money is kept back. */
export type PaidSlip = {
  readonly slipId: string
  readonly lines: readonly PaidLine[]
  readonly net: Fen
  /** What the wage did not suffice for: net is 0 and this is to be recovered. */
  readonly receivable: Fen
  readonly isHeld: boolean
  readonly places: readonly Place[]
}

/** An amount on its way to an account. Amounts may be negative: what corrects an earlier one stays on its side, in red. */
export type Posting = {
  readonly use: AccountUse
  readonly costClass: CostClass
  readonly code: string
  readonly side: 'debit' | 'credit'
  readonly fen: Fen
  readonly slipId: string
  /** Of a cost; debts and money stand with the employer. */
  readonly place: Place | null
}

/** The postings of one slip for one step; debit and credit are equal, to the fen. */
export function postingsOf(step: VoucherStep, slip: PaidSlip): Posting[] {
  return makers[step](slip).filter((posting) => posting.fen !== 0)
}

const makers: Readonly<Record<VoucherStep, (slip: PaidSlip) => Posting[]>> = {
  accrual: (slip) => each(slip, ({ costClass }) => costClass === 'wages', incurred),
  employer: (slip) => each(slip, ({ isEmployers }) => isEmployers, incurred),
  payment,
  remittance: (slip) => each(slip, ({ costClass }) => costClass === 'social' || costClass === 'fund', passedOn),
  tax: (slip) => each(slip, ({ costClass }) => costClass === 'tax', passedOn),
}

function each(
  slip: PaidSlip,
  isOfStep: (line: PaidLine) => boolean,
  make: (slip: PaidSlip, line: PaidLine) => Posting[],
): Posting[] {
  return slip.lines.flatMap((line) => (isOfStep(line) ? make(slip, line) : []))
}

function incurred(slip: PaidSlip, line: PaidLine): Posting[] {
  return [...costs(slip, line), owed(slip, line, 'credit')]
}

/** Wages owed are settled: part is kept for funds and tax office, the rest goes to the person (or waits, when held). */
function payment(slip: PaidSlip): Posting[] {
  const wages = slip.lines.filter((line) => line.costClass === 'wages').map((line) => owed(slip, line, 'debit'))
  const kept = slip.lines
    .filter((line) => line.costClass !== 'wages' && !line.isEmployers)
    .map((line): Posting => ({ ...of(slip, line), use: 'withheld', side: 'credit' }))
  const net = { code: 'net', costClass: 'net', fen: slip.net } as const
  return [
    ...wages,
    { ...of(slip, { ...net, code: 'receivable', fen: slip.receivable }), use: 'claim', side: 'debit' },
    ...kept,
    { ...of(slip, net), use: slip.isHeld ? 'kept' : 'paid', side: 'credit' },
  ]
}

/** A cost over the places of a person: largest remainder, so that the parts add up to it. */
function costs(slip: PaidSlip, line: PaidLine): Posting[] {
  const parts = split(
    line.fen,
    slip.places.map((place) => place.weight),
  )
  return slip.places.map((place, at) => ({
    ...of(slip, line),
    use: 'expense',
    side: 'debit',
    fen: parts[at] ?? 0,
    place,
  }))
}

function owed(slip: PaidSlip, line: PaidLine, side: Posting['side']): Posting {
  return { ...of(slip, line), use: 'owed', side }
}

function passedOn(slip: PaidSlip, line: PaidLine): Posting[] {
  const base = of(slip, line)
  return [
    { ...base, use: line.isEmployers ? 'owed' : 'withheld', side: 'debit' },
    { ...base, use: 'paid', side: 'credit' },
  ]
}

function of({ slipId }: PaidSlip, { code, costClass, fen }: Pick<PaidLine, 'code' | 'costClass' | 'fen'>) {
  return { slipId, code, costClass, fen, place: null }
}
