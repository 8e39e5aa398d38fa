import { roundings, type Rounding } from '../decimal-round.ts'

/** Ways of rounding by the names people know, in both languages. */
export const roundingWords: ReadonlyMap<string, Rounding> = new Map([
  ...roundings.map((mode) => [mode, mode] as const),
  ['四舍五入', 'half-up'],
  ['四舍六入五成双', 'half-even'],
  ['银行家舍入', 'half-even'],
  ['五舍六入', 'half-down'],
  ['进位', 'up'],
  ['舍去', 'down'],
  ['向上', 'ceiling'],
  ['向下', 'floor'],
])

/** Units of DATEDIF and DURATION. */
export const unitWords: ReadonlyMap<string, string> = new Map([
  ['y', 'y'],
  ['m', 'm'],
  ['d', 'd'],
  ['年', 'y'],
  ['月', 'm'],
  ['天', 'd'],
  ['日', 'd'],
])

export const spanWords: ReadonlyMap<string, string> = new Map([
  ...unitWords,
  ['w', 'w'],
  ['周', 'w'],
  ['h', 'h'],
  ['小时', 'h'],
  ['min', 'min'],
  ['分钟', 'min'],
  ['s', 's'],
  ['秒', 's'],
])

export const matchWords: ReadonlyMap<string, string> = new Map([
  ['exact', 'exact'],
  ['精确', 'exact'],
  ['tier', 'tier'],
  ['分档', 'tier'],
])
