import { periodBefore } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import { sentenceOf } from '#core/formula'
import { amountIn, amountOf, kindsOf, needsOf, valueOf, type Measure, type Tally } from '#core/indicator'
import { computeFormula } from '#core/indicator-formula'
import type { Days } from '#core/indicator'
import type { Context } from '#kernel/context'
import { workCalendar } from '#modules/organisation'
import type { routes } from '../contract.ts'
import { busiestPeople } from '../store/busiest.ts'
import { talliesOf } from '../store/tallies.ts'
import { standingsOf } from './standings.ts'

type Route = (typeof routes)['tryMeasure']
const fewPeople = 5
const nothing = { count: 0, sum: 0 }

/** What a measure that is being written gives with last month's real facts, for a few people one may see. */
export async function tryMeasure(ctx: Context, { measure, responsibilityId }: Input<Route>): Promise<Output<Route>> {
  const month = periodBefore('month', ctx.today)
  const people = await busiestPeople(ctx, 'indicators.read', kindsOf(measure), month, {
    responsibilityId,
    atMost: fewPeople,
  })
  const ids = people.map(({ id }) => id)
  const tallies = Map.groupBy(await talliesOf(ctx, ids, [month], needsOf([measure])), (tally) => tally.personId)
  const compute = await computing(ctx, measure, ids, month, responsibilityId)
  return {
    ...month,
    rows: people.map(({ id, name }) => {
      const own = (tallies.get(id) ?? []).filter(
        (one) => !responsibilityId || one.responsibilityId === null || one.responsibilityId === responsibilityId,
      )
      const facts = own.reduce((sum, { count }) => sum + Math.max(0, count), 0)
      return { personId: id, name, facts, ...compute(id, own) }
    }),
  }
}

type Tried = { value: number | null; problem: string | null; terms: { name: string; value: number | null }[] }

async function computing(
  ctx: Context,
  measure: Measure,
  ids: readonly string[],
  month: Days,
  responsibilityId: string | undefined,
): Promise<(personId: string, tallies: readonly Tally[]) => Tried> {
  if (measure.kind !== 'formula')
    return (_personId, tallies) => {
      const part = amountIn(measure.kind === 'figure' ? measure.figure : measure.part, tallies)
      const whole = measure.kind === 'figure' ? nothing : amountIn(measure.whole, tallies)
      return { value: valueOf(measure, part, whole), problem: null, terms: [] }
    }
  const needsOthers = measure.terms.some((term) => 'indicator' in term)
  const standings = needsOthers ? await standingsOf(ctx, 'indicators.read', ids, [month]) : new Map<string, never>()
  const calendar = await workCalendar(ctx)
  return (personId, tallies) => {
    const cells = standings.get(personId)?.[0]?.cells ?? []
    const terms = measure.terms.map((term) => {
      if ('figure' in term) return { name: term.name, value: amountOf(term.figure, amountIn(term.figure, tallies)) }
      const { responsibility, key } = term.indicator
      const found = cells
        .filter((cell) => cell.isVisible)
        .flatMap((cell) => cell.indicators)
        .find(({ definition }) =>
          responsibility
            ? definition.responsibilityCode === responsibility && definition.key === key + definition.keySuffix
            : definition.responsibilityId === responsibilityId && definition.key === key,
        )
      return { name: term.name, value: found?.value ?? null }
    })
    const values = new Map(terms.map(({ name, value }) => [name, value]))
    const { value, problem } = computeFormula(measure, values, { period: month, heldDays: 30, calendar })
    return { value, problem: problem ? sentenceOf(problem, ctx.language) : null, terms }
  }
}
