import type { Tone } from '#core/chart'
import type { Colour, Say } from './chart-card.ts'
import type { ChartData, ChartKind, ChartNode, OrgChart } from './contract/chart.ts'

/**
 * How far a box is from its planned seats: green full, amber up to a third missing (or somebody sits there beside
 * another post), red more, violet more people than seats; undefined where nothing is planned and nobody sits.
 */
export function gapOf({ kind, headcount, seated, people }: ChartNode): Tone | undefined {
  if (headcount === 0 && seated === 0) return undefined
  if (seated > headcount) return 'violet'
  if (seated === headcount) return 'green'
  if (kind === 'position' && people.length >= headcount) return 'amber'
  return (headcount - seated) * 3 <= headcount ? 'amber' : 'red'
}

/** Each box by its open seats. */
export function gapColours({ nodes }: ChartData, say: Say): Map<string, Colour> {
  return new Map(
    nodes.flatMap((node): [string, Colour][] => {
      const tone = gapOf(node)
      if (!tone) return []
      const missing = node.headcount - node.seated
      const word =
        missing === 0
          ? ''
          : missing > 0
            ? say('screens.seats.vacant', { count: missing })
            : say('screens.seats.over', { count: -missing })
      return [[node.id, { tone, text: [word, `${node.seated}/${node.headcount}`].filter(Boolean).join(' · ') }]]
    }),
  )
}

/**
 * Figures of people, positions and units as figures of the boxes of a chart: a position's are its own and those of who
 * sits on it, a unit's its own and those of all positions in it and below. Boxes without any have no entry.
 */
export function foldFact(
  { units, positions, people, seats }: OrgChart,
  by: ChartKind,
  values: ReadonlyMap<string, number>,
  join: 'sum' | 'mean',
): Map<string, number> {
  if (by === 'person') return picked(people.id, values)
  const own = totals(positions.id, values)
  seats.position.forEach((position, at) => {
    // a person counts once, at the main seat
    if (seats.kind[at] === 0) add(own, position, values.get(people.id[seats.person[at]!]!))
  })
  if (by === 'position') return joined(positions.id, own, join)
  const below = totals(units.id, values)
  const spread = (unit: number, sum: number, count: number) => {
    const passed = new Set<number>()
    for (let at = unit; at >= 0 && !passed.has(at); at = units.above[at]!) {
      below.sum[at]! += sum
      below.count[at]! += count
      passed.add(at)
    }
  }
  units.above.forEach((above, unit) => {
    const value = values.get(units.id[unit]!)
    if (value !== undefined) spread(above, value, 1)
  })
  positions.unit.forEach((unit, position) => spread(unit, own.sum[position]!, own.count[position]!))
  return joined(units.id, below, join)
}

type Totals = { readonly sum: Float64Array; readonly count: Int32Array }

function totals(ids: readonly string[], values: ReadonlyMap<string, number>): Totals {
  const result = { sum: new Float64Array(ids.length), count: new Int32Array(ids.length) }
  ids.forEach((id, at) => add(result, at, values.get(id)))
  return result
}

function add({ sum, count }: Totals, at: number, value: number | undefined): void {
  if (value === undefined || at < 0) return
  sum[at]! += value
  count[at]! += 1
}

function joined(ids: readonly string[], { sum, count }: Totals, join: 'sum' | 'mean'): Map<string, number> {
  return new Map(
    ids.flatMap((id, at): [string, number][] => {
      if (count[at] === 0) return []
      return [[id, join === 'sum' ? sum[at]! : sum[at]! / count[at]!]]
    }),
  )
}

function picked(ids: readonly string[], values: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(
    ids.flatMap((id): [string, number][] => {
      const value = values.get(id)
      return value === undefined ? [] : [[id, value]]
    }),
  )
}
