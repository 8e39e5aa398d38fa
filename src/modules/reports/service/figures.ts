import { periodAround } from '#core/calendar'
import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { periodsUpTo, shownDay, shownPeriod } from '#modules/indicators'
import type { FigureNumber, Trend, routes } from '../contract.ts'
import { meanOf } from '../rules/units.ts'
import { openTasksOf } from '../store/circumstances.ts'
import { peopleOn } from './people.ts'
import { comparedSpans } from './ranking.ts'
import { workOf } from './work.ts'
import { readWorkload } from './workload.ts'

/** The fulfilment of everybody the reader may see, period by period; of one person their own. */
export async function readTrend(ctx: Context, input: Input<(typeof routes)['readTrend']>): Promise<Trend> {
  const period = periodAround(input.period, input.day ?? ctx.today)
  const ids = (await peopleOn(ctx, shownDay(ctx, period), input.unitId)).map((member) => member.id)
  const periods = periodsUpTo(input.period, period.from, input.periods)
  const work = await workOf(ctx, ids, periods, input.responsibilityId)
  return {
    period: shownPeriod(ctx, input.period, period),
    people: ids.length,
    points: periods.map(({ from, until }, at) => ({
      from,
      until,
      fulfilmentPermille: meanOf(
        ids.map((id) => work(id, at).fulfilmentPermille),
        1,
      ),
    })),
  }
}

/** One number of those a dashboard can show, with its change where that can be told. */
export async function readFigureNumber(
  ctx: Context,
  input: Input<(typeof routes)['readFigureNumber']>,
): Promise<FigureNumber> {
  const { figure } = input
  const period = periodAround(input.period, input.day ?? ctx.today)
  const day = shownDay(ctx, period)
  const shown = { figure, period: shownPeriod(ctx, input.period, period) }
  if (figure === 'overloaded') {
    const { people, overloaded } = await readWorkload(ctx, { unitId: input.unitId, limit: 1 })
    return { ...shown, people, value: overloaded, change: null }
  }
  const ids = (await peopleOn(ctx, day, input.unitId)).map((member) => member.id)
  if (figure === 'lateTasks' || figure === 'openTasks') {
    const tasks = await openTasksOf(ctx, ids)
    const of = figure === 'lateTasks' ? 'late' : 'open'
    const value = [...tasks.values()].reduce((sum, each) => sum + each[of], 0)
    return { ...shown, people: ids.length, value, change: null }
  }
  const { before, now } = comparedSpans(input.period, period, ctx.today)
  const work = await workOf(ctx, ids, [period], input.responsibilityId)
  const then = await workOf(ctx, ids, [before, now], input.responsibilityId)
  const valueOf = (of: typeof work, at: number) =>
    figure === 'behind'
      ? ids.filter((id) => of(id, at).light === 'red').length
      : meanOf(
          ids.map((id) => of(id, at).fulfilmentPermille),
          1,
        )
  const [old, so] = [valueOf(then, 0), valueOf(then, 1)]
  return {
    ...shown,
    people: ids.length,
    value: valueOf(work, 0),
    change: old === null || so === null || figure === 'behind' ? null : so - old,
  }
}
