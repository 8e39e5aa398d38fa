import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { mandatorySubtask, tooManySubtasks } from '../problems.ts'
import { deleteSubtask, findSubtask, insertSubtasks, markSubtask, subtasksOf } from '../store/subtasks.ts'
import { mustBeOpen } from './hand-over.ts'
import { mayWork } from './may-work.ts'
import { settleOthers } from './settle-groups.ts'

type Routes = typeof routes
const limit = 100

export async function addSubtask(
  ctx: Context,
  { taskId, title, isMandatory }: Input<Routes['addSubtask']>,
): Promise<Output<Routes['addSubtask']>> {
  await mustWork(ctx, taskId)
  const { length } = await subtasksOf(ctx, taskId)
  if (length >= limit) throw tooManySubtasks({ limit })
  const added = { title: { [ctx.language]: title }, isMandatory }
  const [subtaskId = ''] = await insertSubtasks(ctx, taskId, [added], length)
  await told(ctx, taskId, 'add-subtask', { subtaskId, ...added })
  return { subtaskId }
}

export async function removeSubtask(
  ctx: Context,
  { taskId, subtaskId }: Input<Routes['removeSubtask']>,
): Promise<Output<Routes['removeSubtask']>> {
  await mustWork(ctx, taskId)
  const subtask = await findSubtask(ctx, taskId, subtaskId)
  if (!subtask) throw notFound({ what: 'subtask' })
  if (subtask.is_mandatory) throw mandatorySubtask({})
  await deleteSubtask(ctx, subtaskId)
  await told(ctx, taskId, 'remove-subtask', { subtaskId })
  return { subtaskId }
}

/** Ticks it, or takes the tick back; the same said twice changes nothing. */
export async function tickSubtask(
  ctx: Context,
  { taskId, subtaskId, isDone }: Input<Routes['tickSubtask']>,
): Promise<Output<Routes['tickSubtask']>> {
  await mustWork(ctx, taskId)
  const subtask = await findSubtask(ctx, taskId, subtaskId)
  if (!subtask) throw notFound({ what: 'subtask' })
  if ((subtask.done_at !== null) === isDone) return { subtaskId }
  await markSubtask(ctx, subtaskId, isDone)
  if (isDone) await settleOthers(ctx, taskId)
  await told(ctx, taskId, isDone ? 'tick' : 'untick', { subtaskId })
  return { subtaskId }
}

async function mustWork(ctx: Context, taskId: string): Promise<void> {
  if (!(await mayWork(ctx, await mustBeOpen(ctx, taskId)))) throw forbidden({ permission: 'tasks.do' })
}

async function told(ctx: Context, taskId: string, verb: string, after: object): Promise<void> {
  await ctx.audit({ action: `tasks.${verb}`, target: `task/${taskId}`, after })
  await ctx.announce('tasks')
}
