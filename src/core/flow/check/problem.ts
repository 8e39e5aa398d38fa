export const problemKinds = [
  'deadlock',
  'unsafe',
  'dead',
  'no-completion',
  'improper-completion',
  'no-start',
  'undecided',
  'skippable',
  'auto-pass',
  'parallel-writers',
  'never-chosen',
  'unknown-step',
  'bad-return',
  'long-timer',
] as const
export type ProblemKind = (typeof problemKinds)[number]

/**
 * Something wrong with a flow. `element` is the node it shows at, `path` the ids passed from the start until then (empty
 * where no path is needed); `with` names the other party, such as the second writer of a field.
 */
export type Problem = {
  readonly kind: ProblemKind
  readonly element: string
  readonly path: readonly string[]
  readonly with?: string
}

/** `unknown`: the budget ran out before a proof or a counter-example was found. */
export type Verdict = 'sound' | 'unsound' | 'unknown'

/** Kinds that make a flow unsound; the others block publishing without being faults of the net. */
export const unsound: ReadonlySet<ProblemKind> = new Set([
  'deadlock',
  'unsafe',
  'dead',
  'no-completion',
  'improper-completion',
  'no-start',
  'undecided',
])

/** A flow with such a problem is not published. The others are hints: ways never chosen, timers of more than a year. */
export function blocksPublishing({ kind }: Problem): boolean {
  return kind !== 'never-chosen' && kind !== 'long-timer'
}
