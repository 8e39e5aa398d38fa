import { periodAround } from '#core/calendar'
import type { Input } from '#core/contract'
import type { Days } from '#core/indicator'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { Indicator, PersonIndicators, routes } from '../contract.ts'
import { overallOf, periodsUpTo, permille, type Cell, type Computed } from '../rules.ts'
import { factWords } from '../store/fact-words.ts'
import { memberIn, type Member } from '../store/people.ts'
import { boardIndicator, namesOf, shownDay, shownPeriod, standingOf } from './shown.ts'
import { standingsOf } from './standings.ts'

const permission = 'indicators.read'

/** What a person answers for, with the course of each figure. `me` is the asker. */
export async function readPersonIndicators(
  ctx: Context,
  input: Input<(typeof routes)['readPersonIndicators']>,
): Promise<PersonIndicators> {
  const period = periodAround(input.period, input.day ?? ctx.today)
  const member = await visibleMember(ctx, input.personId, period)
  const periods = periodsUpTo(input.period, period.from, input.periods)
  const standings = (await standingsOf(ctx, permission, [member.id], periods)).get(member.id) ?? []
  const cells = (standings.at(-1)?.cells ?? []).filter((cell) => cell.isVisible)
  const ids = cells.map((cell) => cell.responsibilityId)
  const name = await namesOf(ctx, ids)
  return {
    personId: member.id,
    name: member.name,
    period: shownPeriod(ctx, input.period, period),
    ...overallOf(cells),
    responsibilities: cells
      .toSorted((a, b) => b.weightPermille - a.weightPermille)
      .map((cell) => ({
        responsibilityId: cell.responsibilityId,
        name: name(cell.responsibilityId),
        light: cell.light,
        fulfilmentPermille: permille(cell.attainment),
        indicators: cell.indicators.map((computed) =>
          indicatorOf(
            computed,
            periods,
            standings.map((standing) => find(standing.cells, computed)),
          ),
        ),
      })),
    words: await factWords(ctx, ids, shownDay(ctx, period)),
  }
}

/** The person, if the asker may see their figures in a period; one who does not exist looks the same as one out of sight. */
export async function visibleMember(ctx: Context, personId: string, period: Days): Promise<Member> {
  const id = personId === 'me' ? ctx.actor.personId : personId
  const member = id ? await memberIn(ctx, permission, period, id) : undefined
  if (!member) throw notFound({ what: 'person' })
  return member
}

function indicatorOf(computed: Computed, periods: readonly Days[], past: readonly (Computed | undefined)[]): Indicator {
  const { measure, target, ownPeriod } = computed.definition
  return {
    ...boardIndicator(computed),
    measure,
    fullTarget: target,
    ownPeriod,
    elapsedPermille: Math.round(computed.elapsed * 1000),
    trend: periods.map(({ from, until }, n) => {
      const then = past[n]
      return { from, until, standing: then ? standingOf(then) : null }
    }),
  }
}

/** The same indicator of the same responsibility in another period. */
function find(cells: readonly Cell[], { definition }: Computed): Computed | undefined {
  return cells
    .find((cell) => cell.responsibilityId === definition.responsibilityId && cell.isVisible)
    ?.indicators.find((other) => other.definition.key === definition.key)
}
