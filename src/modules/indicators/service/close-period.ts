import { addDays, periodAround } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import type { Days } from '#core/indicator'
import { reachOfActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { alreadyClosed, alreadyOpen, notOver } from '../problems.ts'
import type { Seat } from '../rules.ts'
import {
  closedNow,
  closedPeriods,
  freezeCells,
  holdFacts,
  insertClosed,
  periodById,
  setReopened,
  type CellToFreeze,
} from '../store/closed.ts'
import { seatedIn, seatsIn } from '../store/seats.ts'
import { standingsOf } from './standings.ts'

type Routes = typeof routes
const atOnce = 500

export async function listClosedPeriods(
  ctx: Context,
  { limit }: Input<Routes['listClosedPeriods']>,
): Promise<Output<Routes['listClosedPeriods']>> {
  const rows = await closedPeriods(ctx, limit)
  return {
    may: {
      close: reachOfActor(ctx.actor, 'indicators.close').all,
      reopen: reachOfActor(ctx.actor, 'indicators.reopen').all,
    },
    rows: rows.map((row) => ({
      ...row,
      closedAt: row.closedAt.toISOString(),
      reopenedAt: row.reopenedAt?.toISOString() ?? null,
    })),
  }
}

/** Freezes the figures of everybody in a period that is over, as they stand with every fact recorded by now. */
export async function closePeriod(
  ctx: Context,
  { kind, day, note }: Input<Routes['closePeriod']>,
): Promise<Output<Routes['closePeriod']>> {
  const period = periodAround(kind, day)
  wholeCompany(ctx, 'indicators.close')
  if (period.until > ctx.today) throw notOver({ until: addDays(period.until, -1) })
  await holdFacts(ctx)
  if (await closedNow(ctx, period)) throw alreadyClosed({ from: period.from })
  const people = await seatedIn(ctx, period)
  const cells: CellToFreeze[] = []
  for (let start = 0; start < people.length; start += atOnce)
    cells.push(...(await cellsToFreeze(ctx, people.slice(start, start + atOnce), period)))
  const periodId = await insertClosed(ctx, { kind, ...period, note })
  for (let start = 0; start < cells.length; start += atOnce)
    await freezeCells(ctx, periodId, cells.slice(start, start + atOnce))
  const figures = cells.reduce((sum, { cell }) => sum + cell.indicators.length, 0)
  const counts = { people: new Set(cells.map(({ personId }) => personId)).size, figures }
  await ctx.audit({
    action: 'indicators.close',
    target: `period/${periodId}`,
    after: { kind, from: period.from, until: period.until, note, ...counts },
  })
  await ctx.emit('indicators.period-closed', { periodId, kind, from: period.from, until: period.until })
  await ctx.announce('indicators')
  return { periodId, ...counts }
}

/** Opens a closed period again, with the reason. Its frozen figures stay to be read in the history. */
export async function reopenPeriod(
  ctx: Context,
  { periodId, reason }: Input<Routes['reopenPeriod']>,
): Promise<Record<string, never>> {
  const found = await periodById(ctx, periodId)
  if (!found) throw notFound({ what: 'period' })
  wholeCompany(ctx, 'indicators.reopen')
  if (found.reopenedAt) throw alreadyOpen({ from: found.from })
  await setReopened(ctx, periodId, reason)
  await ctx.audit({ action: 'indicators.reopen', target: `period/${periodId}`, before: found, after: { reason } })
  await ctx.emit('indicators.period-reopened', { periodId, from: found.from, until: found.until })
  await ctx.announce('indicators')
  return {}
}

/** A closed period concerns everybody: a right for a part of the company is not enough. */
function wholeCompany(ctx: Context, permission: string): void {
  if (!reachOfActor(ctx.actor, permission).all) throw forbidden({ permission })
}

async function cellsToFreeze(ctx: Context, personIds: readonly string[], period: Days): Promise<CellToFreeze[]> {
  const standings = await standingsOf(ctx, 'indicators.close', personIds, [period], { asIfOpen: true })
  const seats = Map.groupBy(await seatsIn(ctx, 'indicators.close', personIds, period), keyOf)
  return [...standings].flatMap(([personId, [standing]]) =>
    (standing?.cells ?? []).flatMap((cell) => {
      const { responsibilityId } = cell
      const heaviest = (seats.get(keyOf({ personId, responsibilityId })) ?? []).reduce<Seat | undefined>(
        (best, seat) => (best && best.weightPermille >= seat.weightPermille ? best : seat),
        undefined,
      )
      return heaviest ? [{ personId, responsibilityId, unitId: heaviest.unitId, cell }] : []
    }),
  )
}

function keyOf({ personId, responsibilityId }: { personId: string; responsibilityId: string }): string {
  return `${personId}:${responsibilityId}`
}
