import * as z from 'zod'

const Id = z.string().min(1).max(200)
const People = z.array(Id).max(200)
const Opinion = z.string().max(5000).optional()
const Chosen = z.record(Id, People).optional()
const onTask = { by: Id, task: Id }
const Delegation = z.strictObject({
  id: Id,
  from: Id,
  to: Id,
  start: z.number(),
  until: z.number(),
  flows: z.array(Id).nullable(),
  atMost: z.strictObject({ field: Id, value: z.number() }).nullable(),
  mode: z.enum(['replace', 'both']),
})

/** Everything that can happen to an instance. `by` is who does it; whoever acts for another is named as who acts. */
export const FlowEvent = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('submit'), by: Id, chosen: Chosen, opinion: Opinion }),
  /** The answer to an effect `ask-people`. */
  z.strictObject({
    do: z.literal('people'),
    ask: Id,
    people: z.array(z.strictObject({ id: Id, weight: z.int().min(0).max(1_000_000).default(1) })).max(1000),
  }),
  z.strictObject({
    do: z.literal('decide'),
    ...onTask,
    decision: z.enum(['approve', 'reject']),
    opinion: Opinion,
    signature: z.string().max(200).optional(),
    chosen: Chosen,
    /** One of many at once; never over mandatory steps. */
    isBatch: z.boolean().optional(),
  }),
  z.strictObject({
    do: z.literal('return'),
    ...onTask,
    to: Id,
    back: z.enum(['again', 'straight']).default('again'),
    opinion: Opinion,
  }),
  z.strictObject({
    do: z.literal('add-sign'),
    ...onTask,
    how: z.enum(['before', 'after', 'beside']),
    people: People,
    quorum: z.enum(['all', 'any', 'sequence']).default('all'),
  }),
  z.strictObject({ do: z.literal('remove-sign'), ...onTask }),
  z.strictObject({ do: z.literal('transfer'), ...onTask, to: Id, opinion: Opinion }),
  z.strictObject({ do: z.literal('ask'), ...onTask, to: Id, opinion: Opinion }),
  z.strictObject({ do: z.literal('answer'), ...onTask, opinion: z.string().min(1).max(5000) }),
  z.strictObject({ do: z.literal('claim'), ...onTask }),
  z.strictObject({ do: z.literal('unclaim'), ...onTask }),
  z.strictObject({ do: z.literal('read'), ...onTask }),
  z.strictObject({ do: z.literal('save-draft'), ...onTask }),
  z.strictObject({ do: z.literal('copy'), ...onTask, people: People }),
  z.strictObject({ do: z.literal('urge'), ...onTask }),
  z.strictObject({ do: z.literal('take-back'), by: Id, node: Id }),
  z.strictObject({ do: z.literal('withdraw'), by: Id, opinion: Opinion }),
  z.strictObject({ do: z.literal('cancel'), by: Id, reason: z.string().min(1).max(2000) }),
  z.strictObject({ do: z.literal('relocate'), by: Id, token: Id, to: Id, reason: z.string().min(1).max(2000) }),
  z.strictObject({ do: z.literal('resume'), by: Id }),
  z.strictObject({ do: z.literal('timer-fired'), timer: Id, lateMinutes: z.number().min(0).default(0) }),
  z.strictObject({
    do: z.literal('child-ended'),
    child: Id,
    outcome: z.enum(['approved', 'rejected', 'withdrawn', 'cancelled']),
  }),
  z.strictObject({ do: z.literal('signal'), name: Id }),
  /** An event of a loaded file happens: a catching one, or one on the border of a step. */
  z.strictObject({ do: z.literal('trigger'), element: Id }),
  z.strictObject({ do: z.literal('data-changed') }),
  z.strictObject({ do: z.literal('person-left'), person: Id, to: Id.nullable() }),
  z.strictObject({ do: z.literal('delegation-opened'), delegation: Delegation }),
  z.strictObject({ do: z.literal('delegation-closed'), delegation: Delegation }),
])
export type FlowEvent = z.infer<typeof FlowEvent>
export type EventOf<Kind extends FlowEvent['do']> = Extract<FlowEvent, { do: Kind }>
