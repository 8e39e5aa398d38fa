import type { Context } from '#kernel/context'
import { tellPeople } from '#modules/base'
import { takeReminders } from '../store/make.ts'

/** Tells people what falls due soon, and once more when it is late. */
export async function remind(ctx: Context): Promise<void> {
  const hours = await ctx.setting<number>('tasks.remindHoursBefore')
  const reminders = await takeReminders(ctx, new Date(ctx.now.getTime() + hours * 3_600_000))
  for (const [key, group] of Map.groupBy(reminders, (one) => `${one.personId} ${one.isLate}`)) {
    const [personId = ''] = key.split(' ')
    const [first] = group
    if (!first) continue
    const kind = `tasks.${first.isLate ? 'late' : 'due-soon'}${group.length > 1 ? '-many' : ''}`
    const link = group.length === 1 ? `/tasks/${first.id}` : '/'
    await tellPeople(ctx, [personId], {
      kind,
      facts: { title: first.title, dueAt: first.dueAt.toISOString(), count: group.length },
      link,
    })
  }
}
