import { bigPowerOfTen, isSafe, ofBigUnits, ofUnits, powerOfTen, unitsOf, type Decimal } from './decimal.ts'

/** Exact. */
export function add(a: Decimal, b: Decimal): Decimal {
  if (a.big === null && b.big === null) {
    const gap = a.scale - b.scale
    if (gap === 0) {
      const sum = a.small + b.small
      if (isSafe(sum)) return ofUnits(sum, a.scale)
    } else if (gap < 16 && gap > -16) {
      const left = gap < 0 ? a.small * powerOfTen(-gap) : a.small
      const right = gap > 0 ? b.small * powerOfTen(gap) : b.small
      const sum = left + right
      if (isSafe(left) && isSafe(right) && isSafe(sum)) return ofUnits(sum, gap > 0 ? a.scale : b.scale)
    }
  }
  const scale = Math.max(a.scale, b.scale)
  return ofBigUnits(unitsAt(a, scale) + unitsAt(b, scale), scale)
}

/** Exact. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b))
}

/** Exact: the decimals of both add up. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  if (a.big === null && b.big === null && a.scale + b.scale <= 40) {
    const product = a.small * b.small
    if (isSafe(product)) return ofUnits(product + 0, a.scale + b.scale)
  }
  return ofBigUnits(unitsOf(a) * unitsOf(b), a.scale + b.scale)
}

export function negate(value: Decimal): Decimal {
  return value.big === null ? ofUnits(0 - value.small, value.scale) : ofBigUnits(-value.big, value.scale)
}

export function absolute(value: Decimal): Decimal {
  return value.big === null ? ofUnits(Math.abs(value.small), value.scale) : value.big < 0n ? negate(value) : value
}

/** Negative, 0 or positive, like the compare function of a sort. */
export function compare(a: Decimal, b: Decimal): number {
  if (a.big === null && b.big === null && a.scale === b.scale) return a.small - b.small
  if (a.big === null && b.big === null) {
    const gap = a.scale - b.scale
    const left = gap < 0 && gap > -16 ? a.small * powerOfTen(-gap) : a.small
    const right = gap > 0 && gap < 16 ? b.small * powerOfTen(gap) : b.small
    if (gap < 16 && gap > -16 && isSafe(left) && isSafe(right)) return left - right
  }
  const scale = Math.max(a.scale, b.scale)
  const [left, right] = [unitsAt(a, scale), unitsAt(b, scale)]
  return left < right ? -1 : left > right ? 1 : 0
}

function unitsAt(value: Decimal, scale: number): bigint {
  const units = unitsOf(value)
  return scale === value.scale ? units : units * bigPowerOfTen(scale - value.scale)
}
