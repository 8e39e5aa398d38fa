import * as z from 'zod'
import { Condition } from './condition.ts'
import { Deadline, Span } from './deadline.ts'
import { OnEmpty, Quorum, Source } from './who.ts'

/** Ids survive versions: running instances are carried over by them. */
const Id = z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,59}$/)
const Name = z.string().max(200).default('')
const base = { id: Id, name: Name }
const Fields = z.record(z.string().max(60), z.enum(['write', 'read', 'hidden'])).default({})

const personal = {
  ...base,
  who: Source,
  quorum: Quorum.default({ type: 'all', collectAll: false }),
  onEmpty: z
    .array(OnEmpty)
    .max(5)
    .default([{ do: 'refuse' }]),
  /** The initiator among the people asked: asks the superior instead, leaves the initiator out, or lets it be. */
  onSelf: z.enum(['superior', 'skip', 'self']).default('superior'),
  onReject: z
    .discriminatedUnion('to', [
      z.strictObject({ to: z.literal('end') }),
      z.strictObject({ to: z.literal('return'), step: Id, back: z.enum(['again', 'straight']).default('again') }),
    ])
    .default({ to: 'end' }),
  /** Steps to which one may return: none, the start, every step allowed, or these. */
  returns: z.union([z.enum(['none', 'start', 'any']), z.array(Id).max(50)]).default('any'),
  /** True: passed only by people's decisions. Every way around is refused. */
  mandatory: z.boolean().default(false),
  /** The name under which passing this step is evidence that commands may demand. */
  gate: Id.optional(),
  /** Fields whose later change voids approvals and evidence of this step. */
  guards: z.array(z.string().max(60)).max(100).default([]),
  fields: Fields,
  opinion: z.enum(['optional', 'always', 'on-reject']).default('optional'),
  signature: z.boolean().default(false),
  allows: z.array(z.enum(['add-sign', 'transfer', 'ask', 'copy'])).default(['add-sign', 'transfer', 'ask', 'copy']),
  takeBack: z.enum(['until-read', 'until-done', 'never']).default('until-done'),
  deadline: Deadline.optional(),
}

export const Approve = z.strictObject({ kind: z.literal('approve'), ...personal })
/** Work done by people; it cannot be rejected, only done or returned. */
export const Transact = z.strictObject({ kind: z.literal('transact'), ...personal })
export const Copy = z.strictObject({ kind: z.literal('copy'), ...base, who: Source, fields: Fields })
export const Auto = z.strictObject({
  kind: z.literal('auto'),
  ...base,
  command: z.string().min(1).max(100),
  /** True: goes on when the signal `<id>` arrives. */
  waits: z.boolean().default(false),
  fields: Fields,
})
export const Delay = z.strictObject({ kind: z.literal('delay'), ...base, span: Span })
export const Wait = z.strictObject({ kind: z.literal('wait'), ...base, signal: z.string().min(1).max(100) })
/** Goes on when the evidence named is there and valid. */
export const Gate = z.strictObject({ kind: z.literal('gate'), ...base, gate: Id })
export const Subflow = z.strictObject({
  kind: z.literal('subflow'),
  ...base,
  flow: z.string().min(1).max(100),
  mode: z.enum(['wait', 'detach']).default('wait'),
  onCancel: z.enum(['cascade', 'detach']).default('cascade'),
  /** True: the flow goes on only when the other one was approved. */
  mandatory: z.boolean().default(false),
  map: z.record(z.string(), z.string()).default({}),
})
export const End = z.strictObject({
  kind: z.literal('end'),
  ...base,
  outcome: z.enum(['approved', 'rejected', 'cancelled']).default('approved'),
})

export type PersonStep = z.infer<typeof Approve> | z.infer<typeof Transact>
export type PlainStep =
  | PersonStep
  | z.infer<typeof Copy>
  | z.infer<typeof Auto>
  | z.infer<typeof Delay>
  | z.infer<typeof Wait>
  | z.infer<typeof Gate>
  | z.infer<typeof Subflow>
  | z.infer<typeof End>

export type Arm = { id: string; name: string; when?: Condition | undefined; steps: Step[] }
export type Block =
  /** Exactly one arm: the first whose condition holds, else `otherwise`. */
  | { kind: 'branch'; id: string; name: string; arms: Arm[]; otherwise?: Step[] | undefined }
  | { kind: 'parallel'; id: string; name: string; arms: Arm[] }
  /** Every arm whose condition holds, `otherwise` if none does. */
  | { kind: 'inclusive'; id: string; name: string; arms: Arm[]; otherwise?: Step[] | undefined }
  /** The first arm to finish (or, by `start`, to pass its first step) wins; the others are cancelled. */
  | { kind: 'race'; id: string; name: string; by: 'start' | 'finish'; arms: Arm[] }
  /** Repeats its steps until the condition holds; after `limit` rounds an incident. */
  | { kind: 'loop'; id: string; name: string; steps: Step[]; until: Condition; limit: number }
export type Step = PlainStep | Block

const Steps: z.ZodType<Step[], unknown> = z.lazy(() => z.array(Step).max(500))
const ArmSchema = z.strictObject({ id: Id, name: Name, when: Condition.optional(), steps: Steps })
const arms = z.array(ArmSchema).min(1).max(50)
const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('branch'), ...base, arms, otherwise: Steps.optional() }),
  z.strictObject({ kind: z.literal('parallel'), ...base, arms }),
  z.strictObject({ kind: z.literal('inclusive'), ...base, arms, otherwise: Steps.optional() }),
  z.strictObject({ kind: z.literal('race'), ...base, by: z.enum(['start', 'finish']).default('finish'), arms }),
  z.strictObject({ kind: z.literal('loop'), ...base, steps: Steps, until: Condition, limit: z.int().min(1).max(50) }),
])
export const Step: z.ZodType<Step, unknown> = z.lazy(() =>
  z.discriminatedUnion('kind', [Approve, Transact, Copy, Auto, Delay, Wait, Gate, Subflow, End, ...Block.options]),
)

/** Whether a step is passed only by what people decide: marked mandatory, or with a gate that commands rely on. */
export function isHard(step: Step | undefined): boolean {
  if (step?.kind === 'subflow') return step.mandatory
  return (step?.kind === 'approve' || step?.kind === 'transact') && (step.mandatory || step.gate !== undefined)
}
