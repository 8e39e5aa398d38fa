import { nearTo, sentenceOf } from '#core/formula'
import { checkFormula, cycleFrom, type Reference } from '#core/indicator-formula'
import { figuresOf, type FormulaMeasure, type IndicatorReference, type Measure } from '#core/indicator'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { badFormula, indicatorsInCircle, needsMeasure, unknownIndicator } from '../problems.ts'
import type { IndicatorDraft } from '../shapes.ts'
import { indicatorsStated, type IndicatorStated } from '../store/indicators.ts'
import { findResponsibility } from '../store/responsibilities.ts'

type Keyed = IndicatorDraft & { readonly key: string }

/** Every figure says what it looks at, every formula can be computed, names only what is there, and none needs itself. */
export async function mustCompute(
  ctx: Context,
  indicators: readonly Keyed[],
  responsibilityId: string | null,
): Promise<void> {
  indicators.forEach((indicator, at) => mustBeSound(ctx, indicator, at))
  const formulas = indicators.flatMap(({ measure }) => (measure.kind === 'formula' ? [measure] : []))
  const references = formulas.flatMap(referencesIn)
  if (references.length === 0) return
  const own = (responsibilityId && (await findResponsibility(ctx, responsibilityId))?.code) || ''
  const stated = await indicatorsStated(ctx, ctx.today)
  const others = stated.filter((one) => one.responsibilityCode !== own && one.keySuffix === '')
  const known = new Map<string, Measure>([
    ...others.map((one) => [nameOf(one.responsibilityCode, one.key), one.measure] as const),
    ...indicators.map((one) => [nameOf(own, one.key), one.measure] as const),
  ])
  indicators.forEach((indicator, at) => mustKnow(ctx, indicator, at, own, known))
  const titles = titlesOf(ctx, own, indicators, others)
  for (const { key } of indicators) {
    const circle = cycleFrom({ responsibility: own, key }, (one) => usesOf(one, known))
    if (circle) throw indicatorsInCircle({ path: circle.map(titles).join(' → ') })
  }
}

function mustBeSound(ctx: Context, { name, measure }: Keyed, at: number): void {
  const indicator = pick(name, ctx.language)
  const vague = figuresOf(measure).find(({ take, of }) => take !== 'count' && !of)
  if (vague) throw needsMeasure({ indicator, at, kind: vague.fact })
  if (measure.kind !== 'formula') return
  const checked = checkFormula(measure)
  if (checked.ok) return
  const [problem] = checked.problems
  const column = columnOf(measure.formula, problem.at)
  throw badFormula({ indicator, at, column, detail: sentenceOf(problem, ctx.language) })
}

/** Counted from the formula's start, whatever its lines. */
function columnOf(formula: string, place: { line: number; column: number } | undefined): number {
  if (!place) return 1
  const before = formula.split(/\r\n?|\n/).slice(0, place.line - 1)
  return before.reduce((sum, line) => sum + line.length + 1, 0) + place.column
}

function mustKnow(
  ctx: Context,
  { name, measure }: Keyed,
  at: number,
  own: string,
  known: ReadonlyMap<string, Measure>,
): void {
  if (measure.kind !== 'formula') return
  for (const { responsibility = own, key } of referencesIn(measure)) {
    if (known.has(nameOf(responsibility, key))) continue
    const near = nearTo(nameOf(responsibility, key), known.keys()).join(', ')
    const hint = near && say(ctx.language, 'responsibilities.near', { near })
    throw unknownIndicator({ indicator: pick(name, ctx.language), at, wanted: nameOf(responsibility, key), hint })
  }
}

function usesOf({ responsibility, key }: Reference, known: ReadonlyMap<string, Measure>): Reference[] {
  const measure = known.get(nameOf(responsibility, key))
  if (measure?.kind !== 'formula') return []
  return referencesIn(measure).map((one) => ({ responsibility: one.responsibility ?? responsibility, key: one.key }))
}

function referencesIn({ terms }: FormulaMeasure): IndicatorReference[] {
  return terms.flatMap((term) => ('indicator' in term ? [term.indicator] : []))
}

function nameOf(responsibility: string, key: string): string {
  return responsibility ? `${responsibility}/${key}` : key
}

function titlesOf(
  ctx: Context,
  own: string,
  indicators: readonly Keyed[],
  others: readonly IndicatorStated[],
): (one: Reference) => string {
  return ({ responsibility, key }) => {
    const found =
      responsibility === own
        ? indicators.find((one) => one.key === key)
        : others.find((one) => one.responsibilityCode === responsibility && one.key === key)
    return found ? pick(found.name, ctx.language) : nameOf(responsibility, key)
  }
}
