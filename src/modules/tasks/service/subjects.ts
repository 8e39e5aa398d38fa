import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import { subjectNames, visibleSubjectIds } from '#modules/subjects'
import type { routes, TaskSubject } from '../contract.ts'
import { linkedSubjects, linkSubjects } from '../store/subjects.ts'
import { findTask, lockTask } from '../store/task.ts'
import { mayWork } from './may-work.ts'

type SetSubjects = (typeof routes)['setTaskSubjects']

/** Says what a task is about. What lies outside of the asker's reach stays as it is. */
export async function setTaskSubjects(
  ctx: Context,
  { taskId, subjectIds }: Input<SetSubjects>,
): Promise<Output<SetSubjects>> {
  await lockTask(ctx, taskId)
  const task = await findTask(ctx, 'tasks.read', taskId)
  if (!task) throw notFound({ what: 'task' })
  if (!(await mayWork(ctx, task))) throw forbidden({ permission: 'tasks.do' })
  const before = await linkedSubjects(ctx, taskId)
  const wanted = [...new Set(subjectIds)]
  const seen = await visibleSubjectIds(ctx, [...wanted, ...before])
  const added = wanted.filter((id) => !before.includes(id))
  if (added.some((id) => !seen.has(id))) throw notFound({ what: 'subject' })
  const removed = before.filter((id) => seen.has(id) && !wanted.includes(id))
  await linkSubjects(ctx, taskId, { added, removed })
  await ctx.audit({ action: 'tasks.set-subjects', target: `task/${taskId}`, before: { removed }, after: { added } })
  await ctx.announce('tasks')
  return { taskId }
}

/** What a task is about, named for whoever may read the task: the one it was made for first. */
export async function subjectsShown(ctx: Context, taskId: string, madeFor: string | null): Promise<TaskSubject[]> {
  const ids = [...new Set([...(madeFor ? [madeFor] : []), ...(await linkedSubjects(ctx, taskId))])]
  const [names, seen] = [await subjectNames(ctx, ids), await visibleSubjectIds(ctx, ids)]
  return ids.flatMap((id) => {
    const known = names.get(id)
    return known ? [{ ...known, isVisible: seen.has(id) }] : []
  })
}
