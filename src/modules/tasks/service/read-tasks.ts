import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { MyDay, routes, TaskDetail } from '../contract.ts'
import { mayCallOff, mayTakeBack } from '../rules.ts'
import { dutyParts } from '../store/duty-parts.ts'
import { countTaskRows, listTaskRows, myDayRows } from '../store/list.ts'
import { hasLeft } from '../store/leavers.ts'
import { entriesOf, findTask, taskParts } from '../store/task.ts'

export const listTasks = (ctx: Context, input: Input<(typeof routes)['listTasks']>) => listTaskRows(ctx, input)
export const countTasks = (ctx: Context, input: Input<(typeof routes)['countTasks']>) => countTaskRows(ctx, input)

/** An account without a person (an outside administrator) has an empty day. */
export async function readMyDay(ctx: Context): Promise<MyDay> {
  const { personId } = ctx.actor
  if (!personId) return { late: [], today: [], later: [], doneToday: [], week: { due: 0, done: 0 } }
  return myDayRows(ctx, personId)
}

export async function readTask(ctx: Context, { taskId }: { taskId: string }): Promise<TaskDetail> {
  const task = await findTask(ctx, 'tasks.read', taskId)
  if (!task) throw notFound({ what: 'task' })
  const { factKind: _factKind, givenBy, ...parts } = await taskParts(ctx, taskId)
  const hours = await ctx.setting<number>('tasks.takeBackHours')
  const entries = await entriesOf(ctx, taskId)
  const isMine = task.personId === ctx.actor.personId
  return {
    ...task,
    ...parts,
    ...(await dutyParts(ctx, taskId)),
    entries: entries.map((entry) =>
      Object.assign(entry, {
        canTakeBack:
          entry.personId === ctx.actor.personId &&
          entry.takenBackAt === null &&
          ctx.may('tasks.do', task) &&
          mayTakeBack(new Date(entry.handedInAt), ctx.now, hours),
      }),
    ),
    canHandIn:
      isMine &&
      ctx.may('tasks.do', task) &&
      (task.status === 'open' || (task.status === 'done' && task.quantityDue > 1)),
    canSettle: task.status === 'open' && ctx.may('tasks.settle', task) && (await hasLeft(ctx, task.personId)),
    canCancel:
      task.status === 'open' &&
      ctx.may('tasks.assign', task) &&
      mayCallOff({ personId: task.personId, givenBy }, ctx.actor.personId),
  }
}
