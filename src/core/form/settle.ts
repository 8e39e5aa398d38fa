import { holds } from '../flow/model/condition.ts'
import type { Value } from '../flow/model/value.ts'
import { isRow } from './check-table.ts'
import { computed } from './computed.ts'
import { flowEntries } from './flow.ts'
import { isInput, isLayout } from './kinds.ts'
import { planOf, type ColumnPlan, type Plan } from './plan.ts'
import type { Form, FormField } from './schema.ts'
import { isBlank, valueAt, type FormValue, type FormValues, type RawValues } from './value.ts'

export type Settled = {
  /** Without what rules hide and what is not on the form; computed values computed anew; blanks left out. */
  readonly values: FormValues
  /** Keys of the fields that are there, layout included. */
  readonly shown: ReadonlySet<string>
  /** Keys of the fields that must be filled in. */
  readonly required: ReadonlySet<string>
}

/**
 * What a form comes to: rules and formulas applied to what was filled in. The same in browser and server; settling twice
 * gives the same. Total: junk stays where it is for `formFaults` to name. A computed field without an expression stays
 * as given: its formula was kept from this reader, see `formFor`.
 */
export function settle(form: Form, given: RawValues): Settled {
  const plan = planOf(form)
  const values: Record<string, FormValue> = {}
  const data: Record<string, Value> = {}
  const shown = new Set<string>()
  for (const field of plan.order) {
    const rules = plan.showing.get(field.key)
    if (rules && !rules.some((rule) => holds(rule.when, data))) continue
    shown.add(field.key)
    const value = valueOf(plan, field, valueAt(given, field.key), values)
    if (isLayout(field.kind) || isBlank(value)) continue
    values[field.key] = value as FormValue
    for (const [name, part] of flowEntries(field, value)) data[name] = part
  }
  const required = form.fields.filter(
    ({ key, kind, required: always }) =>
      isInput(kind) &&
      shown.has(key) &&
      (always || (plan.requiring.get(key) ?? []).some((rule) => holds(rule.when, data))),
  )
  return { values: inOrder(form, values), shown, required: new Set(required.map(({ key }) => key)) }
}

function valueOf(
  { computations, columns, order, circular }: Plan,
  field: FormField,
  value: unknown,
  settled: RawValues,
) {
  if (field.kind === 'table') return withColumns(columns.get(field.key) ?? [], field, value)
  if (field.kind !== 'computed' || !field.expression) return value
  const computation = computations.get(field.key)
  return computation?.ok && !circular.includes(field.key) ? computed(computation, field, order, settled) : null
}

function withColumns(plans: readonly ColumnPlan[], field: FormField, value: unknown): unknown {
  if (plans.length === 0 || !Array.isArray(value)) return value
  const own = new Set(plans.map(({ column }) => column.key))
  return value.map((row: unknown) => {
    if (!isRow(row)) return row
    const cells: Record<string, unknown> = Object.fromEntries(Object.entries(row).filter(([key]) => !own.has(key)))
    for (const { column, computation } of plans) {
      const cell = computation.ok ? computed(computation, column, field.columns ?? [], cells) : null
      if (cell !== null) cells[column.key] = cell
    }
    return cells
  })
}

function inOrder(form: Form, values: FormValues): FormValues {
  return Object.fromEntries(
    form.fields.flatMap(({ key }) => (Object.hasOwn(values, key) ? [[key, values[key] as FormValue]] : [])),
  )
}
