import type { Context } from '#kernel/context'
import type { Task } from '../contract.ts'
import { helpersOf } from '../store/guests.ts'

/** The doer, who helps them, and who may give the doer work: they tick, add and link. */
export async function mayWork(ctx: Context, task: Task): Promise<boolean> {
  return (await isAtWork(ctx, task)) || ctx.may('tasks.assign', task)
}

/** The doer, or somebody who helps: they hand in. */
export async function isAtWork(ctx: Context, task: Task): Promise<boolean> {
  const { personId } = ctx.actor
  if (!personId || !ctx.may('tasks.do')) return false
  if (task.personId === personId) return ctx.may('tasks.do', task)
  return (await helpersOf(ctx, task.id)).some((helper) => helper.id === personId)
}
