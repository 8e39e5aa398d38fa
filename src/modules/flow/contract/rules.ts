import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { AssignmentCase, Source } from '#core/flow'
import { localText } from '#core/local-text'
import { FieldKey, FlowBrief, Id, paging, Person, Text } from './shapes.ts'

/** Who gets the next request: the first line that holds counts. */
export const Rule = z.object({
  id: Id,
  name: Text,
  cases: z.array(AssignmentCase),
  version: z.int(),
  changedByName: z.string(),
  changedAt: z.string(),
  /** Line -> how many it has given, and who got the last one. */
  given: z.record(z.string(), z.object({ count: z.int(), last: Person })),
  /** Flows with a step that asks this rule, as they are published or drawn. */
  flows: z.array(FlowBrief),
  /** Names of whom the lines name, by id. */
  names: z.record(z.string(), z.string()),
})
export type Rule = z.infer<typeof Rule>

const rule = { name: localText(100), cases: z.array(AssignmentCase).min(1).max(30) }

/** Within what a number must stay, and who is told when it does not. */
export const Limit = z.object({
  id: Id,
  flow: FlowBrief,
  field: FieldKey,
  fieldName: Text,
  /** Its numbers are fen. */
  isMoney: z.boolean(),
  atLeast: z.number().nullable(),
  atMost: z.number().nullable(),
  tell: Source,
  isOn: z.boolean(),
  version: z.int(),
  /** Since it stands. */
  breaches: z.int(),
  names: z.record(z.string(), z.string()),
})
export type Limit = z.infer<typeof Limit>

const limit = {
  field: FieldKey,
  /** Of money in fen. */
  atLeast: z.number().nullable().default(null),
  atMost: z.number().nullable().default(null),
  tell: Source,
  isOn: z.boolean().default(true),
}

export const Breach = z.object({
  id: Id,
  at: z.string(),
  requestId: Id,
  number: z.string().nullable(),
  title: z.string(),
  flow: FlowBrief,
  fieldName: Text,
  isMoney: z.boolean(),
  value: z.number(),
  atLeast: z.number().nullable(),
  atMost: z.number().nullable(),
  byName: z.string().nullable(),
  told: z.array(Person),
})
export type Breach = z.infer<typeof Breach>

const Changed = z.object({ id: Id, version: z.int() })
const Gone = z.object({ id: Id })
const version = z.coerce.number().int()

export const ruleRoutes = defineRoutes({
  listRules: {
    method: 'GET',
    path: '/flow-rules',
    permission: 'flow.design',
    input: z.object({}),
    output: z.object({ rows: z.array(Rule) }),
  },
  createRule: {
    method: 'POST',
    path: '/flow-rules',
    permission: 'flow.design',
    input: z.object(rule),
    output: Changed,
  },
  changeRule: {
    method: 'PUT',
    path: '/flow-rules/:ruleId',
    permission: 'flow.design',
    input: z.object({ ruleId: Id, version: z.int(), ...rule }),
    output: Changed,
  },
  /** Refused while a flow asks it. */
  deleteRule: {
    method: 'DELETE',
    path: '/flow-rules/:ruleId',
    permission: 'flow.design',
    input: z.object({ ruleId: Id, version }),
    output: Gone,
  },
  listLimits: {
    method: 'GET',
    path: '/flow-limits',
    permission: 'flow.design',
    input: z.object({ flowId: Id.optional() }),
    output: z.object({ rows: z.array(Limit) }),
  },
  createLimit: {
    method: 'POST',
    path: '/flow-limits',
    permission: 'flow.design',
    input: z.object({ flowId: Id, ...limit }),
    output: Changed,
  },
  changeLimit: {
    method: 'PUT',
    path: '/flow-limits/:limitId',
    permission: 'flow.design',
    input: z.object({ limitId: Id, version: z.int(), ...limit }),
    output: Changed,
  },
  deleteLimit: {
    method: 'DELETE',
    path: '/flow-limits/:limitId',
    permission: 'flow.design',
    input: z.object({ limitId: Id, version }),
    output: Gone,
  },
  listBreaches: {
    method: 'GET',
    path: '/flow-breaches',
    permission: 'flow.design',
    input: z.object({ flowId: Id.optional(), ...paging }),
    output: z.object({ total: z.int(), rows: z.array(Breach) }),
  },
})
