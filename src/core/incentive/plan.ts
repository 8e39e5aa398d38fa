import * as z from 'zod'
import { Filter } from '../indicator/index.ts'

/** Whole fen; a plan pays, it never takes. */
const Fen = z.int().min(0).max(1_000_000_000)
/** A part of an amount in millionths: 12,500 is 1.25 %. */
const Millionths = z.int().min(0).max(1_000_000)
/** Pieces, yuan or a mark in thousandths. */
const Milli = z.int().min(0).max(1_000_000_000_000)

/** Whose results count: who sits on one of the positions, in one of the units (or below), or carries out one of the responsibilities. */
export const Participants = z.object({
  positionIds: z.array(z.uuid()).max(200).default([]),
  unitIds: z.array(z.uuid()).max(200).default([]),
  responsibilityIds: z.array(z.uuid()).max(200).default([]),
})
export type Participants = z.infer<typeof Participants>

/** How a fact that several people worked on is divided. */
export const Sharing = z.union([
  z.object({ kind: z.literal('actor') }),
  /** The actor and those the dimension names by staff number (`E002,E003`), each alike. */
  z.object({ kind: z.literal('equal'), dimension: z.string().min(1).max(60) }),
  /** Those the dimension names with their shares (`E001=60;E002=40`). */
  z.object({ kind: z.literal('named'), dimension: z.string().min(1).max(60) }),
])
export type Sharing = z.infer<typeof Sharing>

/** What is counted: one figure over facts of a kind, or an indicator of a responsibility. */
export const Basis = z.union([
  z.object({
    kind: z.literal('facts'),
    take: z.enum(['count', 'sum', 'average', 'distinct']),
    fact: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
    /** The measure; for `distinct` the dimension. Needed by all but `count`. */
    of: z.string().min(1).max(60).optional(),
    /** The measure holds fen; its value is told in yuan. */
    isFen: z.boolean().default(false),
    where: z.array(Filter).max(10).default([]),
    sharing: Sharing.default({ kind: 'actor' }),
  }),
  z.object({ kind: z.literal('indicator'), responsibilityId: z.uuid(), key: z.string().min(1).max(80) }),
])
export type Basis = z.infer<typeof Basis>

const Step = z.object({
  /** From this value on, in thousandths. */
  from: Milli,
  /** What a piece brings, in fen; in `flat` what the step brings at once. */
  fen: Fen.optional(),
  /** Or a part of the amount. */
  millionths: Millionths.optional(),
})

/** What a value brings. */
export const Rule = z.union([
  z.object({ kind: z.literal('piece'), fen: Fen }),
  z.object({ kind: z.literal('percent'), millionths: Millionths }),
  z.object({
    kind: z.literal('tiers'),
    /** `marginal`: each step pays what lies in it; `whole`: the step reached pays everything; `flat`: it pays once. */
    mode: z.enum(['marginal', 'whole', 'flat']),
    steps: z.array(Step).min(1).max(20),
  }),
  z.object({
    kind: z.literal('target'),
    target: Milli.min(1),
    /** Below it nothing is paid. */
    threshold: Milli.default(0),
    /** What reaching the target brings. */
    fen: Fen,
    /** Whether what is reached between threshold and target brings its part of it; else only the target does. */
    isProportional: z.boolean().default(true),
    /** The most of the bonus, in permille: 1,200 lets 120 % of the target bring 120 %. */
    mostPermille: z.int().min(0).max(10_000).default(1000),
  }),
  z.object({
    kind: z.literal('pool'),
    /** What a piece adds to the pool, in fen, or which part of the amount. */
    fen: Fen.optional(),
    millionths: Millionths.optional(),
    divide: z.enum(['equal', 'by-result']),
  }),
])
export type Rule = z.infer<typeof Rule>

export const PlanTerms = z.object({
  participants: Participants,
  basis: Basis,
  rule: Rule,
  /** The most a person gets of the plan in a month. */
  mostFen: Fen.nullable().default(null),
  /** How many months later a fact that is taken back still takes back what it earned. */
  clawbackMonths: z.int().min(0).max(24).default(12),
})
export type PlanTerms = z.infer<typeof PlanTerms>

export type PlanFlaw = 'no-participants' | 'no-measure' | 'steps-order' | 'step-pays' | 'not-countable' | 'no-threshold'

/** What makes terms impossible to compute, beyond their shape; none when they are sound. */
export function flawsOf({ participants, basis, rule }: PlanTerms): PlanFlaw[] {
  const flaws: PlanFlaw[] = []
  const { positionIds, unitIds, responsibilityIds } = participants
  if (positionIds.length + unitIds.length + responsibilityIds.length === 0) flaws.push('no-participants')
  if (basis.kind === 'facts' && basis.take !== 'count' && !basis.of) flaws.push('no-measure')
  // parts of an average or of a satisfaction score are no amounts of money
  const isSum = basis.kind === 'facts' && (basis.take === 'count' || basis.take === 'sum')
  if ((rule.kind === 'piece' || rule.kind === 'percent' || rule.kind === 'pool') && !isSum) flaws.push('not-countable')
  if (rule.kind === 'tiers') {
    const rises = rule.steps.every((step, at) => at === 0 || step.from > (rule.steps[at - 1]?.from ?? 0))
    if (!rises) flaws.push('steps-order')
    const pays = rule.steps.every(({ fen, millionths }) => (fen === undefined) !== (millionths === undefined))
    if (!pays || (rule.mode === 'flat' && rule.steps.some(({ fen }) => fen === undefined))) flaws.push('step-pays')
  }
  if (rule.kind === 'target' && rule.threshold > rule.target) flaws.push('no-threshold')
  if (rule.kind === 'pool' && (rule.fen === undefined) === (rule.millionths === undefined)) flaws.push('step-pays')
  return flaws
}
