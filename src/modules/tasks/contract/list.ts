import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { boardColumns } from './board-columns.ts'
import { Day, Id, Ids, LocalText, Task, taskFilters } from './shapes.ts'

const filter = {
  show: z.enum(taskFilters).default('open'),
  text: z.string().trim().max(100).optional(),
  personId: Ids.optional(),
  unitId: Ids.optional(),
  responsibilityId: Ids.optional(),
  /** Only what is about this customer, order, batch. */
  subjectId: Id.optional(),
  dueFrom: Day.optional(),
  dueUntil: Day.optional(),
}

const LoadWeek = z.object({ from: Day, open: z.int(), late: z.int(), done: z.int() })

export const listRoutes = defineRoutes({
  listTasks: {
    method: 'GET',
    path: '/tasks',
    permission: 'tasks.read',
    input: z.object({
      ...filter,
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
  /** What the list shows, whole, as a file; at most 50,000 rows. */
  exportTasks: {
    method: 'GET',
    path: '/tasks/export',
    permission: 'tasks.read',
    kind: 'download',
    input: z.object({ ...filter, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    output: z.unknown(),
  },
  /** Tasks by how they stand, at most 60 a column; done: those of the last 7 days. */
  readBoard: {
    method: 'GET',
    path: '/tasks/board',
    permission: 'tasks.read',
    input: z.object({ ...filter, show: z.enum(taskFilters).default('all') }),
    output: z.object({
      columns: z.array(z.object({ key: z.enum(boardColumns), count: z.int(), rows: z.array(Task) })),
    }),
  },
  /** How many pieces of work fall to each person in each week: at most 200 people and 12 weeks. */
  readLoad: {
    method: 'GET',
    path: '/tasks/load',
    permission: 'tasks.read',
    input: z.object({
      unitId: Ids.optional(),
      /** A day of the first week. */
      from: Day.optional(),
      weeks: z.coerce.number().int().min(1).max(12).default(6),
    }),
    output: z.object({
      weeks: z.array(Day),
      rows: z.array(z.object({ personId: Id, personName: z.string(), unitName: LocalText, weeks: z.array(LoadWeek) })),
      hasMore: z.boolean(),
    }),
  },
})
