import type { ChartState } from '#modules/organisation'
import type { RosterLine } from './read-row.ts'
import type { KnownPosition, Slot } from './slots.ts'
import { plainName, unitFinder, type UnitRef } from './units.ts'

export type Fault = (row: RosterLine, field: string, code: string, facts?: Record<string, unknown>) => void
type Finder = ReturnType<typeof unitFinder>

/** Finds for every row the position it speaks of. Whom a position answers to is found through the manager's own row. */
export function placeRows(rows: readonly RosterLine[], chart: ChartState, finder: Finder, fault: Fault) {
  const people = new Map(chart.people.map((person) => [person.number, person]))
  const mainRows = new Map(rows.filter((row) => row.kind === 'main').map((row) => [row.number, row]))
  const names = namesOf(chart, mainRows)
  const positions = new Map(chart.positions.map((position) => [position.id, position]))
  const codes = new Map(chart.positions.map((position) => [plainName(position.code), position]))
  const mainSeats = new Map(
    chart.seats
      .filter((seat) => seat.kind === 'main')
      .toReversed()
      .map((seat) => [seat.personId, seat]),
  )
  const slots = new Map<string, Slot>()
  const placed = new Map<RosterLine, Slot | null>()
  const visiting = new Set<RosterLine>()
  for (const row of rows) slotOf(row)
  return { placed, slots: [...slots.values()] }

  function slotOf(row: RosterLine): Slot | null {
    const before = placed.get(row)
    if (before !== undefined) return before
    visiting.add(row)
    const slot = row.employment === 'left' ? null : find(row)
    visiting.delete(row)
    placed.set(row, slot)
    slot?.rows.push(row)
    return slot
  }

  function find(row: RosterLine): Slot | null {
    const current = currentPosition(row)
    if (row.position === null) {
      const slot = current && row.kind === 'main' ? existingSlot(current) : null
      if (slot && row.manager !== null) answerTo(slot, row)
      return slot
    }
    const unit = row.unit === null ? (current ? finder.refOf(current.unitId) : null) : unitOf(row, row.unit)
    const coded = codes.get(plainName(row.position))
    if (coded && (row.unit === null || unit?.id === coded.unitId)) {
      const slot = existingSlot(coded)
      if (row.manager !== null) answerTo(slot, row)
      return slot
    }
    if (unit === null) {
      if (row.unit === null) fault(row, 'unit', 'unit-needed')
      return null
    }
    const manager = row.manager === null ? undefined : managerOf(row, row.manager)
    if (manager === null) return null
    if (!manager && current && current.unitId === unit.id && isCalled(current, row.position))
      return existingSlot(current)
    return slotAt(unit, row.position, manager)
  }

  function unitOf(row: RosterLine, text: string): UnitRef | null {
    const unit = finder.find(text)
    if (!('code' in unit)) return unit
    fault(row, 'unit', unit.code, unit.facts)
    return null
  }

  function slotAt(unit: UnitRef, title: string, manager: Slot | undefined): Slot {
    const key = `${unit.id}|${plainName(title)}|${manager?.key ?? '?'}`
    const slot: Slot = slots.get(key) ?? { key, unit, title, manager, existing: null, newId: null, rows: [] }
    slots.set(key, slot)
    return slot
  }

  function existingSlot(position: KnownPosition): Slot {
    const key = `=${position.id}`
    const title = Object.values(position.title)[0] ?? ''
    const unit = finder.refOf(position.unitId)
    const slot: Slot = slots.get(key) ?? {
      key,
      unit,
      title,
      manager: undefined,
      existing: position,
      newId: null,
      rows: [],
    }
    slots.set(key, slot)
    return slot
  }

  /** A position that is there answers from now on to the manager of the row; two rows must not say different things. */
  function answerTo(slot: Slot, row: RosterLine): void {
    const manager = managerOf(row, row.manager ?? '')
    if (!manager) return
    if (slot.manager && slot.manager !== manager) fault(row, 'manager', 'manager-differs', { position: slot.title })
    slot.manager = manager
  }

  function managerOf(row: RosterLine, text: string): Slot | null {
    const named = names.get(plainName(text)) ?? new Set()
    if (!mainRows.has(text) && !people.has(text)) {
      const coded = codes.get(plainName(text))
      if (coded) return existingSlot(coded)
      if (named.size > 1) return refuse('ambiguous-manager', { count: named.size })
    }
    const number = mainRows.has(text) || people.has(text) ? text : [...named][0]
    if (number === undefined) return refuse('unknown-manager')
    if (number === row.number) return refuse('own-manager')
    const managerRow = mainRows.get(number)
    if (managerRow && visiting.has(managerRow)) return refuse('manager-circle')
    const person = people.get(number)
    const seat = person && mainSeats.get(person.id)
    const position = seat && positions.get(seat.positionId)
    const slot = managerRow ? slotOf(managerRow) : position ? existingSlot(position) : null
    return slot ?? refuse('manager-without-seat')

    function refuse(code: string, facts: Record<string, unknown> = {}): null {
      fault(row, 'manager', code, { manager: text, ...facts })
      return null
    }
  }

  function currentPosition(row: RosterLine): KnownPosition | undefined {
    const person = people.get(row.number)
    const seat = person && mainSeats.get(person.id)
    return seat && positions.get(seat.positionId)
  }
}

function isCalled(position: KnownPosition, title: string): boolean {
  return Object.values(position.title).some((own) => plainName(own) === plainName(title))
}

/** Numbers by name, of the sheet and of who is there already: a name that two people bear does not tell which. */
function namesOf(chart: ChartState, mainRows: ReadonlyMap<string, RosterLine>): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  const enter = (name: string, number: string) =>
    names.set(plainName(name), (names.get(plainName(name)) ?? new Set()).add(number))
  for (const row of mainRows.values()) enter(row.name, row.number)
  for (const person of chart.people) if (!mainRows.has(person.number)) enter(person.name, person.number)
  return names
}
