import * as z from 'zod'

const FactKind = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)

/** Facts whose dimension is one of some values; with `not` those where it is none of them, or is missing. */
export const Filter = z.object({
  dimension: z.string().min(1).max(60),
  is: z.array(z.string().max(200)).min(1).max(50),
  not: z.boolean().default(false),
})
export type Filter = z.infer<typeof Filter>

export const takes = ['count', 'sum', 'average', 'min', 'max', 'last', 'distinct'] as const
export type Take = (typeof takes)[number]

/**
 * One figure over facts of a kind: how many; the sum, average, least, greatest or last value of a measure; or how many
 * different values a dimension has (`distinct`: customers, batches).
 */
export const Figure = z.object({
  take: z.enum(takes),
  fact: FactKind,
  /** Which measure to look at, or the dimension whose values are counted; needed by all but `count`. */
  of: z.string().min(1).max(60).optional(),
  where: z.array(Filter).max(10).default([]),
})
export type Figure = z.infer<typeof Figure>

/** A name in a formula, without brackets. */
const FormulaName = z
  .string()
  .trim()
  .max(40)
  .regex(/^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u)

/** Another indicator: of the same responsibility, or of the one with this code; always of the same person and period. */
export const IndicatorReference = z.object({
  responsibility: z.string().trim().min(1).max(60).optional(),
  key: z.string().min(1).max(80),
})
export type IndicatorReference = z.infer<typeof IndicatorReference>

/** What a formula calls something: a figure over facts, or another indicator; `alias` is the same in another language. */
export const FormulaTerm = z.union([
  z.object({ name: FormulaName, alias: FormulaName.optional(), figure: Figure }),
  z.object({ name: FormulaName, alias: FormulaName.optional(), indicator: IndicatorReference }),
])
export type FormulaTerm = z.infer<typeof FormulaTerm>

/**
 * How an indicator is computed: a figure, one figure divided by another, or a formula over named figures and other
 * indicators. A ratio of 0.3 with the unit `%` reads 30 %.
 */
export const Measure = z.union([
  z.object({ kind: z.literal('figure'), figure: Figure }),
  z.object({ kind: z.literal('ratio'), part: Figure, whole: Figure }),
  z.object({
    kind: z.literal('formula'),
    formula: z.string().max(2000),
    terms: z.array(FormulaTerm).max(20).default([]),
    /** Its value grows with the period as a count does, so that half the month owes half the target. */
    isCumulative: z.boolean().default(false),
  }),
])
export type Measure = z.infer<typeof Measure>
export type FormulaMeasure = Extract<Measure, { kind: 'formula' }>

/**
 * What is counted under a figure. `count` is of the facts that carry the measure; `value` is what `min`, `max`, `last`
 * and `distinct` give, null where there is nothing.
 */
export type Amount = { readonly count: number; readonly sum: number; readonly value?: number | null }

/** The figures a measure is made of: one, the part and the whole, or those of its formula. */
export function figuresOf(measure: Measure): readonly Figure[] {
  if (measure.kind === 'figure') return [measure.figure]
  if (measure.kind === 'ratio') return [measure.part, measure.whole]
  return measure.terms.flatMap((term) => ('figure' in term ? [term.figure] : []))
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

/** The value from its parts; null when a ratio or average has nothing below the line. Formulas: `core/indicator-formula`. */
export function valueOf(measure: Exclude<Measure, FormulaMeasure>, part: Amount, whole: Amount): number | null {
  if (measure.kind === 'figure') return amountOf(measure.figure, part)
  const below = amountOf(measure.whole, whole)
  const above = amountOf(measure.part, part)
  return below === null || below === 0 || above === null ? null : above / below
}

/** The value of one figure; null for the average, least, greatest or last of nothing. */
export function amountOf(figure: Figure, { count, sum, value }: Amount): number | null {
  if (figure.take === 'count') return count
  if (figure.take === 'sum') return sum
  if (figure.take === 'average') return count === 0 ? null : sum / count
  return figure.take === 'distinct' ? (value ?? 0) : (value ?? null)
}

/** True when a figure grows as facts are added: counts and sums do, averages and extremes don't. */
export function adds({ take }: Figure): boolean {
  return take === 'count' || take === 'sum' || take === 'distinct'
}
