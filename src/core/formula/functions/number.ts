import { absolute, compare, multiply, negate } from '../decimal-arithmetic.ts'
import { divideRounded, power, remainder, wholeQuotient } from '../decimal-divide.ts'
import { round, type Rounding } from '../decimal-round.ts'
import { integerOf, isZero, signOf, whole, zero, type Decimal } from '../decimal.ts'
import { fault } from '../problem.ts'
import type { Run, Typed } from '../run.ts'
import { limits } from '../limits.ts'
import { always, number, optional, plain, text, type FunctionSpec } from './spec.ts'
import { roundingWords } from './words.ts'

const mode = optional({ ...text, words: roundingWords })
const gives = always('number')

export const numeric: readonly FunctionSpec[] = [
  { names: ['ROUND', '四舍五入', '舍入'], takes: [number, optional(number), mode], gives, make: rounding },
  rounder(['ROUNDUP', '向上舍入', '进位'], 'up'),
  rounder(['ROUNDDOWN', '向下舍入', '舍去'], 'down'),
  rounder(['ROUNDEVEN', '四舍六入五成双'], 'half-even'),
  rounder(['TRUNC', '截尾'], 'down'),
  { names: ['INT', '取整'], takes: [number], gives, make: plain((value: Decimal) => round(value, 0, 'floor')) },
  {
    names: ['FENTOJIAO', '见分进角'],
    takes: [number],
    gives,
    make: plain((value: Decimal) => round(round(value, 2), 1, 'up')),
  },
  stepper(['CEILING', '向上取整'], 'ceiling'),
  stepper(['FLOOR', '向下取整'], 'floor'),
  stepper(['MROUND', '舍入到倍数'], 'half-up'),
  { names: ['ABS', '绝对值'], takes: [number], gives, make: plain(absolute) },
  { names: ['SIGN', '符号'], takes: [number], gives, make: plain((value: Decimal) => whole(signOf(value))) },
  { names: ['MOD', '取余'], takes: [number, number], gives, make: plain(remainder) },
  {
    names: ['QUOTIENT', '取商'],
    takes: [number, number],
    gives,
    make: plain((a: Decimal, b: Decimal) => wholeQuotient(a, b, 'down')),
  },
  { names: ['POWER', '乘方'], takes: [number, number], gives, make: plain(power) },
  {
    names: ['CLAMP', '限于'],
    takes: [number, number, number],
    gives,
    make: plain((value: Decimal, least: Decimal, most: Decimal) => {
      if (compare(least, most) > 0) throw fault('out-of-range', { least: 0, most: 0 })
      return compare(value, least) < 0 ? least : compare(value, most) > 0 ? most : value
    }),
  },
]

function rounder(names: readonly string[], how: Rounding): FunctionSpec {
  const apply = (value: Decimal, count?: Decimal) => round(value, decimalsOf(count), how)
  return { names, takes: [number, optional(number)], gives, make: plain(apply) }
}

/** To the next multiple of a positive step, 1 unless told. */
function stepper(names: readonly string[], how: Rounding): FunctionSpec {
  const apply = (value: Decimal, step: Decimal = whole(1)) => {
    if (isZero(step)) return zero
    return multiply(signOf(step) < 0 ? negate(step) : step, wholeQuotient(value, absolute(step), how))
  }
  return { names, takes: [number, optional(number)], gives, make: plain(apply) }
}

function rounding(given: readonly Typed[], isTraced: boolean): Run {
  const [value, count, how] = given
  const decimals = count?.constant === undefined ? undefined : integerOf(count.constant as Decimal)
  const known = how === undefined ? 'half-up' : roundingWords.get(String(how.constant).toLowerCase())
  if (value && known && (count === undefined || decimals !== undefined)) {
    return roundingKnown(value, decimals ?? 0, known, isTraced)
  }
  return plain((amount: Decimal, places: Decimal | undefined, word: string | undefined) =>
    round(amount, decimalsOf(places), modeOf(word)),
  )(given, isTraced)
}

/**
 * A quotient of safe integers rounded to at most 3 decimals is rounded once. The detour over 20 decimals gives the same:
 * a quotient that is no tie is at least 1 ÷ (2 × divisor × 1000) > 10^-20 away from one.
 */
function roundingKnown({ run, quotient }: Typed, decimals: number, how: Rounding, isTraced: boolean): Run {
  if (Math.abs(decimals) > limits.digits) throw fault('out-of-range', { least: -limits.digits, most: limits.digits })
  if (!quotient || isTraced || decimals < 0 || decimals > 3)
    return (frame) => round(run(frame) as Decimal, decimals, how)
  const [dividend, divisor] = quotient
  return (frame) => divideRounded(dividend(frame) as Decimal, divisor(frame) as Decimal, decimals, how)
}

function modeOf(word: string | undefined): Rounding {
  const found = roundingWords.get((word ?? 'half-up').toLowerCase())
  if (!found) throw fault('unknown-word', { word: word ?? '', wanted: [...roundingWords.keys()], near: [] })
  return found
}

function decimalsOf(count: Decimal | undefined): number {
  const decimals = count === undefined ? 0 : integerOf(count)
  if (decimals === undefined) throw fault('not-whole')
  if (Math.abs(decimals) > limits.digits) throw fault('out-of-range', { least: -limits.digits, most: limits.digits })
  return decimals
}
