import { fault } from './problem.ts'
import { limits } from './limits.ts'

/**
 * An exact decimal number: `units` × 10^-`scale`. The units stand in `small` while they are a safe integer,
 * else in `big` (then `small` is 0). Nothing here ever becomes a binary fraction.
 */
export type Decimal = { readonly small: number; readonly big: bigint | null; readonly scale: number }

const greatest = Number.MAX_SAFE_INTEGER
const safe = BigInt(greatest)
const nearTooBig = 10 ** limits.digits * 0.999
const tooBig = 10n ** BigInt(limits.digits)
const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent)
const bigPowers = Array.from({ length: 2 * limits.digits + 40 }, (_, exponent) => 10n ** BigInt(exponent))

/** 10^0 … 10^15, all of them safe integers. */
export function powerOfTen(exponent: number): number {
  return powers[exponent] as number
}

export function bigPowerOfTen(exponent: number): bigint {
  return bigPowers[exponent] ?? 10n ** BigInt(exponent)
}

export function isSafe(units: number): boolean {
  return units <= greatest && units >= -greatest
}

export function ofUnits(units: number, scale: number): Decimal {
  return { small: units, big: null, scale }
}

/** Throws the fault `number-too-long` beyond `limits.digits`. */
export function ofBigUnits(units: bigint, scale: number): Decimal {
  if (scale > limits.digits) return ofLongScale(units, scale)
  // one conversion is cheaper than comparing big integers
  const near = Number(units)
  if (near <= greatest && near >= -greatest) return ofUnits(near, scale)
  if ((near > nearTooBig || near < -nearTooBig) && (units >= tooBig || units <= -tooBig)) {
    throw fault('number-too-long', { limit: limits.digits })
  }
  return { small: 0, big: units, scale }
}

export const zero = ofUnits(0, 0)
export const one = ofUnits(1, 0)

/** Whole numbers only. */
export function whole(count: number): Decimal {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a safe integer: ${count}`)
  return ofUnits(count, 0)
}

/** The units as a big integer, whichever field holds them. */
export function unitsOf(value: Decimal): bigint {
  return value.big ?? BigInt(value.small)
}

export function isZero(value: Decimal): boolean {
  return value.big === null && value.small === 0
}

/** -1, 0 or 1. */
export function signOf(value: Decimal): number {
  if (value.big !== null) return value.big < 0n ? -1 : 1
  return value.small < 0 ? -1 : value.small > 0 ? 1 : 0
}

/** The number as a JavaScript integer, or undefined when it has a fraction or is too large. */
export function integerOf(value: Decimal): number | undefined {
  if (value.big === null && value.scale === 0) return value.small
  const units = unitsOf(value)
  const unit = bigPowerOfTen(value.scale)
  const quotient = units / unit
  return quotient * unit === units && quotient <= safe && quotient >= -safe ? Number(quotient) : undefined
}

// so many decimals that only trailing zeros can save it
function ofLongScale(units: bigint, scale: number): Decimal {
  let [rest, left] = [units, scale]
  while (left > limits.digits && rest % 10n === 0n && left > 0) [rest, left] = [rest / 10n, left - 1]
  if (left > limits.digits) throw fault('number-too-long', { limit: limits.digits })
  return ofBigUnits(rest, left)
}
