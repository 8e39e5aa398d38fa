import * as z from 'zod'
import { valueOf, type FlowData, type Value } from './value.ts'

export const operators = [
  'is',
  'is-not',
  'in',
  'not-in',
  'at-least',
  'above',
  'at-most',
  'below',
  'filled',
  'empty',
] as const
export type Operator = (typeof operators)[number]
export type Scalar = string | number | boolean

/**
 * A condition as data; nothing is ever evaluated from a text. `text` is a foreign expression kept for round trips: it
 * holds when the data say so under the key `choice:<text>`.
 */
export type Condition =
  | { readonly field: string; readonly op: Operator; readonly value?: Scalar | readonly Scalar[] | undefined }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly text: string }

const Scalar = z.union([z.string().max(500), z.number(), z.boolean()])
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({
      field: z.string().min(1).max(60),
      op: z.enum(operators),
      value: z.union([Scalar, z.array(Scalar).max(500)]).optional(),
    }),
    z.strictObject({ all: z.array(Condition).max(50) }),
    z.strictObject({ any: z.array(Condition).max(50) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ text: z.string().max(2000) }),
  ]),
)

/** Whether a condition holds. Total: values of another type than the condition expects make a comparison false. */
export function holds(condition: Condition, data: FlowData): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, data))
  if ('any' in condition) return condition.any.some((one) => holds(one, data))
  if ('not' in condition) return !holds(condition.not, data)
  if ('text' in condition) return valueOf(data, `choice:${condition.text}`) === true
  const value = valueOf(data, condition.field)
  if (condition.op === 'filled') return isFilled(value)
  if (condition.op === 'empty') return !isFilled(value)
  return compares(condition.op, value, condition.value)
}

/** The fields a condition reads, each once. */
export function fieldsOf(condition: Condition): string[] {
  if ('all' in condition) return [...new Set(condition.all.flatMap(fieldsOf))]
  if ('any' in condition) return [...new Set(condition.any.flatMap(fieldsOf))]
  if ('not' in condition) return fieldsOf(condition.not)
  return 'text' in condition ? [] : [condition.field]
}

function isFilled(value: Value): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function compares(op: Operator, value: Value, wanted: Scalar | readonly Scalar[] | undefined): boolean {
  if (op === 'is' || op === 'in') return among(value, wanted)
  if (op === 'is-not' || op === 'not-in') return !among(value, wanted)
  if (typeof wanted !== typeof value || (typeof value !== 'number' && typeof value !== 'string')) return false
  const against = wanted as typeof value
  if (op === 'at-least') return value >= against
  if (op === 'above') return value > against
  return op === 'at-most' ? value <= against : value < against
}

function among(value: Value, wanted: Scalar | readonly Scalar[] | undefined): boolean {
  const list: readonly Scalar[] = wanted === undefined ? [] : Array.isArray(wanted) ? wanted : [wanted as Scalar]
  return Array.isArray(value) ? value.some((one) => list.includes(one)) : list.includes(value as Scalar)
}
