import { dayOf } from '../calendar/index.ts'
import { add, compare, multiply, negate, subtract } from './decimal-arithmetic.ts'
import { divide, power } from './decimal-divide.ts'
import { decimalText } from './decimal-text.ts'
import { integerOf, one, whole, type Decimal } from './decimal.ts'
import {
  addDurations,
  compareDurations,
  durationText,
  inRange,
  ratio,
  scaled,
  shiftDate,
  type Duration,
} from './duration.ts'
import { limits } from './limits.ts'
import { fault } from './problem.ts'
import { comparisons, type Operator } from './syntax.ts'
import type { Scalar, Type, Value } from './type.ts'

export type Operation = { readonly type: Scalar; readonly apply: (a: Value, b: Value) => Value }

/** What an operator does with two scalars of these types; undefined when it can do nothing with them. */
export function operationOf(operator: Operator, left: Type, right: Type): Operation | undefined {
  if (operator === '&') return isTextual(left) && isTextual(right) ? joining(left, right) : undefined
  if (comparisons.has(operator)) return comparing(operator, left, right)
  return typeof left === 'string' && typeof right === 'string' ? table[`${left}${operator}${right}`] : undefined
}

/** -1, 0, 1 or the like, for two values of this type. */
export function orderOf(type: Type): ((a: Value, b: Value) => number) | undefined {
  return typeof type === 'string' ? orders[type] : undefined
}

/** How a value reads inside a text. */
export function asText(value: Value, type: Type): string {
  if (type === 'number') return decimalText(value as Decimal)
  if (type === 'date') return dayOf(value as number)
  if (type === 'duration') return durationText(value as Duration)
  return value === null ? '' : String(value as string)
}

export function limitedText(text: string): string {
  if (text.length > limits.madeTextLength) throw fault('text-too-long', { limit: limits.madeTextLength })
  return text
}

const orders: Readonly<Record<string, (a: Value, b: Value) => number>> = {
  number: (a, b) => compare(a as Decimal, b as Decimal),
  date: (a, b) => (a as number) - (b as number),
  duration: (a, b) => compareDurations(a as Duration, b as Duration),
  text: (a, b) => ((a as string) < (b as string) ? -1 : a === b ? 0 : 1),
  boolean: (a, b) => Number(a) - Number(b),
}

function operation<A extends Value, B extends Value>(type: Scalar, apply: (a: A, b: B) => Value): Operation {
  return { type, apply: apply as Operation['apply'] }
}

const table: Readonly<Record<string, Operation | undefined>> = {
  __proto__: null as never,
  'number+number': operation('number', add),
  'number-number': operation('number', subtract),
  'number*number': operation('number', multiply),
  'number/number': operation('number', divide),
  'number^number': operation('number', power),
  'date+number': operation('date', (a: number, b: Decimal) => inRange(a + wholeDays(b))),
  'number+date': operation('date', (a: Decimal, b: number) => inRange(b + wholeDays(a))),
  'date-number': operation('date', (a: number, b: Decimal) => inRange(a - wholeDays(b))),
  'date-date': operation('number', (a: number, b: number) => whole(a - b)),
  'date+duration': operation('date', shiftDate),
  'date-duration': operation('date', (a: number, b: Duration) => shiftDate(a, scaled(b, negate(one)))),
  'duration+duration': operation('duration', addDurations),
  'duration-duration': operation('duration', (a: Duration, b: Duration) => addDurations(a, scaled(b, negate(one)))),
  'duration*number': operation('duration', scaled),
  'number*duration': operation('duration', (a: Decimal, b: Duration) => scaled(b, a)),
  'duration/number': operation('duration', (a: Duration, b: Decimal) => scaled(a, divide(one, b))),
  'duration/duration': operation('number', ratio),
}

function comparing(operator: string, left: Type, right: Type): Operation | undefined {
  const order = left === right ? orderOf(left) : undefined
  if (!order) return undefined
  if (operator === '=') return operation('boolean', (a, b) => order(a, b) === 0)
  if (operator === '<>') return operation('boolean', (a, b) => order(a, b) !== 0)
  if (operator === '<') return operation('boolean', (a, b) => order(a, b) < 0)
  if (operator === '<=') return operation('boolean', (a, b) => order(a, b) <= 0)
  if (operator === '>') return operation('boolean', (a, b) => order(a, b) > 0)
  return operation('boolean', (a, b) => order(a, b) >= 0)
}

function isTextual(type: Type): boolean {
  return type === 'text' || type === 'number' || type === 'date' || type === 'duration'
}

function joining(left: Type, right: Type): Operation {
  return operation('text', (a, b) => limitedText(asText(a, left) + asText(b, right)))
}

function wholeDays(count: Decimal): number {
  const days = integerOf(count)
  if (days === undefined) throw fault('not-whole')
  return days
}
