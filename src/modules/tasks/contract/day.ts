import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Task, TaskDetail, ToDo } from './shapes.ts'

export const MyDay = z.object({
  late: z.array(ToDo),
  today: z.array(ToDo),
  later: z.array(ToDo),
  doneToday: z.array(Task),
  /** Of the pieces of work that fell due this week so far: how many were due and how many are done. */
  week: z.object({ due: z.int(), done: z.int() }),
})
export type MyDay = z.infer<typeof MyDay>

/** What the first page of the phone asks; apart from the other routes, so that it stays light. */
export const dayRoutes = defineRoutes({
  readMyDay: { method: 'GET', path: '/tasks/my-day', permission: 'tasks.do', input: z.object({}), output: MyDay },
  readTask: {
    method: 'GET',
    path: '/tasks/:taskId',
    permission: 'tasks.read',
    input: z.object({ taskId: z.uuid() }),
    output: TaskDetail,
  },
  handIn: {
    method: 'POST',
    path: '/tasks/:taskId/entries',
    permission: 'tasks.do',
    input: z.object({
      taskId: z.uuid(),
      values: z.record(z.string().max(40), z.json()).default({}),
      note: z.string().trim().max(2000).default(''),
      /** When it happened, if not now: a draft written on the road is handed in later. */
      happenedAt: z.iso.datetime({ offset: true }).optional(),
      fileIds: z.array(z.uuid()).max(20).default([]),
      /** Which of the files, by their names, belong to a field of files or a signature; the others are photos. */
      filesOf: z.record(z.string().max(40), z.array(z.string().max(300)).max(20)).default({}),
    }),
    output: z.object({ entryId: z.uuid(), task: Task }),
  },
  takeBack: {
    method: 'POST',
    path: '/tasks/:taskId/entries/:entryId/take-back',
    permission: 'tasks.do',
    input: z.object({ taskId: z.uuid(), entryId: z.uuid() }),
    output: z.object({ task: Task }),
  },
})
