import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { MyDay, routes, TaskDetail } from '../contract.ts'
import { mayCallOff, mayTakeBack } from '../rules.ts'
import { dutyParts } from '../store/duty-parts.ts'
import { countTaskRows, listTaskRows, myDayRows } from '../store/list.ts'
import { hasLeft } from '../store/leavers.ts'
import { helpersOf } from '../store/guests.ts'
import { knowledgeOf } from '../store/knowledge.ts'
import { subtasksOf } from '../store/subtasks.ts'
import { entriesOf, findTask, taskParts } from '../store/task.ts'
import { isAtWork } from './may-work.ts'
import { pleasShown } from './pleas.ts'
import { subjectsShown } from './subjects.ts'

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
  const { factKind: _factKind, givenBy, subjectId, ...parts } = await taskParts(ctx, taskId)
  const hours = await ctx.setting<number>('tasks.takeBackHours')
  const entries = await entriesOf(ctx, taskId)
  const atWork = await isAtWork(ctx, task)
  const mayAssign = ctx.may('tasks.assign', task)
  const isOpen = task.status === 'open'
  const mayEnd = isOpen && mayAssign && mayCallOff({ personId: task.personId, givenBy }, ctx.actor.personId)
  return {
    ...task,
    ...parts,
    ...(await dutyParts(ctx, taskId)),
    subtasks: await subtasksOf(ctx, taskId),
    subjects: await subjectsShown(ctx, taskId, subjectId),
    pleas: await pleasShown(ctx, task),
    helperNames: (await helpersOf(ctx, taskId)).map(({ name }) => name),
    knowledge: await knowledgeOf(ctx, task.responsibilityId),
    entries: entries.map((entry) =>
      Object.assign(entry, {
        canTakeBack:
          entry.personId === ctx.actor.personId &&
          entry.takenBackAt === null &&
          atWork &&
          mayTakeBack(new Date(entry.handedInAt), ctx.now, hours),
      }),
    ),
    canHandIn: atWork && (isOpen || (task.status === 'done' && task.quantityDue > 1)),
    canSettle: isOpen && ctx.may('tasks.settle', task) && (await hasLeft(ctx, task.personId)),
    canCancel: mayEnd,
    canExtend: mayEnd,
    canHandOver: isOpen && mayAssign && task.personId !== ctx.actor.personId,
    canPlead: isOpen && atWork && task.personId === ctx.actor.personId,
    canWork: isOpen && (atWork || mayAssign),
  }
}
