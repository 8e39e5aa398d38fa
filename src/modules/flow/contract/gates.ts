import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Id, Instant, listed, Node, paging, Person, Text, Values } from './shapes.ts'

const Gate = z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,59}$/)
const about = {
  gate: Gate,
  subjectType: z.string().min(1).max(60),
  subjectKey: z.string().min(1).max(200),
  /** What the asker is about to write: guarded fields that differ from those passed close the gate. */
  facts: Values.optional(),
}

/** `open`: may go on · `none`: nobody passed the step · `void`: something changed since · `used`: used up · `differs`: from what was passed. */
export const gateStates = ['open', 'none', 'void', 'used', 'differs'] as const
export const GateAnswer = z.object({
  gate: z.string(),
  isOpen: z.boolean(),
  state: z.enum(gateStates),
  /** A sentence in the asker's language. */
  sentence: z.string(),
  evidence: z
    .object({
      id: Id,
      requestId: Id,
      number: z.string().nullable(),
      at: z.string(),
      by: z.array(Person),
      facts: Values,
    })
    .nullable(),
})
export type GateAnswer = z.infer<typeof GateAnswer>

export const attemptWays = [
  'jump',
  'relocate',
  'import',
  'api',
  'auto-pass',
  'batch',
  'command',
  'migrate',
  'publish',
] as const
export const AttemptWay = z.enum(attemptWays)
export type AttemptWay = z.infer<typeof AttemptWay>

export const Attempt = z.object({
  id: Id,
  at: z.string(),
  way: AttemptWay,
  /** Why it was refused; a code of the problems. */
  code: z.string(),
  /** The same as a sentence in the asker's language. */
  sentence: z.string(),
  gate: z.string().nullable(),
  subjectType: z.string().nullable(),
  subjectKey: z.string().nullable(),
  flow: z.object({ id: Id, name: Text }).nullable(),
  requestId: Id.nullable(),
  requestNumber: z.string().nullable(),
  step: Node.nullable(),
  stepName: z.string().nullable(),
  person: Person.nullable(),
  byName: z.string(),
})
export type Attempt = z.infer<typeof Attempt>

export const gateRoutes = defineRoutes({
  /** Other systems ask before they do something. */
  checkGate: {
    method: 'POST',
    path: '/gates/:gate/check',
    permission: 'flow.gates',
    input: z.object(about),
    output: GateAnswer,
  },
  /** The same, and the evidence is used up: 409 when the gate is closed, and the attempt is kept. */
  consumeGate: {
    method: 'POST',
    path: '/gates/:gate/consume',
    permission: 'flow.gates',
    input: z.object({ ...about, note: z.string().trim().max(500).optional() }),
    output: GateAnswer,
  },
  /** Tells requests about a subject that something outside has happened: steps that wait for it go on. */
  sendSignal: {
    method: 'POST',
    path: '/flow-signals',
    permission: 'flow.gates',
    input: z.object({
      name: z.string().min(1).max(100),
      subjectType: z.string().min(1).max(60),
      subjectKey: z.string().min(1).max(200),
    }),
    output: z.object({ reached: z.int() }),
  },
  listAttempts: {
    method: 'GET',
    path: '/flow-attempts',
    permission: 'flow.attempts',
    input: z.object({
      way: listed(AttemptWay).optional(),
      gate: z.string().max(60).optional(),
      flowId: Id.optional(),
      from: Instant.optional(),
      until: Instant.optional(),
      ...paging,
    }),
    output: z.object({
      total: z.int(),
      /** Of all that match. */
      byWay: z.record(z.string(), z.int()),
      /** Of all that match and were about a gate. */
      byGate: z.record(z.string(), z.int()),
      rows: z.array(Attempt),
    }),
  },
})
