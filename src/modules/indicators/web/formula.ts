import { pick } from '#core/local-text'
import type { Figure, Filter, Measure } from '#core/indicator'
import type { Say } from '#web/words'
import type { FactWords } from '../contract.ts'

/** How a figure is computed, as a sentence; kinds, fields and choices by the names of the duty's form. */
export function formulaText(measure: Measure, words: FactWords, language: string, t: Say): string {
  const figure = (one: Figure) => figureWords(one, words, language, t)
  if (measure.kind === 'figure') return figure(measure.figure)
  if (measure.kind === 'formula') return measure.formula
  return t('formula.ratio', { part: figure(measure.part), whole: figure(measure.whole) })
}

/** What a kind of fact is called; its key where no duty names it. */
export function kindName(kind: string, words: FactWords, language: string, t: Say): string {
  if (kind === 'manual-task') return t('kinds.manual-task')
  return pick(words.kinds[kind], language) || kind
}

export function fieldName(kind: string, field: string, words: FactWords, language: string): string {
  return pick(words.fields[`${kind}.${field}`], language) || field
}

export function choiceName(
  kind: string,
  field: string,
  value: string,
  words: FactWords,
  language: string,
  t: Say,
): string {
  if (value === 'yes' || value === 'no') return t(`choices.${value}`)
  return pick(words.choices[`${kind}.${field}.${value}`], language) || value
}

export function figureWords(figure: Figure, words: FactWords, language: string, t: Say): string {
  const fact = kindName(figure.fact, words, language, t)
  const measure = fieldName(figure.fact, figure.of ?? '', words, language)
  const conditions = figure.where.map((filter) => condition(figure.fact, filter, words, language, t))
  const where = conditions.length === 0 ? '' : t('formula.where', { conditions: conditions.join(t('formula.and')) })
  return t(`formula.${figure.take}`, { fact, measure, where })
}

function condition(kind: string, { dimension, is, not }: Filter, words: FactWords, language: string, t: Say): string {
  return t(not ? 'formula.isNot' : 'formula.is', {
    field: fieldName(kind, dimension, words, language),
    values: is.map((value) => choiceName(kind, dimension, value, words, language, t)).join(t('formula.or')),
  })
}
