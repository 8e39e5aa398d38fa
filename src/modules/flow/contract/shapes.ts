import * as z from 'zod'
import type { DefinitionInput } from '#core/flow'

export const Id = z.uuid()
export const Text = z.record(z.string(), z.string())
/** The id of a step in a definition. */
export const Node = z.string().min(1).max(100)
export const FieldKey = z.string().min(1).max(60)
export const Instant = z.iso.datetime({ offset: true })

export const Person = z.object({ id: Id, name: z.string() })
export type Person = z.infer<typeof Person>
export const Named = z.object({ id: Id, name: Text })
export type Named = z.infer<typeof Named>

export const rights = ['write', 'read', 'hidden'] as const
export const Right = z.enum(rights)
export type Right = z.infer<typeof Right>
/** Field -> what one may do with it; fields that are hidden are not there at all. */
export const Rights = z.record(FieldKey, Right)
export type Rights = z.infer<typeof Rights>

/** What stands in a form: field -> value; what a value may be is up to `#core/form`. */
export const Values = z.record(FieldKey, z.unknown())
export type Values = z.infer<typeof Values>

/** Step -> the people named for it. */
export const Chosen = z.record(Node, z.array(Id).max(200))
export type Chosen = z.infer<typeof Chosen>

export const Subject = z.object({
  /** What kind of thing a request is about: `goods-batch`, `contract`, `person` … */
  type: z.string().min(1).max(60),
  /** What the other system knows it by. */
  key: z.string().min(1).max(200),
  label: z.string().max(200).default(''),
})
export type Subject = z.infer<typeof Subject>

/** JSON of a definition of `#core/flow`. Drafts may be unfinished; what is wrong with them stands in `checked`. */
export const DefinitionJson = z.record(z.string(), z.unknown()) as unknown as z.ZodType<DefinitionInput>
/** JSON of a form of `#core/form`. */
export const FormJson = z.record(z.string(), z.unknown())
export type FormJson = z.infer<typeof FormJson>

export const statuses = ['draft', 'checking', 'running', 'incident', 'ended'] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>
export const outcomes = ['approved', 'rejected', 'withdrawn', 'cancelled'] as const
export const OutcomeName = z.enum(outcomes)
export type OutcomeName = z.infer<typeof OutcomeName>

export const taskKinds = ['decide', 'before', 'after', 'beside', 'answer', 'fill'] as const
export const taskStates = [
  'open',
  'offered',
  'waiting',
  'later',
  'agreed',
  'approved',
  'rejected',
  'answered',
  'superseded',
  'removed',
  'returned',
  'cancelled',
] as const
export type TaskState = (typeof taskStates)[number]

/** A flow as lists show it. */
export const FlowBrief = z.object({ id: Id, key: z.string(), name: Text, icon: z.string(), category: z.string() })
export type FlowBrief = z.infer<typeof FlowBrief>

export const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}
/** In a query a list is the key repeated. */
export const listed = <T extends z.ZodType>(one: T) =>
  z.union([one.transform((value) => [value]), z.array(one).max(200)])

/** JSON in a query. */
export const jsonText = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .max(12_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)

/** A step in the course of a request: done, going on, or to come. */
export const CourseStep = z.object({
  id: Node,
  kind: z.string(),
  name: z.string(),
  /** `rejected` and `dropped`: over without being passed. */
  state: z.enum(['passed', 'now', 'ahead', 'stuck', 'rejected', 'dropped']),
  isMandatory: z.boolean(),
  gate: z.string().nullable(),
  people: z.array(
    z.object({
      person: Person,
      onBehalfOf: Person.nullable(),
      /** `expected`: will be asked, as things stand today. */
      state: z.enum([...taskStates, 'expected']),
      at: z.string().nullable(),
    }),
  ),
  enteredAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  /** Why it would not find anybody, or passes by itself: codes of the engine. */
  notes: z.array(z.string()),
})
export type CourseStep = z.infer<typeof CourseStep>

/** A step whose people somebody has to name. */
export const Choice = z.object({ step: Node, name: z.string(), isRequired: z.boolean() })
export type Choice = z.infer<typeof Choice>
