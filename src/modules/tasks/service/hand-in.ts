import type { Input, Output } from '#core/contract'
import { factParts, handInFaults } from '#core/form'
import type { Context } from '#kernel/context'
import { dayIn } from '#kernel/clock'
import { notFound } from '#kernel/problems'
import { attachFiles } from '#modules/base'
import type { routes } from '../contract.ts'
import {
  alreadyCancelled,
  alreadyDone,
  beforeThePeriod,
  formIncomplete,
  inTheFuture,
  notYours,
  subtasksOpen,
} from '../problems.ts'
import { completes } from '../rules.ts'
import { mandatoryOpen } from '../store/duty-parts.ts'
import { dropPleas } from '../store/pleas.ts'
import { linkedSubjects } from '../store/subjects.ts'
import { findTask, insertEntry, lockTask, setProgress, taskParts } from '../store/task.ts'
import { withFiles } from './evidence.ts'
import { tellHandIn } from './count-facts.ts'
import { isAtWork } from './may-work.ts'

type HandIn = (typeof routes)['handIn']
const clockSkewMs = 5 * 60_000

/** Hands in a piece of work: what was done, when, with which photos. The last one due completes the task. */
export async function handIn(ctx: Context, input: Input<HandIn>): Promise<Output<HandIn>> {
  const { taskId } = input
  await lockTask(ctx, taskId)
  const task = await findTask(ctx, 'tasks.do', taskId)
  if (!task) throw notFound({ what: 'task' })
  const { personId } = ctx.actor
  if (!personId || !(await isAtWork(ctx, task))) throw notYours({})
  if (task.status === 'cancelled') throw alreadyCancelled({})
  if (task.status === 'done' && task.quantityDue === 1) throw alreadyDone({})
  const happenedAt = input.happenedAt ? new Date(input.happenedAt) : ctx.now
  if (happenedAt.getTime() > ctx.now.getTime() + clockSkewMs) throw inTheFuture({})
  if (task.origin === 'duty' && dayIn(ctx.timeZone, happenedAt) < task.periodFrom)
    throw beforeThePeriod({ from: task.periodFrom })
  const parts = await taskParts(ctx, taskId)
  const { values, photos } = await withFiles(ctx, parts.form, input)
  const faults = handInFaults(parts.form, values, photos)
  if (faults.length > 0) throw formIncomplete({ faults })

  if (completes(task.quantityDone + 1, task.quantityDue)) {
    const count = await mandatoryOpen(ctx, taskId)
    if (count > 0) throw subtasksOpen({ count })
  }

  const entryId = ctx.newId()
  await insertEntry(ctx, {
    id: entryId,
    taskId,
    personId,
    happenedAt,
    values,
    note: input.note,
  })
  if (input.fileIds.length > 0) await attachFiles(ctx, input.fileIds, { type: 'tasks.entry', id: entryId })
  const quantityDone = task.quantityDone + 1
  const isDone = completes(quantityDone, task.quantityDue)
  await setProgress(ctx, taskId, quantityDone, isDone)
  await ctx.audit({
    action: 'tasks.hand-in',
    target: `task/${taskId}`,
    after: { entryId, values, quantityDone },
  })
  await ctx.emit('tasks.handed-in', {
    taskId,
    entryId,
    factKind: parts.factKind,
    personId: task.personId,
    unitId: task.unitId,
    responsibilityId: task.responsibilityId,
    happenedAt: happenedAt.toISOString(),
    subjectIds: [...new Set([...(parts.subjectId ? [parts.subjectId] : []), ...(await linkedSubjects(ctx, taskId))])],
    ...factParts(parts.form, values),
  })
  await tellHandIn(ctx, {
    taskId,
    entryId,
    kind: parts.factKind,
    personId: task.personId,
    unitId: task.unitId,
    subjectId: parts.subjectId,
    happenedAt,
    dimensions: factParts(parts.form, values).dimensions,
  })
  if (isDone && task.status === 'open') {
    await dropPleas(ctx, [taskId])
    await ctx.emit('tasks.completed', { taskId, personId: task.personId, dueAt: task.dueAt })
  }
  await ctx.announce('tasks')
  const status = isDone ? ('done' as const) : ('open' as const)
  return {
    entryId,
    task: {
      ...task,
      quantityDone,
      status,
      doneAt: isDone ? (task.doneAt ?? ctx.now.toISOString()) : null,
      isLate: !isDone && task.isLate,
      isWaiting: !isDone && task.isWaiting,
      version: task.version + 1,
    },
  }
}
