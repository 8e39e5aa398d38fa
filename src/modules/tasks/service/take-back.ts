import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { notYours, takeBackTooLate } from '../problems.ts'
import { completes, mayTakeBack } from '../rules.ts'
import { entriesOf, findTask, lockTask, markTakenBack, setProgress, taskParts } from '../store/task.ts'
import { tellTakeBack } from './count-facts.ts'

type TakeBack = (typeof routes)['takeBack']

/** Undoes an own hand-in while it is fresh. The entry stays to be read, marked; the fact is reversed by who keeps facts. */
export async function takeBack(ctx: Context, { taskId, entryId }: Input<TakeBack>): Promise<Output<TakeBack>> {
  await lockTask(ctx, taskId)
  const task = await findTask(ctx, 'tasks.do', taskId)
  const entry = task && (await entriesOf(ctx, taskId)).find((one) => one.id === entryId && one.takenBackAt === null)
  if (!task || !entry) throw notFound({ what: 'entry' })
  if (entry.personId !== ctx.actor.personId) throw notYours({})
  const hours = await ctx.setting<number>('tasks.takeBackHours')
  if (!mayTakeBack(new Date(entry.handedInAt), ctx.now, hours)) throw takeBackTooLate({ hours })

  await markTakenBack(ctx, entryId)
  const quantityDone = Math.max(0, task.quantityDone - 1)
  await setProgress(ctx, taskId, quantityDone, completes(quantityDone, task.quantityDue))
  await ctx.audit({ action: 'tasks.take-back', target: `task/${taskId}`, before: { entryId } })
  await ctx.emit('tasks.taken-back', { taskId, entryId })
  const { factKind, subjectId } = await taskParts(ctx, taskId)
  const happenedAt = new Date(entry.happenedAt)
  const { personId, unitId } = task
  await tellTakeBack(ctx, { taskId, entryId, kind: factKind, personId, unitId, subjectId, happenedAt, dimensions: {} })
  await ctx.announce('tasks')
  const after = await findTask(ctx, 'tasks.do', taskId)
  if (!after) throw notFound({ what: 'task' })
  return { task: after }
}
