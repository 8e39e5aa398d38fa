import * as z from 'zod'

const FactKind = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)

/** Facts whose dimension is one of some values; with `not` those where it is none of them, or is missing. */
export const Filter = z.object({
  dimension: z.string().min(1).max(60),
  is: z.array(z.string().max(200)).min(1).max(50),
  not: z.boolean().default(false),
})
export type Filter = z.infer<typeof Filter>

/** One figure over facts of a kind: how many, or the sum or average of a measure. */
export const Figure = z.object({
  take: z.enum(['count', 'sum', 'average']),
  fact: FactKind,
  /** Which measure to add up; needed by sum and average. */
  of: z.string().min(1).max(60).optional(),
  where: z.array(Filter).max(10).default([]),
})
export type Figure = z.infer<typeof Figure>

/** How an indicator is computed: a figure, or one figure divided by another. A ratio of 0.3 with the unit `%` reads 30 %. */
export const Measure = z.union([
  z.object({ kind: z.literal('figure'), figure: Figure }),
  z.object({ kind: z.literal('ratio'), part: Figure, whole: Figure }),
])
export type Measure = z.infer<typeof Measure>

/** What is counted under a figure. `count` is of the facts that carry the measure, for sums and averages. */
export type Amount = { readonly count: number; readonly sum: number }

/** The figures a measure is made of: one, or the part and the whole. */
export function figuresOf(measure: Measure): readonly Figure[] {
  return measure.kind === 'figure' ? [measure.figure] : [measure.part, measure.whole]
}

/** The kinds of facts a measure looks at, each once. */
export function kindsOf(measure: Measure): string[] {
  return [...new Set(figuresOf(measure).map((figure) => figure.fact))]
}

/** True when a fact with these dimensions is counted by the filters of a figure. */
export function passes(where: readonly Filter[], dimensions: Readonly<Record<string, string | null>>): boolean {
  return where.every(({ dimension, is, not }) => {
    const value = dimensions[dimension]
    return (typeof value === 'string' && is.includes(value)) !== not
  })
}

/** The value from its parts; null when a ratio or average has nothing below the line. */
export function valueOf(measure: Measure, part: Amount, whole: Amount): number | null {
  if (measure.kind === 'figure') return amountOf(measure.figure, part)
  const below = amountOf(measure.whole, whole)
  const above = amountOf(measure.part, part)
  return below === null || below === 0 || above === null ? null : above / below
}

/** The value of one figure; null for the average of nothing. */
export function amountOf(figure: Figure, { count, sum }: Amount): number | null {
  if (figure.take === 'count') return count
  if (figure.take === 'sum') return sum
  return count === 0 ? null : sum / count
}
