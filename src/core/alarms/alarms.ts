import type { Holding, Responsibility, Seat, Situation } from './situation.ts'

/**
 * What can be wrong with an organisation on a day.
 *
 * - `nobody-accountable`: no position, unit or person that exists is accountable for a responsibility.
 * - `several-accountable`: two answer for the same: two holders, or two people on the one position that is accountable.
 * - `accountable-vacant`: the accountable position, or the lead position of the accountable unit, is empty.
 * - `holder-gone`: who is accountable or responsible has left, or the responsible position or unit is closed.
 * - `holder-away`: everybody on an accountable or responsible position is on long leave and nobody acts.
 * - `share-over`: the assignments of a person add up to more than the whole working time, without a reason.
 * - `weight-over`: what a position, or a person directly, holds weighs more than the whole.
 * - `unit-closed`: the unit whose business a responsibility is no longer exists.
 */
export const structuralAlarmKinds = [
  'nobody-accountable',
  'several-accountable',
  'accountable-vacant',
  'holder-gone',
  'holder-away',
  'share-over',
  'weight-over',
  'unit-closed',
] as const
export type StructuralAlarmKind = (typeof structuralAlarmKinds)[number]

export type StructuralAlarm = {
  readonly kind: StructuralAlarmKind
  /** Tells an alarm from all others and is the same on the next day, so that it can be followed. */
  readonly key: string
  readonly responsibilityId: string | null
  readonly positionId: string | null
  readonly unitId: string | null
  readonly personId: string | null
  /** What the shares or weights come to, in permille; null for other kinds. */
  readonly totalPermille: number | null
}

/** Shares and weights may come to this much, in permille. */
const whole = 1000

/** Everything wrong with a situation, in the order of responsibilities, then people, then positions. */
export function structuralAlarms(situation: Situation): StructuralAlarm[] {
  const known = index(situation)
  const alarms = [
    ...situation.responsibilities.flatMap((responsibility) => ofResponsibility(responsibility, known)),
    ...sharesOver(situation),
    ...weightsOver(situation),
  ]
  // one that holds in two roles is told once
  return [...new Map(alarms.map((one) => [one.key, one])).values()]
}

type Known = Situation & {
  readonly seatsOf: ReadonlyMap<string, readonly Seat[]>
  readonly holdingsOf: ReadonlyMap<string, readonly Holding[]>
  readonly leadsOf: ReadonlyMap<string, readonly string[]>
  readonly unitIds: ReadonlySet<string>
  readonly positionIds: ReadonlySet<string>
}

function index(situation: Situation): Known {
  const leads = situation.positions.filter((position) => position.isLead)
  return {
    ...situation,
    seatsOf: Map.groupBy(situation.seats, (seat) => seat.positionId),
    holdingsOf: Map.groupBy(situation.holdings, (holding) => holding.responsibilityId),
    leadsOf: new Map(
      [...Map.groupBy(leads, (lead) => lead.unitId)].map(([unitId, own]) => [unitId, own.map(({ id }) => id)]),
    ),
    unitIds: new Set(situation.units.map(({ id }) => id)),
    positionIds: new Set(situation.positions.map(({ id }) => id)),
  }
}

function ofResponsibility({ id, unitId }: Responsibility, known: Known): StructuralAlarm[] {
  const holdings = known.holdingsOf.get(id) ?? []
  const accountable = holdings.filter((holding) => holding.raci === 'accountable' && exists(holding, known))
  const carrying = holdings.filter((holding) => holding.raci === 'accountable' || holding.raci === 'responsible')
  return [
    ...(accountable.length === 0 ? [alarm('nobody-accountable', { responsibilityId: id })] : []),
    ...severalAccountable(id, accountable, known),
    ...carrying.flatMap((holding) => ofHolder(holding, known)),
    ...(unitId !== null && !known.unitIds.has(unitId) ? [alarm('unit-closed', { responsibilityId: id, unitId })] : []),
  ]
}

/** Two answer for the same where the same part of the firm has two holders, or its one holder is two people. */
function severalAccountable(id: string, accountable: readonly Holding[], known: Known): StructuralAlarm[] {
  const byScope = Map.groupBy(accountable, (holding) => holding.forUnitId ?? null)
  return [...byScope].flatMap(([forUnitId, own]) => {
    const people = own[0] ? seatsBehind(own[0], known).filter((seat) => seat.kind !== 'acting') : []
    const isTwice = own.length > 1 || new Set(people.map((seat) => seat.personId)).size > 1
    return isTwice ? [alarm('several-accountable', { responsibilityId: id, unitId: forUnitId })] : []
  })
}

function ofHolder(holding: Holding, known: Known): StructuralAlarm[] {
  const { responsibilityId, positionId, unitId, personId } = holding
  const about = { responsibilityId, positionId, unitId, personId }
  const isAccountable = holding.raci === 'accountable'
  if (personId !== null) {
    if (known.gone.has(personId)) return [alarm('holder-gone', about)]
    return known.away.has(personId) ? [alarm('holder-away', about)] : []
  }
  // an accountable one that is closed is told as nobody being accountable
  if (!exists(holding, known)) return isAccountable ? [] : [alarm('holder-gone', about)]
  const people = seatsBehind(holding, known)
    .map((seat) => seat.personId)
    .toSorted()
  if (people.length === 0) return isAccountable ? [alarm('accountable-vacant', about)] : []
  const staying = people.filter((person) => !known.gone.has(person))
  if (staying.length === 0) return [alarm('holder-gone', { ...about, personId: people[0] ?? null })]
  const present = staying.filter((person) => !known.away.has(person))
  return present.length === 0 ? [alarm('holder-away', { ...about, personId: staying[0] ?? null })] : []
}

function exists({ positionId, unitId, personId }: Holding, known: Known): boolean {
  if (personId !== null) return true
  return positionId !== null ? known.positionIds.has(positionId) : unitId !== null && known.unitIds.has(unitId)
}

/** Who sits where a holding is kept; for a unit, on the positions that lead it. */
function seatsBehind({ positionId, unitId }: Holding, known: Known): readonly Seat[] {
  if (positionId !== null) return known.seatsOf.get(positionId) ?? []
  if (unitId === null) return []
  return (known.leadsOf.get(unitId) ?? []).flatMap((lead) => known.seatsOf.get(lead) ?? [])
}

function sharesOver({ seats }: Situation): StructuralAlarm[] {
  return [...Map.groupBy(seats, (seat) => seat.personId)].flatMap(([personId, own]) => {
    const totalPermille = own.reduce((sum, seat) => sum + seat.sharePermille, 0)
    const isOver = totalPermille > whole && !own.some((seat) => seat.mayPass)
    return isOver ? [alarm('share-over', { personId }, totalPermille)] : []
  })
}

function weightsOver({ holdings }: Situation): StructuralAlarm[] {
  const kept = holdings.filter((holding) => holding.unitId === null)
  return [...Map.groupBy(kept, (holding) => holding.positionId ?? holding.personId)].flatMap(([, own]) => {
    const totalPermille = own.reduce((sum, holding) => sum + holding.weightPermille, 0)
    const { positionId = null, personId = null } = own[0] ?? {}
    return totalPermille > whole ? [alarm('weight-over', { positionId, personId }, totalPermille)] : []
  })
}

type About = {
  readonly responsibilityId?: string | null
  readonly positionId?: string | null
  readonly unitId?: string | null
  readonly personId?: string | null
}

function alarm(kind: StructuralAlarmKind, about: About, totalPermille: number | null = null): StructuralAlarm {
  const { responsibilityId = null, positionId = null, unitId = null, personId = null } = about
  const key = [kind, responsibilityId, positionId, unitId, personId].map((part) => part ?? '-').join(':')
  return { kind, key, responsibilityId, positionId, unitId, personId, totalPermille }
}
