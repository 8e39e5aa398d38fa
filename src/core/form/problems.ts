import { fieldsOf, type Condition } from '../flow/model/condition.ts'
import { isReserved } from '../formula/catalogue.ts'
import type { FormulaProblem } from '../formula/problem.ts'
import { columnComputation } from './computed.ts'
import { partsOf } from './flow.ts'
import { isLayout } from './kinds.ts'
import { circularColumns, planOf } from './plan.ts'
import type { Form, FormColumn, FormField } from './schema.ts'

export type FormProblemCode =
  | 'malformed'
  | 'key-twice'
  | 'reserved-key'
  | 'no-choices'
  | 'choice-twice'
  | 'no-columns'
  | 'no-target'
  | 'no-text'
  | 'bounds'
  | 'formula'
  | 'circle'
  | 'rule-unknown-field'
  | 'rule-unfinished'

/** What is wrong with a form itself: at which field, column or rule (counted from 0), and why. */
export type FormProblem = {
  readonly code: FormProblemCode
  readonly field?: string
  readonly column?: string
  readonly rule?: number
  /** Of `formula`: tell it by `sentenceOf` of the formula core. */
  readonly formula?: FormulaProblem
  /** Of `circle`: the keys in it; of `malformed`: the place and what was said of it. */
  readonly keys?: readonly string[]
  readonly message?: string
}

/** Everything that keeps a form from being published. Empty when it holds together. Needs no schema, so it runs anywhere. */
export function formProblems(form: Form): FormProblem[] {
  const plan = planOf(form)
  return [
    ...twice(form.fields).map((field): FormProblem => ({ code: 'key-twice', field })),
    ...form.fields.flatMap((field) => fieldProblems(field)),
    ...[...plan.computations].flatMap(([field, one]): FormProblem[] =>
      one.ok ? [] : [{ code: 'formula', field, formula: one.problem }],
    ),
    ...(plan.circular.length > 0
      ? [{ code: 'circle', field: plan.circular[0] ?? '', keys: plan.circular } satisfies FormProblem]
      : []),
    ...ruleProblems(form),
  ]
}

function fieldProblems(field: FormField): FormProblem[] {
  const at = { field: field.key }
  const found = commonProblems(field, at)
  if (field.kind === 'reference' && !field.target) found.push({ ...at, code: 'no-target' })
  if (field.kind === 'note' && !field.text) found.push({ ...at, code: 'no-text' })
  if (field.kind !== 'table') return found
  const columns = field.columns ?? []
  if (columns.length === 0) found.push({ ...at, code: 'no-columns' })
  const circular = circularColumns(columns)
  if (circular.length > 0) found.push({ ...at, code: 'circle', keys: circular })
  return [
    ...found,
    ...twice(columns).map((column): FormProblem => ({ ...at, column, code: 'key-twice' })),
    ...columns.flatMap((column) => columnProblems(columns, column, field.key)),
  ]
}

function columnProblems(columns: readonly FormColumn[], column: FormColumn, field: string): FormProblem[] {
  const at = { field, column: column.key }
  const found = commonProblems(column, at)
  if (column.kind !== 'computed') return found
  const made = columnComputation(columns, column)
  return made.ok ? found : [...found, { ...at, code: 'formula', formula: made.problem }]
}

function commonProblems(field: FormField | FormColumn, at: Pick<FormProblem, 'field' | 'column'>): FormProblem[] {
  const found: FormProblem[] = []
  if (isReserved(field.key)) found.push({ ...at, code: 'reserved-key' })
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) found.push({ ...at, code: 'bounds' })
  if (field.kind !== 'choice') return found
  if (field.choices.length === 0) found.push({ ...at, code: 'no-choices' })
  if (twice(field.choices.map(({ value }) => ({ key: value }))).length > 0) found.push({ ...at, code: 'choice-twice' })
  return found
}

function ruleProblems(form: Form): FormProblem[] {
  const keys = new Set(form.fields.map(({ key }) => key))
  const readable = new Set(
    form.fields
      .filter(({ kind }) => !isLayout(kind))
      .flatMap(({ key, kind }) => [key, ...partsOf(kind).map((part) => `${key}.${part}`)]),
  )
  return (form.rules ?? []).flatMap((rule, at): FormProblem[] => {
    const read = fieldsOf(rule.when)
    const strangers = [...read.filter((key) => !readable.has(key)), ...rule.fields.filter((key) => !keys.has(key))]
    if (strangers.length > 0) return [{ code: 'rule-unknown-field', rule: at, keys: strangers }]
    return isFinished(rule.when) ? [] : [{ code: 'rule-unfinished', rule: at }]
  })
}

/** True when nothing of a condition is left to fill in: groups have parts, comparisons something to compare with. */
export function isFinished(condition: Condition): boolean {
  if ('all' in condition) return condition.all.length > 0 && condition.all.every(isFinished)
  if ('any' in condition) return condition.any.length > 0 && condition.any.every(isFinished)
  if ('not' in condition) return isFinished(condition.not)
  if ('text' in condition || condition.op === 'filled' || condition.op === 'empty') return true
  return [condition.value ?? []].flat().length > 0
}

function twice(items: readonly { readonly key: string }[]): string[] {
  const seen = new Set<string>()
  return [...new Set(items.map(({ key }) => key).filter((key) => seen.size === seen.add(key).size))]
}
