import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { problemKinds, Source } from '#core/flow'
import { localText } from '#core/local-text'
import {
  Chosen,
  CourseStep,
  DefinitionJson,
  FlowBrief,
  FormJson,
  Id,
  Instant,
  Node,
  Rights,
  Text,
  Values,
} from './shapes.ts'

/** Who may start a flow. Units count with all below them. */
export const Starters = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({
    kind: z.literal('some'),
    unitIds: z.array(Id).max(200).default([]),
    positionIds: z.array(Id).max(200).default([]),
    personIds: z.array(Id).max(200).default([]),
  }),
  /** Only links and other flows. */
  z.strictObject({ kind: z.literal('nobody') }),
])
export type Starters = z.infer<typeof Starters>

/** What a flow is made of; the same for the draft and for a version. */
export const FlowContent = z.object({
  definition: DefinitionJson,
  form: FormJson,
  /** What the initiator may do with fields while filling in; those not named are written. */
  start: Rights,
})
export type FlowContent = z.infer<typeof FlowContent>

export const FlowProblem = z.object({
  kind: z.enum([
    ...problemKinds,
    'misread',
    'no-such-person',
    'no-such-flow',
    'no-such-command',
    'no-such-field',
    'nobody',
    'does-nothing',
  ]),
  /** The step it shows at, or the place in the JSON. */
  element: z.string(),
  /** The steps passed until then: the counter-example. */
  path: z.array(z.string()),
  with: z.string().nullable(),
  blocks: z.boolean(),
  /** For what was misread: the words of the reader. */
  message: z.string().nullable(),
})
export type FlowProblem = z.infer<typeof FlowProblem>

/** What is proved of a flow. */
export const Checked = z.object({
  verdict: z.enum(['sound', 'unsound', 'unknown', 'misread']),
  problems: z.array(FlowProblem),
  /** Promises: every way to `before` passes `step`; `path` shows one that does not. Mandatory steps promise it of the end. */
  proofs: z.array(
    z.object({
      step: Node,
      stepName: z.string(),
      before: Node,
      beforeName: z.string(),
      isSkippable: z.boolean().nullable(),
      path: z.array(z.string()),
    }),
  ),
  /** True when `publishFlow` would take it; `needsReason`: only with a reason. */
  mayPublish: z.boolean(),
  needsReason: z.boolean(),
})
export type Checked = z.infer<typeof Checked>

export const VersionBrief = z.object({
  version: z.int(),
  verdict: z.enum(['sound', 'unknown']),
  note: z.string(),
  reason: z.string().nullable(),
  publishedName: z.string(),
  publishedAt: z.string(),
  /** Requests that still run on it. */
  running: z.int(),
})
export type VersionBrief = z.infer<typeof VersionBrief>

export const FlowRow = FlowBrief.extend({
  description: Text,
  prefix: z.string(),
  starters: Starters,
  version: z.int(),
  currentVersion: z.int().nullable(),
  /** The draft differs from the version in use. */
  isChanged: z.boolean(),
  isRetired: z.boolean(),
  running: z.int(),
  /** What the checks find wrong with the draft and keeps it from being published. */
  problems: z.int(),
  changedByName: z.string(),
  changedAt: z.string(),
})
export type FlowRow = z.infer<typeof FlowRow>

export const FlowDetail = FlowRow.extend({
  draft: FlowContent,
  checked: Checked,
  versions: z.array(VersionBrief),
  /** Names of the people, units, positions, responsibilities and roles that the draft names, by id. */
  names: z.record(z.string(), z.string()),
  may: z.object({
    edit: z.boolean(),
    publish: z.boolean(),
    retire: z.boolean(),
    revive: z.boolean(),
    manage: z.boolean(),
  }),
})
export type FlowDetail = z.infer<typeof FlowDetail>

/** Something an automatic step can do, as a module offers it. */
export const CommandRow = z.object({
  key: z.string(),
  module: z.string(),
  name: Text,
  /** The fields of a form it reads. */
  inputs: z.array(z.object({ field: z.string(), name: Text, isRequired: z.boolean() })),
})
export type CommandRow = z.infer<typeof CommandRow>

export const TemplateRow = z.object({
  key: z.string(),
  name: Text,
  description: Text,
  category: z.string(),
  icon: z.string(),
  /** Steps of which whoever makes the flow says who does them. */
  asks: z.array(z.object({ step: Node, label: Text })),
})
export type TemplateRow = z.infer<typeof TemplateRow>

/** What of a file cannot be taken over. */
export const Unsupported = z.object({ id: z.string(), element: z.string(), reason: z.string() })

export const Simulated = z.object({
  steps: z.array(CourseStep.extend({ fields: Rights })),
  status: z.enum(['running', 'ended', 'incident', 'refused']),
  outcome: z.string().nullable(),
  /** Why it could not be submitted, or got stuck. */
  trouble: z.object({ code: z.string(), step: z.string().nullable() }).nullable(),
  endedAt: z.string().nullable(),
})
export type Simulated = z.infer<typeof Simulated>

const Key = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)
const Prefix = z.string().regex(/^[A-Z][A-Z0-9]{0,11}$/)
const head = {
  name: localText(100).optional(),
  description: z.record(z.string(), z.string().max(1000)).optional(),
  category: z.string().trim().max(60).optional(),
  icon: z.string().trim().max(60).optional(),
  prefix: Prefix.optional(),
  starters: Starters.optional(),
}
const known = { flowId: Id, version: z.int() }
const Now = z.object({ flowId: Id, version: z.int() })

export const definitionRoutes = defineRoutes({
  listFlows: {
    method: 'GET',
    path: '/flows',
    permission: 'flow.design',
    input: z.object({
      text: z.string().trim().max(100).optional(),
      category: z.string().max(60).optional(),
      retired: z.stringbool().default(false),
    }),
    /** At most 500. */
    output: z.object({ rows: z.array(FlowRow) }),
  },
  /** What automatic steps can do here. */
  listCommands: {
    method: 'GET',
    path: '/flow-commands',
    permission: 'flow.design',
    input: z.object({}),
    output: z.object({ rows: z.array(CommandRow) }),
  },
  listTemplates: {
    method: 'GET',
    path: '/flow-templates',
    permission: 'flow.design',
    input: z.object({}),
    output: z.object({ rows: z.array(TemplateRow) }),
  },
  readFlow: {
    method: 'GET',
    path: '/flows/:flowId',
    permission: 'flow.design',
    input: z.object({ flowId: Id }),
    output: FlowDetail,
  },
  createFlow: {
    method: 'POST',
    path: '/flows',
    permission: 'flow.design',
    input: z.object({
      key: Key.optional(),
      name: localText(100),
      prefix: Prefix.optional(),
      from: z
        .discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('blank') }),
          z.strictObject({
            kind: z.literal('template'),
            template: z.string().max(60),
            /** Who does the steps the template asks about. */
            people: z.record(Node, Source).optional(),
          }),
          z.strictObject({ kind: z.literal('copy'), flowId: Id }),
          z.strictObject({ kind: z.literal('bpmn'), xml: z.string().min(1).max(900_000) }),
          z.strictObject({ kind: z.literal('json'), content: FlowContent.partial({ form: true, start: true }) }),
        ])
        .default({ kind: 'blank' }),
    }),
    output: Now.extend({ unsupported: z.array(Unsupported) }),
  },
  /** What is not given stays. `definition.fields` are made of the form. */
  saveDraft: {
    method: 'PUT',
    path: '/flows/:flowId/draft',
    permission: 'flow.design',
    input: z.object({ ...known, ...head, ...FlowContent.partial().shape }),
    output: Now.extend({ checked: Checked }),
  },
  /** What the checks say of a draft that is not saved. */
  checkDraft: {
    method: 'POST',
    path: '/flows/:flowId/check',
    permission: 'flow.design',
    input: z.object({ flowId: Id, ...FlowContent.partial().shape }),
    output: Checked,
  },
  /** Refused while something blocks; a proof that ran out of its budget wants a reason. */
  publishFlow: {
    method: 'POST',
    path: '/flows/:flowId/publish',
    permission: 'flow.design',
    input: z.object({
      ...known,
      note: z.string().trim().max(2000).default(''),
      reason: z.string().trim().max(2000).optional(),
    }),
    output: Now.extend({ published: z.int() }),
  },
  readVersion: {
    method: 'GET',
    path: '/flows/:flowId/versions/:published',
    permission: 'flow.design',
    input: z.object({ flowId: Id, published: z.coerce.number().int().min(1).max(1_000_000) }),
    output: VersionBrief.extend({ ...FlowContent.shape, name: Text, hash: z.string() }),
  },
  /** No new requests; those that run go on. */
  retireFlow: {
    method: 'POST',
    path: '/flows/:flowId/retire',
    permission: 'flow.design',
    input: z.object(known),
    output: Now,
  },
  reviveFlow: {
    method: 'POST',
    path: '/flows/:flowId/revive',
    permission: 'flow.design',
    input: z.object(known),
    output: Now,
  },
  exportBpmn: {
    method: 'GET',
    path: '/flows/:flowId/bpmn',
    permission: 'flow.design',
    kind: 'download',
    input: z.object({ flowId: Id, published: z.coerce.number().int().min(1).max(1_000_000).optional() }),
    output: z.unknown(),
  },
  /** Puts the steps of a BPMN file into the draft; what it cannot hold is named. */
  importBpmn: {
    method: 'PUT',
    path: '/flows/:flowId/bpmn',
    permission: 'flow.design',
    input: z.object({ ...known, xml: z.string().min(1).max(900_000) }),
    output: Now.extend({ unsupported: z.array(Unsupported), checked: Checked }),
  },
  /** Plays a flow with the people of the organisation as of today; nothing is written. */
  simulateFlow: {
    method: 'POST',
    path: '/flows/:flowId/simulate',
    permission: 'flow.design',
    input: z.object({
      flowId: Id,
      /** A published version; the saved draft, or `content`, unless given. */
      published: z.int().min(1).optional(),
      content: FlowContent.optional(),
      initiatorId: Id,
      values: Values.default({}),
      chosen: Chosen.default({}),
      at: Instant.optional(),
      /** What is decided at a step; all others are approved at once. */
      decisions: z
        .array(
          z.strictObject({
            step: Node,
            decision: z.enum(['approve', 'reject', 'nothing']),
            afterMinutes: z.int().min(0).max(1_000_000).default(0),
          }),
        )
        .max(200)
        .default([]),
    }),
    output: Simulated,
  },
})
