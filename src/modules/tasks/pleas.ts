import type { PleaAnswer } from './contract.ts'

export type PleaKind = 'help' | 'hand-over' | 'transfer' | 'appeal'
export type Outcome = 'helping' | 'taken' | 'transferred' | 'excused' | 'extended' | 'kept' | 'declined'

/** What an answer does to the task. */
export type PleaEffect =
  | { readonly do: 'let-help'; readonly personId: string }
  | { readonly do: 'pass-on'; readonly personId: string }
  | { readonly do: 'excuse' }
  | { readonly do: 'extend'; readonly dueAt: Date }

export type Decision = {
  readonly state: 'granted' | 'refused'
  readonly outcome: Outcome
  readonly effects: readonly PleaEffect[]
}

const answersTo: Readonly<Record<PleaKind, readonly PleaAnswer[]>> = {
  help: ['accept', 'decline'],
  'hand-over': ['accept', 'decline'],
  transfer: ['transfer', 'keep'],
  appeal: ['excuse', 'extend', 'keep'],
}

/** The answers a plea may get: a colleague accepts or declines; the superior moves, excuses, extends or keeps. */
export function answersFor(kind: PleaKind): readonly PleaAnswer[] {
  return answersTo[kind]
}

/** True for pleas that a colleague answers; the others are the superior's. */
export function asksColleague(kind: PleaKind): boolean {
  return kind === 'help' || kind === 'hand-over'
}

/**
 * What comes of a plea by an answer, as data. `personId` is who goes on with a transferred task, `dueAt` the new due time
 * of an extended one. Throws a RangeError for an answer the kind doesn't take or that lacks its part: callers ask
 * `answersFor` and check the parts before.
 */
export function decide(
  plea: { readonly kind: PleaKind; readonly askedId: string },
  answer: PleaAnswer,
  parts: { readonly personId?: string | undefined; readonly dueAt?: Date | undefined } = {},
): Decision {
  if (!answersFor(plea.kind).includes(answer)) throw new RangeError(`${plea.kind} takes no ${answer}`)
  switch (answer) {
    case 'accept':
      return plea.kind === 'help'
        ? granted('helping', { do: 'let-help', personId: plea.askedId })
        : granted('taken', { do: 'pass-on', personId: plea.askedId })
    case 'transfer':
      return granted('transferred', { do: 'pass-on', personId: given(parts.personId) })
    case 'excuse':
      return granted('excused', { do: 'excuse' })
    case 'extend':
      return granted('extended', { do: 'extend', dueAt: given(parts.dueAt) })
    case 'keep':
      return { state: 'refused', outcome: 'kept', effects: [] }
    case 'decline':
      return { state: 'refused', outcome: 'declined', effects: [] }
  }
}

function granted(outcome: Outcome, effect: PleaEffect): Decision {
  return { state: 'granted', outcome, effects: [effect] }
}

function given<T>(part: T | undefined): T {
  if (part === undefined) throw new RangeError('the answer lacks its part')
  return part
}
