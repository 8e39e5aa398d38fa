import { problem } from '#kernel/problem'
import type { Refusal } from './contract.ts'

export const factsRefused = problem<{ count: number; refused: readonly Refusal[] }>(
  'unprocessable',
  'indicators.facts-refused',
)
export const alreadyReversed = problem('conflict', 'indicators.already-reversed')
export const isReversal = problem('conflict', 'indicators.is-reversal')
/** The last day of the period. */
export const notOver = problem<{ until: string }>('conflict', 'indicators.not-over')
export const alreadyClosed = problem<{ from: string }>('conflict', 'indicators.already-closed')
export const alreadyOpen = problem<{ from: string }>('conflict', 'indicators.already-open')
/** A board of everybody would be slow to make and useless to read. */
export const chooseUnit = problem<{ limit: number }>('unprocessable', 'indicators.choose-unit')
export const correctionInFuture = problem<{ happenedAt: string }>('unprocessable', 'indicators.correction-in-future')
export const noSuchSubjectType = problem<{ type: string }>('unprocessable', 'indicators.no-such-subject-type')
export const subjectTypeNeeded = problem('unprocessable', 'indicators.subject-type-needed')
