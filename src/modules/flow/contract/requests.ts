import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import {
  Choice,
  Chosen,
  CourseStep,
  FieldKey,
  FlowBrief,
  FormJson,
  Id,
  Instant,
  jsonText,
  listed,
  Named,
  Node,
  OutcomeName,
  paging,
  Person,
  Rights,
  Status,
  Subject,
  taskKinds,
  taskStates,
  Values,
} from './shapes.ts'

const Opinion = z.string().trim().max(5000).optional()
const TaskId = z.string().min(1).max(60)
const onTask = { task: TaskId }

/** What a person may do to a request; who does it is who is signed in. Tasks are those of `readRequest`. */
export const Deed = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('submit'), chosen: Chosen.optional(), opinion: Opinion }),
  z.strictObject({
    do: z.literal('decide'),
    ...onTask,
    decision: z.enum(['approve', 'reject']),
    opinion: Opinion,
    /** The file with the drawn name. */
    signature: Id.optional(),
    chosen: Chosen.optional(),
  }),
  z.strictObject({
    do: z.literal('return'),
    ...onTask,
    to: Node,
    back: z.enum(['again', 'straight']).default('again'),
    opinion: Opinion,
  }),
  z.strictObject({
    do: z.literal('add-sign'),
    ...onTask,
    how: z.enum(['before', 'after', 'beside']),
    people: z.array(Id).min(1).max(50),
    quorum: z.enum(['all', 'any', 'sequence']).default('all'),
  }),
  z.strictObject({ do: z.literal('remove-sign'), ...onTask }),
  z.strictObject({ do: z.literal('transfer'), ...onTask, to: Id, opinion: Opinion }),
  z.strictObject({ do: z.literal('ask'), ...onTask, to: Id, opinion: Opinion }),
  z.strictObject({ do: z.literal('answer'), ...onTask, opinion: z.string().trim().min(1).max(5000) }),
  z.strictObject({ do: z.literal('claim'), ...onTask }),
  z.strictObject({ do: z.literal('unclaim'), ...onTask }),
  z.strictObject({ do: z.literal('read'), ...onTask }),
  /** Keeps the opinion and the changed fields without deciding; only its author sees them. */
  z.strictObject({ do: z.literal('save-draft'), ...onTask, opinion: Opinion }),
  z.strictObject({ do: z.literal('copy'), ...onTask, people: z.array(Id).min(1).max(200) }),
  z.strictObject({ do: z.literal('urge'), ...onTask }),
  z.strictObject({ do: z.literal('take-back'), node: Node }),
  z.strictObject({ do: z.literal('withdraw'), opinion: Opinion }),
  /** Of what was approved: begins the request that a link names, and what was approved holds until that one is approved. */
  z.strictObject({ do: z.literal('revoke'), reason: z.string().trim().min(1).max(2000) }),
  // with flow.manage
  z.strictObject({ do: z.literal('cancel'), reason: z.string().trim().min(1).max(2000) }),
  z.strictObject({ do: z.literal('relocate'), token: TaskId, to: Node, reason: z.string().trim().min(1).max(2000) }),
  z.strictObject({ do: z.literal('resume') }),
])
export type Deed = z.infer<typeof Deed>

/** One of the asker's own open to-dos on a request, and what it allows. */
export const MyTask = z.object({
  id: TaskId,
  step: Node,
  stepName: z.string(),
  /** `transact` has no reject. */
  stepKind: z.enum(['approve', 'transact', 'fill']),
  kind: z.enum(taskKinds),
  state: z.enum(taskStates),
  onBehalfOf: Person.nullable(),
  addedBy: Person.nullable(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  isMandatory: z.boolean(),
  /** Field -> what may be done with it at this step. */
  fields: Rights,
  opinion: z.enum(['optional', 'always', 'on-reject']),
  needsSignature: z.boolean(),
  may: z.object({
    approve: z.boolean(),
    reject: z.boolean(),
    answer: z.boolean(),
    submit: z.boolean(),
    claim: z.boolean(),
    unclaim: z.boolean(),
    addSign: z.boolean(),
    transfer: z.boolean(),
    ask: z.boolean(),
    copy: z.boolean(),
    return: z.boolean(),
  }),
  /** Where it may be returned to; `straight`: whether it may come straight back. */
  returns: z.array(z.object({ id: Node, name: z.string() })),
  /** People the asker added who have not acted yet. */
  added: z.array(z.object({ task: TaskId, person: Person, kind: z.enum(taskKinds) })),
  /** Later steps whose people this decision is to name. */
  choices: z.array(Choice),
  draft: z.object({ opinion: z.string(), values: Values }).nullable(),
})
export type MyTask = z.infer<typeof MyTask>

/** One line of the history of a request. */
export const TimelineEntry = z.object({
  seq: z.int(),
  at: z.string(),
  /** What happened: a deed, or `timer-fired`, `people`, `child-ended`, `signal`, `person-left`, `migrate` … */
  do: z.string(),
  by: Person.nullable(),
  /** Of somebody who is no person of the firm, such as an API key or the product itself. */
  byName: z.string().nullable(),
  onBehalfOf: Person.nullable(),
  step: Node.nullable(),
  stepName: z.string().nullable(),
  /** The step returned or moved to. */
  to: Node.nullable(),
  toName: z.string().nullable(),
  people: z.array(Person),
  decision: z.enum(['approve', 'reject']).nullable(),
  opinion: z.string().nullable(),
  reason: z.string().nullable(),
  signature: z.string().nullable(),
  /** Fields changed with it that the asker may see. */
  changes: z.array(z.object({ field: FieldKey, before: z.unknown(), after: z.unknown() })),
  /** What followed by itself: codes of the engine such as `passed-nobody`, `evidence`, `escalated`, `ended-approved`. */
  notes: z.array(
    z.object({ code: z.string(), step: Node.nullable(), stepName: z.string().nullable(), person: Person.nullable() }),
  ),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

const Related = z.object({
  id: Id,
  number: z.string().nullable(),
  title: z.string(),
  status: Status,
  flowName: z.record(z.string(), z.string()),
})

export const RequestRow = z.object({
  id: Id,
  number: z.string().nullable(),
  title: z.string(),
  flow: FlowBrief,
  status: Status,
  outcome: OutcomeName.nullable(),
  initiator: Person,
  unit: Named.nullable(),
  subject: Subject.nullable(),
  /** Names of the steps where it stands, and who has them. */
  at: z.array(z.object({ step: Node, stepName: z.string(), people: z.array(Person), dueAt: z.string().nullable() })),
  createdAt: z.string(),
  submittedAt: z.string().nullable(),
  changedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Since when what was approved no longer holds. */
  revokedAt: z.string().nullable(),
})
export type RequestRow = z.infer<typeof RequestRow>

export const RequestDetail = RequestRow.extend({
  owner: Person,
  version: z.int(),
  /** Events taken so far. */
  rev: z.int(),
  /** Which state of the form this is: send it back with what you decide. */
  dataRev: z.int(),
  parent: Related.nullable(),
  children: z.array(Related),
  /** Only the fields the asker may see. */
  form: FormJson,
  values: Values,
  /** Of the asker now; of a task see there. */
  rights: Rights,
  course: z.array(CourseStep),
  timeline: z.array(TimelineEntry),
  tasks: z.array(MyTask),
  /** For a draft: the steps whose people the initiator is to name, and those named so far. */
  choices: z.array(Choice),
  chosen: Chosen,
  readers: z.array(z.object({ person: Person, readAt: z.string().nullable() })),
  evidence: z.array(
    z.object({
      gate: z.string(),
      step: Node,
      stepName: z.string(),
      at: z.string(),
      by: z.array(Person),
      state: z.enum(['valid', 'void', 'consumed']),
    }),
  ),
  /** Where it is stuck and why. */
  troubles: z.array(z.object({ step: Node, stepName: z.string(), code: z.string() })),
  /** With flow.manage: where it stands, and where each of these may be moved. */
  tokens: z.array(
    z.object({
      id: z.string(),
      step: Node,
      stepName: z.string(),
      to: z.array(z.object({ id: Node, name: z.string() })),
    }),
  ),
  may: z.object({
    save: z.boolean(),
    submit: z.boolean(),
    discard: z.boolean(),
    withdraw: z.boolean(),
    /** It was approved, and a link says how that is taken back. */
    revoke: z.boolean(),
    /** Steps whose decision the asker may take back. */
    takeBack: z.array(z.object({ id: Node, name: z.string() })),
    /** To-dos of others the asker may urge. */
    urge: z.array(z.object({ task: TaskId, person: Person, step: Node, from: z.string() })),
    manage: z.boolean(),
    cancel: z.boolean(),
    relocate: z.boolean(),
    resume: z.boolean(),
  }),
})
export type RequestDetail = z.infer<typeof RequestDetail>

export const StartForm = z.object({
  flow: FlowBrief.extend({ description: z.record(z.string(), z.string()) }),
  version: z.int(),
  form: FormJson,
  rights: Rights,
  choices: z.array(Choice),
  /** Fields that decide on the course: the preview need only be asked with these, and anew when one of them changes. */
  decisive: z.array(FieldKey),
  /** Who will be asked, as things stand. */
  preview: z.array(CourseStep),
  /** Steps for which nobody is there: it could not be submitted. */
  troubles: z.array(z.object({ code: z.string(), step: Node.nullable() })),
})
export type StartForm = z.infer<typeof StartForm>

const Now = z.object({ requestId: Id, rev: z.int(), dataRev: z.int(), status: Status, number: z.string().nullable() })

export const requestRoutes = defineRoutes({
  /** What the asker may start, most used by them first. */
  listStartable: {
    method: 'GET',
    path: '/flows-startable',
    permission: 'flow.start',
    input: z.object({ text: z.string().trim().max(100).optional() }),
    output: z.object({
      rows: z.array(FlowBrief.extend({ description: z.record(z.string(), z.string()), used: z.int() })),
    }),
  },
  readStartForm: {
    method: 'GET',
    path: '/flows/:flowId/start',
    permission: 'flow.start',
    input: z.object({ flowId: Id, values: jsonText(Values).optional(), chosen: jsonText(Chosen).optional() }),
    output: StartForm,
  },
  startRequest: {
    method: 'POST',
    path: '/requests',
    permission: 'flow.start',
    input: z.object({
      flowId: Id,
      values: Values,
      chosen: Chosen.default({}),
      subject: Subject.optional(),
      title: z.string().trim().max(200).optional(),
      opinion: Opinion,
      /** False keeps a draft. */
      submit: z.boolean().default(true),
    }),
    output: Now,
  },
  /** The form of a draft, or of a request returned to its initiator. */
  saveRequest: {
    method: 'PUT',
    path: '/requests/:requestId/values',
    permission: 'flow.start',
    input: z.object({
      requestId: Id,
      dataRev: z.int(),
      values: Values,
      chosen: Chosen.optional(),
      title: z.string().trim().max(200).optional(),
    }),
    output: Now,
  },
  /** Only a draft that was never submitted. */
  discardRequest: {
    method: 'DELETE',
    path: '/requests/:requestId',
    permission: 'flow.start',
    input: z.object({ requestId: Id }),
    output: z.object({ requestId: Id }),
  },
  /** For the initiator, whoever has or had a to-do, who was sent a copy, and who may read requests of that place. */
  readRequest: {
    method: 'GET',
    path: '/requests/:requestId',
    permission: 'flow.act',
    input: z.object({ requestId: Id }),
    output: RequestDetail,
  },
  act: {
    method: 'POST',
    path: '/requests/:requestId/act',
    permission: 'flow.act',
    input: z.object({
      requestId: Id,
      deed: Deed,
      /** Fields changed with it; only those the step lets one write. */
      changes: Values.optional(),
      /** The form that was read; needed to decide, return and submit. Refused when it was changed meanwhile. */
      dataRev: z.int().optional(),
      /** When given, refused as soon as anything at all happened meanwhile. */
      rev: z.int().optional(),
    }),
    output: Now,
  },
  listRequests: {
    method: 'GET',
    path: '/requests',
    permission: 'flow.read',
    input: z.object({
      flowId: listed(Id).optional(),
      status: listed(Status).optional(),
      outcome: OutcomeName.optional(),
      initiatorId: Id.optional(),
      unitId: Id.optional(),
      subjectType: z.string().max(60).optional(),
      subjectKey: z.string().max(200).optional(),
      from: Instant.optional(),
      until: Instant.optional(),
      text: z.string().trim().max(100).optional(),
      ...paging,
    }),
    output: z.object({ total: z.int(), rows: z.array(RequestRow) }),
  },
})
