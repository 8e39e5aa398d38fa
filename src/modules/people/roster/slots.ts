import type { ChartState, RosterSeat } from '#modules/organisation'
import type { RosterLine } from './read-row.ts'
import { plainName, type UnitRef } from './units.ts'

export type KnownPosition = ChartState['positions'][number]

/** A position the sheet speaks of: one that is there, or one to be made. */
export type Slot = {
  readonly key: string
  readonly unit: UnitRef
  readonly title: string
  /** Whom it answers to; undefined when the sheet does not say. */
  manager: Slot | undefined
  existing: KnownPosition | null
  newId: string | null
  readonly rows: RosterLine[]
}

export function idOf(slot: Slot): string {
  const id = slot.existing?.id ?? slot.newId
  if (!id) throw new Error(`position ${slot.title} was not decided`)
  return id
}

type Chart = { positions: readonly KnownPosition[]; seats: readonly RosterSeat[] }

/**
 * Decides which slots are positions that are there already. One is taken when its line is the slot's; or, so that a
 * changed line does not make a second position, when everybody who sits on it belongs to the slot. The rest are new.
 */
export function decideSlots(
  slots: readonly Slot[],
  chart: Chart,
  personIdOf: (row: RosterLine) => string | undefined,
  newId: () => string,
): void {
  const holders = new Map<string, Set<string>>()
  for (const seat of chart.seats)
    holders.set(seat.positionId, (holders.get(seat.positionId) ?? new Set()).add(seat.personId))
  const candidates = new Map<string, KnownPosition[]>()
  for (const position of chart.positions) {
    for (const key of new Set(Object.values(position.title).map((title) => `${position.unitId}|${plainName(title)}`)))
      candidates.set(key, [...(candidates.get(key) ?? []), position])
  }
  const taken = new Set(slots.flatMap((slot) => (slot.existing ? [slot.existing.id] : [])))
  const open = slots.filter((slot) => !slot.existing)
  const depths = new Map<Slot, number>()
  const deepest = open.reduce((depth, slot) => Math.max(depth, depthOf(slot)), 0)

  // whom others answer to is decided before them
  const others = new Set(open.flatMap((slot) => (slot.manager ? [slot.manager] : [])))
  for (const slot of open.filter((one) => !one.manager && others.has(one))) {
    take(
      slot,
      candidatesOf(slot).filter((position) => !taken.has(position.id)),
    )
    slot.newId = slot.existing ? null : newId()
  }
  for (let depth = 0; depth <= deepest; depth += 1) {
    const level = open.filter((slot) => slot.manager && depthOf(slot) === depth)
    for (const slot of level) {
      const line = slot.manager && idOf(slot.manager)
      take(
        slot,
        candidatesOf(slot).filter((position) => !taken.has(position.id) && position.reportsToId === line),
      )
    }
    for (const slot of level) {
      if (slot.existing) continue
      const people = peopleOf(slot)
      take(
        slot,
        candidatesOf(slot).filter(
          (position) => !taken.has(position.id) && [...(holders.get(position.id) ?? [])].every((id) => people.has(id)),
        ),
      )
      slot.newId = slot.existing ? null : newId()
    }
  }
  for (const slot of open.filter((one) => !one.manager && !others.has(one))) {
    take(slot, candidatesOf(slot))
    const twin = slot.existing
      ? undefined
      : open.find((other) => other !== slot && other.newId && samePlace(other, slot))
    slot.newId = slot.existing ? null : (twin?.newId ?? newId())
  }

  function take(slot: Slot, found: readonly KnownPosition[]): void {
    const people = peopleOf(slot)
    const held = found.find((position) => [...(holders.get(position.id) ?? [])].some((id) => people.has(id)))
    slot.existing = held ?? found[0] ?? null
    if (slot.existing) taken.add(slot.existing.id)
  }

  function candidatesOf(slot: Slot): readonly KnownPosition[] {
    return candidates.get(`${slot.unit.id}|${plainName(slot.title)}`) ?? []
  }

  function peopleOf(slot: Slot): Set<string> {
    return new Set(slot.rows.flatMap((row) => personIdOf(row) ?? []))
  }

  function depthOf(slot: Slot): number {
    const known = depths.get(slot)
    if (known !== undefined) return known
    depths.set(slot, 0) // lines in a circle are refused elsewhere; here they must only come to an end
    const depth = slot.manager ? depthOf(slot.manager) + 1 : 0
    depths.set(slot, depth)
    return depth
  }
}

function samePlace(a: Slot, b: Slot): boolean {
  return a.unit.id === b.unit.id && plainName(a.title) === plainName(b.title)
}
