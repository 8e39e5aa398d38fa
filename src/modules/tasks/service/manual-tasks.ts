import type { Input, Output } from '#core/contract'
import { addDays } from '#core/calendar'
import { dayIn } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import { positionsOf } from '#modules/organisation'
import { visibleSubjectIds } from '#modules/subjects'
import type { routes } from '../contract.ts'
import { alreadyCancelled, alreadyDone, dueInThePast, hasNoUnit, ownDuty } from '../problems.ts'
import { mayCallOff } from '../rules.ts'
import { insertTasks } from '../store/make.ts'
import { dropPleas } from '../store/pleas.ts'
import { linkSubjects } from '../store/subjects.ts'
import { insertSubtasks } from '../store/subtasks.ts'
import { findTask, markCancelled, nameOfPerson, taskParts } from '../store/task.ts'

/** Gives somebody a piece of work by hand. */
export async function createTask(
  ctx: Context,
  input: Input<(typeof routes)['createTask']>,
): Promise<{ taskId: string }> {
  const [seat] = await positionsOf(ctx, input.personId, ctx.today)
  const personName = await nameOfPerson(ctx, input.personId)
  if (!personName || !ctx.may('tasks.assign', { personId: input.personId, unitId: seat?.unitId }))
    throw notFound({ what: 'person' })
  if (!seat) throw hasNoUnit({ personName })
  const due = new Date(input.dueAt)
  if (due < ctx.now) throw dueInThePast({})
  const subjectIds = [...new Set(input.subjectIds)]
  if ((await visibleSubjectIds(ctx, subjectIds)).size < subjectIds.length) throw notFound({ what: 'subject' })
  const taskId = ctx.newId()
  const dueDay = dayIn(ctx.timeZone, due)
  const title = { [ctx.language]: input.title }
  await insertTasks(ctx, [
    {
      id: taskId,
      title,
      origin: 'manual',
      responsibilityId: null,
      dutyId: null,
      positionId: seat.positionId,
      personId: input.personId,
      unitId: seat.unitId,
      periodFrom: ctx.today,
      periodUntil: addDays(dueDay, 1),
      dueAt: due.toISOString(),
      quantityDue: input.quantityDue,
      onceKey: `manual:${taskId}`,
      note: input.note,
      givenBy: ctx.actor.personId,
    },
  ])
  await insertSubtasks(
    ctx,
    taskId,
    input.subtasks.map((words) => ({ title: { [ctx.language]: words }, isMandatory: true })),
  )
  await linkSubjects(ctx, taskId, { added: subjectIds, removed: [] })
  await ctx.audit({ action: 'tasks.create', target: `task/${taskId}`, after: input })
  if (input.personId !== ctx.actor.personId) {
    await tellPeople(ctx, [input.personId], {
      kind: 'tasks.given',
      facts: { title: input.title, from: ctx.actor.name },
      link: `/tasks/${taskId}`,
    })
  }
  await ctx.announce('tasks')
  return { taskId }
}

type CancelTask = (typeof routes)['cancelTask']

/** Calls a task off with a reason; its doer is told. */
export async function cancelTask(
  ctx: Context,
  { taskId, reason, version }: Input<CancelTask>,
): Promise<Output<CancelTask>> {
  const task = await findTask(ctx, 'tasks.read', taskId)
  if (!task) throw notFound({ what: 'task' })
  if (!ctx.may('tasks.assign', task)) throw forbidden({ permission: 'tasks.assign' })
  if (!mayCallOff({ ...task, ...(await taskParts(ctx, taskId)) }, ctx.actor.personId)) throw ownDuty({})
  if (task.status === 'done') throw alreadyDone({})
  if (task.status === 'cancelled') throw alreadyCancelled({})
  if (!(await markCancelled(ctx, taskId, version, reason)))
    throw changedMeanwhile({ yours: version, current: task.version })
  await dropPleas(ctx, [taskId])
  await ctx.audit({ action: 'tasks.cancel', target: `task/${taskId}`, after: { reason } })
  await ctx.emit('tasks.cancelled', { taskId })
  if (task.personId !== ctx.actor.personId) {
    await tellPeople(ctx, [task.personId], {
      kind: 'tasks.cancelled',
      facts: { title: task.title, reason },
      link: `/tasks/${taskId}`,
    })
  }
  await ctx.announce('tasks')
  return { task: { ...task, status: 'cancelled', isLate: false, version: version + 1 } }
}
