import { addMonths, monthStart, periodAround, type Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import {
  forgetTallies,
  keepTally,
  marksNow,
  takeTurn,
  unkept,
  wipeMarks,
  type KeptTally,
  type PersonMonth,
} from '../store/kept-tallies.ts'
import { definitionsIn } from '../store/definitions.ts'
import { seatsIn } from '../store/seats.ts'
import { cutsIn, needsBy, talliedFor } from './tallied.ts'

const atOnce = 500
/** A turn ends after this time, so that it never holds its transaction for long; another follows. */
const turnMs = 3000
const monthsKept = 13

/** Adds up anew what facts have come for: exactly the people and months they belong to. */
export async function keepTallies(ctx: Context): Promise<void> {
  if (!(await takeTurn(ctx))) return
  const end = performance.now() + turnMs
  for (let isFirst = true; ; isFirst = false) {
    const marks = await marksNow(ctx, atOnce)
    if (marks.length === 0) {
      // once more after work was done: facts under way now leave their marks when they are committed
      if (!isFirst) await ctx.enqueue('indicators.keepTallies', {}, { startAfter: new Date(Date.now() + 1000) })
      return
    }
    await addUp(ctx, marks)
    await wipeMarks(
      ctx,
      marks.flatMap(({ ids }) => ids),
    )
    if (performance.now() > end) {
      await ctx.enqueue('indicators.keepTallies', {})
      return
    }
  }
}

/** Every night: the months of the last year that are not kept yet, such as those of people who are new. */
export async function keepMonths(ctx: Context): Promise<void> {
  if (!(await takeTurn(ctx))) return
  await fill(ctx, lastMonths(ctx.today, monthsKept))
}

/** Computes all that is kept from nothing. */
export async function recomputeTallies(ctx: Context, months: readonly Day[]): Promise<void> {
  await forgetTallies(ctx)
  await fill(ctx, months)
}

async function fill(ctx: Context, months: readonly Day[]): Promise<void> {
  for (;;) {
    const waiting = await unkept(ctx, months, atOnce)
    if (waiting.length === 0) return
    await addUp(ctx, waiting)
  }
}

async function addUp(ctx: Context, wanted: readonly PersonMonth[]): Promise<void> {
  for (const [month, people] of Map.groupBy(wanted, (one) => one.month)) {
    const period = periodAround('month', month)
    const ids = people.map(({ personId }) => personId)
    const seats = Map.groupBy(await seatsIn(ctx, 'indicators.read', ids, period), (seat) => seat.personId)
    const held = [...new Set([...seats.values()].flat().map((seat) => seat.responsibilityId))]
    const definitions = await definitionsIn(ctx, held, period)
    const tallies = await talliedFor(ctx, ids, { seats, definitions, periods: [period], isAnew: true })
    const asking = needsBy(seats, definitions)
    await keepTally(
      ctx,
      ids.map((personId): KeptTally => {
        // a month within which seats change is added up in stretches whenever it is asked for
        const isCut = cutsIn(seats.get(personId) ?? [], period).length > 0
        const { hash } = asking(personId, period)
        return { personId, month, needs: isCut ? '' : hash, tallies: isCut ? [] : (tallies.get(personId)?.[0] ?? []) }
      }),
    )
  }
}

function lastMonths(today: Day, count: number): Day[] {
  return Array.from({ length: count }, (_none, at) => addMonths(monthStart(today), -at))
}
