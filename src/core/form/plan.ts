import { fieldsOf } from '../flow/model/condition.ts'
import { columnComputation, computationOf, type Computation } from './computed.ts'
import { withSections } from './flow.ts'
import type { Form, FormColumn, FormField, FormRule } from './schema.ts'

export type ColumnPlan = { readonly column: FormColumn; readonly computation: Computation }

/** A form made ready to be evaluated many times. */
export type Plan = {
  /** Every field after the fields it is computed from or shown by; those that wait for each other come in the form's order. */
  readonly order: readonly FormField[]
  /** Keys that wait for each other in a circle. */
  readonly circular: readonly string[]
  /** By the key of a computed field. */
  readonly computations: ReadonlyMap<string, Computation>
  /** By the key of a table: its computed columns, each after those it reads. */
  readonly columns: ReadonlyMap<string, readonly ColumnPlan[]>
  /** By the key of a field: the rules that show or require it. */
  readonly showing: ReadonlyMap<string, readonly FormRule[]>
  readonly requiring: ReadonlyMap<string, readonly FormRule[]>
}

/** The plan of a form; kept as long as the form itself. */
export function planOf(form: Form): Plan {
  const known = plans.get(form)
  if (known) return known
  const made = plan(form)
  plans.set(form, made)
  return made
}

const plans = new WeakMap<Form, Plan>()

function plan(form: Form): Plan {
  const computations = new Map(
    form.fields.filter(({ kind }) => kind === 'computed').map((field) => [field.key, computationOf(form, field)]),
  )
  const showing = rulesByField(form, 'show')
  const needs = new Map(
    form.fields.map((field) => {
      const computation = computations.get(field.key)
      const shownBy = (showing.get(field.key) ?? []).flatMap((rule) => fieldsOf(rule.when).map(baseKey))
      return [field.key, [...(computation?.ok ? computation.needs : []), ...shownBy]]
    }),
  )
  const { order, circular } = sorted(form.fields, needs)
  const columns = new Map(
    form.fields.filter(({ kind }) => kind === 'table').map((field) => [field.key, columnPlans(field.columns ?? [])]),
  )
  return { order, circular, computations, columns, showing, requiring: rulesByField(form, 'require') }
}

/** `leave.from` is a part of `leave`. */
export function baseKey(name: string): string {
  return name.split('.', 1)[0] ?? name
}

/** The columns of a table that wait for each other in a circle. */
export function circularColumns(columns: readonly FormColumn[]): readonly string[] {
  return sortedColumns(columns).circular
}

function columnPlans(columns: readonly FormColumn[]): ColumnPlan[] {
  const { order, computations } = sortedColumns(columns)
  return order.flatMap((column) => {
    const computation = computations.get(column.key)
    return computation ? [{ column, computation }] : []
  })
}

function sortedColumns(columns: readonly FormColumn[]) {
  const computations = new Map(
    columns
      .filter(({ kind }) => kind === 'computed')
      .map((column) => [column.key, columnComputation(columns, column)] as const),
  )
  const needs = new Map([...computations].map(([key, one]) => [key, one.ok ? one.needs : []]))
  return { ...sorted(columns, needs), computations }
}

function rulesByField(form: Form, does: FormRule['do']): Map<string, FormRule[]> {
  const found = new Map<string, FormRule[]>()
  for (const rule of form.rules ?? []) {
    if (rule.do !== does) continue
    for (const key of does === 'show' ? withSections(form, rule.fields) : rule.fields) {
      found.set(key, [...(found.get(key) ?? []), rule])
    }
  }
  return found
}

/** Everything after what it needs, otherwise in the order given. */
function sorted<Item extends { readonly key: string }>(
  items: readonly Item[],
  needs: ReadonlyMap<string, readonly string[]>,
): { order: Item[]; circular: string[] } {
  const byKey = new Map(items.map((item) => [item.key, item]))
  const done = new Set<string>()
  const circular = new Set<string>()
  const order: Item[] = []
  const visit = (item: Item, path: readonly string[]): void => {
    const at = path.indexOf(item.key)
    if (at >= 0) for (const key of path.slice(at)) circular.add(key)
    if (at >= 0 || done.has(item.key)) return
    for (const key of needs.get(item.key) ?? []) {
      const needed = byKey.get(key)
      if (needed) visit(needed, [...path, item.key])
    }
    if (done.has(item.key)) return
    done.add(item.key)
    order.push(item)
  }
  for (const item of items) visit(item, [])
  return { order, circular: items.map(({ key }) => key).filter((key) => circular.has(key)) }
}
