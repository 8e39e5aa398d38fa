import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { HandInForm } from '#core/form'

const Day = z.iso.date()
const LocalText = z.record(z.string(), z.string())
const Ids = z.union([z.uuid(), z.array(z.uuid()).max(200)]).transform((ids) => (typeof ids === 'string' ? [ids] : ids))

export const TaskStatus = z.enum(['open', 'done', 'cancelled'])

export const Task = z.object({
  id: z.uuid(),
  title: LocalText,
  origin: z.enum(['duty', 'manual']),
  status: TaskStatus,
  /** Open and past its due time. */
  isLate: z.boolean(),
  responsibilityId: z.uuid().nullable(),
  responsibilityName: LocalText.nullable(),
  personId: z.uuid(),
  personName: z.string(),
  unitId: z.uuid(),
  unitName: LocalText,
  periodFrom: Day,
  periodUntil: Day,
  dueAt: z.iso.datetime(),
  quantityDue: z.int(),
  quantityDone: z.int(),
  doneAt: z.iso.datetime().nullable(),
  version: z.int(),
})
export type Task = z.infer<typeof Task>

export const EntryFile = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), sizeBytes: z.int() })

export const Entry = z.object({
  id: z.uuid(),
  personName: z.string(),
  happenedAt: z.iso.datetime(),
  handedInAt: z.iso.datetime(),
  takenBackAt: z.iso.datetime().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  note: z.string(),
  files: z.array(EntryFile),
  /** The author may still take it back. */
  canTakeBack: z.boolean(),
})
export type Entry = z.infer<typeof Entry>

export const TaskDetail = Task.extend({
  note: z.string(),
  steps: z.array(LocalText),
  form: HandInForm,
  positionId: z.uuid().nullable(),
  positionTitle: LocalText.nullable(),
  /** Who gave it by hand; null for one that a duty made. */
  givenByName: z.string().nullable(),
  cancelReason: z.string().nullable(),
  entries: z.array(Entry),
  canHandIn: z.boolean(),
  canCancel: z.boolean(),
  /** Who was to do it sits nowhere any more: it can be handed on or closed. */
  canSettle: z.boolean(),
})
export type TaskDetail = z.infer<typeof TaskDetail>

/** Work on one's own table, with the form to hand it in: also to be filled in where there is no network. */
export const ToDo = Task.extend({ note: z.string(), form: HandInForm })
export type ToDo = z.infer<typeof ToDo>

export const MyDay = z.object({
  late: z.array(ToDo),
  today: z.array(ToDo),
  later: z.array(ToDo),
  doneToday: z.array(Task),
  /** Of the pieces of work that fell due this week so far: how many were due and how many are done. */
  week: z.object({ due: z.int(), done: z.int() }),
})
export type MyDay = z.infer<typeof MyDay>

export const taskFilters = ['all', 'open', 'late', 'done', 'cancelled', 'left'] as const

export const routes = defineRoutes({
  listTasks: {
    method: 'GET',
    path: '/tasks',
    permission: 'tasks.read',
    input: z.object({
      show: z.enum(taskFilters).default('open'),
      text: z.string().trim().max(100).optional(),
      personId: Ids.optional(),
      unitId: Ids.optional(),
      responsibilityId: Ids.optional(),
      dueFrom: Day.optional(),
      dueUntil: Day.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
      /** The last row of the page before. */
      afterDueAt: z.iso.datetime().optional(),
      afterId: z.uuid().optional(),
    }),
    output: z.object({ rows: z.array(Task), hasMore: z.boolean() }),
  },
  countTasks: {
    method: 'GET',
    path: '/tasks/counts',
    permission: 'tasks.read',
    input: z.object({ unitId: Ids.optional(), personId: Ids.optional() }),
    output: z.object({ open: z.int(), late: z.int(), doneThisWeek: z.int() }),
  },
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
      values: z
        .record(z.string().max(40), z.union([z.string().max(5000), z.number(), z.boolean(), z.null()]))
        .default({}),
      note: z.string().trim().max(2000).default(''),
      /** When it happened, if not now: a draft written on the road is handed in later. */
      happenedAt: z.iso.datetime({ offset: true }).optional(),
      fileIds: z.array(z.uuid()).max(9).default([]),
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
  createTask: {
    method: 'POST',
    path: '/tasks',
    permission: 'tasks.assign',
    input: z.object({
      title: z.string().trim().min(1).max(200),
      note: z.string().trim().max(2000).default(''),
      personId: z.uuid(),
      dueAt: z.iso.datetime({ offset: true }),
      quantityDue: z.int().min(1).max(10_000).default(1),
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
      reason: z.string().trim().min(1).max(500),
      withOthers: z.boolean().default(false),
    }),
    output: z.object({ settled: z.int() }),
  },
  cancelTask: {
    method: 'POST',
    path: '/tasks/:taskId/cancel',
    permission: 'tasks.assign',
    input: z.object({ taskId: z.uuid(), reason: z.string().trim().min(1).max(500), version: z.int() }),
    output: z.object({ task: Task }),
  },
})
