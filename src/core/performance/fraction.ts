/** An exact part of a whole; the denominator is above 0 and the two share no divisor. */
export type Fraction = { readonly over: bigint; readonly under: bigint }

export const nothing: Fraction = { over: 0n, under: 1n }

/** Throws RangeError where `under` is 0. */
export function fraction(over: number | bigint, under: number | bigint = 1n): Fraction {
  if (BigInt(under) === 0n) throw new RangeError('a fraction of nothing')
  return lowest(BigInt(over), BigInt(under))
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return lowest(a.over * b.under + b.over * a.under, a.under * b.under)
}

export function times(a: Fraction, b: Fraction): Fraction {
  return lowest(a.over * b.over, a.under * b.under)
}

export function total(parts: readonly Fraction[]): Fraction {
  return parts.reduce(plus, nothing)
}

/** Throws RangeError where `b` is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.over === 0n) throw new RangeError('divided by nothing')
  return lowest(a.over * b.under, a.under * b.over)
}

function lowest(over: bigint, under: bigint): Fraction {
  const sign = under < 0n ? -1n : 1n
  const divisor = commonDivisor(over < 0n ? -over : over, under * sign)
  return { over: (over * sign) / divisor, under: (under * sign) / divisor }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
