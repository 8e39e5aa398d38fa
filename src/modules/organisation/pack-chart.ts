import type { Day } from '#core/calendar'
import { pick, type LocalText } from '#core/local-text'
import type { OrgChart } from './contract/chart.ts'

type UnitRow = { id: string; parentId: string | null; name: LocalText; kind: string; code: string }
type SeatRow = {
  id: string
  unitId: string
  title: LocalText
  code: string
  headcount: number
  reportsToId: string | null
  isLead: boolean
  personId: string | null
  kind: string
  name: string
  latinName: string | null
  number: string
  pinyin: string
}
type DottedRow = { from: string; to: string; kind: string }

export const seatKinds = ['main', 'concurrent', 'acting'] as const
export const lineKinds = ['functional', 'project', 'other'] as const

/**
 * Rows of a chart as columns. A position has as many rows as people, one after another; what hangs below something
 * that is not among the rows hangs below nothing.
 */
export function packChart(
  day: Day,
  units: readonly Readonly<UnitRow>[],
  seats: readonly Readonly<SeatRow>[],
  dotted: readonly Readonly<DottedRow>[],
  soundOf: (name: string) => string,
): OrgChart {
  const unitPlace = placesOf(units)
  const positions = seats.filter((row, at) => row.id !== seats[at - 1]?.id)
  const positionPlace = placesOf(positions)
  const titles = new Map<string, { place: number; name: LocalText }>()
  const titleOf = (name: LocalText) => {
    const key = JSON.stringify(name)
    const known = titles.get(key)
    if (known) return known.place
    titles.set(key, { place: titles.size, name })
    return titles.size - 1
  }
  const taken = seats.filter((row) => row.personId !== null)
  const people = [...new Map(taken.map((row) => [row.personId, row])).values()]
  const personPlace = new Map(people.map((row, place) => [row.personId, place]))
  const lines = dotted.filter(({ from, to }) => positionPlace.has(from) && positionPlace.has(to))
  const chinese = (name: LocalText) => soundOf(pick(name, 'zh-CN'))
  return {
    day,
    units: {
      id: units.map((row) => row.id),
      above: units.map((row) => unitPlace.get(row.parentId) ?? -1),
      name: units.map((row) => row.name),
      code: units.map((row) => row.code),
      sound: units.map((row) => chinese(row.name)),
      kind: units.map((row) => row.kind),
    },
    positions: {
      id: positions.map((row) => row.id),
      above: positions.map((row) => positionPlace.get(row.reportsToId) ?? -1),
      unit: positions.map((row) => unitPlace.get(row.unitId) ?? -1),
      title: positions.map((row) => titleOf(row.title)),
      code: positions.map((row) => row.code),
      headcount: positions.map((row) => row.headcount),
      lead: positions.map((row) => (row.isLead ? 1 : 0)),
    },
    titles: {
      name: [...titles.values()].map(({ name }) => name),
      sound: [...titles.values()].map(({ name }) => chinese(name)),
    },
    people: {
      id: people.map((row) => row.personId ?? ''),
      name: people.map((row) => row.name),
      latinName: people.map((row) => row.latinName ?? ''),
      number: people.map((row) => row.number),
      sound: people.map((row) => row.pinyin),
    },
    seats: {
      person: taken.map((row) => personPlace.get(row.personId) ?? -1),
      position: taken.map((row) => positionPlace.get(row.id) ?? -1),
      kind: taken.map((row) => seatKinds.indexOf(row.kind as (typeof seatKinds)[number])),
    },
    dotted: {
      from: lines.map(({ from }) => positionPlace.get(from) ?? -1),
      to: lines.map(({ to }) => positionPlace.get(to) ?? -1),
      kind: lines.map(({ kind }) => lineKinds.indexOf(kind as (typeof lineKinds)[number])),
    },
  }
}

function placesOf(rows: readonly { readonly id: string }[]): ReadonlyMap<string | null, number> {
  return new Map(rows.map((row, place) => [row.id, place]))
}
