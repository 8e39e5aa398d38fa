import {
  divideRounded,
  fixedText,
  integerOf,
  multiply,
  ofUnits,
  readDecimal,
  round,
  whole,
  type Decimal,
  type Rounding,
} from '../formula/index.ts'
import { payFault } from './problem.ts'

/** Money in hundredths (fen, cents): a safe integer, so sums are exact up to 90 trillion. */
export type Fen = number

/** Which unit a side of a scheme is rounded to, and how. `fen-then-jiao-up` is 见分进角. */
export type MoneyRounding = `${'fen' | 'jiao' | 'yuan'}-${Rounding}` | 'fen-then-jiao-up'

/** Reads `1234.5`; a third decimal is the fault `bad-amount`, never dropped. */
export function readFen(text: string | number, name = 'amount'): Fen {
  const value = readDecimal(String(text))
  const fen = value && integerOf(multiply(value, whole(100)))
  if (fen === undefined) throw payFault('bad-amount', { name, found: String(text) })
  return fen
}

/** `1234.50`. */
export function fenText(fen: Fen): string {
  return fixedText(ofUnits(fen, 2), 2)
}

/** Fen as the number of yuan, exact. */
export function yuanOf(fen: Fen): Decimal {
  return ofUnits(fen, 2)
}

/** An amount of yuan with any decimals, rounded to fen. */
export function fenOf(yuan: Decimal, rounding: MoneyRounding = 'fen-half-up'): Fen {
  const rounded = roundedMoney(yuan, rounding)
  return integerOf(multiply(rounded, whole(100))) ?? 0
}

export function roundedMoney(yuan: Decimal, rounding: MoneyRounding): Decimal {
  if (rounding === 'fen-then-jiao-up') return round(round(yuan, 2), 1, 'up')
  const at = rounding.indexOf('-')
  return round(yuan, decimalsOf[rounding.slice(0, at)] ?? 2, rounding.slice(at + 1) as Rounding)
}

/** Fen × rate, rounded. */
export function rated(fen: Fen, rate: Decimal, rounding: MoneyRounding = 'fen-half-up'): Fen {
  return fenOf(multiply(ofUnits(fen, 2), rate), rounding)
}

/** Fen × part ÷ whole, rounded once, half-up to the fen. */
export function shared(fen: Fen, part: Decimal, of: Decimal): Fen {
  return integerOf(multiply(divideRounded(multiply(ofUnits(fen, 2), part), of, 2, 'half-up'), whole(100))) ?? 0
}

export function clamped(fen: Fen, floor: Fen, cap: Fen): Fen {
  return Math.min(Math.max(fen, floor), cap)
}

/** Splits an amount by weights so that the parts add up to it: largest remainder, the earlier one at a tie. */
export function split(fen: Fen, weights: readonly number[]): Fen[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total <= 0) throw payFault('bad-value', { name: 'weights', found: total })
  const exact = weights.map((weight) => BigInt(fen) * BigInt(weight))
  const parts = exact.map((one) => floorOf(one, BigInt(total)))
  const left = BigInt(fen) - parts.reduce((sum, part) => sum + part, 0n)
  const byRest = exact
    .map((one, at) => ({ at, rest: one - (parts[at] ?? 0n) * BigInt(total) }))
    .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
  for (const { at } of byRest.slice(0, Number(left))) parts[at] = (parts[at] ?? 0n) + 1n
  return parts.map(Number)
}

function floorOf(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient
}

const decimalsOf: Readonly<Record<string, number>> = { fen: 2, jiao: 1, yuan: 0 }
