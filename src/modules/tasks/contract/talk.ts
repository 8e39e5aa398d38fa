import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Id, Plea, pleaAnswers, pleaKinds } from './shapes.ts'

const Named = z.object({ id: Id, name: z.string() })

export const Comment = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  /** Empty when it was deleted. */
  words: z.string(),
  mentions: z.array(Named),
  writtenAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  /** The author may still edit or delete it. */
  canChange: z.boolean(),
})
export type Comment = z.infer<typeof Comment>

const words = z.string().trim().min(1).max(4000)
const mentions = z.array(Id).max(20).default([])
const reason = z.string().trim().min(1).max(1000)
const ofTask = { taskId: Id }

export const talkRoutes = defineRoutes({
  /** The oldest first; at most the latest 500. */
  listComments: {
    method: 'GET',
    path: '/tasks/:taskId/comments',
    permission: 'tasks.read',
    input: z.object(ofTask),
    output: z.object({ rows: z.array(Comment) }),
  },
  writeComment: {
    method: 'POST',
    path: '/tasks/:taskId/comments',
    permission: 'tasks.read',
    input: z.object({ ...ofTask, words, mentions }),
    output: z.object({ commentId: Id }),
  },
  editComment: {
    method: 'PUT',
    path: '/tasks/:taskId/comments/:commentId',
    permission: 'tasks.read',
    input: z.object({ ...ofTask, commentId: Id, words, mentions }),
    output: z.object({ commentId: Id }),
  },
  deleteComment: {
    method: 'DELETE',
    path: '/tasks/:taskId/comments/:commentId',
    permission: 'tasks.read',
    input: z.object({ ...ofTask, commentId: Id }),
    output: z.object({ commentId: Id }),
  },
  /** "I can't do it": asks a colleague to help or to take it over, or the superior to move it or to judge. */
  plead: {
    method: 'POST',
    path: '/tasks/:taskId/pleas',
    permission: 'tasks.do',
    input: z.object({
      ...ofTask,
      kind: z.enum(pleaKinds),
      /** Of help and hand-over: the colleague. The superior is found by the lines. */
      personId: Id.optional(),
      reason,
    }),
    output: z.object({ pleaId: Id, askedName: z.string() }),
  },
  answerPlea: {
    method: 'POST',
    path: '/tasks/:taskId/pleas/:pleaId/answer',
    permission: 'tasks.read',
    input: z.object({
      ...ofTask,
      pleaId: Id,
      answer: z.enum(pleaAnswers),
      /** Of a transfer: who goes on with it. */
      personId: Id.optional(),
      /** Of an extension. */
      dueAt: z.iso.datetime({ offset: true }).optional(),
      words: z.string().trim().max(1000).default(''),
    }),
    output: z.object({ outcome: z.string() }),
  },
  withdrawPlea: {
    method: 'POST',
    path: '/tasks/:taskId/pleas/:pleaId/withdraw',
    permission: 'tasks.do',
    input: z.object({ ...ofTask, pleaId: Id }),
    output: z.object({ pleaId: Id }),
  },
  /** What waits for my answer, of all tasks; the oldest first, at most 100. */
  listPleas: {
    method: 'GET',
    path: '/tasks/pleas',
    permission: 'tasks.read',
    input: z.object({}),
    output: z.object({
      rows: z.array(Plea.extend({ taskId: Id, taskTitle: z.record(z.string(), z.string()), dueAt: z.iso.datetime() })),
    }),
  },
})
