import { multiply, negate, subtract } from './decimal-arithmetic.ts'
import { round, roundedQuotient, type Rounding } from './decimal-round.ts'
import {
  bigPowerOfTen,
  integerOf,
  isSafe,
  isZero,
  ofBigUnits,
  ofUnits,
  one,
  powerOfTen,
  signOf,
  unitsOf,
  type Decimal,
} from './decimal.ts'
import { limits } from './limits.ts'
import { fault } from './problem.ts'

/** Decimals a division keeps when it does not come out even; the last one is rounded half-even. */
export const quotientDecimals = 20

/** Exact when it ends within 20 decimals, else rounded there half-even. Throws the fault `division-by-zero`. */
export function divide(a: Decimal, b: Decimal): Decimal {
  if (isZero(b)) throw fault('division-by-zero')
  if (a.big === null && b.big === null) {
    const quotient = a.small / b.small
    const scale = a.scale - b.scale
    if (Number.isInteger(quotient) && quotient * b.small === a.small && isSafe(quotient)) {
      if (scale >= 0 && scale <= quotientDecimals) return ofUnits(quotient + 0, scale)
      if (scale > -16 && isSafe(quotient * powerOfTen(-scale))) return ofUnits(quotient * powerOfTen(-scale) + 0, 0)
    }
  }
  if (a.big === null && b.big === null) return dividePlain(a, b)
  return stripped(quotientUnits(a, b, quotientDecimals, 'half-even'), quotientDecimals)
}

/** As below for units that are safe integers, with as few big integers as possible. */
function dividePlain(a: Decimal, b: Decimal): Decimal {
  const shift = quotientDecimals + b.scale - a.scale
  if (shift < 0) return stripped(quotientUnits(a, b, quotientDecimals, 'half-even'), quotientDecimals)
  const divisor = Math.abs(b.small)
  const bigDivisor = BigInt(divisor)
  const dividend = BigInt(b.small < 0 ? 0 - a.small : a.small) * bigPowerOfTen(shift)
  const kept = dividend / bigDivisor
  const rest = Number(dividend - kept * bigDivisor)
  if (rest === 0) return stripped(kept, quotientDecimals)
  const twice = Math.abs(rest) * 2
  const isAway = twice > divisor || (twice === divisor && kept % 2n !== 0n)
  return ofBigUnits(isAway ? kept + (rest < 0 ? -1n : 1n) : kept, quotientDecimals)
}

/** The quotient rounded once, without the stop at 20 decimals; `decimals` may be negative. */
export function divideRounded(a: Decimal, b: Decimal, decimals: number, mode: Rounding): Decimal {
  if (isZero(b)) throw fault('division-by-zero')
  const shift = decimals + b.scale - a.scale
  if (a.big === null && b.big === null && decimals >= 0 && shift >= 0 && shift < 16) {
    const dividend = a.small * powerOfTen(shift)
    const divisor = Math.abs(b.small)
    const kept = Math.trunc(Math.abs(dividend) / divisor)
    // the half is looked at in whole units, so everything must stay a safe integer
    if (isSafe(dividend) && isSafe(kept * divisor) && divisor < 2 ** 51 && mode === 'half-up') {
      const rest = Math.abs(dividend) - kept * divisor
      const fixed = rest < 0 ? kept - 1 : kept
      const size = fixed + ((rest < 0 ? rest + divisor : rest) * 2 >= divisor ? 1 : 0)
      return ofUnits((dividend < 0 === b.small < 0 ? size : -size) + 0, decimals)
    }
  }
  if (decimals < 0) return round(divide(a, b), decimals, mode)
  return ofBigUnits(quotientUnits(a, b, decimals, mode), decimals)
}

/** `a` − `b` × floor(a ÷ b): takes the sign of the divisor, as in spreadsheets. */
export function remainder(a: Decimal, b: Decimal): Decimal {
  if (isZero(b)) throw fault('division-by-zero')
  return subtract(a, multiply(b, ofBigUnits(quotientUnits(a, b, 0, 'floor'), 0)))
}

/** a ÷ b as a whole number, fraction dropped. */
export function wholeQuotient(a: Decimal, b: Decimal, mode: Rounding): Decimal {
  if (isZero(b)) throw fault('division-by-zero')
  return ofBigUnits(quotientUnits(a, b, 0, mode), 0)
}

/** To a whole power, exact; a negative power is 1 ÷ the positive one. */
export function power(base: Decimal, exponent: Decimal): Decimal {
  const count = integerOf(exponent)
  if (count === undefined) throw fault('not-whole')
  const size = Math.abs(count)
  const length = unitsOf(base).toString().length
  // 1, 0 and -1 have no digits to grow
  if (length > 2 && (length - 1) * size > 2 * limits.digits) throw fault('number-too-long', { limit: limits.digits })
  if (size > 1000) throw fault('out-of-range', { least: -1000, most: 1000 })
  if (base.scale * size > 2 * limits.digits) throw fault('number-too-long', { limit: limits.digits })
  const units = unitsOf(base) ** BigInt(size)
  const raised = stripped(units, base.scale * size)
  return count < 0 ? divide(one, raised) : raised
}

function quotientUnits(a: Decimal, b: Decimal, decimals: number, mode: Rounding): bigint {
  const [dividend, divisor] = signOf(b) < 0 ? [negate(a), negate(b)] : [a, b]
  const shift = decimals + divisor.scale - dividend.scale
  return shift >= 0
    ? roundedQuotient(unitsOf(dividend) * bigPowerOfTen(shift), unitsOf(divisor), mode)
    : roundedQuotient(unitsOf(dividend), unitsOf(divisor) * bigPowerOfTen(-shift), mode)
}

/** Drops trailing zeros, so that what follows stays in small integers. */
function stripped(units: bigint, scale: number): Decimal {
  let [rest, left] = [units, scale]
  if (left >= 10 && rest % 10_000_000_000n === 0n) [rest, left] = [rest / 10_000_000_000n, left - 10]
  while (left > 0 && rest % 10n === 0n) [rest, left] = [rest / 10n, left - 1]
  return ofBigUnits(rest, left)
}
