import type { ChartFact, ChartFigure } from '#web/bind'
import { readNow } from '#web/query'
import { sayIn } from '#web/words'

const kinds = ['nobody-accountable', 'accountable-vacant', 'several-accountable'] as const
const pageSize = 500

/** Alarms of responsibilities, on the position that is accountable, else on the unit whose business it is. */
export const alarmFact: ChartFact = {
  key: 'alarms',
  permission: 'responsibilities.read',
  join: 'sum',
  async read(on) {
    const counts = new Map<string, ChartFigure>()
    const lists = await Promise.all(kinds.map((alarm) => everyRow(alarm, on)))
    for (const { accountable, unitId } of lists.flat()) {
      const about = accountable?.positionId ?? unitId
      if (about) counts.set(about, { value: (counts.get(about)?.value ?? 0) + 1, severity: 2 })
    }
    return counts
  },
  text: (value) => sayIn('responsibilities')('chart.alarmCount', { count: value }),
}

async function everyRow(alarm: (typeof kinds)[number], on: string) {
  // apart: the contract is large, and first pages load this file
  const { routes } = await import('../../contract.ts')
  const rows = []
  for (let offset = 0; ; offset += pageSize) {
    const { items, total } = await readNow(routes.listResponsibilities, {
      alarm,
      limit: pageSize,
      offset,
      ...(on ? { day: on } : {}),
    })
    rows.push(...items)
    if (offset + pageSize >= total) return rows
  }
}
