import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Id, Task } from './shapes.ts'

const reason = z.string().trim().min(1).max(500)
const dueAt = z.iso.datetime({ offset: true })

export const deedRoutes = defineRoutes({
  createTask: {
    method: 'POST',
    path: '/tasks',
    permission: 'tasks.assign',
    input: z.object({
      title: z.string().trim().min(1).max(200),
      note: z.string().trim().max(2000).default(''),
      personId: z.uuid(),
      dueAt,
      quantityDue: z.int().min(1).max(10_000).default(1),
      subtasks: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
      subjectIds: z.array(Id).max(20).default([]),
    }),
    output: z.object({ taskId: z.uuid() }),
  },
  /** Only of somebody who left: another person does it, or nobody and it is closed; also all else they left open. */
  settleTask: {
    method: 'POST',
    path: '/tasks/:taskId/settle',
    permission: 'tasks.settle',
    input: z.object({
      taskId: z.uuid(),
      personId: z.uuid().nullable(),
      reason,
      withOthers: z.boolean().default(false),
    }),
    output: z.object({ settled: z.int() }),
  },
  cancelTask: {
    method: 'POST',
    path: '/tasks/:taskId/cancel',
    permission: 'tasks.assign',
    input: z.object({ taskId: z.uuid(), reason, version: z.int() }),
    output: z.object({ task: Task }),
  },
  /** Gives it to another at once; who may not is to ask the other (`plead`). */
  handOverTask: {
    method: 'POST',
    path: '/tasks/:taskId/hand-over',
    permission: 'tasks.assign',
    input: z.object({ taskId: z.uuid(), personId: Id, reason }),
    output: z.object({ taskId: Id }),
  },
  extendTask: {
    method: 'POST',
    path: '/tasks/:taskId/extend',
    permission: 'tasks.assign',
    input: z.object({ taskId: z.uuid(), dueAt, reason }),
    output: z.object({ taskId: Id }),
  },
  /** One deed on many; each is done or refused by itself, with the code of its refusal. */
  bulkTasks: {
    method: 'POST',
    path: '/tasks/bulk',
    permission: 'tasks.assign',
    input: z.object({
      taskIds: z.array(Id).min(1).max(200),
      deed: z.enum(['hand-over', 'cancel', 'extend']),
      personId: Id.optional(),
      dueAt: dueAt.optional(),
      reason,
    }),
    output: z.object({
      results: z.array(z.object({ taskId: Id, code: z.string(), message: z.string().nullable() })),
    }),
  },
  /** What it is about: those given, and no others of those the asker sees. */
  setTaskSubjects: {
    method: 'PUT',
    path: '/tasks/:taskId/subjects',
    permission: 'tasks.do',
    input: z.object({ taskId: Id, subjectIds: z.array(Id).max(20) }),
    output: z.object({ taskId: Id }),
  },
  addSubtask: {
    method: 'POST',
    path: '/tasks/:taskId/subtasks',
    permission: 'tasks.do',
    input: z.object({ taskId: Id, title: z.string().trim().min(1).max(200), isMandatory: z.boolean().default(false) }),
    output: z.object({ subtaskId: Id }),
  },
  /** Only one that is not mandatory: others come from the duty. */
  removeSubtask: {
    method: 'DELETE',
    path: '/tasks/:taskId/subtasks/:subtaskId',
    permission: 'tasks.do',
    input: z.object({ taskId: Id, subtaskId: Id }),
    output: z.object({ subtaskId: Id }),
  },
  tickSubtask: {
    method: 'POST',
    path: '/tasks/:taskId/subtasks/:subtaskId/tick',
    permission: 'tasks.do',
    input: z.object({ taskId: Id, subtaskId: Id, isDone: z.boolean() }),
    output: z.object({ subtaskId: Id }),
  },
})
