import { setImmediate } from 'node:timers/promises'
import { addDays, addMonths, daysBetween, periodAround } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import { type Days, type Figure, type Filter, type Measure } from '#core/indicator'
import {
  breakdown,
  fewest,
  mixAndRate,
  openSearch,
  type Cell,
  type Finding,
  type SearchOptions,
  type Share,
} from '#core/segments'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes, unsaid, Why } from '../contract.ts'
import type { Computed } from '../rules.ts'
import { factWords } from '../store/fact-words.ts'
import {
  amountHit,
  amountsIn,
  cellsIn,
  dimensionsOf,
  factsUnder,
  hitSince,
  isHit,
  type Sample,
} from '../store/segments.ts'
import { visibleHolders } from '../store/seats.ts'
import { visibleMember } from './read-person.ts'
import { shownDay, shownPeriod } from './shown.ts'
import { standingsOf } from './standings.ts'

type Asked = Input<(typeof routes)['readWhy']>
/** Deals of one slice; between slices other requests have their turn. */
const dealsAtOnce = 25

type Question = {
  readonly method: Why['method']
  /** Facts looked at, and which of them count as reached. */
  readonly whole: Figure
  readonly part?: Figure
}

/** The few conditions that explain most of a shortfall, corrected for the many looked at. */
export async function readWhy(ctx: Context, input: Asked): Promise<Why> {
  const { computed, sample, days, period, personIds } = await asked(ctx, input)
  const { measure, direction, unit } = computed.definition
  const question = questionOf(measure)
  const base = {
    period: shownPeriod(ctx, input.period, period),
    ...days,
    people: personIds.length,
    isWide: input.wide,
    unit,
    direction,
    words: await factWords(ctx, [input.responsibilityId], shownDay(ctx, period)),
  }
  const nothing = { count: 0, mean: 0, interval: null }
  if (typeof question === 'string' || !sample)
    return {
      ...base,
      method: 'rate',
      unsaid: typeof question === 'string' ? question : 'too-few',
      kind: '',
      target: null,
      total: nothing,
      tried: 0,
      segments: [],
      groups: null,
    }
  const target = question.method === 'change' ? null : computed.target
  const { dimensions, cells, finding } = await searched(ctx, sample, question, { direction, target, days })
  return {
    ...base,
    method: question.method,
    unsaid: finding.total.count < 2 * fewest.searched ? 'too-few' : null,
    kind: question.whole.fact,
    target,
    total: finding.total,
    tried: finding.tried,
    segments: finding.found.map((one) => ({ ...one, conditions: [...one.conditions] })),
    groups: await groupsOf(ctx, sample, question, { dimensions, cells, finding, days }),
  }
}

export async function readSegmentFacts(
  ctx: Context,
  input: Input<(typeof routes)['readSegmentFacts']>,
): Promise<Output<(typeof routes)['readSegmentFacts']>> {
  const { sample, period } = await asked(ctx, input)
  const words = await factWords(ctx, [input.responsibilityId], shownDay(ctx, period))
  if (!sample) return { total: 0, facts: [], words }
  const conditions = input.condition.map((text) => {
    const at = text.indexOf('=')
    return { dimension: text.slice(0, at), value: text.slice(at + 1) }
  })
  return { ...(await factsUnder(ctx, sample, conditions, input)), words }
}

async function asked(ctx: Context, input: Asked) {
  const { responsibilityId, indicatorKey } = input
  const period = periodAround(input.period, input.day ?? ctx.today)
  const person = await visibleMember(ctx, input.personId, period)
  const [standings] = (await standingsOf(ctx, 'indicators.read', [person.id], [period])).get(person.id) ?? []
  const cell = standings?.cells.find((one) => one.responsibilityId === responsibilityId && one.isVisible)
  const computed: Computed | undefined = cell?.indicators.find((one) => one.definition.key === indicatorKey)
  if (!computed) throw notFound({ what: 'indicator' })
  const days = input.months ? { from: addMonths(period.until, -input.months), until: period.until } : period
  const question = questionOf(computed.definition.measure)
  const personIds = input.wide ? await visibleHolders(ctx, 'indicators.read', responsibilityId, days) : [person.id]
  // a change is told from the days before, which are looked at as well
  const isChange = typeof question !== 'string' && question.method === 'change'
  const from = isChange ? addDays(days.from, -daysBetween(days.from, days.until)) : days.from
  const sample: Sample | undefined =
    typeof question === 'string'
      ? undefined
      : { personIds, responsibilityId, days: { from, until: days.until }, whole: question.whole }
  return { computed, sample, days, period, personIds }
}

/** What can be asked of the facts of a measure; a word where nothing can. */
function questionOf(measure: Measure): Question | (typeof unsaid)[number] {
  if (measure.kind === 'formula') return 'formula'
  if (measure.kind === 'figure') {
    const { figure } = measure
    if (figure.take === 'average') return { method: 'amount', whole: figure }
    return figure.take === 'count' || figure.take === 'sum' ? { method: 'change', whole: figure } : 'sums'
  }
  const { part, whole } = measure
  if (part.take !== 'count' || whole.take !== 'count') return 'sums'
  return part.fact === whole.fact ? { method: 'rate', whole, part } : 'different-facts'
}

type Around = { readonly direction: 'up' | 'down'; readonly target: number | null; readonly days: Days }

async function searched(
  ctx: Context,
  sample: Sample,
  { method, whole, part }: Question,
  { direction, target, days }: Around,
): Promise<{ dimensions: readonly string[]; cells: readonly Cell[]; finding: Finding }> {
  // what the part is told by is the outcome itself and explains nothing
  const outcome = (part?.where ?? []).map(({ dimension }: Filter) => dimension)
  const fixed = whole.where.filter((filter) => !filter.not && filter.is.length === 1).map(({ dimension }) => dimension)
  const dimensions = await dimensionsOf(ctx, sample, [...outcome, ...fixed])
  const hit =
    method === 'rate' && part ? isHit(part) : method === 'amount' ? amountHit(whole.of ?? '') : hitSince(days.from)
  const [cells, outcomes] = await Promise.all([
    cellsIn(ctx, sample, dimensions, hit),
    method === 'amount' ? amountsIn(ctx, sample, whole.of ?? '') : undefined,
  ])
  const options: SearchOptions = {
    dimensions,
    worse: direction === 'up' ? 'low' : 'high',
    isRate: method !== 'amount',
    target,
    ...(outcomes ? { outcomes } : {}),
  }
  const search = openSearch(cells, options)
  while (!search.step(dealsAtOnce)) await setImmediate()
  return { dimensions, cells, finding: search.finding() }
}

type Found = {
  readonly dimensions: readonly string[]
  readonly cells: readonly Cell[]
  readonly finding: Finding
  readonly days: Days
}

/** The groups of the dimension that stands out, and how the change since the days before splits over them. */
async function groupsOf(
  ctx: Context,
  sample: Sample,
  { method, part, whole }: Question,
  { dimensions, cells, finding, days }: Found,
): Promise<Why['groups']> {
  const dimension = finding.found[0]?.conditions[0]?.dimension
  if (!dimension) return null
  const isRate = method !== 'amount'
  const rows = breakdown(cells, dimensions.indexOf(dimension), isRate)
  if (method === 'change') return { dimension, rows, change: null }
  const hit = method === 'rate' && part ? isHit(part) : amountHit(whole.of ?? '')
  const earlier = { from: addDays(days.from, -daysBetween(days.from, days.until)), until: days.from }
  const before = await cellsIn(ctx, { ...sample, days: earlier }, [dimension], hit)
  const total = before.reduce((sum, cell) => ({ count: sum.count + cell.count, sum: sum.sum + cell.sum }), {
    count: 0,
    sum: 0,
  })
  if (total.count < fewest.searched) return { dimension, rows, change: null }
  const shares = sharesOf(cells, dimensions.indexOf(dimension), before, rows)
  return { dimension, rows, change: { before: total.sum / total.count, effects: effectsOf(shares) } }
}

/** The groups now and before; those too small to be shown are joined in both. */
function sharesOf(
  now: readonly Cell[],
  at: number,
  before: readonly Cell[],
  rows: readonly { value: string | null }[],
): Share[] {
  const shown = new Set(rows.map(({ value }) => value))
  const nameOf = (value: string | null | undefined) =>
    value !== null && value !== undefined && shown.has(value) ? value : others
  const sums = new Map<string, { now: { count: number; sum: number }; before: { count: number; sum: number } }>()
  const add = (side: 'now' | 'before', value: string | null | undefined, { count, sum }: Cell) => {
    const one = sums.get(nameOf(value)) ?? { now: { count: 0, sum: 0 }, before: { count: 0, sum: 0 } }
    one[side].count += count
    one[side].sum += sum
    sums.set(nameOf(value), one)
  }
  for (const cell of now) add('now', cell.values[at], cell)
  for (const cell of before) add('before', cell.values[0], cell)
  return [...sums].map(([value, sides]) => ({ value, ...sides }))
}

/** No value of a dimension is empty. */
const others = ''

function effectsOf(shares: readonly Share[]) {
  return mixAndRate(shares).map(({ value, mix, rate }) => ({ value: value === others ? null : value, mix, rate }))
}
