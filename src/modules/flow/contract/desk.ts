import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { FlowBrief, Id, Instant, Node, OutcomeName, paging, Person, Status } from './shapes.ts'

export const Delegation = z.object({
  id: Id,
  from: Person,
  to: Person,
  start: z.string(),
  /** The first instant it no longer holds. */
  until: z.string(),
  /** Null: all flows. */
  flows: z.array(FlowBrief).nullable(),
  atMost: z.object({ field: z.string(), value: z.number() }).nullable(),
  /** `replace`: only the other acts; `both`: who acts first. */
  mode: z.enum(['replace', 'both']),
  reason: z.string(),
  state: z.enum(['planned', 'open', 'closed']),
  version: z.int(),
  may: z.object({ change: z.boolean(), end: z.boolean() }),
})
export type Delegation = z.infer<typeof Delegation>

const delegated = {
  toId: Id,
  start: Instant,
  until: Instant,
  flowIds: z.array(Id).min(1).max(100).nullable().default(null),
  atMost: z
    .strictObject({ field: z.string().min(1).max(60), value: z.number() })
    .nullable()
    .default(null),
  mode: z.enum(['replace', 'both']).default('replace'),
  reason: z.string().trim().max(500).default(''),
}

/** Everything a person holds in flows. */
export const Held = z.object({
  person: Person,
  tasks: z.array(
    z.object({
      requestId: Id,
      number: z.string().nullable(),
      title: z.string(),
      flow: FlowBrief,
      task: z.string(),
      step: Node,
      stepName: z.string(),
      dueAt: z.string().nullable(),
    }),
  ),
  /** Requests in which the person comes later in a sequence, or was named for a later step. */
  later: z.array(z.object({ requestId: Id, number: z.string().nullable(), title: z.string(), flow: FlowBrief })),
  /** Their own requests that still run, and drafts. */
  started: z.array(
    z.object({ requestId: Id, number: z.string().nullable(), title: z.string(), flow: FlowBrief, status: Status }),
  ),
  delegations: z.array(Delegation),
  /** Flows that name the person in a step, whether in the version in use or in the draft: to be changed by who draws them. */
  definitions: z.array(
    z.object({ flow: FlowBrief, steps: z.array(z.object({ id: Node, name: z.string() })), isPublished: z.boolean() }),
  ),
  total: z.int(),
  /** True when more than 500 of a kind are there; handing over takes all. */
  isCut: z.boolean(),
  /** Who would take over: the successor on the position, else the superior, else an administrator. */
  suggested: Person.nullable(),
})
export type Held = z.infer<typeof Held>

export const FlowLink = z.object({
  id: Id,
  flow: FlowBrief,
  /** `revoked`: when somebody wants to take back what was approved. */
  on: z.enum(['ended', 'gate', 'revoked']),
  outcome: OutcomeName.nullable(),
  gate: z.string().nullable(),
  target: FlowBrief,
  map: z.record(z.string(), z.string()),
  owner: z.object({
    kind: z.enum(['initiator', 'field', 'person']),
    field: z.string().optional(),
    personId: Id.optional(),
  }),
  deadline: z.object({ amount: z.int(), unit: z.enum(['workday', 'workhour', 'day', 'hour', 'minute']) }).nullable(),
  onCancel: z.enum(['cascade', 'detach', 'ask']),
  dedupe: z.string().nullable(),
  isOn: z.boolean(),
  version: z.int(),
  /** Requests it has begun. */
  started: z.int(),
})
export type FlowLink = z.infer<typeof FlowLink>

const link = {
  /** `revoked`: when somebody wants to take back what was approved. */
  on: z.enum(['ended', 'gate', 'revoked']),
  /** Only when it ended so; null: however. */
  outcome: OutcomeName.nullable().default(null),
  gate: z.string().min(1).max(60).nullable().default(null),
  targetId: Id,
  /** Field of the new request -> field of the old one, or `=` and a text. */
  map: z.record(z.string().min(1).max(60), z.string().max(500)).default({}),
  owner: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('initiator') }),
      z.strictObject({ kind: z.literal('field'), field: z.string().min(1).max(60) }),
      z.strictObject({ kind: z.literal('person'), personId: Id }),
    ])
    .default({ kind: 'initiator' }),
  deadline: z
    .strictObject({ amount: z.int().min(1).max(1000), unit: z.enum(['workday', 'workhour', 'day', 'hour', 'minute']) })
    .nullable()
    .default(null),
  /** What becomes of the new request when the old one is cancelled: goes with it, stays, or its owner is asked. */
  onCancel: z.enum(['cascade', 'detach', 'ask']).default('detach'),
  /** A field: one new request for each of its values; null: one for each old request. */
  dedupe: z.string().min(1).max(60).nullable().default(null),
  isOn: z.boolean().default(true),
}

const Changed = z.object({ id: Id, version: z.int() })

export const deskRoutes = defineRoutes({
  /** One's own, given and taken; with flow.manage those of a person, or of all. */
  listDelegations: {
    method: 'GET',
    path: '/delegations',
    permission: 'flow.act',
    input: z.object({
      personId: Id.optional(),
      all: z.stringbool().default(false),
      closed: z.stringbool().default(false),
      ...paging,
    }),
    output: z.object({ total: z.int(), rows: z.array(Delegation) }),
  },
  createDelegation: {
    method: 'POST',
    path: '/delegations',
    permission: 'flow.act',
    input: z.object({
      /** Oneself; with flow.manage anybody. */
      fromId: Id.optional(),
      ...delegated,
    }),
    output: Changed,
  },
  /** A planned one wholly; of one that runs only its end. */
  changeDelegation: {
    method: 'PUT',
    path: '/delegations/:delegationId',
    permission: 'flow.act',
    input: z.object({ delegationId: Id, version: z.int(), ...delegated }),
    output: Changed,
  },
  /** At once: what is not done goes back. */
  endDelegation: {
    method: 'POST',
    path: '/delegations/:delegationId/end',
    permission: 'flow.act',
    input: z.object({ delegationId: Id, version: z.int() }),
    output: Changed,
  },
  whatIsHeld: {
    method: 'GET',
    path: '/persons/:personId/flows-held',
    permission: 'flow.manage',
    input: z.object({ personId: Id }),
    output: Held,
  },
  /** Everything at once, in one transaction. */
  handOver: {
    method: 'POST',
    path: '/persons/:personId/flows-held/hand-over',
    permission: 'flow.manage',
    input: z.object({
      personId: Id,
      /** Whoever was suggested, unless named. */
      toId: Id.optional(),
      /** Also in the drafts of flows that name the person. */
      inDefinitions: z.boolean().default(true),
      reason: z.string().trim().max(500).default(''),
    }),
    output: z.object({ toId: Id, requests: z.int(), tasks: z.int(), delegations: z.int(), definitions: z.int() }),
  },
  listRunning: {
    method: 'GET',
    path: '/flows/:flowId/running',
    permission: 'flow.manage',
    input: z.object({
      flowId: Id,
      published: z.coerce.number().int().optional(),
      trouble: z.stringbool().optional(),
      ...paging,
    }),
    output: z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          id: Id,
          number: z.string().nullable(),
          title: z.string(),
          version: z.int(),
          status: Status,
          initiator: Person,
          at: z.array(z.object({ step: Node, stepName: z.string() })),
          troubles: z.array(z.object({ step: Node, code: z.string() })),
          submittedAt: z.string().nullable(),
        }),
      ),
    }),
  },
  /** Takes running requests over to another version, or says for each why not. */
  migrateInstances: {
    method: 'POST',
    path: '/flows/:flowId/migrate',
    permission: 'flow.manage',
    input: z.object({
      flowId: Id,
      /** All of the flow that run on an older version, unless named. */
      requestIds: z.array(Id).max(1000).optional(),
      to: z.int().min(1),
      /** Old step -> new step, where ids changed. */
      map: z.record(Node, Node).default({}),
      dryRun: z.boolean().default(true),
    }),
    output: z.object({
      moved: z.int(),
      stay: z.int(),
      rows: z.array(
        z.object({
          id: Id,
          number: z.string().nullable(),
          from: z.int(),
          isMoved: z.boolean(),
          obstacles: z.array(z.object({ code: z.string(), step: Node, stepName: z.string(), sentence: z.string() })),
        }),
      ),
    }),
  },
  listLinks: {
    method: 'GET',
    path: '/flow-links',
    permission: 'flow.design',
    input: z.object({ flowId: Id.optional() }),
    output: z.object({ rows: z.array(FlowLink) }),
  },
  createLink: {
    method: 'POST',
    path: '/flow-links',
    permission: 'flow.design',
    input: z.object({ flowId: Id, ...link }),
    output: Changed,
  },
  changeLink: {
    method: 'PUT',
    path: '/flow-links/:linkId',
    permission: 'flow.design',
    input: z.object({ linkId: Id, version: z.int(), ...link }),
    output: Changed,
  },
  deleteLink: {
    method: 'DELETE',
    path: '/flow-links/:linkId',
    permission: 'flow.design',
    input: z.object({ linkId: Id, version: z.coerce.number().int() }),
    output: z.object({ id: Id }),
  },
})
