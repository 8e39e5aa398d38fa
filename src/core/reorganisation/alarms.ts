import type { Holding, Owned } from './chart.ts'
import type { Standing } from './standing.ts'

export type AlarmCode =
  | 'nobody-accountable'
  | 'several-accountable'
  | 'accountable-vacant'
  | 'duty-of-closed-unit'
  | 'share-over'
  | 'over-headcount'

/** Something an organisation allows but somebody should look at. */
export type Alarm = {
  readonly code: AlarmCode
  readonly responsibilityId?: string
  readonly personId?: string
  readonly positionId?: string
  readonly unitId?: string
  /** Permille of the working time. */
  readonly totalPermille?: number
  readonly count?: number
}

/** Every alarm of a day. */
export function alarmsOn(standing: Standing, responsibilities: readonly Owned[]): Alarm[] {
  return [
    ...responsibilities.flatMap((responsibility) => responsibilityAlarms(standing, responsibility)),
    ...[...standing.seatsOf].flatMap(([personId, seats]): Alarm[] => {
      const totalPermille = seats.reduce((sum, seat) => sum + seat.sharePermille, 0)
      return totalPermille > 1000 ? [{ code: 'share-over', personId, totalPermille }] : []
    }),
    ...[...standing.positions.values()].flatMap(({ positionId, headcount }): Alarm[] => {
      const count = (standing.seatsAt.get(positionId) ?? []).filter((seat) => seat.kind === 'main').length
      return count > headcount ? [{ code: 'over-headcount', positionId, count }] : []
    }),
  ]
}

/** Names an alarm however large it is, so that those of two days can be held against each other. */
export function alarmKey({ code, responsibilityId, personId, positionId }: Alarm): string {
  return [code, responsibilityId, personId, positionId].join('|')
}

function responsibilityAlarms(standing: Standing, { id: responsibilityId, unitId }: Owned): Alarm[] {
  const accountable = (standing.holdingsOf.get(responsibilityId) ?? []).filter((row) => row.raci === 'accountable')
  const people = accountable.map((row) => carriersOf(standing, row).size)
  const most = Math.max(0, ...people)
  const alarms: Alarm[] = []
  if (accountable.length === 0) alarms.push({ code: 'nobody-accountable', responsibilityId })
  else if (most === 0) {
    const [held] = accountable
    alarms.push({
      code: 'accountable-vacant',
      responsibilityId,
      ...(held?.positionId ? { positionId: held.positionId } : {}),
    })
  } else if (most > 1) alarms.push({ code: 'several-accountable', responsibilityId, count: most })
  if (unitId !== null && !standing.units.has(unitId))
    alarms.push({ code: 'duty-of-closed-unit', responsibilityId, unitId })
  return alarms
}

/** Who carries a holding: whoever sits on the position, leads the unit, or the person itself. */
function carriersOf(standing: Standing, { positionId, unitId, personId }: Holding): Set<string> {
  if (personId) return new Set(standing.seatsOf.has(personId) ? [personId] : [])
  const positionIds = positionId
    ? [positionId]
    : [...standing.positions.values()].filter((row) => row.unitId === unitId && row.isLead).map((row) => row.positionId)
  return new Set(positionIds.flatMap((id) => (standing.seatsAt.get(id) ?? []).map((seat) => seat.personId)))
}
