import { figuresOf, passes, type Amount, type Figure, type Measure } from './measure.ts'

/** What must be known of the facts of a kind to compute some figures: values that filters name, measures that are looked at. */
export type Need = {
  readonly kind: string
  readonly dimensions: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly measures: readonly string[]
  /** True when some measure's least, greatest or last value is asked for. */
  readonly extremes: boolean
  /** Dimensions whose different values are counted. */
  readonly distinct: readonly string[]
}

/** A measure added up; the extremes, where they are asked for, only look at facts nobody took back. */
export type MeasureTally = {
  readonly count: number
  readonly sum: number
  readonly min?: number | null
  readonly max?: number | null
  readonly last?: { readonly at: string; readonly value: number } | null
}

/**
 * Facts of a kind that are alike in all that a filter may ask, added up. `dimensions` only holds values a filter names;
 * any other is null. A reversing fact counts as minus one.
 */
export type Tally = {
  readonly kind: string
  readonly dimensions: Readonly<Record<string, string | null>>
  readonly count: number
  /** Per measure: its sum, and how many facts carry it. */
  readonly measures: Readonly<Record<string, MeasureTally>>
  /** Per dimension the values there are, each once. */
  readonly distinct?: Readonly<Record<string, readonly string[]>>
}

/** What the facts must be grouped by and summed up for, so that every figure of the measures can be told from the tallies. */
export function needsOf(measures: readonly Measure[]): Need[] {
  type Asked = {
    dimensions: Map<string, Set<string>>
    measures: Set<string>
    distinct: Set<string>
    extremes: boolean
  }
  const kinds = new Map<string, Asked>()
  for (const { fact, take, of, where } of measures.flatMap(figuresOf)) {
    const need = kinds.get(fact) ?? {
      dimensions: new Map(),
      measures: new Set(),
      distinct: new Set(),
      extremes: false,
    }
    kinds.set(fact, need)
    if (of && take === 'distinct') need.distinct.add(of)
    else if (of) need.measures.add(of)
    need.extremes ||= isExtreme(take)
    for (const { dimension, is } of where)
      need.dimensions.set(dimension, new Set([...(need.dimensions.get(dimension) ?? []), ...is]))
  }
  return [...kinds].map(([kind, need]) => ({
    kind,
    dimensions: [...need.dimensions].map(([name, values]) => ({ name, values: [...values] })),
    measures: [...need.measures],
    extremes: need.extremes,
    distinct: [...need.distinct],
  }))
}

/** A figure over tallies. All but counts look only at facts that carry the measure. Sums are kept to nine places. */
export function amountIn(figure: Figure, tallies: readonly Tally[]): Amount {
  const counted = tallies.filter((tally) => tally.kind === figure.fact && passes(figure.where, tally.dimensions))
  if (figure.take === 'distinct') return distinctIn(figure.of ?? '', counted)
  let count = 0
  let sum = 0
  for (const tally of counted) {
    const amount = figure.take === 'count' ? { count: tally.count, sum: 0 } : tally.measures[figure.of ?? '']
    count += amount?.count ?? 0
    sum += amount?.sum ?? 0
  }
  const added = { count, sum: Number(sum.toFixed(9)) }
  return isExtreme(figure.take) ? { ...added, value: extremeIn(figure, counted) } : added
}

function isExtreme(take: Figure['take']): take is 'min' | 'max' | 'last' {
  return take === 'min' || take === 'max' || take === 'last'
}

function distinctIn(dimension: string, tallies: readonly Tally[]): Amount {
  const values = new Set(tallies.flatMap((tally) => tally.distinct?.[dimension] ?? []))
  return { count: tallies.reduce((sum, tally) => sum + tally.count, 0), sum: 0, value: values.size }
}

function extremeIn({ take, of }: Figure, tallies: readonly Tally[]): number | null {
  const found = tallies.flatMap((tally) => tally.measures[of ?? ''] ?? [])
  if (take === 'last') {
    const last = found.flatMap((one) => one.last ?? []).sort((a, b) => (a.at < b.at ? 1 : -1))[0]
    return last?.value ?? null
  }
  const values = found.flatMap((one) => (take === 'min' ? one.min : one.max) ?? [])
  if (values.length === 0) return null
  return take === 'min' ? Math.min(...values) : Math.max(...values)
}
