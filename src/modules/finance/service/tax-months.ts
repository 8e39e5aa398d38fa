import { readFen } from '#core/payroll'
import type { Context } from '#kernel/context'
import { taxSteps, type TaxFigures, type TaxMonth } from '../rules/tax-check.ts'
import { taxSlips, type TaxSlip } from '../store/tax.ts'

/** All slips of a person in a month of payment as one: what the tax office asks about. */
export type PersonMonth = TaxMonth & {
  readonly personId: string
  readonly personNumber: string
  readonly personName: string
  readonly writtenName: string
  readonly idNumber: string | null
  readonly slipIds: readonly string[]
  readonly lastPaidOn: string
  readonly schemes: ReadonlyMap<string, number>
  readonly figures: TaxFigures
}

export async function personMonths(ctx: Context, employerUnitId: string, period: string): Promise<PersonMonth[]> {
  const slips = Map.groupBy(await taxSlips(ctx, employerUnitId, period), ({ personId }) => personId)
  return [...slips.values()].map(monthOf)
}

function monthOf(slips: readonly TaxSlip[]): PersonMonth {
  const [first] = slips as [TaxSlip, ...TaxSlip[]]
  const last = slips.at(-1) ?? first
  const sum = (of: (slip: TaxSlip) => number) => slips.reduce((total, slip) => total + of(slip), 0)
  const grown = (key: 'income' | 'exempt') => sum(({ before, after }) => (after?.[key] ?? 0) - (before?.[key] ?? 0))
  const schemes = new Map<string, number>()
  for (const { lines } of slips) for (const [code, fen] of lines) schemes.set(code, (schemes.get(code) ?? 0) + fen)
  const tax = [...schemes].reduce((total, [code, fen]) => (isTax(code) ? total + fen : total), 0)
  return {
    personId: first.personId,
    personNumber: first.personNumber,
    personName: first.personName,
    writtenName: first.writtenName,
    idNumber: first.idNumber,
    slipIds: slips.map(({ slipId }) => slipId),
    lastPaidOn: last.paidOn,
    schemes,
    income: grown('income'),
    exempt: grown('exempt'),
    bonus: sum((slip) => amountOf(slip, 'tax.bonus', 'bonus')),
    severance: sum((slip) => amountOf(slip, 'tax.severance', 'severance')),
    insurance: [...schemes].reduce((total, [code, fen]) => (isTax(code) ? total : total + fen), 0),
    tax,
    gross: sum(({ gross }) => gross),
    deductions: sum(({ deductions }) => deductions),
    net: sum(({ net }) => net),
    receivable: sum(({ receivable }) => receivable),
    figures: figuresOf(first, last, schemes.get('tax') ?? 0),
  }
}

/** What the slips say of the year up to this month; what was withheld before it is told by the first slip of the month. */
function figuresOf(first: TaxSlip, last: TaxSlip, due: number): TaxFigures {
  const facts = factsOf(last, 'tax')
  const told = Object.fromEntries(
    taxSteps.flatMap((step) => (facts[step] === undefined ? [] : [[step, readFen(facts[step])]])),
  )
  const before = factsOf(first, 'tax')['withheldBefore']
  return { ...told, ...(before === undefined ? {} : { withheldBefore: readFen(before) }), due }
}

function amountOf(slip: TaxSlip, code: string, fact: string): number {
  const text = factsOf(slip, code)[fact]
  return text === undefined ? 0 : readFen(text)
}

function factsOf({ lines }: TaxSlip, code: string): Readonly<Record<string, string>> {
  return lines.find(([one]) => one === code)?.[2] ?? {}
}

function isTax(code: string): boolean {
  return /^tax(\.|$)/.test(code)
}
