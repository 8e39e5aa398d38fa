import { Measure, type Figure } from '#core/indicator'

const figurePattern =
  /^(count|sum|average|min|max|last|distinct|数量|合计|平均|最小|最大|最新|不同)\s*[:：]?\s*([a-z][a-z0-9-]{0,62})(?:\.([A-Za-z][A-Za-z0-9]{0,39}))?(?:\[([^\]]+)\])?$/i
const takes: Readonly<Record<string, Figure['take']>> = {
  数量: 'count',
  合计: 'sum',
  平均: 'average',
  最小: 'min',
  最大: 'max',
  最新: 'last',
  不同: 'distinct',
}

/**
 * How an indicator is computed, written in a cell: `count visit`, `sum order.amount`, `average order.amount`, one divided
 * by another `count agreement / count visit`, with conditions `count ticket[result=solved|closed, channel!=phone]`.
 * Also min, max, last of a measure and distinct of a dimension; 数量, 合计, 平均, 最小, 最大, 最新 and 不同 stand for the same.
 */
export function measureIn(text: string): Measure | undefined {
  const [first = '', second, ...more] = text
    .normalize('NFKC')
    .split('/')
    .map((part) => part.trim())
  const part = figureIn(first)
  if (!part || more.length > 0) return undefined
  if (second === undefined) return sound({ kind: 'figure', figure: part })
  const whole = figureIn(second)
  return whole && sound({ kind: 'ratio', part, whole })
}

/** The other way round, for showing and for templates. */
export function measureText(measure: Measure): string {
  if (measure.kind === 'figure') return figureText(measure.figure)
  if (measure.kind === 'formula') return `= ${measure.formula}`
  return `${figureText(measure.part)} / ${figureText(measure.whole)}`
}

/** `result=solved|closed, channel!=phone` as filters; undefined when it can't be read. */
export function conditionsIn(text: string): Figure['where'] | undefined {
  const read = text.split(',').flatMap((condition) => (condition.trim() ? [conditionIn(condition)] : []))
  const known = read.flatMap((condition) => condition ?? [])
  return known.length === read.length ? known : undefined
}

export function conditionsText(where: Figure['where']): string {
  return where.map(({ dimension, is, not }) => `${dimension}${not ? '!=' : '='}${is.join('|')}`).join(', ')
}

function figureIn(text: string): object | undefined {
  const match = figurePattern.exec(text)
  if (!match) return undefined
  const [, word = '', fact, of, conditions] = match
  const take = takes[word] ?? word.toLowerCase()
  if ((take === 'count') === (of !== undefined)) return undefined
  const where = conditionsIn(conditions ?? '')
  if (!where) return undefined
  return { take, fact: fact?.toLowerCase(), ...(of ? { of } : {}), where }
}

function conditionIn(text: string): Figure['where'][number] | undefined {
  const match = /^\s*([^=!]+?)\s*(!?=)\s*(.+?)\s*$/.exec(text)
  if (!match) return undefined
  const [, dimension = '', sign, values = ''] = match
  return { dimension, is: values.split('|').map((value) => value.trim()), not: sign === '!=' }
}

function sound(measure: object): Measure | undefined {
  const parsed = Measure.safeParse(measure)
  return parsed.success ? parsed.data : undefined
}

function figureText({ take, fact, of, where }: Figure): string {
  return `${take} ${fact}${of ? `.${of}` : ''}${where.length > 0 ? `[${conditionsText(where)}]` : ''}`
}
