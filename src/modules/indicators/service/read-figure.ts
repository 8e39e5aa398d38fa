import { periodAround } from '#core/calendar'
import type { Input } from '#core/contract'
import { amountOf, type Amount, type Figure, type Measure } from '#core/indicator'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { FigureDetail, routes } from '../contract.ts'
import { periodsUpTo, type Cell, type Computed } from '../rules.ts'
import { closedById } from '../store/closed.ts'
import { countedFacts, lateFactsBehind } from '../store/counted.ts'
import { factWords } from '../store/fact-words.ts'
import { ownerName } from '../store/owner.ts'
import { explained } from './explain.ts'
import { visibleMember } from './read-person.ts'
import { boardIndicator, namesOf, shownDay, shownPeriod, standingOf } from './shown.ts'
import { standingsOf, type Standings } from './standings.ts'

const trendPeriods = 12
const mostLate = 50

/** Why this number: how a figure is computed, its target, and every fact it is made of. What the facts add gives the figure. */
export async function readFigure(ctx: Context, input: Input<(typeof routes)['readFigure']>): Promise<FigureDetail> {
  const { responsibilityId, indicatorKey } = input
  const period = periodAround(input.period, input.day ?? ctx.today)
  const person = await visibleMember(ctx, input.personId, period)
  const periods = periodsUpTo(input.period, period.from, trendPeriods)
  const course = (await standingsOf(ctx, 'indicators.read', [person.id], periods)).get(person.id) ?? []
  const find = (standings: Standings | undefined) => found(standings, responsibilityId, indicatorKey)
  const { cell, computed } = find(course.at(-1)) ?? {}
  if (!cell || !computed) throw notFound({ what: 'indicator' })
  const { definition } = computed
  const { measure, target, ownPeriod, targetRule, thresholds } = definition
  const closedId = course.at(-1)?.closedId
  const scope = { personId: person.id, responsibilityId, period, measure, claims: cell.claims, closedId }
  const [{ total, facts }, closed, late, owner, name, words] = await Promise.all([
    countedFacts(ctx, scope, input),
    closedId ? closedById(ctx, closedId) : undefined,
    lateFactsBehind(ctx, scope, mostLate),
    ownerName(ctx, definition.owner, shownDay(ctx, period)),
    namesOf(ctx, [responsibilityId]),
    factWords(ctx, [responsibilityId], shownDay(ctx, period)),
  ])
  return {
    period: shownPeriod(ctx, input.period, period),
    person: { id: person.id, name: person.name },
    responsibility: { id: responsibilityId, name: name(responsibilityId) },
    indicator: { ...boardIndicator(computed), measure, fullTarget: target, ownPeriod, targetRule, thresholds, owner },
    standing: standingOf(computed),
    closed: closed ? { ...closed, closedAt: closed.closedAt.toISOString(), late } : null,
    formula: await explained(ctx, computed, period, course.at(-1)?.cells ?? []),
    trend: periods.map(({ from, until }, n) => {
      const then = find(course[n])
      const isClosed = course[n]?.closedId !== undefined
      return { from, until, isClosed, standing: then ? standingOf(then.computed) : null }
    }),
    heldDays: computed.heldDays,
    elapsedPermille: Math.round(computed.elapsed * 1000),
    ...sums(measure, computed),
    words,
    total,
    facts,
  }
}

function found(
  standings: Standings | undefined,
  responsibilityId: string,
  key: string,
): { cell: Cell; computed: Computed } | undefined {
  const cell = standings?.cells.find((one) => one.responsibilityId === responsibilityId && one.isVisible)
  const computed = cell?.indicators.find((one) => one.definition.key === key)
  return cell && computed ? { cell, computed } : undefined
}

function sums(measure: Measure, { part, whole, value }: Computed): Pick<FigureDetail, 'part' | 'whole'> {
  if (measure.kind === 'formula') return { part: { count: 0, sum: 0, amount: value }, whole: null }
  if (measure.kind === 'figure') return { part: summed(measure.figure, part), whole: null }
  return { part: summed(measure.part, part), whole: summed(measure.whole, whole) }
}

function summed(figure: Figure, amount: Amount) {
  return { count: amount.count, sum: amount.sum, amount: amountOf(figure, amount) }
}
