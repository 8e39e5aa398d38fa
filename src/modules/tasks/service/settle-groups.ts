import type { Context } from '#kernel/context'
import { groupsDone, isSettledTogether, settleWork } from '../store/settle-work.ts'

/** After a hand-in, a taking back, a tick or facts: the state of the work as a whole; completed work is told. */
export async function settleTogether(ctx: Context, taskIds: readonly string[]): Promise<void> {
  const changed = await settleWork(ctx, taskIds)
  for (const { id, personId, dueAt, status } of changed)
    if (status === 'done') await ctx.emit('tasks.completed', { taskId: id, personId, dueAt: dueAt.toISOString() })
  if (changed.length > 0) await ctx.announce('tasks')
}

/** The same for one task, where more than its own hand-ins counts; else it is left as it is. */
export async function settleOthers(ctx: Context, taskId: string): Promise<void> {
  if (await isSettledTogether(ctx, taskId)) await settleTogether(ctx, [taskId])
}

export async function closeDoneGroups(ctx: Context): Promise<void> {
  await settleTogether(ctx, await groupsDone(ctx))
}
