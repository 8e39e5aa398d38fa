import {
  addDays,
  isWorkday,
  periodKinds,
  periodAround,
  type Day,
  type PeriodKind,
  type WorkCalendar,
} from '#core/calendar'
import { elapsed, targetOver, yearBefore, type Days } from '#core/indicator'
import type { Context } from '#kernel/context'
import { workCalendar } from '#modules/organisation'
import { targetFor, unitLines } from '#modules/responsibilities'
import { cellsOf, unclaimedIn, type Cell, type Definition, type Seat } from '../rules.ts'
import { closedStandings } from '../store/closed.ts'
import { definitionsIn } from '../store/definitions.ts'
import { seatsIn } from '../store/seats.ts'
import { talliedFor } from './tallied.ts'

/** What a person answers for in one period; `unclaimed` facts count for none of it. */
export type Standings = {
  readonly cells: readonly Cell[]
  readonly unclaimed: number
  /** The closed period whose figures these are. */
  readonly closedId?: string
}

export type StandingOptions = {
  /** As the facts say, also where the period is closed. */
  readonly asIfOpen?: boolean
  /** Without what is kept of earlier computations. */
  readonly isAnew?: boolean
  /** Without targets that follow last year: for asking what last year gave. */
  readonly withoutLastYear?: boolean
}

/** Computes people's indicators in periods that follow each other, in a handful of statements however many there are. */
export async function standingsOf(
  ctx: Context,
  permission: string,
  personIds: readonly string[],
  periods: readonly Days[],
  options: StandingOptions = {},
): Promise<Map<string, readonly Standings[]>> {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last || personIds.length === 0) return new Map()
  const range = { from: first.from, until: last.until }
  const seats = await seatsIn(ctx, permission, personIds, range)
  const responsibilityIds = [...new Set(seats.map((seat) => seat.responsibilityId))]
  const definitions = await definitionsIn(ctx, responsibilityIds, range)
  const stated = [...definitions.values()].flat()
  const seatsBy = Map.groupBy(seats, (seat) => seat.personId)
  const { isAnew = false } = options
  const [tallies, closed, calendar, targetIn, before] = await Promise.all([
    talliedFor(ctx, personIds, { seats: seatsBy, definitions, periods, isAnew }),
    options.asIfOpen ? undefined : closedStandings(ctx, permission, personIds, periods),
    calendarFor(ctx, stated, last),
    targetsBy(ctx, stated, seats, last),
    options.withoutLastYear ? undefined : lastYearBy(ctx, permission, personIds, stated, periods, options),
  ])
  const passed = passedBy(ctx, last, calendar)
  const owed = remembered(targetOver)
  return new Map(
    personIds.map((personId) => {
      const standings = periods.map((period, n): Standings => {
        const frozen = closed?.(personId, period)
        if (frozen) return frozen
        const own = tallies.get(personId)?.[n] ?? []
        const lastYear = (definition: Definition) => before?.(personId, n, definition) ?? null
        const moment = { period, passed, owed, targetIn, lastYear, calendar }
        const cells = cellsOf(seatsBy.get(personId) ?? [], definitions, own, moment)
        return { cells, unclaimed: unclaimedIn(cells, own, period) }
      })
      return [personId, standings]
    }),
  )
}

/** Only asked for where something depends on it: days still to come, or a formula that counts workdays. */
async function calendarFor(ctx: Context, stated: readonly Definition[], last: Days): Promise<WorkCalendar | null> {
  const isNeeded = last.until > ctx.today || stated.some(({ measure }) => measure.kind === 'formula')
  return isNeeded ? workCalendar(ctx) : null
}

/**
 * Part of some days that has passed, in workdays; in a year whose calendar nobody has entered, in days. A light only
 * says how things stand: unlike a deadline it may be told without the holidays.
 */
function passedBy(ctx: Context, last: Days, calendar: WorkCalendar | null): (days: readonly Days[]) => number {
  if (last.until <= ctx.today || !calendar) return () => 1
  const isWorked = (day: Day) => !calendar.years.has(Number(day.slice(0, 4))) || isWorkday(calendar, day)
  return remembered((days) => elapsed(days, ctx.today, isWorked))
}

type Before = (personId: string, period: number, definition: Definition) => number | null

/** What the same periods gave last year, where some target follows it; asked once for all people. */
async function lastYearBy(
  ctx: Context,
  permission: string,
  personIds: readonly string[],
  stated: readonly Definition[],
  periods: readonly Days[],
  options: StandingOptions,
): Promise<Before | undefined> {
  if (!stated.some(({ targetRule }) => targetRule.kind === 'last-year')) return undefined
  const earlier = periods.map((period) => yearBefore(kindOf(period), period))
  const standings = await standingsOf(ctx, permission, personIds, earlier, { ...options, withoutLastYear: true })
  return (personId, n, { responsibilityId, key }) => {
    const cells = standings.get(personId)?.[n]?.cells ?? []
    const cell = cells.find((one) => one.responsibilityId === responsibilityId)
    const found = cell?.indicators.find((one) => one.definition.key === key)
    return found?.value ?? null
  }
}

function kindOf({ from, until }: Days): PeriodKind {
  return (
    periodKinds.find((kind) => periodAround(kind, from).from === from && periodAround(kind, from).until === until) ??
    'month'
  )
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
