import { addDays, numberOf, type WorkCalendar } from '../calendar/index.ts'
import {
  decimal,
  decimalText,
  evaluate,
  exactText,
  plainOf,
  typeText,
  type Decimal,
  type FormulaProblem,
  type Place,
  type Plain,
  type Value,
} from '../formula/index.ts'
import type { Days, FormulaMeasure } from '../indicator/index.ts'
import { checkFormula } from './check.ts'

/** One step of an explanation, for showing. */
export type ShownStep = {
  readonly kind: 'name' | 'operator' | 'function'
  readonly text: string
  readonly at: Place
  readonly type: string
  readonly value: Plain
}

export type FormulaOutcome = {
  /** Null where it could not be computed, `problem` tells why. */
  readonly value: number | null
  readonly problem: FormulaProblem | null
  readonly steps: readonly ShownStep[]
}

export type Around = {
  readonly period: Days
  readonly heldDays: number
  readonly calendar?: WorkCalendar | null
  readonly isExplained?: boolean
}

/**
 * Computes an indicator's formula with exact decimals. `values` are those of its terms by their names; null for a term
 * without a value. The result leaves as a number of at most 15 digits, which is how figures are kept.
 */
export function computeFormula(
  measure: FormulaMeasure,
  values: ReadonlyMap<string, number | null>,
  { period, heldDays, calendar, isExplained }: Around,
): FormulaOutcome {
  const checked = checkFormula(measure)
  if (!checked.ok) return { value: null, problem: checked.problems[0], steps: [] }
  const inputs = new Map<string, Value>([
    ['periodStart', numberOf(period.from)],
    ['periodEnd', numberOf(addDays(period.until, -1))],
    ['heldDays', decimal(String(heldDays))],
  ])
  for (const { name } of measure.terms) {
    const value = values.get(name)
    inputs.set(name, value === null || value === undefined ? null : decimal(exactText(value)))
  }
  const result = evaluate(checked.program, inputs, { calendar: calendar ?? null, isExplained: isExplained ?? false })
  const steps = (result.steps ?? []).map(({ kind, text, at, type, value }) => ({
    kind,
    text,
    at,
    type: typeText(type),
    value: plainOf(value, type),
  }))
  if (!result.ok) return { value: null, problem: result.problem, steps }
  return { value: result.value === null ? null : Number(decimalText(result.value as Decimal)), problem: null, steps }
}
