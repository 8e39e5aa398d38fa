/**
 * A second computation of Chinese slips, written from the law without any code of the engine: big integers of
 * 1/10,000 fen, tables as plain rows. It serves only to be compared with.
 */
export type PlainMonth = { month: number; wage: bigint; base: bigint; special: bigint }
export type PlainSlip = { own: bigint; employer: bigint; tax: bigint; net: bigint }

const annual: readonly (readonly [bigint, bigint, bigint])[] = [
  [3_600_000n, 3n, 0n],
  [14_400_000n, 10n, 252_000n],
  [30_000_000n, 20n, 1_692_000n],
  [42_000_000n, 25n, 3_192_000n],
  [66_000_000n, 30n, 5_292_000n],
  [96_000_000n, 35n, 8_592_000n],
]

/** Slips of a year in Shanghai (bounds of 2026-07 to 2027-06, fund 7 %) for months in order, all in fen. */
export function plainSlips(months: readonly PlainMonth[], hired: number): PlainSlip[] {
  let [income, taken, special, paid] = [0n, 0n, 0n, 0n]
  return months.map((one) => {
    const base = between(one.base, 754_600n, 3_773_100n)
    const fundBase = between(one.base, 274_000n, 3_773_100n)
    const fund = half(fundBase * 7n, 10_000n) * 100n
    const own = half(base * 8n, 100n) + half(base * 2n, 100n) + half(base * 5n, 1000n) + fund
    const insured = half(base * 16n, 100n) + half(base * 9n, 100n) + half(base * 5n, 1000n) + half(base * 2n, 1000n)
    income += one.wage
    taken += own
    special += one.special
    const due = yearTax(income - taken - special - 500_000n * BigInt(one.month - hired + 1)) - paid
    const tax = due > 0n ? due : 0n
    paid += tax
    return { own, employer: insured + fund, tax, net: one.wage - own - tax }
  })
}

export function yearTax(taxable: bigint): bigint {
  if (taxable <= 0n) return 0n
  const [, rate, quick] = annual.find(([most]) => taxable <= most) ?? [0n, 45n, 18_192_000n]
  return half(taxable * rate, 100n) - quick
}

function between(value: bigint, floor: bigint, cap: bigint): bigint {
  return value < floor ? floor : value > cap ? cap : value
}

/** Non-negative division, half up. */
function half(over: bigint, under: bigint): bigint {
  return (2n * over + under) / (2n * under)
}
