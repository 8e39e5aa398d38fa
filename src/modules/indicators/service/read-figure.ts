import { periodAround } from '#core/calendar'
import type { Input } from '#core/contract'
import { amountOf, type Amount, type Figure } from '#core/indicator'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { FigureDetail, routes } from '../contract.ts'
import { countedFacts } from '../store/counted.ts'
import { factWords } from '../store/fact-words.ts'
import { visibleMember } from './read-person.ts'
import { boardIndicator, namesOf, shownDay, shownPeriod, standingOf } from './shown.ts'
import { standingsOf } from './standings.ts'

/** Why this number: how a figure is computed, its target, and every fact it is made of. What the facts add gives the figure. */
export async function readFigure(ctx: Context, input: Input<(typeof routes)['readFigure']>): Promise<FigureDetail> {
  const { responsibilityId, indicatorKey } = input
  const period = periodAround(input.period, input.day ?? ctx.today)
  const person = await visibleMember(ctx, input.personId, period)
  const [standings] = (await standingsOf(ctx, 'indicators.read', [person.id], [period])).get(person.id) ?? []
  const cell = standings?.cells.find((one) => one.responsibilityId === responsibilityId && one.isVisible)
  const computed = cell?.indicators.find((one) => one.definition.key === indicatorKey)
  if (!cell || !computed) throw notFound({ what: 'indicator' })
  const { measure, target, ownPeriod } = computed.definition
  const { claimedKinds } = cell
  const scope = { personId: person.id, responsibilityId, period, measure, claimedKinds }
  const { total, facts } = await countedFacts(ctx, scope, input)
  const name = await namesOf(ctx, [responsibilityId])
  return {
    period: shownPeriod(ctx, input.period, period),
    person: { id: person.id, name: person.name },
    responsibility: { id: responsibilityId, name: name(responsibilityId) },
    indicator: { ...boardIndicator(computed), measure, fullTarget: target, ownPeriod },
    standing: standingOf(computed),
    heldDays: computed.heldDays,
    elapsedPermille: Math.round(computed.elapsed * 1000),
    part: summed(measure.kind === 'figure' ? measure.figure : measure.part, computed.part),
    whole: measure.kind === 'ratio' ? summed(measure.whole, computed.whole) : null,
    words: await factWords(ctx, [responsibilityId], shownDay(ctx, period)),
    total,
    facts,
  }
}

function summed(figure: Figure, amount: Amount) {
  return { ...amount, amount: amountOf(figure, amount) }
}
