import type { Days, Light } from '#core/indicator'
import type { Context } from '#kernel/context'
import { overallOf, standingsOf, type Cell } from '#modules/indicators'

/** What somebody answers for in one period, of what the reader may see. */
export type Work = {
  readonly light: Light
  readonly fulfilmentPermille: number | null
  readonly cells: readonly Cell[]
}

/** The work of people in periods that follow each other; of one responsibility when it is named. */
export async function workOf(
  ctx: Context,
  personIds: readonly string[],
  periods: readonly Days[],
  responsibilityId?: string,
): Promise<(personId: string, period?: number) => Work> {
  const standings = await standingsOf(ctx, 'indicators.read', personIds, periods)
  const isShown = (cell: Cell) => cell.isVisible && (!responsibilityId || cell.responsibilityId === responsibilityId)
  const works = new Map(
    [...standings].map(([id, each]) => [
      id,
      each.map(({ cells }): Work => {
        const shown = cells.filter(isShown)
        return { ...overallOf(shown), cells: shown }
      }),
    ]),
  )
  return (personId, period = 0) => works.get(personId)?.[period] ?? none
}

const none: Work = { light: 'none', fulfilmentPermille: null, cells: [] }
