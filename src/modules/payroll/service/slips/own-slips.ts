import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { inTransaction } from '#kernel/transaction'
import type { routes } from '../../contract.ts'
import { addSums } from '../../rules/sum-slip.ts'
import {
  findSlip,
  noteOpened,
  noteReceived,
  ownHeads,
  slipsBetween,
  ownYears,
  type StoredSlip,
} from '../../store/slips.ts'
import { detailOf } from './slip-detail.ts'

type Routes = typeof routes

export async function listOwnSlips(
  ctx: Context,
  { limit }: Input<Routes['listOwnSlips']>,
): Promise<Output<Routes['listOwnSlips']>> {
  const { personId } = ctx.actor
  return { rows: personId ? await ownHeads(ctx, personId, limit) : [] }
}

/** Opens a slip of mine; the first time is noted. */
export async function readOwnSlip(
  ctx: Context,
  { slipId }: Input<Routes['readOwnSlip']>,
): Promise<Output<Routes['readOwnSlip']>> {
  return inTransaction(ctx, async (inner) => {
    const slip = await ownSlip(inner, slipId)
    await noteOpened(inner, slipId)
    return detailOf(inner, { ...slip, openedAt: slip.openedAt ?? inner.now.toISOString() })
  })
}

export async function confirmSlip(
  ctx: Context,
  { slipId }: Input<Routes['confirmSlip']>,
): Promise<Output<Routes['confirmSlip']>> {
  const slip = await ownSlip(ctx, slipId)
  if (slip.confirmedAt) return { confirmedAt: slip.confirmedAt }
  await noteReceived(ctx, slipId)
  await ctx.audit({ action: 'payroll.confirm-slip', target: `pay-slip/${slipId}` })
  await ctx.announce('payroll')
  return { confirmedAt: ctx.now.toISOString() }
}

export async function readOwnYear(
  ctx: Context,
  { year }: Input<Routes['readOwnYear']>,
): Promise<Output<Routes['readOwnYear']>> {
  const { personId } = ctx.actor
  if (!personId) throw notFound({ what: 'payslip' })
  const slips = await slipsBetween(ctx, 'payroll.read-own', {
    personId,
    from: `${year}-01-01`,
    until: `${year + 1}-01-01`,
  })
  const months = [...Map.groupBy(slips, ({ paidOn }) => paidOn.slice(0, 7))]
  return {
    year,
    years: await ownYears(ctx, personId),
    months: months.map(([month, paid]) => ({
      month,
      slips: paid.map(({ id, period }) => ({ id, period })),
      sums: addSums(paid.map(({ sums }) => sums)),
    })),
    total: addSums(slips.map(({ sums }) => sums)),
  }
}

/** A published slip of one's own; another's, or one that is not published, is not there. */
export async function ownSlip(ctx: Context, slipId: string): Promise<StoredSlip> {
  const slip = await findSlip(ctx, 'payroll.read-own', slipId)
  if (!slip) throw notFound({ what: 'payslip' })
  return slip
}
