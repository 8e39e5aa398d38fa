import type { FlowEvent } from '#core/flow'
import { systemActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { inTenant } from '#kernel/transaction'
import { lockInstanceOrSkip } from '../store/instances.ts'
import { dropTimers, dueTimers, findTimer, noteFailure, type TimerRow } from '../store/timers.ts'
import { versionOf } from '../store/versions.ts'
import { remindDraft } from './draft-due.ts'
import { happen } from './happen.ts'

const batch = 200
const workers = 4
/** A round of the job; whatever is left is seen by the next one. */
const mostRounds = 50

/**
 * Fires what is due, in the order in which it fell due, each timer in a transaction of its own: one that fails holds up
 * nothing else, and is tried again later. A request somebody is just acting on is left for the next round.
 */
export async function fireTimers(ctx: Context): Promise<void> {
  const failed = new Set<string>()
  for (let round = 0; round < mostRounds; round += 1) {
    const due = (
      await inTenant(ctx.house, ctx.tenantId, systemActor(ctx.language), (own) => dueTimers(own, batch))
    ).filter((one) => !failed.has(`${one.instanceId} ${one.timer}`))
    if (due.length === 0) return
    // timers of one request one after the other, those of different ones side by side
    const queues = [...Map.groupBy(due, (one) => one.instanceId).values()]
    await Promise.all(
      Array.from({ length: workers }, async () => {
        for (let queue = queues.shift(); queue; queue = queues.shift())
          for (const one of queue) if (!(await fireOne(ctx, one))) failed.add(`${one.instanceId} ${one.timer}`)
      }),
    )
    if (due.length < batch && failed.size === due.length) return
  }
}

async function fireOne(ctx: Context, { instanceId, timer }: { instanceId: string; timer: string }): Promise<boolean> {
  const actor = systemActor(ctx.language)
  try {
    return await inTenant(ctx.house, ctx.tenantId, actor, async (own) => {
      const instance = await lockInstanceOrSkip(own, instanceId)
      if (!instance) return false
      const row = await findTimer(own, instanceId, timer)
      if (!row || row.pausedAt || row.fireAt > own.now) return true
      const version = await versionOf(own, instance.flowId, instance.version)
      // gone before it is fired: what it sets anew under the same name stays
      await dropTimers(own, instanceId, [timer])
      if (instance.status === 'draft' && row.rule) {
        await remindDraft(own, instance, row)
        return true
      }
      // one that belongs to nothing any more is refused by the engine, and that is all there is to it
      await happen(own, instance, version, eventOf(own, row), { as: ['system'] })
      return true
    })
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error)
    await inTenant(ctx.house, ctx.tenantId, actor, (own) =>
      noteFailure(own, { instanceId, timer }, trouble.slice(0, 500)),
    )
    return false
  }
}

function eventOf(ctx: Context, row: TimerRow): FlowEvent {
  if (row.event) return row.event
  const lateMinutes = Math.max(0, Math.floor((ctx.now.getTime() - row.fireAt.getTime()) / 60_000))
  return { do: 'timer-fired', timer: row.timer, lateMinutes }
}
