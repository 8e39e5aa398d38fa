import { runsOn, type Day } from '../calendar/index.ts'
import type { Chart, Holding, PositionVersion, Seat, UnitVersion } from './chart.ts'

/** A chart as it stands on one day. */
export type Standing = {
  readonly day: Day
  readonly units: ReadonlyMap<string, UnitVersion>
  readonly positions: ReadonlyMap<string, PositionVersion>
  /** The main one first. */
  readonly seatsAt: ReadonlyMap<string, readonly Seat[]>
  readonly seatsOf: ReadonlyMap<string, readonly Seat[]>
  readonly holdingsOf: ReadonlyMap<string, readonly Holding[]>
  /** Units and positions directly below one. */
  readonly unitsBelow: ReadonlyMap<string, readonly string[]>
  readonly positionsBelow: ReadonlyMap<string, readonly string[]>
}

export function standingOn(chart: Chart, day: Day): Standing {
  const units = new Map(chart.units.filter((row) => runsOn(row, day)).map((row) => [row.unitId, row]))
  const positions = new Map(chart.positions.filter((row) => runsOn(row, day)).map((row) => [row.positionId, row]))
  const seats = chart.seats.filter((row) => runsOn(row, day) && positions.has(row.positionId)).toSorted(bySeatOrder)
  return {
    day,
    units,
    positions,
    seatsAt: Map.groupBy(seats, (seat) => seat.positionId),
    seatsOf: Map.groupBy(seats, (seat) => seat.personId),
    holdingsOf: Map.groupBy(
      chart.holdings.filter((row) => runsOn(row, day)),
      (row) => row.responsibilityId,
    ),
    unitsBelow: below([...units.values()].map((row) => [row.parentId, row.unitId])),
    positionsBelow: below([...positions.values()].map((row) => [row.reportsToId, row.positionId])),
  }
}

/** Whom a person answers to through the main seat: the nearest position above that somebody else sits on. */
export function managerOf(standing: Standing, personId: string): string | null {
  const main = standing.seatsOf.get(personId)?.find((seat) => seat.kind === 'main')
  const passed = new Set<string>()
  let at = main && standing.positions.get(main.positionId)?.reportsToId
  while (at && !passed.has(at)) {
    passed.add(at)
    const holder = standing.seatsAt.get(at)?.find((seat) => seat.personId !== personId)
    if (holder) return holder.personId
    at = standing.positions.get(at)?.reportsToId
  }
  return null
}

/** Everybody below a person in the lines, through all positions held; vacant ones on the way don't matter. */
export function reportsOf(standing: Standing, personId: string): Set<string> {
  const begins = (standing.seatsOf.get(personId) ?? []).flatMap(
    (seat) => standing.positionsBelow.get(seat.positionId) ?? [],
  )
  const people = [...reached(begins, standing.positionsBelow)].flatMap((id) =>
    (standing.seatsAt.get(id) ?? []).map((seat) => seat.personId),
  )
  return new Set(people.filter((id) => id !== personId))
}

/** The units themselves and all below them. */
export function subtreeOf(standing: Standing, unitIds: readonly string[]): Set<string> {
  return reached(unitIds, standing.unitsBelow)
}

function reached(begins: readonly string[], next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set(begins)
  for (const id of found) for (const further of next.get(id) ?? []) found.add(further)
  return found
}

function below(pairs: readonly (readonly [string | null, string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [above, id] of pairs) {
    if (above === null) continue
    const list = found.get(above)
    if (list) list.push(id)
    else found.set(above, [id])
  }
  return found
}

const seatOrder = { main: 0, acting: 1, concurrent: 2 }

function bySeatOrder(a: Seat, b: Seat): number {
  return seatOrder[a.kind] - seatOrder[b.kind] || compareText(a.from, b.from) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
