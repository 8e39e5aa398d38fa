import type { LegendEntry, Tone } from '#core/chart'
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

const order: readonly Tone[] = ['green', 'amber', 'red', 'violet', 'gray']

/** The meaning of the colours that are there, in the words of open seats or of judgements. */
export function tonesOf(colours: ReadonlyMap<string, Colour>, what: 'gap' | 'judged', say: Say): LegendEntry[] {
  const present = new Set([...colours.values()].map(({ tone }) => tone))
  return order
    .filter((tone) => present.has(tone))
    .map((tone) => ({ text: say(`screens.chart.tones.${what}.${tone}`), paint: tone, look: 'spot' }))
}

export type Figure = { readonly value: number; readonly severity: number }

/**
 * Figures of people, positions and units as figures of the boxes of a chart: a position's are its own and those of who
 * sits on it, a unit's its own and those of all positions in it and below. Boxes without any have no entry. A sum is as
 * bad as the worst of its parts, a mean as they are on the whole.
 */
export function foldFact(
  { units, positions, people, seats }: OrgChart,
  by: ChartKind,
  values: ReadonlyMap<string, Figure>,
  join: 'sum' | 'mean',
): Map<string, Figure> {
  if (by === 'person') return joined(people.id, totals(people.id, values), join)
  const own = totals(positions.id, values)
  seats.position.forEach((position, at) => {
    // a person counts once, at the main seat
    if (seats.kind[at] === 0) add(own[position], values.get(people.id[seats.person[at]!]!))
  })
  if (by === 'position') return joined(positions.id, own, join)
  const below = units.id.map(nothing)
  const spread = (unit: number, total: Total) => {
    const passed = new Set<number>()
    for (let at = unit; at >= 0 && !passed.has(at); at = units.above[at]!) {
      const sum = below[at]!
      sum.count += total.count
      sum.value += total.value
      sum.severity += total.severity
      sum.worst = Math.max(sum.worst, total.worst)
      passed.add(at)
    }
  }
  totals(units.id, values).forEach((total, unit) => spread(unit, total))
  positions.unit.forEach((unit, position) => spread(unit, own[position]!))
  return joined(units.id, below, join)
}

/** Red from a mean severity of one and a half on, amber from a half. */
export function toneOf(severity: number): Tone {
  return severity >= 1.5 ? 'red' : severity >= 0.5 ? 'amber' : 'green'
}

type Total = { value: number; severity: number; worst: number; count: number }
const nothing = (): Total => ({ value: 0, severity: 0, worst: 0, count: 0 })

function totals(ids: readonly string[], values: ReadonlyMap<string, Figure>): Total[] {
  return ids.map((id) => {
    const total = nothing()
    add(total, values.get(id))
    return total
  })
}

function add(total: Total | undefined, figure: Figure | undefined): void {
  if (!total || !figure) return
  total.value += figure.value
  total.severity += figure.severity
  total.worst = Math.max(total.worst, figure.severity)
  total.count += 1
}

function joined(ids: readonly string[], sums: readonly Total[], join: 'sum' | 'mean'): Map<string, Figure> {
  return new Map(
    ids.flatMap((id, at): [string, Figure][] => {
      const { value, severity, worst, count } = sums[at]!
      if (count === 0) return []
      return [[id, join === 'sum' ? { value, severity: worst } : { value: value / count, severity: severity / count }]]
    }),
  )
}
