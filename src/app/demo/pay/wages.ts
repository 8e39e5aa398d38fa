import type { Chance } from '../random.ts'

/** What a position pays a month, in yuan, without what a person brings along. */
export type Wage = {
  readonly group: 'HY-MONTH' | 'HY-PIECE' | 'SHOP'
  readonly wage: number
  readonly position: number
  readonly skill: number
  /** Base of the performance bonus. */
  readonly performance: number
  /** Yuan a piece. */
  readonly pieceRate?: string
  readonly hasShifts: boolean
}

type Band = readonly [
  position: RegExp,
  low: number,
  high: number,
  allowance: number,
  skill: number,
  performance: number,
  shifts?: 'shifts',
]

/** The first that fits. */
const bands: readonly Band[] = [
  [/^F-GM$/, 42_000, 42_000, 5000, 0, 10_000],
  [/^GM$/, 32_000, 32_000, 4000, 0, 8000],
  [/^(MC|FM|AS)-\d-LEAD$/, 11_000, 12_500, 1200, 300, 2500],
  [/^(MC|FM|AS|MO)-\d+-LEAD$|-(INS|IN|ADJ)-LEAD$/, 6800, 7600, 600, 300, 1200, 'shifts'],
  [/^F-.*|^(MK|SA|PD|PU-F|RI|PM|HR-F|FI-F|GO|MC|FM|AS|MO|QA)-HEAD$/, 21_000, 26_000, 3000, 0, 5000],
  [/^(FIN|HR|.*-HEAD)$/, 14_000, 18_000, 1500, 0, 3000],
  [/^(RI|PD)-|-TECH$|^MO-DESIGN$|^QA-(CUST|SYS)$|^PU-SQE$/, 10_500, 14_500, 500, 0, 1800],
  [/^SA-KEY$/, 6000, 7000, 400, 0, 3800],
  [/-INS-OP$|^QA-(IN-OP|ADJ-OP|LAB)$/, 5300, 6100, 100, 200, 700, 'shifts'],
  [/^MO-\d-OP$/, 6600, 7800, 100, 600, 900, 'shifts'],
  [/^(MC-TOOL|FM-FIT|AS-PACK|PM-STORE|GO-DRIVER)$/, 5200, 5900, 100, 200, 600, 'shifts'],
  [/^(FI|HR|GO|MK|SA|PM|PU)-/, 7400, 9600, 300, 0, 1000],
  [/^BD-.-CLERK$|^CT-HOST$|^PU-BUYER$|^DATA$|^ACC$|^IT$/, 7500, 9200, 300, 0, 1600],
  [/^WH-|^CS-/, 5200, 6200, 100, 0, 800],
  [/.*/, 6500, 7500, 200, 0, 800],
]
const piece: readonly (readonly [position: RegExp, rate: string])[] = [
  [/^MC-\d+-OP$/, '0.62'],
  [/^FM-\d+-OP$/, '0.56'],
  [/^AS-\d+-OP$/, '0.49'],
]

/** A wage within the band of a position, to the next 50 yuan. Operators are paid by the piece on a lower wage. */
export function wageOf(position: string, luck: Chance, isSmallFirm: boolean): Wage {
  const rate = piece.find(([pattern]) => pattern.test(position))?.[1]
  if (rate)
    return {
      group: 'HY-PIECE',
      wage: 3600 + 50 * luck.below(9),
      position: 0,
      skill: 100 * luck.below(4),
      performance: 500,
      pieceRate: rate,
      hasShifts: true,
    }
  const [, low, high, allowance, skill, performance, shifts] =
    bands.find(([pattern]) => pattern.test(position)) ?? bands[bands.length - 1]!
  return {
    group: isSmallFirm ? 'SHOP' : 'HY-MONTH',
    wage: low + 50 * luck.below((high - low) / 50 + 1),
    position: allowance,
    skill,
    performance,
    hasShifts: shifts !== undefined,
  }
}
