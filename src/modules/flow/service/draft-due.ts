import { limitAt, type Span } from '#core/flow'
import type { Context } from '#kernel/context'
import { tellPeople } from '#modules/base'
import { titleTexts } from '../rules/title.ts'
import { draftToken, insertDraftTask } from '../store/draft-due.ts'
import type { Instance } from '../store/instances.ts'
import { putTimers, type TimerRow } from '../store/timers.ts'
import { reckoning } from './clock.ts'
import { fireAt } from './reckon.ts'

/** Its owner is reminded while half a working day is left, and when the time is over. */
const reminders: readonly Span[] = [
  { amount: -4, unit: 'workhour' },
  { amount: 0, unit: 'minute' },
]

/** A draft that a link began with a deadline: a to-do of its owner, reminded, and reckoned anew with the calendar. */
export async function awaitDraft(ctx: Context, { id, flowId, ownerId }: Instance, limit: Span): Promise<void> {
  const known = await reckoning(ctx)
  const deadline = { limit, roundTo: 'shift-end' as const }
  const begun = ctx.now.getTime()
  await insertDraftTask(ctx, {
    instanceId: id,
    flowId,
    personId: ownerId,
    dueAt: new Date(limitAt(deadline, begun, known.clock)),
  })
  const rows = reminders.map((at, index): TimerRow => {
    const rule = { deadline, at }
    return {
      instanceId: id,
      timer: `${draftToken}.${index}`,
      node: 'start',
      fireAt: new Date(fireAt(rule, begun, known)),
      rule,
      event: null,
      begunAt: ctx.now,
      pausedAt: null,
      calendarVersion: known.version,
    }
  })
  // a short limit leaves no time to remind before
  await putTimers(
    ctx,
    rows.filter((row) => row.fireAt > ctx.now),
  )
}

export async function remindDraft(ctx: Context, instance: Instance, { timer }: TimerRow): Promise<void> {
  await tellPeople(ctx, [instance.ownerId], {
    kind: timer === `${draftToken}.0` ? 'flow.draft-due' : 'flow.draft-overdue',
    facts: { title: titleTexts(instance) },
    link: `/requests/${instance.id}`,
  })
}
