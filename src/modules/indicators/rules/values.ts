import type { WorkCalendar } from '#core/calendar'
import type { FormulaProblem } from '#core/formula'
import {
  amountIn,
  amountOf,
  valueOf,
  type Amount,
  type Days,
  type FormulaMeasure,
  type FormulaTerm,
  type IndicatorReference,
  type Tally,
} from '#core/indicator'
import { computeFormula } from '#core/indicator-formula'
import type { Definition } from './definition.ts'

/** What a name of a formula stood for. */
export type TermValue = { readonly name: string; readonly value: number | null }

export type Given = {
  readonly value: number | null
  readonly part: Amount
  readonly whole: Amount
  readonly terms?: readonly TermValue[]
  readonly problem?: FormulaProblem | null
}

/** An indicator with the facts that count for its responsibility. */
export type Answered = {
  readonly definition: Definition
  readonly tallies: readonly Tally[]
  readonly heldDays: number
}

type Around = { readonly period: Days; readonly calendar?: WorkCalendar | null }

const nothing: Amount = { count: 0, sum: 0 }

/**
 * The value of every indicator a person answers for. A formula asks for the values of others: each is computed once, and
 * where they need each other in a circle those in it have no value.
 */
export function valuesOf(answered: readonly Answered[], around: Around): (definition: Definition) => Given {
  const known = new Map<Definition, Given>()
  const open = new Set<Definition>()
  const valueFor = (one: Answered): Given => {
    const { definition } = one
    const found = known.get(definition)
    if (found) return found
    if (open.has(definition)) return circle
    open.add(definition)
    const given = compute(one, around, (reference) => {
      const other = referred(answered, definition, reference)
      return other ? valueFor(other) : undefined
    })
    open.delete(definition)
    known.set(definition, given)
    return given
  }
  for (const one of answered) valueFor(one)
  return (definition) => known.get(definition) ?? { value: null, part: nothing, whole: nothing }
}

const circle: Given = { value: null, part: nothing, whole: nothing, problem: { code: 'cycle', facts: { path: [] } } }

function compute(
  { definition, tallies, heldDays }: Answered,
  around: Around,
  ask: (reference: IndicatorReference) => Given | undefined,
): Given {
  const { measure } = definition
  if (measure.kind === 'formula') return computed(measure, tallies, heldDays, around, ask)
  const part = amountIn(measure.kind === 'figure' ? measure.figure : measure.part, tallies)
  const whole = measure.kind === 'figure' ? nothing : amountIn(measure.whole, tallies)
  return { value: valueOf(measure, part, whole), part, whole }
}

function computed(
  measure: FormulaMeasure,
  tallies: readonly Tally[],
  heldDays: number,
  { period, calendar }: Around,
  ask: (reference: IndicatorReference) => Given | undefined,
): Given {
  const terms = measure.terms.map((term) => ({ name: term.name, value: termValue(term, tallies, ask) }))
  const values = new Map(terms.map(({ name, value }) => [name, value]))
  const { value, problem } = computeFormula(measure, values, { period, heldDays, calendar: calendar ?? null })
  return { value, part: nothing, whole: nothing, terms, problem }
}

function termValue(
  term: FormulaTerm,
  tallies: readonly Tally[],
  ask: (reference: IndicatorReference) => Given | undefined,
): number | null {
  if ('figure' in term) return amountOf(term.figure, amountIn(term.figure, tallies))
  return ask(term.indicator)?.value ?? null
}

/** The indicator of the same person that a formula names: of the same responsibility where no code is told. */
function referred(
  answered: readonly Answered[],
  from: Definition,
  { responsibility, key }: IndicatorReference,
): Answered | undefined {
  return answered.find(({ definition }) =>
    responsibility === undefined || responsibility === from.responsibilityCode
      ? definition.responsibilityId === from.responsibilityId && definition.key === key + from.keySuffix
      : definition.responsibilityCode === responsibility && definition.key === key + definition.keySuffix,
  )
}
