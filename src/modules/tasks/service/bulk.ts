import type { Input, Output } from '#core/contract'
import { say } from '#kernel/i18n'
import type { Context } from '#kernel/context'
import { Problem } from '#kernel/problem'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { dueInThePast, noColleague } from '../problems.ts'
import { findTask } from '../store/task.ts'
import { extendTask, handOverTask } from './hand-over.ts'
import { cancelTask } from './manual-tasks.ts'

type Bulk = (typeof routes)['bulkTasks']
type Asked = Input<Bulk>

/** One deed on many tasks. Each use case checks all before it writes, so a refusal leaves its task as it was. */
export async function bulkTasks(ctx: Context, input: Asked): Promise<Output<Bulk>> {
  if (input.deed === 'hand-over' && !input.personId) throw noColleague({})
  if (input.deed === 'extend' && !input.dueAt) throw dueInThePast({})
  const results: Output<Bulk>['results'] = []
  for (const taskId of [...new Set(input.taskIds)].toSorted()) {
    try {
      await perform(ctx, taskId, input)
      results.push({ taskId, code: 'done', message: null })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const [module = '', key = ''] = error.code.split('.')
      results.push({ taskId, code: error.code, message: say(ctx.language, `${module}.problems.${key}`, error.facts) })
    }
  }
  return { results }
}

async function perform(
  ctx: Context,
  taskId: string,
  { deed, reason, personId = '', dueAt = '' }: Asked,
): Promise<void> {
  if (deed === 'hand-over') await handOverTask(ctx, { taskId, personId, reason })
  else if (deed === 'extend') await extendTask(ctx, { taskId, dueAt, reason })
  else {
    const task = await findTask(ctx, 'tasks.read', taskId)
    if (!task) throw notFound({ what: 'task' })
    await cancelTask(ctx, { taskId, reason, version: task.version })
  }
}
