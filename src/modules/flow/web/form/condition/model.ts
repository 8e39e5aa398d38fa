import type { Condition, Operator } from '#core/flow'
import { isLayout, type ComputedResult, type FieldKind, type FormField } from '#core/form'

/** A single comparison. */
export type Line = Extract<Condition, { field: string }>
/** How the parts of a group belong together; `none` is kept as `not any`. */
export type Mode = 'all' | 'any' | 'none'
export type Group = { readonly mode: Mode; readonly parts: readonly Condition[] }

/** What a line can ask about: a field, or a day inside one. */
export type ConditionTopic = {
  readonly name: string
  readonly field: FormField
  /** `from`, `until` or `day` when it is a part of the field. */
  readonly part: 'from' | 'until' | 'day' | null
  readonly kind: FieldKind
}

/** A condition as a group, whatever it was: a single line is a group of one. */
export function groupOf(condition: Condition | undefined): Group {
  if (!condition) return { mode: 'all', parts: [] }
  if ('all' in condition) return { mode: 'all', parts: condition.all }
  if ('any' in condition) return { mode: 'any', parts: condition.any }
  if ('not' in condition && 'any' in condition.not) return { mode: 'none', parts: condition.not.any }
  if ('not' in condition) return { mode: 'none', parts: [condition.not] }
  return { mode: 'all', parts: [condition] }
}

/** The shortest condition that says the same. */
export function conditionOf({ mode, parts }: Group): Condition {
  if (mode === 'none') return { not: { any: parts } }
  const [only] = parts
  if (mode === 'all' && parts.length === 1 && only && !('all' in only) && !('any' in only)) return only
  return mode === 'all' ? { all: parts } : { any: parts }
}

export function topicsOf(fields: readonly FormField[]): ConditionTopic[] {
  return fields
    .filter((field) => !isLayout(field.kind))
    .flatMap((field): ConditionTopic[] => {
      const part = (name: 'from' | 'until' | 'day'): ConditionTopic => ({
        name: `${field.key}.${name}`,
        field,
        part: name,
        kind: 'day',
      })
      if (field.kind === 'period') return [part('from'), part('until')]
      if (field.kind === 'day-time') return [part('day')]
      return [{ name: field.key, field, part: null, kind: comparedAs(field) }]
    })
}

/** The operators that make sense for a kind, the most used first. */
export function operatorsFor(kind: FieldKind): readonly Operator[] {
  switch (kind) {
    case 'number':
    case 'money':
      return ['above', 'at-least', 'at-most', 'below', 'is', 'is-not', 'filled', 'empty']
    case 'day':
      return ['at-least', 'at-most', 'above', 'below', 'is', 'filled', 'empty']
    case 'choice':
      return ['is', 'is-not', 'in', 'not-in', 'filled', 'empty']
    case 'yes-no':
      return ['is', 'filled', 'empty']
    case 'text':
    case 'long-text':
    case 'person':
    case 'unit':
      return ['is', 'is-not', 'filled', 'empty']
    default:
      return ['filled', 'empty']
  }
}

export function takesValue(op: Operator): boolean {
  return op !== 'filled' && op !== 'empty'
}

export function takesMany(op: Operator): boolean {
  return op === 'in' || op === 'not-in'
}

/** Another operator; the value stays as far as it fits. */
export function withOperator({ field, op: before, value }: Line, op: Operator): Line {
  if (!takesValue(op)) return { field, op }
  if (takesMany(op) === takesMany(before)) return value === undefined ? { field, op } : { field, op, value }
  const list = [value ?? []].flat()
  if (takesMany(op)) return { field, op, value: list }
  return list[0] === undefined ? { field, op } : { field, op, value: list[0] }
}

function comparedAs(field: FormField): FieldKind {
  if (field.kind === 'computed') return (field.result ?? 'number') satisfies ComputedResult
  return field.kind
}
