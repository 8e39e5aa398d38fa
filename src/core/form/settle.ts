import { holds, fieldsOf } from '../flow/model/condition.ts'
import type { Value } from '../flow/model/value.ts'
import { isRow } from './check-table.ts'
import { computed } from './computed.ts'
import { flowEntries } from './flow.ts'
import { isLayout } from './kinds.ts'
import { baseKey, planOf, type Plan } from './plan.ts'
import type { Form, FormField, FormRule } from './schema.ts'
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
 * gives the same. Total: junk stays where it is for `formFaults` to name.
 *
 * @param unknown fields whose values this reader must not see, so that nothing can be decided by them: what is computed
 *   from them stays as given, what they would show is shown, what they would require is not required.
 */
export function settle(form: Form, given: RawValues, unknown: ReadonlySet<string> = new Set()): Settled {
  const plan = planOf(form)
  const circular = new Set(plan.circular)
  const values: Record<string, FormValue> = {}
  const data: Record<string, Value> = {}
  const shown = new Set<string>()
  for (const field of plan.order) {
    const rules = plan.showing.get(field.key)
    if (rules && !rules.some((rule) => mayHold(rule, data, unknown))) continue
    shown.add(field.key)
    if (isLayout(field.kind)) continue
    const value = valueOf(plan, field, given, values, { unknown, circular })
    if (isBlank(value)) continue
    values[field.key] = value as FormValue
    for (const [name, part] of flowEntries(field, value)) data[name] = part
  }
  const required = form.fields.filter(
    (field) => shown.has(field.key) && isRequired(field, plan.requiring.get(field.key), data, unknown),
  )
  return { values: inOrder(form, values), shown, required: new Set(required.map(({ key }) => key)) }

  function valueOf(
    { computations, columns, order }: Plan,
    field: FormField,
    from: RawValues,
    settled: RawValues,
    known: { unknown: ReadonlySet<string>; circular: ReadonlySet<string> },
  ): unknown {
    if (field.kind === 'table') return withColumns(columns.get(field.key) ?? [], field, valueAt(from, field.key))
    if (field.kind !== 'computed') return valueAt(from, field.key)
    const computation = computations.get(field.key)
    if (!computation?.ok || known.circular.has(field.key)) return null
    if (computation.needs.some((key) => known.unknown.has(key))) return valueAt(from, field.key)
    return computed(computation, field, order, settled)
  }
}

function withColumns(
  plans: readonly {
    column: NonNullable<FormField['columns']>[number]
    computation: Parameters<typeof computed>[0] | { ok: false }
  }[],
  field: FormField,
  value: unknown,
): unknown {
  if (plans.length === 0 || !Array.isArray(value)) return value
  return value.map((row: unknown) => {
    if (!isRow(row)) return row
    const cells: Record<string, unknown> = { ...row }
    for (const { column } of plans) delete cells[column.key]
    for (const { column, computation } of plans) {
      const cell = computation.ok ? computed(computation, column, field.columns ?? [], cells) : null
      if (cell !== null) cells[column.key] = cell
    }
    return cells
  })
}

function isRequired(
  field: FormField,
  rules: readonly FormRule[] | undefined,
  data: Record<string, Value>,
  unknown: ReadonlySet<string>,
): boolean {
  if (isLayout(field.kind) || field.kind === 'computed') return false
  return field.required || (rules ?? []).some((rule) => !reads(rule, unknown) && holds(rule.when, data))
}

function mayHold(rule: FormRule, data: Record<string, Value>, unknown: ReadonlySet<string>): boolean {
  return reads(rule, unknown) || holds(rule.when, data)
}

function reads(rule: FormRule, unknown: ReadonlySet<string>): boolean {
  return unknown.size > 0 && fieldsOf(rule.when).some((name) => unknown.has(baseKey(name)))
}

function inOrder(form: Form, values: FormValues): FormValues {
  return Object.fromEntries(
    form.fields.flatMap(({ key }) => (Object.hasOwn(values, key) ? [[key, values[key] as FormValue]] : [])),
  )
}
