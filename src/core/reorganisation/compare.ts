import type { Day } from '../calendar/index.ts'
import { alarmKey, alarmsOn, type Alarm } from './alarms.ts'
import type { Chart, Holding, PositionVersion, Seat, UnitVersion } from './chart.ts'
import { sameRow } from './effects.ts'
import { managerOf, standingOn, type Standing } from './standing.ts'

export type Mark = 'added' | 'removed' | 'moved' | 'changed'
export type UnitDifference = {
  readonly unitId: string
  readonly mark: Mark
  readonly before: UnitVersion | null
  readonly after: UnitVersion | null
}
export type PositionDifference = {
  readonly positionId: string
  readonly mark: Mark
  readonly before: PositionVersion | null
  readonly after: PositionVersion | null
}
export type PersonDifference = {
  readonly personId: string
  readonly before: readonly Seat[]
  readonly after: readonly Seat[]
  readonly managerBefore: string | null
  readonly managerAfter: string | null
}
export type ResponsibilityDifference = {
  readonly responsibilityId: string
  readonly gives: readonly Holding[]
  readonly takes: readonly Holding[]
}
export type Headcount = { readonly headcount: number; readonly seated: number }
export type HeadcountDifference = { readonly unitId: string; readonly before: Headcount; readonly after: Headcount }
export type Comparison = {
  readonly units: readonly UnitDifference[]
  readonly positions: readonly PositionDifference[]
  readonly people: readonly PersonDifference[]
  /** Units whose own positions change in planned or taken seats. */
  readonly headcounts: readonly HeadcountDifference[]
  readonly responsibilities: readonly ResponsibilityDifference[]
  readonly alarms: { readonly raised: readonly Alarm[]; readonly resolved: readonly Alarm[] }
}

/** What is different between two charts on a day: the one with a draft carried out, and the one without. */
export function compareCharts(before: Chart, after: Chart, day: Day): Comparison {
  const [was, will] = [standingOn(before, day), standingOn(after, day)]
  return {
    units: pairs(was.units, will.units).map(([unitId, a, b]) => ({
      unitId,
      mark: unitMark(a, b),
      before: a,
      after: b,
    })),
    positions: pairs(was.positions, will.positions).map(([positionId, a, b]) => ({
      positionId,
      mark: positionMark(a, b),
      before: a,
      after: b,
    })),
    people: peopleOf(was, will),
    headcounts: headcountsOf(was, will),
    responsibilities: responsibilitiesOf(was, will),
    alarms: alarmsOf(was, will, before, after),
  }
}

/** Things that are not the same in both, without their days: a version begun on another day says nothing new. */
function pairs<R extends UnitVersion | PositionVersion>(
  before: ReadonlyMap<string, R>,
  after: ReadonlyMap<string, R>,
): [string, R | null, R | null][] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): [string, R | null, R | null][] => {
    const [a, b] = [before.get(id) ?? null, after.get(id) ?? null]
    return a === b || (a && b && sameRow(bare(a), bare(b))) ? [] : [[id, a, b]]
  })
}

function bare<R extends UnitVersion | PositionVersion>(row: R): R {
  return { ...row, id: '', from: '', until: null }
}

function unitMark(before: UnitVersion | null, after: UnitVersion | null): Mark {
  if (!before || !after) return before ? 'removed' : 'added'
  return before.parentId === after.parentId ? 'changed' : 'moved'
}

function positionMark(before: PositionVersion | null, after: PositionVersion | null): Mark {
  if (!before || !after) return before ? 'removed' : 'added'
  return before.unitId === after.unitId ? 'changed' : 'moved'
}

function peopleOf(was: Standing, will: Standing): PersonDifference[] {
  return [...new Set([...was.seatsOf.keys(), ...will.seatsOf.keys()])].flatMap((personId): PersonDifference[] => {
    const [before, after] = [was.seatsOf.get(personId) ?? [], will.seatsOf.get(personId) ?? []]
    const [managerBefore, managerAfter] = [managerOf(was, personId), managerOf(will, personId)]
    const isSame = managerBefore === managerAfter && placesOf(was, before) === placesOf(will, after)
    return isSame ? [] : [{ personId, before, after, managerBefore, managerAfter }]
  })
}

function placesOf(standing: Standing, seats: readonly Seat[]): string {
  return seats
    .map((seat) =>
      [seat.positionId, seat.kind, seat.sharePermille, standing.positions.get(seat.positionId)?.unitId].join(),
    )
    .toSorted()
    .join(';')
}

function headcountsOf(was: Standing, will: Standing): HeadcountDifference[] {
  const [before, after] = [seatsByUnit(was), seatsByUnit(will)]
  const none = { headcount: 0, seated: 0 }
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((unitId) => ({ unitId, before: before.get(unitId) ?? none, after: after.get(unitId) ?? none }))
    .filter((one) => one.before.headcount !== one.after.headcount || one.before.seated !== one.after.seated)
}

function seatsByUnit(standing: Standing): Map<string, Headcount> {
  const found = new Map<string, Headcount>()
  for (const { unitId, positionId, headcount } of standing.positions.values()) {
    const mains = (standing.seatsAt.get(positionId) ?? []).filter((seat) => seat.kind === 'main').length
    const sum = found.get(unitId) ?? { headcount: 0, seated: 0 }
    found.set(unitId, { headcount: sum.headcount + headcount, seated: sum.seated + mains })
  }
  return found
}

function responsibilitiesOf(was: Standing, will: Standing): ResponsibilityDifference[] {
  const keyOf = (row: Holding) =>
    [row.positionId, row.unitId, row.personId, row.forUnitId, row.raci, row.weightPermille].join()
  return [...new Set([...was.holdingsOf.keys(), ...will.holdingsOf.keys()])].flatMap((responsibilityId) => {
    const [before, after] = [was.holdingsOf.get(responsibilityId) ?? [], will.holdingsOf.get(responsibilityId) ?? []]
    const [old, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))]
    const gives = before.filter((row) => !now.has(keyOf(row)))
    const takes = after.filter((row) => !old.has(keyOf(row)))
    return gives.length + takes.length > 0 ? [{ responsibilityId, gives, takes }] : []
  })
}

function alarmsOf(was: Standing, will: Standing, before: Chart, after: Chart): Comparison['alarms'] {
  const [old, now] = [alarmsOn(was, before.responsibilities), alarmsOn(will, after.responsibilities)]
  const [oldKeys, nowKeys] = [new Set(old.map(alarmKey)), new Set(now.map(alarmKey))]
  return {
    raised: now.filter((alarm) => !oldKeys.has(alarmKey(alarm))),
    resolved: old.filter((alarm) => !nowKeys.has(alarmKey(alarm))),
  }
}
