import type { ChartFact, ChartFigure } from '#web/bind'
import { readNow } from '#web/query'
import { routes } from '../../contract.ts'

const pageSize = 200

/** How far people's targets of the month around the day are reached, as the board shows it; those one leads alone. */
export const fulfilmentFact: ChartFact = {
  key: 'fulfilment',
  permission: 'indicators.read-team',
  join: 'mean',
  async read(on) {
    const values = new Map<string, ChartFigure>()
    for (let offset = 0; ; offset += pageSize) {
      const board = await readNow(routes.readBoard, { limit: pageSize, offset, ...(on ? { day: on } : {}) })
      for (const { personId, fulfilmentPermille, light } of board.rows)
        if (fulfilmentPermille !== null)
          values.set(personId, { value: fulfilmentPermille, severity: severities[light] })
      if (offset + pageSize >= board.total) return values
    }
  },
  text: (permille) => `${Math.round(permille / 10)}%`,
}

const severities = { green: 0, amber: 1, red: 2, none: 0 } as const
