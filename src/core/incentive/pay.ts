import { partPaid, piecesPaid, portion, type Milli } from './amount.ts'
import type { Rule } from './plan.ts'

/** One line of why a value brings what it brings; numbers are thousandths, fen and millionths as named. */
export type PayStep = {
  readonly kind: 'piece' | 'percent' | 'tier' | 'flat' | 'target' | 'below' | 'pool' | 'cap'
  readonly milli: Milli
  readonly fen: number
  /** What a piece brings, or the part of the amount. */
  readonly eachFen?: number
  readonly millionths?: number
  readonly fromMilli?: Milli
  readonly untilMilli?: Milli
  readonly targetMilli?: Milli
  readonly permille?: number
}

/** What a person's value of a month brings, with every step; pools are no matter of one person (see `compute`). */
export function paidFor(rule: Exclude<Rule, { kind: 'pool' }>, value: Milli): PayStep[] {
  const milli = Math.max(0, value)
  switch (rule.kind) {
    case 'piece':
      return [{ kind: 'piece', milli, fen: piecesPaid(milli, rule.fen), eachFen: rule.fen }]
    case 'percent':
      return [{ kind: 'percent', milli, fen: partPaid(milli, rule.millionths), millionths: rule.millionths }]
    case 'tiers':
      return tiersPaid(rule, milli)
    case 'target':
      return [targetPaid(rule, milli)]
  }
}

export function fenOfSteps(steps: readonly PayStep[]): number {
  return steps.reduce((sum, { fen }) => sum + fen, 0)
}

type Tiers = Extract<Rule, { kind: 'tiers' }>

function tiersPaid({ mode, steps }: Tiers, milli: Milli): PayStep[] {
  const reached = steps.filter((step) => step.from <= milli)
  const top = reached.at(-1)
  if (!top) return [{ kind: 'below', milli, fen: 0, targetMilli: steps[0]?.from ?? 0 }]
  if (mode === 'flat') return [{ kind: 'flat', milli, fen: top.fen ?? 0, fromMilli: top.from }]
  if (mode === 'whole') return [tier(top, milli, top.from)]
  return reached.map((step, at) => {
    const until = steps[at + 1]?.from
    const within = Math.min(milli, until ?? milli) - step.from
    return tier(step, within, step.from, until)
  })
}

function tier(step: Tiers['steps'][number], milli: Milli, fromMilli: Milli, untilMilli?: Milli): PayStep {
  const bounds = untilMilli === undefined ? { fromMilli } : { fromMilli, untilMilli }
  const { fen, millionths = 0 } = step
  return fen === undefined
    ? { kind: 'tier', milli, fen: partPaid(milli, millionths), millionths, ...bounds }
    : { kind: 'tier', milli, fen: piecesPaid(milli, fen), eachFen: fen, ...bounds }
}

function targetPaid(rule: Extract<Rule, { kind: 'target' }>, milli: Milli): PayStep {
  const { target, threshold, fen, isProportional, mostPermille } = rule
  const permille = portion(milli, 1000, target)
  if (milli < threshold || (!isProportional && milli < target))
    return { kind: 'below', milli, fen: 0, targetMilli: isProportional ? threshold : target }
  const most = portion(fen, mostPermille, 1000)
  const reached = isProportional ? portion(fen, milli, target) : fen
  return { kind: 'target', milli, fen: Math.min(most, reached), targetMilli: target, permille }
}
