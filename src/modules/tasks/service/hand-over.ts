import type { Input, Output } from '#core/contract'
import { addDays } from '#core/calendar'
import { dayIn } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import { positionsOf } from '#modules/organisation'
import type { routes, Task } from '../contract.ts'
import { alreadyCancelled, alreadyDone, dueInThePast, hasNoUnit, mustAsk, ownDuty, sameDoer } from '../problems.ts'
import { mayCallOff } from '../rules.ts'
import { passOn } from '../store/leavers.ts'
import { dropPleas, putOff } from '../store/pleas.ts'
import { findTask, lockTask, nameOfPerson, taskParts } from '../store/task.ts'

type Routes = typeof routes

/** Gives a task to another at once: for who may give that person work. Everybody else asks them. */
export async function handOverTask(
  ctx: Context,
  { taskId, personId, reason }: Input<Routes['handOverTask']>,
): Promise<Output<Routes['handOverTask']>> {
  const task = await mustBeOpen(ctx, taskId)
  if (!ctx.may('tasks.assign', task)) throw forbidden({ permission: 'tasks.assign' })
  const { personName, unitId } = await placeOf(ctx, personId)
  if (!ctx.may('tasks.assign', { personId, unitId })) throw mustAsk({ personName })
  await give(ctx, task, { personId, reason })
  return { taskId }
}

/** Puts a task off. Of one's own work only what one gave oneself: for else nobody would ever be late. */
export async function extendTask(
  ctx: Context,
  { taskId, dueAt, reason }: Input<Routes['extendTask']>,
): Promise<Output<Routes['extendTask']>> {
  const task = await mustBeOpen(ctx, taskId)
  if (!ctx.may('tasks.assign', task)) throw forbidden({ permission: 'tasks.assign' })
  if (!mayCallOff({ ...task, ...(await taskParts(ctx, taskId)) }, ctx.actor.personId)) throw ownDuty({})
  await extend(ctx, task, new Date(dueAt), reason)
  return { taskId }
}

export async function mustBeOpen(ctx: Context, taskId: string): Promise<Task> {
  await lockTask(ctx, taskId)
  const task = await findTask(ctx, 'tasks.read', taskId)
  if (!task) throw notFound({ what: 'task' })
  if (task.status === 'done') throw alreadyDone({})
  if (task.status === 'cancelled') throw alreadyCancelled({})
  return task
}

/** Somebody's name and the unit of their main seat today; refuses who is not there or sits nowhere. */
export async function placeOf(ctx: Context, personId: string): Promise<{ personName: string; unitId: string }> {
  const personName = await nameOfPerson(ctx, personId)
  if (!personName) throw notFound({ what: 'person' })
  const [seat] = await positionsOf(ctx, personId, ctx.today)
  if (!seat) throw hasNoUnit({ personName })
  return { personName, unitId: seat.unitId }
}

export async function give(
  ctx: Context,
  task: Task,
  { personId, reason }: { personId: string; reason: string },
): Promise<void> {
  const { personName, unitId } = await placeOf(ctx, personId)
  if (personId === task.personId) throw sameDoer({ personName })
  await passOn(ctx, [task.id], { personId, unitId })
  await dropPleas(ctx, [task.id])
  await ctx.audit({
    action: 'tasks.hand-on',
    target: `task/${task.id}`,
    before: { personId: task.personId },
    after: { personId, reason },
  })
  await ctx.emit('tasks.handed-over', { taskId: task.id, from: task.personId, to: personId })
  const told = { facts: { title: task.title, reason, person: personName }, link: `/tasks/${task.id}` }
  if (personId !== ctx.actor.personId) await tellPeople(ctx, [personId], { kind: 'tasks.handed-on', ...told })
  if (task.personId !== ctx.actor.personId)
    await tellPeople(ctx, [task.personId], { kind: 'tasks.taken-from-you', ...told })
  await ctx.announce('tasks')
}

export async function extend(ctx: Context, task: Task, dueAt: Date, reason: string): Promise<void> {
  if (dueAt < ctx.now) throw dueInThePast({})
  await putOff(ctx, task.id, dueAt, addDays(dayIn(ctx.timeZone, dueAt), 1))
  await ctx.audit({
    action: 'tasks.extend',
    target: `task/${task.id}`,
    before: { dueAt: task.dueAt },
    after: { dueAt: dueAt.toISOString(), reason },
  })
  if (task.personId !== ctx.actor.personId)
    await tellPeople(ctx, [task.personId], {
      kind: 'tasks.extended',
      facts: { title: task.title, dueAt: dueAt.toISOString(), reason },
      link: `/tasks/${task.id}`,
    })
  await ctx.announce('tasks')
}
