import { addDays, daysBetween, periodAround, periodBefore, type Day } from '#core/calendar'
import type { Input } from '#core/contract'
import type { Days } from '#core/indicator'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { permille, shownDay, shownPeriod } from '#modules/indicators'
import { responsibilityNames } from '#modules/responsibilities'
import { chooseUnit } from '../problems.ts'
import type { Ranking, RankedUnit, routes } from '../contract.ts'
import { smallGroup } from '../rules/gaps.ts'
import { comparable, meanOf, placesOf, within } from '../rules/units.ts'
import { openTasksOf } from '../store/circumstances.ts'
import { membersOn, peopleByUnit, unitsOn, type NamedUnit } from '../store/people.ts'
import { mostPeople } from './people.ts'
import { workOf, type Work } from './work.ts'

/** Units side by side, the best first: only those of which the reader may see every single person. */
export async function readRanking(ctx: Context, input: Input<(typeof routes)['readRanking']>): Promise<Ranking> {
  const period = periodAround(input.period, input.day ?? ctx.today)
  const day = shownDay(ctx, period)
  const [units, people] = await Promise.all([unitsOn(ctx, day), peopleByUnit(ctx, day)])
  const { below, unitIds } = comparable(units, people, input.unitId ?? null)
  const groups = unitIds.map((id) => ({ unit: units.find((unit) => unit.id === id), inside: within(units, id) }))
  const members = await membersOn(ctx, day, { unitIds: groups.flatMap(({ inside }) => [...inside]) }, mostPeople)
  if (members.length > mostPeople) throw chooseUnit({ limit: mostPeople })
  const ids = members.map((member) => member.id)
  const { before, now } = comparedSpans(input.period, period, ctx.today)
  const work = await workOf(ctx, ids, [period], input.responsibilityId)
  const then = await workOf(ctx, ids, [before, now], input.responsibilityId)
  const tasks = await openTasksOf(ctx, ids)
  const rows = groups.map(({ unit, inside }) => {
    const own = members.filter((member) => inside.has(member.unitId)).map((member) => member.id)
    const works = own.map((id) => work(id))
    return {
      unit,
      people: own.length,
      isSmall: works.filter((one) => one.fulfilmentPermille !== null).length < smallGroup,
      figure: mean(works),
      before: mean(own.map((id) => then(id, 0))),
      now: mean(own.map((id) => then(id, 1))),
      behind: works.filter((one) => one.light === 'red').length,
      lateTasks: own.reduce((sum, id) => sum + (tasks.get(id)?.late ?? 0), 0),
      moved: mostChanged(
        own.map((id) => then(id, 0)),
        own.map((id) => then(id, 1)),
      ),
    }
  })
  const names = await responsibilityNames(ctx, [...new Set(rows.flatMap(({ moved }) => moved?.responsibilityId ?? []))])
  const places = placesOf(rows.map((row) => row.figure))
  const placesBefore = placesOf(rows.map((row) => row.before))
  return {
    period: shownPeriod(ctx, input.period, period),
    below: unitIds.length > 0 ? named(units, below) : null,
    comparedWith: before,
    rows: rows
      .map((row, at): RankedUnit => ({
        unitId: row.unit?.id ?? '',
        name: row.unit?.name ?? {},
        people: row.people,
        isSmall: row.isSmall,
        rank: places[at] ?? null,
        fulfilmentPermille: row.figure,
        behind: row.isSmall ? 0 : row.behind,
        lateTasks: row.isSmall ? 0 : row.lateTasks,
        changePermille: row.now === null || row.before === null ? null : row.now - row.before,
        rankBefore: placesBefore[at] ?? null,
        mostChanged:
          row.moved && !row.isSmall ? { ...row.moved, name: names.get(row.moved.responsibilityId)?.name ?? {} } : null,
      }))
      .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || b.people - a.people),
  }
}

/**
 * What a period is held against: the one before, as far as this one has come. Both are then judged by the targets of
 * just these days; a month of twenty days would look like a fall against a whole one.
 */
export function comparedSpans(kind: Ranking['period']['kind'], period: Days, today: Day): { before: Days; now: Days } {
  const before = periodBefore(kind, period.from)
  if (period.until <= today || today <= period.from) return { before, now: period }
  const end = addDays(before.from, daysBetween(period.from, today))
  return {
    before: { from: before.from, until: end < before.until ? end : before.until },
    now: { from: period.from, until: today },
  }
}

function mean(works: readonly Work[]): number | null {
  return meanOf(works.map((one) => one.fulfilmentPermille))
}

function mostChanged(before: readonly Work[], now: readonly Work[]) {
  const means = (works: readonly Work[]) => {
    const cells = Map.groupBy(
      works.flatMap((one) => one.cells),
      (cell) => cell.responsibilityId,
    )
    return new Map([...cells].map(([id, own]) => [id, meanOf(own.map(reached))]))
  }
  const then = means(before)
  const changes = [...means(now)].flatMap(([responsibilityId, figure]) => {
    const old = then.get(responsibilityId)
    return figure === null || old === null || old === undefined || figure === old
      ? []
      : [{ responsibilityId, changePermille: figure - old }]
  })
  return changes.toSorted((a, b) => Math.abs(b.changePermille) - Math.abs(a.changePermille))[0] ?? null
}

function reached({ attainment }: Work['cells'][number]): number | null {
  return permille(attainment === null ? null : Math.min(1, attainment))
}

function named(units: readonly NamedUnit[], id: string | null): { id: string; name: LocalText } | null {
  const unit = units.find((one) => one.id === id)
  return unit ? { id: unit.id, name: unit.name } : null
}
