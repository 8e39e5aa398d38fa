import { periodAround } from '#core/calendar'
import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { periodsUpTo, permille, shownDay, shownPeriod } from '#modules/indicators'
import { responsibilityNames } from '#modules/responsibilities'
import type { UnitReport, routes } from '../contract.ts'
import { gapsOf, gapsTogether, missingOf, smallGroup, type Weighed } from '../rules/gaps.ts'
import { meanOf } from '../rules/units.ts'
import { unitsOn } from '../store/people.ts'
import { peopleOn } from './people.ts'
import { missingIn, trendPeriods, weighedOf } from './person-report.ts'
import { circumstances } from './reasons.ts'
import { workOf } from './work.ts'

/** How much of their work people of a unit do together, and what is missing and why. Of fewer than five nothing is told. */
export async function readUnitReport(
  ctx: Context,
  input: Input<(typeof routes)['readUnitReport']>,
): Promise<UnitReport> {
  const period = periodAround(input.period, input.day ?? ctx.today)
  const day = shownDay(ctx, period)
  const members = await peopleOn(ctx, day, input.unitId)
  const ids = members.map((member) => member.id)
  const periods = periodsUpTo(input.period, period.from, trendPeriods)
  const work = await workOf(ctx, ids, periods, input.responsibilityId)
  const last = periods.length - 1
  const measured = ids.filter((id) => work(id, last).fulfilmentPermille !== null)
  const isSmall = measured.length < smallGroup
  const cells = measured.flatMap((id) => work(id, last).cells)
  const fulfilmentPermille = meanOf(measured.map((id) => work(id, last).fulfilmentPermille))
  const around = isSmall ? undefined : await circumstances(ctx, measured, cells, period)
  const each = around
    ? measured.map((id) => {
        const { cells: own, fulfilmentPermille: reached } = work(id, last)
        return { weighed: weighedOf(id, own, around), missing: missingIn(reached) }
      })
    : []
  const names = await responsibilityNames(ctx, [...new Set(cells.map((cell) => cell.responsibilityId))])
  const unit = input.unitId ? (await unitsOn(ctx, day)).find(({ id }) => id === input.unitId) : undefined
  return {
    unit: unit && members.length > 0 ? { id: unit.id, name: unit.name } : null,
    period: shownPeriod(ctx, input.period, period),
    people: members.length,
    measured: measured.length,
    isSmall,
    fulfilmentPermille,
    gaps: gapsTogether(
      each.map(({ weighed, missing }) => gapsOf(weighed, missing)),
      missingIn(fulfilmentPermille),
    ),
    trend: periods.map(({ from, until }, at) => ({
      from,
      until,
      fulfilmentPermille: isSmall ? null : meanOf(ids.map((id) => work(id, at).fulfilmentPermille)),
    })),
    responsibilities: together(each).map(({ responsibilityId, people, reached, missing }) => ({
      responsibilityId,
      name: names.get(responsibilityId)?.name ?? {},
      people,
      fulfilmentPermille: people < smallGroup ? null : meanOf(reached),
      missingPermille: people < smallGroup ? null : Math.round(missing / each.length),
    })),
  }
}

/** Each responsibility over all who carry it: what they reach, and what they lack of their work; the most missing first. */
function together(each: readonly { weighed: readonly Weighed[]; missing: number }[]) {
  const rows = each.flatMap(({ weighed, missing }) => {
    const lost = missingOf(weighed, missing)
    return weighed.map(({ responsibilityId, attainment }) => ({
      responsibilityId,
      reached: permille(attainment === null ? null : Math.min(1, attainment)),
      missing: lost.get(responsibilityId) ?? 0,
    }))
  })
  return [...Map.groupBy(rows, (row) => row.responsibilityId)]
    .map(([responsibilityId, own]) => ({
      responsibilityId,
      people: own.length,
      reached: own.map((row) => row.reached),
      missing: own.reduce((sum, row) => sum + row.missing, 0),
    }))
    .sort((a, b) => b.missing - a.missing || b.people - a.people)
}
