/**
 * A second computation of Chinese slips, written from the law without any code of the engine: big integers of fen,
 * tables as plain rows. It serves only to be compared with.
 */
export type PlainPerson = {
  city: string
  hired: number
  firstJob: boolean
  full60000: boolean
  /** Housing fund in percent of both sides; 0 = not in the fund. */
  fundPercent: bigint
  without: string
}
export type PlainMonth = {
  month: number
  wage: bigint
  /** Earned but no income for the tax. */
  free: bigint
  bonus: bigint
  base: bigint
  special: bigint
}
export type PlainSlip = { own: bigint; employer: bigint; tax: bigint; bonusTax: bigint; net: bigint }

type Row = readonly [most: bigint, percent: bigint, quick: bigint]
const annual: readonly Row[] = [
  [3_600_000n, 3n, 0n],
  [14_400_000n, 10n, 252_000n],
  [30_000_000n, 20n, 1_692_000n],
  [42_000_000n, 25n, 3_192_000n],
  [66_000_000n, 30n, 5_292_000n],
  [96_000_000n, 35n, 8_592_000n],
]
const monthly: readonly Row[] = [
  [300_000n, 3n, 0n],
  [1_200_000n, 10n, 21_000n],
  [2_500_000n, 20n, 141_000n],
  [3_500_000n, 25n, 266_000n],
  [5_500_000n, 30n, 441_000n],
  [8_000_000n, 35n, 716_000n],
]

/** city scheme firstMonth lastMonth floor cap ownPer10000 employerPer10000 rounding fixed; months of 2026, bounds in yuan. */
const schemes = `
上海 pension 1 6 7460 37302 800 1600 fen 0
上海 pension 7 12 7546 37731 800 1600 fen 0
上海 medical 1 6 7460 37302 200 900 fen 0
上海 medical 7 12 7546 37731 200 900 fen 0
上海 unemployment 1 6 7460 37302 50 50 fen 0
上海 unemployment 7 12 7546 37731 50 50 fen 0
上海 injury 1 6 7460 37302 0 20 fen 0
上海 injury 7 12 7546 37731 0 20 fen 0
上海 fund 1 6 2690 37302 0 0 yuan 0
上海 fund 7 12 2740 37731 0 0 yuan 0
北京 pension 1 6 7162 35811 800 1600 fen 0
北京 medical 1 6 7162 35811 200 980 fen 300
北京 unemployment 1 6 7162 35811 50 50 fen 0
北京 injury 1 6 7162 35811 0 20 fen 0
北京 fund 1 6 2540 35811 0 0 fen 0
昆明 pension 1 12 4403 22017 800 1600 fen 0
昆明 medical 1 8 4357 21789 200 700 fen 0
昆明 medical 9 12 4403 22017 200 700 fen 0
昆明 maternity 1 8 4357 21789 0 90 fen 0
昆明 maternity 9 12 4403 22017 0 90 fen 0
昆明 unemployment 1 12 4403 22017 30 70 fen 0
昆明 injury 1 12 4403 22017 0 20 fen 0
昆明 fund 1 8 2170 32543 0 0 yuan 0
昆明 fund 9 12 2270 32543 0 0 yuan 0
样板 pension 1 12 4000 20000 800 1600 见分进角 0
样板 medical 1 12 4000 20000 200 1000 见厘进分 0
样板 unemployment 1 12 4000 20000 30 70 舍厘 0
样板 maternity 1 12 4000 20000 25 85 角 0
样板 injury 1 12 4000 20000 15 45 进元 0
样板 fund 1 12 2000 20000 0 0 偶元 0`
const rows = schemes
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

/** Slips of a year's months in order, one payment a month. */
export function plainSlips(person: PlainPerson, months: readonly PlainMonth[]): PlainSlip[] {
  let [income, taken, special, paid, bonusTaken] = [0n, 0n, 0n, 0n, false]
  return months.map((one) => {
    const { own, employer } = contributions(person, one)
    const isApart = one.bonus > 0n && !bonusTaken
    bonusTaken ||= isApart
    income += one.wage + (isApart ? 0n : one.bonus)
    taken += own
    special += one.special
    const counted = person.full60000 ? 12 : one.month - (person.firstJob ? 1 : person.hired) + 1
    const due = yearTax(income - taken - special - 500_000n * BigInt(counted)) - paid
    const tax = due > 0n ? due : 0n
    paid += tax
    const bonusTax = isApart ? apartTax(one.bonus) : 0n
    return { own, employer, tax, bonusTax, net: one.wage + one.free + one.bonus - own - tax - bonusTax }
  })
}

export function yearTax(taxable: bigint): bigint {
  if (taxable <= 0n) return 0n
  const [, percent, quick] = annual.find(([most]) => taxable <= most) ?? [0n, 45n, 18_192_000n]
  return half(taxable * percent, 100n) - quick
}

/** A bonus apart: the row of its twelfth, one quick deduction. */
function apartTax(bonus: bigint): bigint {
  const [, percent, quick] = monthly.find(([most]) => bonus <= 12n * most) ?? [0n, 45n, 1_516_000n]
  return half(bonus * percent, 100n) - quick
}

function contributions(person: PlainPerson, { month, base }: PlainMonth) {
  let [own, employer] = [0n, 0n]
  for (const [city, scheme = '', first, last, floor, cap, mine, theirs, how = '', fixed] of rows) {
    if (city !== person.city || scheme === person.without || month < Number(first) || month > Number(last)) continue
    if (scheme === 'fund' && person.fundPercent === 0n) continue
    const on = between(base, BigInt(floor ?? 0) * 100n, BigInt(cap ?? 0) * 100n)
    const rateOf = (rate = '0') => (scheme === 'fund' ? person.fundPercent * 100n : BigInt(rate))
    own += rounded(on * rateOf(mine), how) + BigInt(fixed ?? 0)
    employer += rounded(on * rateOf(theirs), how)
  }
  return { own, employer }
}

/** `over` is in 1/10,000 fen; the result in fen. */
function rounded(over: bigint, how: string): bigint {
  const up = (value: bigint, unit: bigint) => ((value + unit - 1n) / unit) * unit
  if (how === 'fen') return half(over, 10_000n)
  if (how === 'yuan') return half(over, 1_000_000n) * 100n
  if (how === '角') return half(over, 100_000n) * 10n
  if (how === '见厘进分') return up(over, 10_000n) / 10_000n
  if (how === '舍厘') return over / 10_000n
  if (how === '进元') return (up(over, 1_000_000n) / 1_000_000n) * 100n
  if (how === '见分进角') return up(half(over, 10_000n), 10n)
  const [whole, rest] = [over / 1_000_000n, over % 1_000_000n]
  return (rest > 500_000n || (rest === 500_000n && whole % 2n === 1n) ? whole + 1n : whole) * 100n
}

function between(value: bigint, floor: bigint, cap: bigint): bigint {
  return value < floor ? floor : value > cap ? cap : value
}

/** Non-negative division, half up. */
function half(over: bigint, under: bigint): bigint {
  return (2n * over + under) / (2n * under)
}
