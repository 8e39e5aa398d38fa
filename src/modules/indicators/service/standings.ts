import { addDays, isWorkday, type Day } from '#core/calendar'
import { elapsed, needsOf, targetOver, type Days } from '#core/indicator'
import type { Context } from '#kernel/context'
import { workCalendar } from '#modules/organisation'
import { targetFor, unitLines } from '#modules/responsibilities'
import { cellsOf, unclaimedIn, type Cell, type Definition, type Seat } from '../rules.ts'
import { definitionsIn } from '../store/definitions.ts'
import { seatsIn } from '../store/seats.ts'
import { talliesOf } from '../store/tallies.ts'

/** What a person answers for in one period; `unclaimed` facts count for none of it. */
export type Standings = { readonly cells: readonly Cell[]; readonly unclaimed: number }

/** Computes people's indicators in periods that follow each other, in a handful of statements however many there are. */
export async function standingsOf(
  ctx: Context,
  permission: string,
  personIds: readonly string[],
  periods: readonly Days[],
): Promise<Map<string, readonly Standings[]>> {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last || personIds.length === 0) return new Map()
  const range = { from: first.from, until: last.until }
  const seats = await seatsIn(ctx, permission, personIds, range)
  const responsibilityIds = [...new Set(seats.map((seat) => seat.responsibilityId))]
  const definitions = await definitionsIn(ctx, responsibilityIds, range)
  const measures = [...definitions.values()].flat().map((definition) => definition.measure)
  const [tallies, passed, targetIn] = await Promise.all([
    talliesOf(ctx, personIds, periods, needsOf(measures)),
    passedBy(ctx, last),
    targetsBy(ctx, [...definitions.values()].flat(), seats, last),
  ])
  const owed = remembered(targetOver)
  const seatsBy = Map.groupBy(seats, (seat) => seat.personId)
  const talliesBy = Map.groupBy(tallies, (tally) => tally.personId)
  return new Map(
    personIds.map((personId) => {
      const counted = talliesBy.get(personId) ?? []
      const standings = periods.map((period, n) => {
        const own = counted.filter((tally) => tally.period === n)
        const cells = cellsOf(seatsBy.get(personId) ?? [], definitions, own, { period, passed, owed, targetIn })
        return { cells, unclaimed: unclaimedIn(cells, own) }
      })
      return [personId, standings]
    }),
  )
}

/**
 * Part of some days that has passed, in workdays; in a year whose calendar nobody has entered, in days. A light only
 * says how things stand: unlike a deadline it may be told without the holidays.
 */
async function passedBy(ctx: Context, last: Days): Promise<(days: readonly Days[]) => number> {
  if (last.until <= ctx.today) return () => 1
  const calendar = await workCalendar(ctx)
  const isWorked = (day: Day) => !calendar.years.has(Number(day.slice(0, 4))) || isWorkday(calendar, day)
  return remembered((days) => elapsed(days, ctx.today, isWorked))
}

/** The target of a definition in a unit, by the units above it on the last day shown; nothing is asked where none differs. */
async function targetsBy(
  ctx: Context,
  definitions: readonly Definition[],
  seats: readonly Seat[],
  last: Days,
): Promise<(definition: Definition, unitId: string) => number> {
  if (definitions.every((definition) => definition.otherTargets.length === 0)) return ({ target }) => target
  const day = last.until <= ctx.today ? addDays(last.until, -1) : last.from > ctx.today ? last.from : ctx.today
  const lines = await unitLines(
    ctx,
    seats.map((seat) => seat.unitId),
    day,
  )
  return ({ target, otherTargets }, unitId) => targetFor(target, otherTargets, lines.get(unitId) ?? [unitId])
}

/** Most people hold what they hold on the same days: what these give is computed once. */
function remembered<S extends Days, More extends unknown[]>(
  compute: (spans: readonly S[], ...more: More) => number,
): (spans: readonly S[], ...more: More) => number {
  const known = new Map<string, number>()
  return (spans, ...more) => {
    const key = JSON.stringify([spans, more])
    const found = known.get(key) ?? compute(spans, ...more)
    known.set(key, found)
    return found
  }
}
