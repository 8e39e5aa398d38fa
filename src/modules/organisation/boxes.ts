import type { LocalText } from '#core/local-text'
import type { ChartData, ChartKind, ChartLine, ChartNode, ChartPerson, OrgChart } from './contract/chart.ts'
import { lineKinds, seatKinds } from './pack-chart.ts'

/** The boxes of a chart of units, of positions or of people, from the same columns. */
export function boxesOf(chart: OrgChart, by: ChartKind): ChartData {
  const sitting = sittersOf(chart)
  if (by === 'unit') return { nodes: unitBoxes(chart, sitting), lines: [] }
  if (by === 'position')
    return { nodes: positionBoxes(chart, sitting), lines: dottedLines(chart, (at) => positionId(chart, at)) }
  return peopleBoxes(chart, sitting)
}

type Sitter = ChartPerson & { readonly place: number }
type Sitters = readonly (readonly Sitter[])[]

/** Who sits on each position. */
function sittersOf({ positions, people, seats }: OrgChart): Sitters {
  const sitting: Sitter[][] = positions.id.map(() => [])
  seats.position.forEach((position, at) => {
    const place = seats.person[at]!
    sitting[position]?.push({
      place,
      personId: people.id[place]!,
      name: people.name[place]!,
      latinName: people.latinName[place] || null,
      kind: seatKinds[seats.kind[at]!] ?? 'main',
    })
  })
  return sitting
}

const bare = ({ place: _place, ...person }: Sitter): ChartPerson => person
const mainSeats = (sitters: readonly Sitter[]) => sitters.filter(({ kind }) => kind === 'main').length

function unitBoxes({ units, positions }: OrgChart, sitting: Sitters): ChartNode[] {
  const headcount = new Int32Array(units.id.length)
  const seated = new Int32Array(units.id.length)
  const leaders: ChartPerson[][] = units.id.map(() => [])
  positions.unit.forEach((unit, position) => {
    const sitters = sitting[position]!
    if (positions.lead[position] === 1) leaders[unit]?.push(...sitters.map(bare))
    const passed = new Set<number>()
    for (let at = unit; at >= 0 && !passed.has(at); at = units.above[at]!) {
      headcount[at]! += positions.headcount[position]!
      seated[at]! += mainSeats(sitters)
      passed.add(at)
    }
  })
  return units.id.map((id, at) => ({
    id,
    kind: 'unit',
    parentId: units.id[units.above[at]!] ?? null,
    title: units.name[at]!,
    note: null,
    unitKind: units.kind[at] as ChartNode['unitKind'],
    unitId: id,
    headcount: headcount[at]!,
    seated: seated[at]!,
    people: leaders[at]!,
    isLead: false,
    alsoFoundBy: `${units.sound[at]} ${units.code[at]}`,
  }))
}

function positionBoxes(chart: OrgChart, sitting: Sitters): ChartNode[] {
  const { units, positions, titles, people } = chart
  return positions.id.map((id, at) => {
    const sitters = sitting[at]!
    const unit = positions.unit[at]!
    let sounds = `${titles.sound[positions.title[at]!]} ${positions.code[at]}`
    for (const { place } of sitters) sounds += ` ${people.sound[place]} ${people.number[place]}`
    return {
      id,
      kind: 'position',
      parentId: positions.id[positions.above[at]!] ?? null,
      title: titles.name[positions.title[at]!]!,
      note: units.name[unit] ?? null,
      unitKind: null,
      unitId: units.id[unit] ?? null,
      headcount: positions.headcount[at]!,
      seated: mainSeats(sitters),
      people: sitters.map(bare),
      isLead: positions.lead[at] === 1,
      alsoFoundBy: sounds,
    }
  })
}

/** Each person once, at the main seat, else the first; below whoever sits on the nearest position above. */
function peopleBoxes(chart: OrgChart, sitting: Sitters): ChartData {
  const { units, positions, titles, people } = chart
  const seatOf = new Map<number, number>()
  for (const kind of ['main', 'acting', 'concurrent'] as const)
    sitting.forEach((sitters, position) =>
      sitters.forEach((sitter) => {
        if (sitter.kind === kind && !seatOf.has(sitter.place)) seatOf.set(sitter.place, position)
      }),
    )
  const above = (place: number): string | null => {
    const passed = new Set<number>()
    for (let at = positions.above[seatOf.get(place)!]!; at >= 0 && !passed.has(at); at = positions.above[at]!) {
      const superior = sitting[at]!.find((sitter) => sitter.place !== place)
      if (superior) return superior.personId
      passed.add(at)
    }
    return null
  }
  const seats = new Map<number, number>()
  for (const sitters of sitting) for (const { place } of sitters) seats.set(place, (seats.get(place) ?? 0) + 1)
  const order = [...seatOf].sort(([, one], [, other]) => one - other)
  const nodes = order.map(([place, position]): ChartNode => {
    const sitter = sitting[position]!.find((each) => each.place === place)!
    const name = sitter.name
    const title: LocalText = { 'zh-CN': name, en: sitter.latinName ?? name }
    return {
      id: sitter.personId,
      kind: 'person',
      parentId: above(place),
      title,
      note: titles.name[positions.title[position]!] ?? null,
      unitName: units.name[positions.unit[position]!] ?? null,
      unitKind: null,
      unitId: units.id[positions.unit[position]!] ?? null,
      headcount: seats.get(place) ?? 1,
      seated: 1,
      people: [bare(sitter)],
      isLead: positions.lead[position] === 1,
      alsoFoundBy: `${people.sound[place]} ${people.number[place]} ${name}`,
    }
  })
  const holder = (position: number) => sitting[position]?.[0]?.personId
  return { nodes, lines: dottedLines(chart, holder) }
}

function dottedLines({ dotted }: OrgChart, idOf: (position: number) => string | undefined): ChartLine[] {
  return dotted.from.flatMap((from, at) => {
    const [one, other] = [idOf(from), idOf(dotted.to[at]!)]
    const kind = lineKinds[dotted.kind[at]!] ?? 'other'
    return one && other && one !== other ? [{ from: one, to: other, kind }] : []
  })
}

function positionId({ positions }: OrgChart, at: number): string | undefined {
  return positions.id[at]
}
