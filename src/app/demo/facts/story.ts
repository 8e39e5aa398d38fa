import { addDays, weekday, type Day } from '#core/calendar'
import { instantOf } from '#kernel/clock'
import type { NewFact } from '#modules/indicators'
import { workers } from '../factory/people.ts'
import { closedPeriods } from '../pay/periods.ts'
import { chance, type Chance } from '../random.ts'

/** What a day brings to one of the demo's systems. */
export type Story = {
  readonly source: 'mes' | 'erp' | 'crm'
  /** Until so many days ago: a system that went silent. */
  readonly silentDays: number
  /** The staff numbers its facts may count for. */
  readonly numbers: readonly string[]
  tell(day: Day, daysAgo: number, personOf: (number: string) => string): Told[]
}
export type Told = NewFact & {
  readonly subject?: { readonly type: string; readonly key: string; readonly name: string }
}

const timeZone = 'Asia/Shanghai'
const on = (position: RegExp) => workers.filter((worker) => position.test(worker.position))
const leaders = on(/^(MC|FM|AS)-\d\d-LEAD$/)
const inspectors = on(/-INS-(LEAD|OP)$/)
const buyers = on(/^PU-BUY$/)
const sellers = on(/^SA-KEY$/)
/** Whose bonus fell by two visits. */
export const missedVisits = sellers[0]?.number ?? ''

/** Each line of a team tells its pieces every hour; inspection its samples. Pass rates rose after production and quality were parted. */
export const mes: Story = {
  source: 'mes',
  silentDays: 5,
  numbers: [...leaders, ...inspectors].map(({ number }) => number),
  tell(day, daysAgo, personOf) {
    const luck = luckOf(day, 1)
    const output = leaders.flatMap(({ number, position }) =>
      hours.flatMap((hour) =>
        ['A', 'B', 'C'].map((line): Told => {
          const pieces = 16 + luck.below(10) - (line === 'C' && hour >= 16 ? luck.below(6) : 0)
          return {
            ...at(day, hour, luck),
            ...said('mes', `${number}-${day}-${hour}${line}`, personOf(number), 'output'),
            dimensions: { line, shift: hour < 12 ? 'morning' : 'afternoon', workshop: position.slice(0, 4) },
            measures: { pieces, scrap: luck.happens(0.1) ? luck.below(3) : 0 },
          }
        }),
      ),
    )
    const passRate = daysAgo > 60 ? 0.85 : daysAgo > 40 ? 0.9 : 0.95
    const samples = inspectors.slice(0, 20).map(({ number }): Told => {
      const inspected = 30 + luck.below(20)
      const passed = Math.min(inspected, Math.round(inspected * passRate + (luck.next() - 0.5) * 3))
      return {
        ...at(day, 15, luck),
        ...said('mes', `${number}-${day}-i`, personOf(number), 'inspection'),
        dimensions: { item: luck.among(['壳体', '支架', '端盖', '轴套']) },
        measures: { inspected, passed },
      }
    })
    return [...output, ...samples]
  },
}

/** Purchase orders with what was saved against the price of last year. */
export const erp: Story = {
  source: 'erp',
  silentDays: 0,
  numbers: buyers.map(({ number }) => number),
  tell(day, _daysAgo, personOf) {
    const luck = luckOf(day, 2)
    return buyers.flatMap(({ number }) =>
      Array.from({ length: 5 + luck.below(3) }, (_none, index): Told => {
        const supplier = luck.below(suppliers.length)
        const cost = 2000 + luck.below(20_000)
        return {
          ...at(day, 9 + luck.below(8), luck),
          ...said('erp', `PO-${number}-${day}-${index}`, personOf(number), 'purchase-order'),
          dimensions: { category: luck.among(['钢材', '铝锭', '刀具', '包装', '外协']) },
          measures: { cost, saved: Math.round(cost * (luck.next() * 0.04 - 0.003)) },
          subject: { type: 'supplier', key: `S${100 + supplier}`, name: suppliers[supplier] ?? '' },
        }
      }),
    )
  },
}

/** New customers of the key account managers; three in ten order once and not again. */
export const crm: Story = {
  source: 'crm',
  silentDays: 0,
  numbers: sellers.map(({ number }) => number),
  tell(day, daysAgo, personOf) {
    const luck = luckOf(day, 3)
    const won = sellers
      .filter(() => luck.happens(daysAgo < 60 ? 0.4 : 0.34))
      .map(({ number }): Told => {
        const key = `C-${number}-${day}`
        return {
          ...at(day, 9 + luck.below(9), luck),
          ...said('crm', key, personOf(number), 'new-customer'),
          dimensions: {
            segment: luck.happens(0.3) ? 'one-off' : 'long-term',
            region: luck.among(['华北', '华东', '华南', '西南']),
          },
          measures: { firstOrder: 5000 + luck.below(80_000) },
          subject: { type: 'customer', key, name: `${luck.among(places)}${luck.among(trades)}有限公司` },
        }
      })
    return [...won, ...visits(day, daysAgo, personOf)]
  },
}

/** Planned calls on customers, three a week. One of the sellers missed two of them in the month paid last. */
function visits(day: Day, daysAgo: number, personOf: (number: string) => string): Told[] {
  if (![1, 3, 5].includes(weekday(day))) return []
  const luck = luckOf(day, 4)
  const isPaidLast = day.slice(0, 7) === closedPeriods(addDays(day, daysAgo)).at(-1)
  return sellers.map(({ number }): Told => {
    const isMissed = isPaidLast && number === missedVisits && isMissedDay(day)
    const key = `C-${number}-${luck.below(6)}`
    return {
      ...at(day, 9 + luck.below(8), luck),
      ...said('crm', `V-${number}-${day}`, personOf(number), 'customer-visit'),
      dimensions: { result: isMissed ? 'missed' : 'done' },
      measures: {},
      subject: { type: 'customer', key, name: `${luck.among(places)}${luck.among(trades)}有限公司` },
      ...(isMissed ? { note: '客户临时来厂，回访未成行，未补访。' } : {}),
    }
  })
}

/** The second Wednesday and the fourth Friday. */
function isMissedDay(day: Day): boolean {
  const date = Number(day.slice(8))
  return (weekday(day) === 3 && date > 7 && date <= 14) || (weekday(day) === 5 && date > 21 && date <= 28)
}

const hours = [8, 9, 10, 11, 13, 14, 15, 16, 17]
const suppliers = ['华源钢铁', '北方铝业', '精锐刀具', '正泰包装', '联合外协', '金诚模架', '恒达紧固件', '瑞丰化工']
const places = ['长春', '青岛', '宁波', '佛山', '重庆', '合肥', '芜湖', '常州', '十堰', '柳州']
const trades = ['汽车部件', '传动系统', '底盘科技', '车身制造', '新能源汽车', '电驱动']

/** The same day always tells the same. */
function luckOf(day: Day, salt: number): Chance {
  return chance(Number(day.replaceAll('-', '')) * 10 + salt)
}

function at(day: Day, hour: number, luck: Chance): Pick<NewFact, 'day' | 'happenedAt'> {
  const begin = instantOf(timeZone, day, `${String(hour).padStart(2, '0')}:00`).getTime()
  return { day, happenedAt: new Date(begin + luck.below(3600) * 1000).toISOString() }
}

function said(source: string, sourceKey: string, personId: string, kind: string) {
  return { kind, personId, unitId: null, responsibilityId: null, source: `source:${source}`, sourceKey }
}
