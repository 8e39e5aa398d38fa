import type { Context } from '#kernel/context'
import { tellEach } from '#modules/base'
import { managersOf } from '#modules/organisation'
import { madeUntil } from '../store/make.ts'
import { takeEscalations, takeReminders, type Escalation, type Reminder } from '../store/remind.ts'
import { makeTasks } from './make-tasks.ts'
import { moveToStandIns } from './stand-ins.ts'

/**
 * Tells people what falls due soon, what is due and what is late, and the superior what has been late for too long: each once.
 * Also the first to notice that nobody made today's tasks, after the server was down over midnight.
 */
export async function remind(ctx: Context): Promise<void> {
  const made = await madeUntil(ctx)
  if (made !== null && made < ctx.today) await makeTasks(ctx)
  else await moveToStandIns(ctx)
  const reminders = await takeReminders(ctx, await ctx.setting<number>('tasks.remindHoursBefore'))
  const groups = [...Map.groupBy(reminders, (one) => `${one.personId} ${one.stage}`).values()]
  await tellEach(ctx, groups.flatMap(reminderOf))
  await escalate(ctx, await takeEscalations(ctx))
}

function reminderOf(group: readonly Reminder[]) {
  const [first] = group
  if (!first) return []
  return [
    {
      personId: first.personId,
      kind: `tasks.${first.stage}${group.length > 1 ? '-many' : ''}`,
      facts: { title: first.title, dueAt: first.dueAt.toISOString(), count: group.length },
      link: group.length === 1 ? `/tasks/${first.id}` : '/',
    },
  ]
}

/** One notice for each superior, however many of their people are late. */
async function escalate(ctx: Context, late: readonly Escalation[]): Promise<void> {
  if (late.length === 0) return
  const superiors = await managersOf(ctx, [...new Set(late.map((one) => one.personId))], ctx.today)
  const managerOf = new Map(superiors.map((one) => [one.personId, one.managerId]))
  const groups = [...Map.groupBy(late, (one) => managerOf.get(one.personId))]
  await tellEach(
    ctx,
    groups.flatMap(([managerId, group]) => {
      const [first] = group
      if (!managerId || !first) return []
      return [
        {
          personId: managerId,
          kind: `tasks.escalated${group.length > 1 ? '-many' : ''}`,
          facts: { title: first.title, person: first.personName, count: group.length },
          link: group.length === 1 ? `/tasks/${first.id}` : '/tasks?show=late',
        },
      ]
    }),
  )
}
