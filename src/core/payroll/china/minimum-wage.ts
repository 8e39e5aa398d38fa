import type { Day } from '../../calendar/index.ts'
import { heldOn, type Dated } from '../dated.ts'
import type { Fen } from '../money.ts'
import { payFault } from '../problem.ts'
import { belowMinimum } from './labour-law.ts'

export type MinimumWage = {
  readonly month: Fen
  /** Whether own contributions are inside the minimum (Kunming) or come on top of it (Shanghai, Beijing). */
  readonly includesOwnContributions: boolean
}

export const minimumWages: Readonly<Record<string, readonly Dated<MinimumWage>[]>> = {
  上海: [
    {
      from: '2025-07-01',
      until: '2027-07-01',
      source: '上海市最低工资标准（2025-07、2026-07）',
      content: { month: 274_000, includesOwnContributions: false },
    },
  ],
  北京: [
    {
      from: '2025-09-01',
      until: '2026-09-01',
      source: '北京人社局（未核实）',
      content: { month: 254_000, includesOwnContributions: false },
    },
  ],
  昆明: [
    {
      from: '2025-01-01',
      until: '2026-09-01',
      source: '云南一类地区',
      content: { month: 217_000, includesOwnContributions: true },
    },
    {
      from: '2026-09-01',
      until: '2027-09-01',
      source: '云南一类地区',
      content: { month: 227_000, includesOwnContributions: true },
    },
  ],
}

/**
 * How much the pay for normal hours (without overtime, night and heat allowances) falls short of the city's minimum.
 * No data for the city or day is the fault `no-data`.
 */
export function minimumWageGap(
  city: string,
  day: Day,
  normalPay: Fen,
  ownContributions: Fen,
  data: Readonly<Record<string, readonly Dated<MinimumWage>[]>> = minimumWages,
): Fen {
  const versions = Object.hasOwn(data, city) ? data[city] : undefined
  if (!versions) throw payFault('no-data', { what: 'minimum-wage', place: city, day })
  const { month, includesOwnContributions } = heldOn(versions, day, 'minimum-wage', city).content
  return belowMinimum(normalPay, ownContributions, month, includesOwnContributions)
}
