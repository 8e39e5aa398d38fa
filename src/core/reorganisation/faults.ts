import { overlap, runsOn, shared, type Day, type Period } from '../calendar/index.ts'
import type { Chart, Holding, PositionVersion, Seat, UnitVersion } from './chart.ts'

/** What is wrong with a chart, on the first day it is. The ids are those of its facts; `about` are the things concerned. */
export type Fault = {
  readonly code: FaultCode
  readonly facts: Facts
  readonly about: readonly string[]
}
export type FaultCode =
  | 'overlap'
  | 'unit-cycle'
  | 'line-cycle'
  | 'orphan-unit'
  | 'orphan-position'
  | 'orphan-line'
  | 'orphan-seat'
  | 'orphan-holding'
  | 'two-mains'
  | 'no-main'
  | 'seated-twice'
  | 'share-over'
  | 'held-twice'
  | 'two-accountable'
  | 'weight-over'
export type Facts = {
  readonly unitId?: string
  readonly positionId?: string
  readonly personId?: string
  readonly responsibilityId?: string
  /** The second thing of the same kind: the unit above, the superior position. */
  readonly otherId?: string
  readonly day?: Day
  /** Permille of the working time or of a position's work. */
  readonly totalPermille?: number
  readonly count?: number
  readonly code?: string
}

/**
 * Everything that must never be: overlapping versions, cycles, orphans, people or positions with more than they can
 * carry. With `changed` (ids of rows) only circles through one of those are looked for: there can be no other new ones.
 */
export function faultsOf(chart: Chart, changed?: ReadonlySet<string>): Fault[] {
  const units = Map.groupBy(chart.units, (row) => row.unitId)
  const positions = Map.groupBy(chart.positions, (row) => row.positionId)
  return [
    ...[...units].flatMap(([unitId, rows]) => overlaps(rows, { unitId }, [`unit/${unitId}`])),
    ...[...positions].flatMap(([positionId, rows]) => overlaps(rows, { positionId }, [`position/${positionId}`])),
    ...chart.units.flatMap((row) => unitFaults(row, units, changed)),
    ...chart.positions.flatMap((row) => positionFaults(row, units, positions, changed)),
    ...seatFaults(chart, positions),
    ...holdingFaults(chart, units, positions),
  ]
}

/** Names a fault whatever else happened, so that faults of two charts can be held against each other. */
export function faultKey({ code, facts }: Fault): string {
  return [code, facts.unitId, facts.positionId, facts.personId, facts.responsibilityId, facts.otherId].join('|')
}

function overlaps(rows: readonly Period[], facts: Facts, about: readonly string[]): Fault[] {
  const pair = overlapping(rows)
  return pair ? [{ code: 'overlap', facts: { ...facts, day: pair.from }, about }] : []
}

function overlapping(rows: readonly Period[]): Period | undefined {
  const ordered = rows.length < 2 ? rows : rows.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return ordered.find((row, at) => at > 0 && overlap(row, ordered[at - 1] as Period))
}

function unitFaults(
  row: UnitVersion,
  units: ReadonlyMap<string, UnitVersion[]>,
  changed: ReadonlySet<string> | undefined,
): Fault[] {
  const { unitId, parentId } = row
  if (parentId === null) return []
  const about = [`unit/${unitId}`, `unit/${parentId}`]
  const bare = uncovered(units.get(parentId) ?? [], row)
  if (bare) return [{ code: 'orphan-unit', facts: { unitId, otherId: parentId, day: bare }, about }]
  if (changed && !changed.has(row.id)) return []
  const day = circle(row, unitId, (version) => version.parentId, units)
  return day ? [{ code: 'unit-cycle', facts: { unitId, day }, about }] : []
}

function positionFaults(
  row: PositionVersion,
  units: ReadonlyMap<string, UnitVersion[]>,
  positions: ReadonlyMap<string, PositionVersion[]>,
  changed: ReadonlySet<string> | undefined,
): Fault[] {
  const { positionId, unitId, reportsToId } = row
  const faults: Fault[] = []
  const homeless = uncovered(units.get(unitId) ?? [], row)
  if (homeless)
    faults.push({
      code: 'orphan-position',
      facts: { positionId, unitId, day: homeless },
      about: [`position/${positionId}`, `unit/${unitId}`],
    })
  if (reportsToId === null) return faults
  const about = [`position/${positionId}`, `position/${reportsToId}`]
  const bare = uncovered(positions.get(reportsToId) ?? [], row)
  if (bare) faults.push({ code: 'orphan-line', facts: { positionId, otherId: reportsToId, day: bare }, about })
  if (changed && !changed.has(row.id)) return faults
  const day = circle(row, positionId, (version) => version.reportsToId, positions)
  if (day) faults.push({ code: 'line-cycle', facts: { positionId, day }, about })
  return faults
}

function seatFaults(chart: Chart, positions: ReadonlyMap<string, PositionVersion[]>): Fault[] {
  const orphans = chart.seats.flatMap((seat): Fault[] => {
    const { personId, positionId } = seat
    const day = uncovered(positions.get(positionId) ?? [], seat)
    const about = [`person/${personId}`, `position/${positionId}`]
    return day ? [{ code: 'orphan-seat', facts: { personId, positionId, day }, about }] : []
  })
  const people = Map.groupBy(chart.seats, (seat) => seat.personId)
  return [...orphans, ...[...people].flatMap(([personId, seats]) => personFaults(personId, seats))]
}

function personFaults(personId: string, seats: readonly Seat[]): Fault[] {
  const [only] = seats
  // by far the most people sit on one seat only
  if (seats.length === 1 && only?.kind === 'main' && only.sharePermille <= 1000) return []
  const about = [`person/${personId}`]
  const mains = seats.filter((seat) => seat.kind === 'main')
  const two = overlapping(mains)
  const bare = dayWithoutMain(seats)
  const heaviest = heaviestDay(seats, (seat) => seat.sharePermille)
  const isExplained = seats.some((seat) => seat.overReason !== null && runsOn(seat, heaviest.on))
  const twice = [...Map.groupBy(seats, (seat) => seat.positionId)].find(([, rows]) => overlapping(rows))
  return [
    ...(two ? [{ code: 'two-mains' as const, facts: { personId, day: two.from }, about }] : []),
    ...(bare ? [{ code: 'no-main' as const, facts: { personId, day: bare }, about }] : []),
    ...(twice ? [{ code: 'seated-twice' as const, facts: { personId, positionId: twice[0] }, about }] : []),
    ...(heaviest.total > 1000 && !isExplained
      ? [{ code: 'share-over' as const, facts: { personId, day: heaviest.on, totalPermille: heaviest.total }, about }]
      : []),
  ]
}

function holdingFaults(
  chart: Chart,
  units: ReadonlyMap<string, UnitVersion[]>,
  positions: ReadonlyMap<string, PositionVersion[]>,
): Fault[] {
  const faults = chart.holdings.flatMap((row) => orphanHolding(row, units, positions))
  for (const [responsibilityId, rows] of Map.groupBy(chart.holdings, (row) => row.responsibilityId)) {
    const about = [`responsibility/${responsibilityId}`]
    const accountable = rows.filter((row) => row.raci === 'accountable')
    for (const same of Map.groupBy(accountable, (row) => row.forUnitId).values()) {
      const two = overlapping(same)
      if (two) faults.push({ code: 'two-accountable', facts: { responsibilityId, day: two.from }, about })
    }
    const others = rows.filter((row) => row.raci !== 'accountable')
    for (const same of Map.groupBy(others, (row) => [holderOf(row), row.raci, row.forUnitId].join()).values()) {
      const { positionId } = same[0] ?? {}
      if (overlapping(same))
        faults.push({ code: 'held-twice', facts: { responsibilityId, ...(positionId ? { positionId } : {}) }, about })
    }
  }
  const held = chart.holdings.filter((row) => row.positionId !== null)
  for (const [positionId, rows] of Map.groupBy(held, (row) => row.positionId ?? '')) {
    const { total, on } = heaviestDay(rows, (row) => row.weightPermille)
    if (total > 1000)
      faults.push({
        code: 'weight-over',
        facts: { positionId, day: on, totalPermille: total },
        about: [`position/${positionId}`],
      })
  }
  return faults
}

function orphanHolding(
  row: Holding,
  units: ReadonlyMap<string, UnitVersion[]>,
  positions: ReadonlyMap<string, PositionVersion[]>,
): Fault[] {
  const { responsibilityId, positionId, unitId } = row
  if (positionId === null && unitId === null) return []
  const timeline = positionId === null ? units.get(unitId ?? '') : positions.get(positionId)
  const day = uncovered(timeline ?? [], row)
  const holder = positionId === null ? { unitId: unitId ?? '' } : { positionId }
  const about = [
    `responsibility/${responsibilityId}`,
    positionId === null ? `unit/${unitId}` : `position/${positionId}`,
  ]
  return day ? [{ code: 'orphan-holding', facts: { responsibilityId, ...holder, day }, about }] : []
}

function holderOf({ positionId, unitId, personId }: Holding): string | null {
  return positionId ?? unitId ?? personId
}

/** The first day of a period on which none of the others runs, or null. */
export function uncovered(others: readonly Period[], period: Period): Day | null {
  let bare: Day = period.from
  for (const other of others.length < 2 ? others : others.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (other.from > bare) break
    if (other.until === null) return null
    if (other.until > bare) bare = other.until
  }
  return period.until !== null && bare >= period.until ? null : bare
}

/** The first day within a version's time on which going up from it leads back to it, or null. */
function circle<V extends Period>(
  start: V,
  ownId: string,
  above: (version: V) => string | null,
  timelines: ReadonlyMap<string, readonly V[]>,
): Day | null {
  let at: { id: string | null; days: Period }[] = [{ id: above(start), days: start }]
  // as deep as there are things: whoever has not come to the top by then goes round below, and is found there
  for (let depth = 0; at.length > 0 && depth <= timelines.size; depth += 1) {
    const back = at.find(({ id }) => id === ownId)
    if (back) return back.days.from
    at = at.flatMap(({ id, days }) =>
      id === null
        ? []
        : (timelines.get(id) ?? []).flatMap((version) => {
            const both = shared(version, days)
            return both && above(version) !== null ? [{ id: above(version), days: both }] : []
          }),
    )
    if (depth > 200) return at[0]?.days.from ?? null
  }
  return null
}

/** The most that rows add up to on one day, and the first such day. Only days on which one begins can be it. */
export function heaviestDay<R extends Period>(
  rows: readonly R[],
  weight: (row: R) => number,
): { total: number; on: Day } {
  const all = rows.reduce((sum, row) => sum + weight(row), 0)
  if (all <= 1000) return { total: all, on: rows[0]?.from ?? '' }
  return rows
    .map(({ from }) => ({
      on: from,
      total: rows.filter((row) => runsOn(row, from)).reduce((sum, row) => sum + weight(row), 0),
    }))
    .toSorted((a, b) => b.total - a.total || (a.on < b.on ? -1 : 1))[0] as { total: number; on: Day }
}

function dayWithoutMain(seats: readonly Seat[]): Day | null {
  const mains = seats.filter((seat) => seat.kind === 'main')
  const bare = seats.flatMap((seat) => uncovered(mains, seat) ?? [])
  return bare.toSorted()[0] ?? null
}
