import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import { positionsOf } from '#modules/organisation'
import type { routes, Task } from '../contract.ts'
import { alreadyCancelled, alreadyDone, hasNoUnit, notLeft } from '../problems.ts'
import { hasLeft, openTasksOf, passOn } from '../store/leavers.ts'
import { findTask, lockTask, markCancelled, nameOfPerson } from '../store/task.ts'

type SettleTask = (typeof routes)['settleTask']

/** Hands on what somebody left undone who sits nowhere any more, or closes it with a reason. */
export async function settleTask(
  ctx: Context,
  { taskId, personId, reason, withOthers }: Input<SettleTask>,
): Promise<Output<SettleTask>> {
  await lockTask(ctx, taskId)
  const task = await findTask(ctx, 'tasks.read', taskId)
  if (!task) throw notFound({ what: 'task' })
  if (!ctx.may('tasks.settle', task)) throw forbidden({ permission: 'tasks.settle' })
  if (task.status === 'done') throw alreadyDone({})
  if (task.status === 'cancelled') throw alreadyCancelled({})
  if (!(await hasLeft(ctx, task.personId))) throw notLeft({ personName: task.personName })
  const found = withOthers ? await openTasksOf(ctx, task.personId) : [task]
  const tasks = found.filter((one) => ctx.may('tasks.settle', one))
  if (personId === null) await close(ctx, tasks, reason)
  else await handOn(ctx, tasks, personId, reason)
  await ctx.announce('tasks')
  return { settled: tasks.length }
}

async function close(ctx: Context, tasks: readonly Task[], reason: string): Promise<void> {
  for (const { id, version } of tasks) {
    await markCancelled(ctx, id, version, reason)
    await ctx.audit({ action: 'tasks.cancel', target: `task/${id}`, after: { reason } })
    await ctx.emit('tasks.cancelled', { taskId: id })
  }
}

async function handOn(ctx: Context, tasks: readonly Task[], personId: string, reason: string): Promise<void> {
  const [seat] = await positionsOf(ctx, personId, ctx.today)
  const personName = await nameOfPerson(ctx, personId)
  if (!personName || !ctx.may('tasks.settle', { personId, unitId: seat?.unitId })) throw notFound({ what: 'person' })
  if (!seat) throw hasNoUnit({ personName })
  await passOn(
    ctx,
    tasks.map(({ id }) => id),
    { personId, unitId: seat.unitId },
  )
  for (const { id, personId: from, title } of tasks) {
    await ctx.audit({
      action: 'tasks.hand-on',
      target: `task/${id}`,
      before: { personId: from },
      after: { personId, reason },
    })
    if (personId !== ctx.actor.personId)
      await tellPeople(ctx, [personId], {
        kind: 'tasks.handed-on',
        facts: { title, reason },
        link: `/tasks/${id}`,
      })
  }
}
