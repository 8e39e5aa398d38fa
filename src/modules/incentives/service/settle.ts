import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { tellPeople } from '#modules/base'
import type { routes } from '../contract.ts'
import { alreadySettled, earlierFirst, notOver, nothingToSettle } from '../problems.ts'
import { daysOf } from '../rules/months.ts'
import { homeUnits } from '../store/people.ts'
import { insertSettlement } from '../store/settlements.ts'
import { lockIncentives } from '../store/write-plans.ts'
import { firstDue, monthsKnown } from './months.ts'
import { reckoned, type Reckoned } from './reckon.ts'

type Routes = typeof routes

export async function listSettlements(
  ctx: Context,
  { limit }: { limit: number },
): Promise<Output<Routes['listSettlements']>> {
  return { months: (await monthsKnown(ctx)).slice(0, limit), maySettle: ctx.may('incentives.settle') }
}

/** Writes a month that has passed, once; what it brought is told to each without an amount. */
export async function settleMonth(
  ctx: Context,
  { period }: Input<Routes['settleMonth']>,
): Promise<Output<Routes['settleMonth']>> {
  await lockIncentives(ctx)
  const months = await monthsKnown(ctx)
  const month = months.find((one) => one.period === period)
  if (month?.state === 'settled') throw alreadySettled({ period })
  if (daysOf(period).until > ctx.today) throw notOver({ period })
  if (!month) throw nothingToSettle({ period })
  const due = firstDue(months)
  if (due && due < period) throw earlierFirst({ period, earlier: due })
  const entries = (await reckoned(ctx, period)).entries.filter(isWorthKeeping)
  const units = await homeUnits(
    ctx,
    entries.map(({ personId }) => personId),
    daysOf(period).until,
  )
  const settlementId = await insertSettlement(
    ctx,
    period,
    entries.map(({ version, ...entry }) => ({
      ...entry,
      termsId: version.id,
      unitId: units.get(entry.personId) ?? null,
    })),
  )
  const people = [...new Set(entries.map(({ personId }) => personId))]
  const totalFen = entries.reduce((sum, { fen }) => sum + fen, 0)
  await ctx.audit({
    action: 'incentives.settle',
    target: `incentive-settlement/${settlementId}`,
    after: { period, people: people.length, totalFen },
  })
  await ctx.emit('incentives.settled', { settlementId, period })
  await tellPeople(ctx, people, {
    kind: 'incentives.settled',
    facts: { period },
    link: `/my-incentives?period=${period}`,
  })
  await ctx.announce('incentives')
  return { settlementId, people: people.length, totalFen }
}

/** Who did nothing and gets nothing needs no row. */
export function isWorthKeeping({ fen, facts, milli }: Reckoned): boolean {
  return fen !== 0 || facts.length > 0 || (milli ?? 0) > 0
}
