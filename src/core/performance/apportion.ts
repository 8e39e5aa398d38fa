import { divide, plus, times, total, fraction, type Fraction } from './fraction.ts'

/**
 * Splits a whole number by weights into whole parts that add up to it: largest remainder, the earlier one at a tie.
 *
 * @param whole   0 or more
 * @param weights 0 or more each; what weighs nothing gets nothing
 * @returns a part for each weight, at most one away from its exact share; all 0 where nothing weighs anything
 */
export function apportion(whole: number, weights: readonly Fraction[]): number[] {
  const sum = total(weights)
  if (sum.over === 0n) return weights.map(() => 0)
  return roundTogether(
    weights.map((weight) => times(fraction(whole), divide(weight, sum))),
    whole,
  )
}

/**
 * Rounds amounts so that they add up to their rounded sum (half up): largest remainder, the earlier one at a tie.
 * Amounts are 0 or more.
 */
export function roundTogether(exact: readonly Fraction[], whole = roundHalfUp(total(exact))): number[] {
  const parts = exact.map(({ over, under }) => Number(over / under))
  const left = whole - parts.reduce((sum, part) => sum + part, 0)
  const byRest = exact
    .map((one, at) => ({ at, rest: plus(one, fraction(-(parts[at] ?? 0))) }))
    .toSorted((a, b) => (isMore(a.rest, b.rest) ? -1 : isMore(b.rest, a.rest) ? 1 : a.at - b.at))
  for (const { at } of byRest.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1
  return parts
}

/** The nearest whole number, half of one upwards; the amount is 0 or more. */
export function roundHalfUp({ over, under }: Fraction): number {
  return Number((over * 2n + under) / (under * 2n))
}

function isMore(a: Fraction, b: Fraction): boolean {
  return a.over * b.under > b.over * a.under
}
