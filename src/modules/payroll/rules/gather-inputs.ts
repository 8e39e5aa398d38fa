import type { Day } from '#core/calendar'
import { add, readDecimal, zero, type Decimal } from '#core/formula'
import { fenText, payFault, readFen } from '#core/payroll'
import { employedIn, paidDaysIn, partPay, slicesOf, type PaidDays, type Slice, type Span } from './part-pay.ts'
import type { InputSource, PayInput, PersonMonth, Term } from './person-month.ts'
import type { RunFacts } from './run-facts.ts'

export type Gathered = {
  readonly inputs: readonly PayInput[]
  readonly values: ReadonlyMap<string, Decimal>
  readonly term: Term
  readonly city: string
  readonly days: PaidDays
  readonly isWholeMonth: boolean
}

/**
 * Everything a person's formulas may use, each with its source. Agreed amounts count day by day as they held on the days
 * employed; who is paid one-off amounts alone gets none of them. What was typed goes before what a module says; several
 * inputs of one name add up. No terms, or no city, is a fault that names it.
 */
export function gatherInputs(run: RunFacts, person: PersonMonth): Gathered {
  const employed = employedIn(run.month, person.hiredOn, person.leftOn)
  const slices = employed ? slicesOf(person.terms, employed) : []
  const term = slices.at(-1)?.holds ?? person.terms.at(-1)
  if (!term) throw payFault('missing-value', { name: 'terms' })
  const city = term.city ?? run.city
  if (!city) throw payFault('missing-value', { name: 'city' })
  const span = spanOf(slices)
  const days = span ? daysIn(run, span) : { paid: 0, workdays: 0 }
  const month = daysIn(run, { from: run.month.from, to: run.month.last })
  const found: PayInput[] = [
    ...(person.isOnce ? [] : agreedInputs(run, person.personId, slices, term)),
    ...dayInputs(person.isOnce ? { paid: 0, workdays: 0 } : days, month),
    ...knownInputs(run, person, city),
    ...told(person),
  ]
  const values = new Map<string, Decimal>()
  for (const name of run.names) values.set(name, zero)
  for (const { name, value } of found) values.set(name, add(values.get(name) ?? zero, numberIn(name, value)))
  return { inputs: found.filter(isWorthTelling), values, term, city, days, isWholeMonth: days.paid === month.paid }
}

function agreedInputs(run: RunFacts, personId: string, slices: readonly Slice<Term>[], term: Term): PayInput[] {
  const sources = slices.map(({ from, to }) => `${from}..${to}`).join(', ')
  const source = { kind: 'terms', label: sources || term.validFrom, path: `/pay-terms/${personId}` }
  const reckon = (of: (held: Term) => number) =>
    partPay(
      slices.map((slice) => ({ ...slice, holds: of(slice.holds) })),
      run.proration,
      run.calendar,
    )
  const names = [...new Set(slices.flatMap(({ holds }) => Object.keys(holds.amounts)))]
  const isPlain = slices.length === 1 && slices[0]?.from === run.month.from && slices[0]?.to === run.month.last
  const amounts = names.map((name) => {
    const fen = isPlain
      ? readFen(term.amounts[name] ?? '0', name)
      : reckon(({ amounts: held }) => readFen(held[name] ?? '0', name))
    return { name, value: fenText(fen), source }
  })
  const wage = isPlain ? term.wageFen : reckon(({ wageFen }) => wageFen)
  return [
    { name: 'wage', value: fenText(term.wageFen), source },
    { name: 'part_month_wage', value: fenText(wage), source },
    ...amounts,
  ]
}

function dayInputs(days: PaidDays, month: PaidDays): PayInput[] {
  const source = { kind: 'calendar', label: '', path: null }
  return [
    { name: 'paid_days', value: String(days.paid), source },
    { name: 'month_days', value: String(month.paid), source },
    { name: 'workdays', value: String(days.workdays), source },
  ]
}

function knownInputs(run: RunFacts, person: PersonMonth, city: string): PayInput[] {
  const minimum = run.minimumWageOf(city)
  const years = person.hiredOn ? fullYears(person.hiredOn, run.month.last) : 0
  const file = { kind: 'file', label: person.hiredOn ?? '', path: `/people/${person.personId}` }
  return [
    { name: 'years_of_service', value: String(years), source: file },
    ...(minimum === null ? [] : [input('minimum_wage', fenText(minimum), { kind: 'law', label: city, path: null })]),
    ...(person.receivableFen > 0 && run.names.has('receivable')
      ? [input('receivable', fenText(person.receivableFen), { kind: 'receivable', label: '', path: null })]
      : []),
  ]
}

/** What was typed, brought by file, accepted as arrears, and what modules say where nobody typed the same. */
function told({ inputs, figures }: PersonMonth): PayInput[] {
  const typed = new Set(inputs.map(({ name }) => name))
  return [...inputs, ...figures.filter(({ name }) => !typed.has(name))].map(({ name, value, source, label, path }) =>
    input(name, value, { kind: source, label, path }),
  )
}

function input(name: string, value: string, source: InputSource): PayInput {
  return { name, value, source }
}

function spanOf(slices: readonly Slice<Term>[]): Span | null {
  const [first, last] = [slices[0], slices.at(-1)]
  return first && last ? { from: first.from, to: last.to } : null
}

function daysIn({ kept, calendar }: RunFacts, span: Span): PaidDays {
  const key = `${span.from}${span.to}`
  const known = kept.get(key)
  if (known) return known
  const found = paidDaysIn(calendar, span)
  kept.set(key, found)
  return found
}

function fullYears(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return Math.max(0, to.slice(5) >= from.slice(5) ? years : years - 1)
}

function numberIn(name: string, value: string): Decimal {
  const read = readDecimal(value)
  if (!read) throw payFault('bad-amount', { name, found: value })
  return read
}

function isWorthTelling({ value, source }: PayInput): boolean {
  return Number(value) !== 0 || source.kind !== 'file'
}
