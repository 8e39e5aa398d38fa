import type { Day } from '#core/calendar'
import type { ImportRow, RowFault } from '#kernel/importer'
import type { ChartState, RosterChanges } from '#modules/organisation'
import { birthDayOf, genderOf } from '../id-number.ts'
import { lineChanges } from './lines.ts'
import { placeRows } from './place-rows.ts'
import { readRosterLine, type RosterLine } from './read-row.ts'
import { seatChanges } from './seats.ts'
import { decideSlots, idOf, type Slot } from './slots.ts'
import { localOf, unitFinder, unitKindOf } from './units.ts'

export type FileState = {
  readonly personId: string
  readonly employment: string
  readonly hiredOn: Day | null
  readonly leftOn: Day | null
  readonly idNumber: string | null
  readonly birthDay: Day | null
  readonly gender: string | null
}
export type RosterPlan = {
  readonly faults: readonly RowFault[]
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly also: Readonly<Record<string, number>>
  readonly chart: RosterChanges
  readonly files: readonly FileState[]
}
export type RosterInput = {
  readonly rows: readonly ImportRow[]
  readonly chart: ChartState
  readonly files: readonly FileState[]
  readonly today: Day
  readonly newId: () => string
  readonly soundOf: (name: string) => string
}

/** Holds a roster against what is there: what it would change, row by row, and why it can't be taken. Writes nothing. */
export function planRoster({ rows, chart, files, today, newId, soundOf }: RosterInput): RosterPlan {
  const faults: RowFault[] = []
  const fault = (row: RosterLine, field: string, code: string, facts: Record<string, unknown> = {}) =>
    void faults.push({ line: row.line, field, code: `people.${code}`, facts })
  const lines = rows.map((row) => {
    const read = readRosterLine(row)
    faults.push(...read.faults)
    return read.row
  })
  const known = new Map(chart.people.map((person) => [person.number, person]))
  const fileOf = new Map(files.map((file) => [file.personId, file]))
  refuseDoubles(lines, files, known, fault)

  const mainRows = new Map(lines.filter((row) => row.kind === 'main').map((row) => [row.number, row]))
  const ids = new Map([...mainRows.keys()].map((number) => [number, known.get(number)?.id ?? newId()]))
  const personIdOf = (row: RosterLine) => ids.get(row.number) ?? known.get(row.number)?.id
  for (const row of lines) if (!personIdOf(row)) fault(row, 'number', 'unknown-person', { number: row.number })

  const finder = unitFinder(chart.units, newId)
  const { placed, slots } = placeRows(lines, chart, finder, fault)
  decideSlots(slots, chart, personIdOf, newId)
  const moved = lineChanges(slots, chart, today, fault)
  const touched = new Map<RosterLine, 'created' | 'updated'>()
  for (const row of moved.rows) touched.set(row, 'updated')

  const seats = seatChanges({
    lines,
    placed,
    chart,
    today,
    newId,
    personIdOf,
    fault,
    isNew: (row) => !known.has(row.number),
  })
  for (const row of seats.rows) touched.set(row, 'updated')
  const newPeople = []
  const changedPeople = []
  const changedFiles: FileState[] = []
  for (const row of mainRows.values()) {
    const before = known.get(row.number)
    const person = {
      id: personIdOf(row) ?? '',
      number: row.number,
      name: row.name,
      latinName: row.latinName ?? before?.latinName ?? null,
      mobile: row.mobile ?? before?.mobile ?? null,
      email: row.email ?? before?.email ?? null,
      pinyin: soundOf(row.name),
    }
    const file = fileAfter(row, person.id, fileOf.get(person.id), today)
    if (!before) newPeople.push(person)
    else if (keptOf.some((key) => before[key] !== person[key])) changedPeople.push(person)
    if (file) changedFiles.push(file)
    if (!before) touched.set(row, 'created')
    else if (file || changedPeople.at(-1) === person) touched.set(row, 'updated')
  }
  const faulty = new Set(faults.map((one) => one.line))
  const sound = lines.filter((row) => !faulty.has(row.line))
  const kinds = sound.flatMap((row) => touched.get(row) ?? [])
  const created = kinds.filter((kind) => kind === 'created').length
  const places = newPlaces(slots, seats.starts, finder, today)
  return {
    faults,
    created,
    updated: kinds.length - created,
    unchanged: sound.length - kinds.length,
    also: { 'new-units': places.units.length, 'new-positions': places.positions.length },
    files: changedFiles,
    chart: {
      ...places,
      lines: moved.lines,
      newPeople,
      changedPeople,
      endedSeats: seats.ended,
      correctedSeats: seats.corrected,
      newSeats: seats.opened,
    },
  }
}

const keptOf = ['name', 'latinName', 'mobile', 'email'] as const

/** New units and positions are there from the first day somebody sits there. */
function newPlaces(
  slots: readonly Slot[],
  starts: ReadonlyMap<string, Day>,
  finder: ReturnType<typeof unitFinder>,
  today: Day,
) {
  const since = new Map<string, Day>()
  const begin = (id: string, from: Day) => void since.set(id, earlier(since.get(id), from))
  const made = new Map(slots.filter((slot) => slot.newId).map((slot) => [slot.newId, slot]))
  for (const slot of made.values()) {
    for (let unit: Slot['unit'] | null = slot.unit; unit; unit = unit.parent)
      begin(unit.id, starts.get(idOf(slot)) ?? today)
  }
  const leads = leadingSlots(slots)
  return {
    units: finder.made.map((unit) => ({
      id: unit.id,
      name: localOf(unit.name),
      kind: unitKindOf(unit.name),
      parentId: unit.parent?.id ?? '',
      from: since.get(unit.id) ?? today,
    })),
    positions: [...made.values()].map((slot) => ({
      id: idOf(slot),
      unitId: slot.unit.id,
      title: localOf(slot.title),
      headcount: Math.max(1, slot.rows.filter((row) => row.kind === 'main').length),
      reportsToId: slot.manager ? idOf(slot.manager) : null,
      isLead: leads.has(slot),
      from: starts.get(idOf(slot)) ?? today,
    })),
  }
}

/** In each unit the first position that others answer to and that itself answers to nobody of the unit. */
function leadingSlots(slots: readonly Slot[]): ReadonlySet<Slot> {
  const superiors = new Set(slots.flatMap((slot) => (slot.manager ? [slot.manager] : [])))
  const byUnit = new Map<string, Slot>()
  for (const slot of superiors)
    if (slot.manager?.unit.id !== slot.unit.id && !byUnit.has(slot.unit.id)) byUnit.set(slot.unit.id, slot)
  return new Set(byUnit.values())
}

/** The file with what the row says; null when that changes nothing. */
function fileAfter(row: RosterLine, personId: string, before: FileState | undefined, today: Day): FileState | null {
  const start = before ?? {
    personId,
    employment: 'regular',
    hiredOn: null,
    leftOn: null,
    idNumber: null,
    birthDay: null,
    gender: null,
  }
  const employment = row.employment ?? start.employment
  const after: FileState = {
    personId,
    employment,
    hiredOn: row.hiredOn ?? start.hiredOn,
    leftOn: row.leftOn ?? start.leftOn ?? (employment === 'left' ? (row.from ?? today) : null),
    idNumber: row.idNumber ?? start.idNumber,
    birthDay: (row.idNumber && birthDayOf(row.idNumber)) ?? start.birthDay,
    gender: (row.idNumber && genderOf(row.idNumber)) ?? start.gender,
  }
  const isSame =
    before && Object.keys(after).every((key) => after[key as keyof FileState] === before[key as keyof FileState])
  return isSame ? null : after
}

function refuseDoubles(
  lines: readonly RosterLine[],
  files: readonly FileState[],
  known: ReadonlyMap<string, { id: string }>,
  fault: (row: RosterLine, field: string, code: string, facts?: Record<string, unknown>) => void,
): void {
  const numbers = new Map<string, number>()
  const idNumbers = new Map<string, number>()
  const holders = new Map(files.flatMap((file) => (file.idNumber ? [[file.idNumber, file.personId] as const] : [])))
  for (const row of lines) {
    if (row.kind !== 'main') continue
    const first = numbers.get(row.number)
    if (first !== undefined) fault(row, 'number', 'duplicate-number', { number: row.number, first })
    else numbers.set(row.number, row.line)
    if (row.idNumber === null) continue
    const same = idNumbers.get(row.idNumber)
    if (same !== undefined) fault(row, 'idNumber', 'duplicate-id-number', { first: same })
    else idNumbers.set(row.idNumber, row.line)
    const holder = holders.get(row.idNumber)
    if (holder && holder !== known.get(row.number)?.id) fault(row, 'idNumber', 'id-number-taken')
  }
}

function earlier(a: Day | undefined, b: Day): Day {
  return a === undefined || b < a ? b : a
}
