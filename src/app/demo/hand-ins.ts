import type { HandInValues } from '#core/form'
import type { Chance } from './random.ts'

const customers = [
  '宏达五金',
  '锦绣家纺',
  '鼎盛食品',
  '蓝海数码',
  '春风母婴',
  '远方户外',
  '嘉禾农产',
  '星光文具',
  '瑞祥茶业',
  '安居建材',
  '同心服饰',
  '百味调料',
]

/** What somebody would fill in on a day. `isChanged`: after the one-off customers were looked after. */
export function handInFor(kind: string, chance: Chance, diligence: number, isChanged: boolean): HandInValues {
  const customer = chance.among(customers)
  const some = (from: number, to: number) => from + chance.below(to - from + 1)
  const partOf = (whole: number, rate: number) =>
    Math.min(whole, Math.round(whole * rate + (chance.next() - 0.5) * whole * 0.04))
  switch (kind) {
    case 'visit': {
      const isSigned = chance.happens(0.44 * diligence)
      return {
        customer,
        result: isSigned ? 'signed' : chance.happens(0.6) ? 'interested' : 'lost',
        amount: isSigned ? some(80, 600) * 10_000 : null,
      }
    }
    case 'needs-report':
      return { customer, needs: '希望提升店铺流量，并降低退货率。' }
    case 'follow-up': {
      const isOneOff = chance.happens(0.3)
      const stays = isOneOff ? (isChanged ? 0.72 : 0.5) : isChanged ? 0.9 : 0.8
      return {
        customer,
        segment: isOneOff ? 'oneOff' : 'longTerm',
        status: chance.happens(stays) ? 'stays' : chance.happens(0.5) ? 'atRisk' : 'left',
        problemSolved: chance.happens(0.55),
      }
    }
    case 'potential-report':
      return { customer, potential: chance.happens(0.7) ? 'high' : 'low' }
    case 'record-check': {
      const checked = some(20, 40)
      return { checked, upToDate: partOf(checked, 0.82 + 0.12 * diligence) }
    }
    case 'service-week': {
      const answered = some(150, 260)
      const inTime = partOf(answered, 0.84 + 0.1 * diligence)
      return { answered, inTime, solved: Math.min(inTime, partOf(answered, 0.74 + 0.1 * diligence)) }
    }
    case 'stock-count': {
      const counted = some(400, 900)
      return { counted, right: counted - (chance.happens(0.35) ? some(1, 9) : 0) }
    }
    case 'pack-check': {
      const packed = some(500, 900)
      return { packed, right: packed - some(0, 11) }
    }
    case 'purchase': {
      const amount = some(20, 200) * 100_000
      return {
        supplier: chance.among(['华源纸品', '正泰包装', '联创物流', '金诚印务']),
        amount,
        saved: Math.round(amount * (0.01 + chance.next() * 0.05)),
      }
    }
    case 'live-session':
      return { viewers: some(300, 4000), sales: some(60, 220) * 10_000 }
    case 'listing':
      return { kind: chance.happens(0.85) ? 'new' : 'rework' }
    case 'team-review':
      return { people: some(8, 11) }
    case 'reconciliation':
      return { difference: chance.happens(0.9) ? 0 : some(1, 500) * 100 }
    case 'backup-check':
      return { result: chance.happens(0.96) ? 'good' : 'bad' }
    default:
      throw new Error(`the demo has no hand-in for ${kind}`)
  }
}
