import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import {
  FlowBrief,
  Id,
  listed,
  Node,
  OutcomeName,
  paging,
  Person,
  Status,
  Subject,
  taskKinds,
  taskStates,
} from './shapes.ts'

export const boxes = ['todo', 'done', 'started', 'copied'] as const
export const Box = z.enum(boxes)
export type Box = z.infer<typeof Box>

/** One line of the inbox. `todo` and `done`: a task; `started`: a request; `copied`: a copy. */
export const InboxRow = z.object({
  requestId: Id,
  number: z.string().nullable(),
  title: z.string(),
  flow: FlowBrief,
  status: Status,
  outcome: OutcomeName.nullable(),
  initiator: Person,
  subject: Subject.nullable(),
  dataRev: z.int(),
  /** At most three fields the reader may see, for a line below the title. */
  summary: z.array(
    z.object({
      field: z.string(),
      /** The kind of the field: money is told from numbers by it. */
      kind: z.string(),
      /** As it stands; of choices, people, units and references their names already. */
      value: z.unknown(),
    }),
  ),
  /** The labels of those fields. */
  labels: z.record(z.string(), z.record(z.string(), z.string())),
  task: z
    .object({
      id: z.string(),
      step: Node,
      stepName: z.string(),
      kind: z.enum(taskKinds),
      state: z.enum(taskStates),
      onBehalfOf: Person.nullable(),
      /** May be decided with others at once: no mandatory step, no opinion or signature asked for. */
      isBatchable: z.boolean(),
      /** Why not, when it may not be. */
      batchBar: z.enum(['mandatory', 'opinion', 'signature', 'fields', 'not-a-vote', 'claim-first']).nullable(),
      openedAt: z.string(),
      dueAt: z.string().nullable(),
      isOverdue: z.boolean(),
      isRead: z.boolean(),
      closedAt: z.string().nullable(),
    })
    .nullable(),
  /** Where a started one stands. */
  at: z.array(z.object({ step: Node, stepName: z.string(), people: z.array(Person) })),
  isRead: z.boolean(),
  submittedAt: z.string().nullable(),
  changedAt: z.string(),
})
export type InboxRow = z.infer<typeof InboxRow>

export const InboxCounts = z.object({
  todo: z.int(),
  overdue: z.int(),
  offered: z.int(),
  drafts: z.int(),
  running: z.int(),
  unreadCopies: z.int(),
})
export type InboxCounts = z.infer<typeof InboxCounts>

export const inboxRoutes = defineRoutes({
  listInbox: {
    method: 'GET',
    path: '/inbox',
    permission: 'flow.act',
    input: z.object({
      box: Box.default('todo'),
      flowId: listed(Id).optional(),
      text: z.string().trim().max(100).optional(),
      overdue: z.stringbool().optional(),
      unread: z.stringbool().optional(),
      status: listed(Status).optional(),
      sort: z.enum(['newest', 'oldest', 'due']).default('newest'),
      ...paging,
    }),
    output: z.object({ total: z.int(), rows: z.array(InboxRow) }),
  },
  inboxCounts: {
    method: 'GET',
    path: '/inbox/counts',
    permission: 'flow.act',
    input: z.object({}),
    output: InboxCounts,
  },
  /** Each in a transaction of its own: one refused leaves the others as they are. Never over mandatory steps. */
  decideMany: {
    method: 'POST',
    path: '/inbox/decide',
    permission: 'flow.act',
    transaction: 'own',
    input: z.object({
      decision: z.enum(['approve', 'reject']),
      opinion: z.string().trim().max(5000).optional(),
      tasks: z
        .array(z.strictObject({ requestId: Id, task: z.string().min(1).max(60), dataRev: z.int() }))
        .min(1)
        .max(100),
    }),
    output: z.object({
      done: z.int(),
      refused: z.array(z.object({ requestId: Id, task: z.string(), code: z.string(), detail: z.string() })),
    }),
  },
  /** Copies read; all of them without ids. */
  markCopiesRead: {
    method: 'POST',
    path: '/inbox/copies/read',
    permission: 'flow.act',
    input: z.object({ requestIds: z.array(Id).max(500).optional() }),
    output: z.object({ changed: z.int() }),
  },
})
