import { compare, decimal, multiply, subtract, type Decimal } from '../../formula/index.ts'
import type { Dated } from '../dated.ts'
import { fenOf, yuanOf, type Fen } from '../money.ts'

/** One row of a tax table: up to and including `most` yuan (null = no limit), at `rate`, less `quick` yuan. */
export type Bracket = { readonly most: Decimal | null; readonly rate: Decimal; readonly quick: Decimal }
export type TaxTables = {
  readonly annual: readonly Bracket[]
  readonly monthly: readonly Bracket[]
  readonly labour: readonly Bracket[]
  /** Basic deduction of a month in fen. */
  readonly basicMonth: Fen
}

export const taxTables: readonly Dated<TaxTables>[] = [
  {
    from: '2019-01-01',
    until: null,
    source: '个人所得税法（2018）税率表一；国家税务总局公告2018年第61号',
    content: {
      annual: table(
        '36000 0.03 0|144000 0.10 2520|300000 0.20 16920|420000 0.25 31920|660000 0.30 52920|960000 0.35 85920|- 0.45 181920',
      ),
      monthly: table(
        '3000 0.03 0|12000 0.10 210|25000 0.20 1410|35000 0.25 2660|55000 0.30 4410|80000 0.35 7160|- 0.45 15160',
      ),
      labour: table('20000 0.20 0|50000 0.30 2000|- 0.40 7000'),
      basicMonth: 500_000,
    },
  },
]

/** The row an amount falls into; amounts below zero fall into the first. */
export function bracketOf(brackets: readonly Bracket[], yuan: Decimal): Bracket {
  const found = brackets.find(({ most }) => most === null || compare(yuan, most) <= 0)
  if (!found) throw new RangeError('the last bracket must have no limit')
  return found
}

/** Amount × rate − quick deduction, half-up to the fen; nothing for amounts of zero or below. */
export function taxIn({ rate, quick }: Bracket, taxable: Fen): Fen {
  return taxable <= 0 ? 0 : fenOf(subtract(multiply(yuanOf(taxable), rate), quick))
}

/** Rows as `most rate quick`, `-` for no limit. */
function table(text: string): Bracket[] {
  return text.split('|').map((row) => {
    const [most = '', rate = '', quick = ''] = row.split(' ')
    return { most: most === '-' ? null : decimal(most), rate: decimal(rate), quick: decimal(quick) }
  })
}
