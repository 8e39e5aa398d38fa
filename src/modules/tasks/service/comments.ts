import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import type { routes, Task } from '../contract.ts'
import { commentTooLate, noPerson, notTheAuthor, unknownMention } from '../problems.ts'
import { commentsOf, eraseComment, findComment, insertComment, updateComment } from '../store/comments.ts'
import { helpersOf, letIn, seatedAmong } from '../store/guests.ts'
import { findTask, lockTask } from '../store/task.ts'

type Routes = typeof routes

export async function listComments(
  ctx: Context,
  { taskId }: Input<Routes['listComments']>,
): Promise<Output<Routes['listComments']>> {
  await mustRead(ctx, taskId)
  const minutes = await ctx.setting<number>('tasks.commentMinutes')
  const rows = await commentsOf(ctx, taskId)
  return {
    rows: rows.map((row) =>
      Object.assign(row, {
        canChange:
          row.deletedAt === null &&
          row.personId === ctx.actor.personId &&
          isFresh(ctx, new Date(row.writtenAt), minutes),
      }),
    ),
  }
}

/** Says something about a task. Its doer and helpers hear of it; who is named may read the task from now on. */
export async function writeComment(
  ctx: Context,
  { taskId, words, mentions }: Input<Routes['writeComment']>,
): Promise<Output<Routes['writeComment']>> {
  const personId = mustBePerson(ctx)
  // one at a time: the notices and guests of two comments don't meet
  await lockTask(ctx, taskId)
  const task = await mustRead(ctx, taskId)
  const named = await mustKnow(ctx, mentions)
  const commentId = await insertComment(ctx, { taskId, personId, words, mentions: named })
  await callIn(ctx, task, named, words)
  const others = [task.personId, ...(await helpersOf(ctx, taskId)).map(({ id }) => id)]
  await tell(
    ctx,
    others.filter((id) => !named.includes(id)),
    'tasks.commented',
    task,
    words,
  )
  await ctx.audit({ action: 'tasks.comment', target: `task/${taskId}`, after: { commentId, mentions: named } })
  await ctx.announce('tasks')
  return { commentId }
}

export async function editComment(
  ctx: Context,
  { taskId, commentId, words, mentions }: Input<Routes['editComment']>,
): Promise<Output<Routes['editComment']>> {
  const { task, before } = await mayChange(ctx, taskId, commentId)
  const named = await mustKnow(ctx, mentions)
  await updateComment(ctx, commentId, words, named)
  await callIn(
    ctx,
    task,
    named.filter((id) => !before.includes(id)),
    words,
  )
  await ctx.audit({ action: 'tasks.edit-comment', target: `task/${taskId}`, after: { commentId, mentions: named } })
  await ctx.announce('tasks')
  return { commentId }
}

export async function deleteComment(
  ctx: Context,
  { taskId, commentId }: Input<Routes['deleteComment']>,
): Promise<Output<Routes['deleteComment']>> {
  await mayChange(ctx, taskId, commentId)
  await eraseComment(ctx, commentId)
  await ctx.audit({ action: 'tasks.delete-comment', target: `task/${taskId}`, before: { commentId } })
  await ctx.announce('tasks')
  return { commentId }
}

async function mayChange(ctx: Context, taskId: string, commentId: string): Promise<{ task: Task; before: string[] }> {
  const task = await mustRead(ctx, taskId)
  const comment = await findComment(ctx, taskId, commentId)
  if (!comment) throw notFound({ what: 'comment' })
  if (comment.person_id !== ctx.actor.personId) throw notTheAuthor({})
  const minutes = await ctx.setting<number>('tasks.commentMinutes')
  if (!isFresh(ctx, comment.written_at, minutes)) throw commentTooLate({ minutes })
  return { task, before: comment.mentions }
}

async function mustRead(ctx: Context, taskId: string): Promise<Task> {
  const task = await findTask(ctx, 'tasks.read', taskId)
  if (!task) throw notFound({ what: 'task' })
  return task
}

function mustBePerson(ctx: Context): string {
  if (!ctx.actor.personId) throw noPerson({})
  return ctx.actor.personId
}

async function mustKnow(ctx: Context, mentions: readonly string[]): Promise<string[]> {
  const named = [...new Set(mentions)]
  if ((await seatedAmong(ctx, named)).size < named.length) throw unknownMention({})
  return named
}

async function callIn(ctx: Context, task: Task, personIds: readonly string[], words: string): Promise<void> {
  const others = personIds.filter((id) => id !== ctx.actor.personId)
  await letIn(ctx, task.id, others, 'mentioned')
  await tell(ctx, others, 'tasks.mentioned', task, words)
}

async function tell(
  ctx: Context,
  personIds: readonly string[],
  kind: string,
  task: Task,
  words: string,
): Promise<void> {
  await tellPeople(
    ctx,
    [...new Set(personIds)].filter((id) => id !== ctx.actor.personId),
    { kind, facts: { title: task.title, from: ctx.actor.name, words: clipped(words) }, link: `/tasks/${task.id}` },
  )
}

function isFresh(ctx: Context, writtenAt: Date, minutes: number): boolean {
  return ctx.now.getTime() - writtenAt.getTime() <= minutes * 60_000
}

function clipped(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}
