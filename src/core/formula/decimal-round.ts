import { bigPowerOfTen, isSafe, ofBigUnits, ofUnits, powerOfTen, unitsOf, type Decimal } from './decimal.ts'

/**
 * Ways to drop decimals. `half-up`, `half-down` and `up`, `down` go by the size whatever the sign (-0.5 half-up is -1);
 * `ceiling` and `floor` go towards the greater and the lesser number; `half-even` takes the even neighbour of a tie.
 */
export const roundings = ['half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor'] as const
export type Rounding = (typeof roundings)[number]

/** To so many decimals; a negative count rounds to tens, hundreds … A number with fewer decimals stays as it is. */
export function round(value: Decimal, decimals: number, mode: Rounding = 'half-up'): Decimal {
  const dropped = value.scale - decimals
  if (dropped <= 0) return value
  if (value.big === null && dropped < 16) {
    const unit = powerOfTen(dropped)
    const kept = Math.trunc(value.small / unit)
    const rest = value.small - kept * unit
    const units = kept + stepOf(Math.abs(rest) * 2 - unit, rest, kept % 2 !== 0, value.small < 0, mode)
    if (decimals >= 0) return ofUnits(units + 0, decimals)
    if (decimals > -16 && isSafe(units * powerOfTen(-decimals))) return ofUnits(units * powerOfTen(-decimals) + 0, 0)
  }
  return roundBig(value, decimals, dropped, mode)
}

function roundBig(value: Decimal, decimals: number, dropped: number, mode: Rounding): Decimal {
  const units = unitsOf(value)
  // away from ties a binary fraction tells the same: its error is below 2^-51 × 2^30 < 10^-6
  const near = Math.abs(Number(units) / 10 ** dropped)
  if (near < 2 ** 30 && decimals >= 0 && (mode === 'half-up' || mode === 'half-even')) {
    const beyond = near - Math.floor(near) - 0.5
    if (Math.abs(beyond) > 1e-6) return ofUnits(Math.round(near) * (units < 0n ? -1 : 1) + 0, decimals)
  }
  const unit = bigPowerOfTen(dropped)
  const rounded = roundedQuotient(units, unit, mode)
  return decimals >= 0 ? ofBigUnits(rounded, decimals) : ofBigUnits(rounded * bigPowerOfTen(-decimals), 0)
}

/** `dividend` ÷ `divisor` as a whole number; the divisor is positive. */
export function roundedQuotient(dividend: bigint, divisor: bigint, mode: Rounding): bigint {
  const kept = dividend / divisor
  const rest = dividend - kept * divisor
  if (rest === 0n) return kept
  const twice = (rest < 0n ? -rest : rest) * 2n
  const beyondHalf = twice > divisor ? 1 : twice < divisor ? -1 : 0
  return kept + BigInt(stepOf(beyondHalf, rest < 0n ? -1 : 1, kept % 2n !== 0n, dividend < 0n, mode))
}

/** How far the kept units move: -1, 0 or 1. `beyondHalf` is negative below a half, 0 at a tie. */
function stepOf(beyondHalf: number, rest: number, isOdd: boolean, isNegative: boolean, mode: Rounding): number {
  if (rest === 0) return 0
  const away = isNegative ? -1 : 1
  switch (mode) {
    case 'half-up':
      return beyondHalf >= 0 ? away : 0
    case 'half-even':
      return beyondHalf > 0 || (beyondHalf === 0 && isOdd) ? away : 0
    case 'half-down':
      return beyondHalf > 0 ? away : 0
    case 'up':
      return away
    case 'down':
      return 0
    case 'ceiling':
      return isNegative ? 0 : 1
    case 'floor':
      return isNegative ? -1 : 0
  }
}
