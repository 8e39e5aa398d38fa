import type { Context } from '#kernel/context'
import { inTenant } from '#kernel/transaction'
import { systemActor } from '#kernel/access'
import { lockInstance } from '../store/instances.ts'
import { findTimer, putTimers, timersReckonedBefore, type TimerRow } from '../store/timers.ts'
import { updateDue } from '../store/dues.ts'
import { tokenOfTimer } from '../rules/effects.ts'
import { limitAt } from '#core/flow'
import { reckoning } from './clock.ts'
import { fireAt } from './reckon.ts'

const batch = 500

/** The calendar has changed, or the shifts: open timers are reckoned anew, and both times stand in the audit. */
export async function reckonTimers(ctx: Context): Promise<void> {
  for (let round = 0; round < 1000; round += 1) {
    const known = await reckoning(ctx)
    const rows = await inTenant(ctx.house, ctx.tenantId, systemActor(ctx.language), (own) =>
      timersReckonedBefore(own, known.version, batch),
    )
    for (const row of rows) await inTenant(ctx.house, ctx.tenantId, systemActor(ctx.language), (own) => again(own, row))
    if (rows.length < batch) return
  }
}

async function again(ctx: Context, { instanceId, timer }: TimerRow): Promise<void> {
  const instance = await lockInstance(ctx, instanceId)
  const row = await findTimer(ctx, instanceId, timer)
  if (!instance || !row?.rule || row.pausedAt) return
  const known = await reckoning(ctx)
  const next = new Date(fireAt(row.rule, row.begunAt.getTime(), known))
  await putTimers(ctx, [{ ...row, fireAt: next, calendarVersion: known.version }])
  const { deadline, pauses } = row.rule
  if (deadline)
    await updateDue(
      ctx,
      instanceId,
      tokenOfTimer(timer),
      new Date(limitAt(deadline, row.begunAt.getTime(), known.clock, pauses)),
    )
  if (next.getTime() === row.fireAt.getTime()) return
  await ctx.audit({
    action: 'flow.reckon',
    target: `request/${instanceId}`,
    before: { timer, fireAt: row.fireAt.toISOString(), calendar: row.calendarVersion },
    after: { timer, fireAt: next.toISOString(), calendar: known.version },
  })
}
