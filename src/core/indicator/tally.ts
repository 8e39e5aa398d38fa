import { figuresOf, passes, type Amount, type Figure, type Measure } from './measure.ts'

/** What must be known of the facts of a kind to compute some figures: values that filters name, measures that are added. */
export type Need = {
  readonly kind: string
  readonly dimensions: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly measures: readonly string[]
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
  readonly measures: Readonly<Record<string, Amount>>
}

/** What the facts must be grouped by and summed up for, so that every figure of the measures can be told from the tallies. */
export function needsOf(measures: readonly Measure[]): Need[] {
  const kinds = new Map<string, { dimensions: Map<string, Set<string>>; measures: Set<string> }>()
  for (const figure of measures.flatMap(figuresOf)) {
    const need = kinds.get(figure.fact) ?? { dimensions: new Map(), measures: new Set() }
    kinds.set(figure.fact, need)
    if (figure.of) need.measures.add(figure.of)
    for (const { dimension, is } of figure.where)
      need.dimensions.set(dimension, new Set([...(need.dimensions.get(dimension) ?? []), ...is]))
  }
  return [...kinds].map(([kind, need]) => ({
    kind,
    dimensions: [...need.dimensions].map(([name, values]) => ({ name, values: [...values] })),
    measures: [...need.measures],
  }))
}

/** A figure over tallies. Sums and averages look only at facts that carry the measure. Sums are kept to nine places. */
export function amountIn(figure: Figure, tallies: readonly Tally[]): Amount {
  let count = 0
  let sum = 0
  for (const tally of tallies) {
    if (tally.kind !== figure.fact || !passes(figure.where, tally.dimensions)) continue
    const amount = figure.take === 'count' ? { count: tally.count, sum: 0 } : tally.measures[figure.of ?? '']
    count += amount?.count ?? 0
    sum += amount?.sum ?? 0
  }
  return { count, sum: Number(sum.toFixed(9)) }
}
