import type { ChartFact, ChartFigure } from '#web/bind'
import { readNow } from '#web/query'
import { sayIn } from '#web/words'
import { routes, type Alarm } from '../contract.ts'
import { placeOf } from './alarm-place.ts'

const pageSize = 500

/** Open alarms of every kind as they stand now, on the position, person or unit that each is about. */
export const alarmFact: ChartFact = {
  key: 'alarms',
  permission: 'alarms.read',
  join: 'sum',
  async read() {
    const counts = new Map<string, ChartFigure>()
    for (const alarm of await everyAlarm()) {
      const about = placeOf(alarm)
      if (about) counts.set(about, { value: (counts.get(about)?.value ?? 0) + 1, severity: 2 })
    }
    return counts
  },
  text: (value) => sayIn('alarms')('chart.alarmCount', { count: value }),
}

async function everyAlarm(): Promise<Alarm[]> {
  const alarms: Alarm[] = []
  for (let offset = 0; ; offset += pageSize) {
    const { items, total } = await readNow(routes.listAlarms, { limit: pageSize, offset })
    alarms.push(...items)
    if (offset + pageSize >= total) return alarms
  }
}
