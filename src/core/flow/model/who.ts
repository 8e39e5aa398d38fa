import * as z from 'zod'

const Id = z.string().min(1).max(100)

/**
 * Where the people of a step come from. All but `people`, `initiator`, `chosen` and `field` are asked of the shell, which
 * answers from the organisation as of now (or of the submit day where it says so).
 */
export const Source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('people'), people: z.array(Id).min(1).max(200) }),
  z.strictObject({ kind: z.literal('initiator') }),
  /** Named by the initiator at submit, or by an approver before. */
  z.strictObject({ kind: z.literal('chosen') }),
  /** Whoever stands in a field of the form. */
  z.strictObject({ kind: z.literal('field'), field: Id }),
  z.strictObject({ kind: z.literal('role'), role: Id }),
  z.strictObject({ kind: z.literal('position'), position: Id }),
  z.strictObject({ kind: z.literal('unit-members'), unit: Id }),
  z.strictObject({ kind: z.literal('unit-head'), unit: Id.optional() }),
  /** Superiors of the initiator, nearest first, up to `levels` of them or to the top. */
  z.strictObject({ kind: z.literal('superiors'), levels: z.int().min(1).max(20).optional(), of: Id.optional() }),
  /** Who answers for (or carries out) a responsibility in the unit of the flow's subject. */
  z.strictObject({
    kind: z.literal('responsibility'),
    responsibility: Id,
    raci: z.enum(['accountable', 'responsible']),
  }),
  /** Whoever an assignment rule names for this request. */
  z.strictObject({ kind: z.literal('rule'), rule: Id }),
])
export type Source = z.infer<typeof Source>

const Threshold = z.int().min(1).max(1_000_000)
const Part = z.int().min(1).max(1000)

/** How several people's decisions become the one of the step. Thresholds count over everybody in the round not removed. */
export const Quorum = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('all'), collectAll: z.boolean().default(false) }),
  z.strictObject({ type: z.literal('any') }),
  z.strictObject({
    type: z.literal('ratio'),
    passPermille: Part,
    rejectPermille: Part.optional(),
    tie: z.enum(['approve', 'reject']).default('reject'),
  }),
  z.strictObject({
    type: z.literal('count'),
    pass: Threshold,
    reject: Threshold.optional(),
    tie: z.enum(['approve', 'reject']).default('reject'),
  }),
  z.strictObject({
    type: z.literal('weight'),
    pass: Threshold,
    reject: Threshold.optional(),
    tie: z.enum(['approve', 'reject']).default('reject'),
  }),
  z.strictObject({ type: z.literal('sequence') }),
  z.strictObject({ type: z.literal('claim') }),
  /** Superiors one after the other; who holds two levels is asked once. */
  z.strictObject({ type: z.literal('levels') }),
])
export type Quorum = z.infer<typeof Quorum>

/** What happens when nobody is found, tried in order; after the last the administrators are asked. */
export const OnEmpty = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('refuse') }),
  z.strictObject({ do: z.literal('ask'), who: Source }),
  z.strictObject({ do: z.literal('pass') }),
  z.strictObject({ do: z.literal('admin') }),
])
export type OnEmpty = z.infer<typeof OnEmpty>
