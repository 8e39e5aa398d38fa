/** An independent decimal arithmetic for comparing: fractions of big integers, sharing no code with the engine. */
export type Rational = { readonly over: bigint; readonly under: bigint }

export function rational(text: string): Rational {
  const [whole = '', part = ''] = text.split('.')
  return { over: BigInt(whole + part), under: 10n ** BigInt(part.length) }
}

export const plus = (a: Rational, b: Rational) => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
})
export const minus = (a: Rational, b: Rational) => plus(a, { over: -b.over, under: b.under })
export const times = (a: Rational, b: Rational) => ({ over: a.over * b.over, under: a.under * b.under })
export const sign = (a: Rational) => (a.over === 0n ? 0 : a.over < 0n === a.under < 0n ? 1 : -1)

/** The nearest multiple of 10^-decimals; `tie` says what happens half way. */
export function rounded(value: Rational, decimals: number, tie: 'up' | 'even'): Rational {
  const negative = sign(value) < 0
  const over = (value.over < 0n ? -value.over : value.over) * 10n ** BigInt(decimals)
  const under = value.under < 0n ? -value.under : value.under
  const floor = over / under
  const twice = (over - floor * under) * 2n
  const goesUp = twice > under || (twice === under && (tie === 'up' || floor % 2n === 1n))
  const units = goesUp ? floor + 1n : floor
  return { over: negative ? -units : units, under: 10n ** BigInt(decimals) }
}

export function dividedBy(a: Rational, b: Rational): Rational {
  const quotient = { over: a.over * b.under, under: a.under * b.over }
  return rounded(quotient, 20, 'even')
}

/** The shortest decimal text of a fraction whose denominator is a power of ten times one. */
export function textOf(value: Rational): string {
  const scale = value.under.toString().length - 1
  const digits = (value.over < 0n ? -value.over : value.over).toString().padStart(scale + 1, '0')
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`.replace(/\.?0+$/, '')
  return value.over < 0n && /[1-9]/.test(text) ? `-${text}` : text
}
