import { periodAround } from '#core/calendar'
import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { periodsUpTo, permille, shownDay, shownPeriod, type Cell } from '#modules/indicators'
import { responsibilityNames } from '#modules/responsibilities'
import type { PersonReport, ReportedResponsibility, routes } from '../contract.ts'
import { gapsOf, missingOf, type Weighed } from '../rules/gaps.ts'
import { openTasksOf } from '../store/circumstances.ts'
import { personOn } from './people.ts'
import { circumstances, type Circumstances } from './reasons.ts'
import { workOf } from './work.ts'

/** Periods of a trend, the asked one last. */
export const trendPeriods = 12

/** What somebody answers for: how much of it is done, its course, and what is missing and why. */
export async function readPersonReport(
  ctx: Context,
  input: Input<(typeof routes)['readPersonReport']>,
): Promise<PersonReport> {
  const period = periodAround(input.period, input.day ?? ctx.today)
  const member = await personOn(ctx, shownDay(ctx, period), input.personId)
  const periods = periodsUpTo(input.period, period.from, trendPeriods)
  const work = await workOf(ctx, [member.id], periods)
  const now = work(member.id, periods.length - 1)
  const around = await circumstances(ctx, [member.id], now.cells, period)
  const weighed = weighedOf(member.id, now.cells, around)
  const missing = missingIn(now.fulfilmentPermille)
  const lost = missingOf(weighed, missing)
  const names = await responsibilityNames(
    ctx,
    now.cells.map((cell) => cell.responsibilityId),
  )
  const open = await openTasksOf(ctx, [member.id])
  const course = periods.map((_period, at) => work(member.id, at))
  return {
    person: {
      id: member.id,
      name: member.name,
      number: member.number,
      positionTitle: member.positionTitle,
      unitName: member.unitName,
    },
    period: shownPeriod(ctx, input.period, period),
    light: now.light,
    fulfilmentPermille: now.fulfilmentPermille,
    gaps: gapsOf(weighed, missing),
    trend: periods.map(({ from, until }, at) => ({
      from,
      until,
      fulfilmentPermille: course[at]?.fulfilmentPermille ?? null,
    })),
    responsibilities: now.cells
      .toSorted((a, b) => b.weightPermille - a.weightPermille)
      .map((cell) => ({
        ...reported(cell),
        name: names.get(cell.responsibilityId)?.name ?? {},
        missingPermille: lost.get(cell.responsibilityId) ?? 0,
        trend: course.map(({ cells }) => {
          const then = cells.find((other) => other.responsibilityId === cell.responsibilityId)
          return then ? permille(then.attainment) : null
        }),
        reasons: around.reasonsOf(member.id, cell),
        capabilities: around.capabilitiesOf(member.id, cell.responsibilityId),
      })),
    lateTasks: open.get(member.id)?.late ?? 0,
    mayMark: ctx.may('reports.mark', { personId: member.id, unitId: member.unitId }),
  }
}

/** What a fulfilment leaves of the whole, in permille; nothing where there is none. */
export function missingIn(fulfilmentPermille: number | null): number {
  return fulfilmentPermille === null ? 0 : 1000 - fulfilmentPermille
}

export function weighedOf(personId: string, cells: readonly Cell[], around: Circumstances): Weighed[] {
  return cells.map((cell) => ({
    responsibilityId: cell.responsibilityId,
    weightPermille: cell.weightPermille,
    attainment: cell.attainment,
    reasons: around.reasonsOf(personId, cell),
  }))
}

function reported(
  cell: Cell,
): Pick<ReportedResponsibility, 'responsibilityId' | 'weightPermille' | 'light' | 'fulfilmentPermille' | 'indicators'> {
  return {
    responsibilityId: cell.responsibilityId,
    weightPermille: cell.weightPermille,
    light: cell.light,
    fulfilmentPermille: permille(cell.attainment),
    indicators: cell.indicators.map(({ definition, value, target, light }) => ({
      key: definition.key,
      name: definition.name,
      unit: definition.unit,
      direction: definition.direction,
      value,
      target,
      light,
    })),
  }
}
