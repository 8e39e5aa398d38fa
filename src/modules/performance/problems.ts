import { problem } from '#kernel/problem'

/** What is wrong with the draft, in sentences. */
export const schemeUnsound = problem<{ faults: readonly { code: string; sentence: string }[]; first: string }>(
  'unprocessable',
  'performance.scheme-unsound',
)
export const nothingToPublish = problem('conflict', 'performance.nothing-to-publish')
/** A version may not begin before one that is published: what was judged by it would change. */
export const versionTooEarly = problem<{ from: string }>('conflict', 'performance.version-too-early')
export const codeTaken = problem<{ name: string }>('conflict', 'performance.code-taken')
export const placeTaken = problem<{ name: string }>('conflict', 'performance.place-taken')
export const notPublished = problem('conflict', 'performance.not-published')
export const nobodyToReview = problem<{ without: number }>('conflict', 'performance.nobody-to-review')
/** Each state follows the one before it. */
export const wrongStep = problem<{ state: string; to: string }>('conflict', 'performance.wrong-step')
export const leftUndone = problem<{ count: number }>('conflict', 'performance.left-undone')
export const appealsOpen = problem<{ count: number }>('conflict', 'performance.appeals-open')
export const notConfirmedYet = problem('conflict', 'performance.not-confirmed-yet')
export const periodRuns = problem<{ until: string }>('conflict', 'performance.period-runs')
export const isFrozen = problem('conflict', 'performance.is-frozen')
export const notFrozen = problem('conflict', 'performance.not-frozen')
export const notOpenNow = problem<{ state: string }>('conflict', 'performance.not-open-now')
export const ownReview = problem('forbidden', 'performance.own-review')
export const notYourPart = problem<{ part: string }>('forbidden', 'performance.not-your-part')
export const lineUnknown = problem<{ line: string }>('invalid', 'performance.line-unknown')
export const lineOpen = problem<{ line: string }>('unprocessable', 'performance.line-open')
export const reasonMissing = problem<{ line: string; why: string }>('unprocessable', 'performance.reason-missing')
/** The manager's word on the whole lies far from what was computed. */
export const suggestionUnexplained = problem<{ computed: number }>(
  'unprocessable',
  'performance.suggestion-unexplained',
)
export const noScoreYet = problem('conflict', 'performance.no-score-yet')
export const notToldYet = problem('conflict', 'performance.not-told-yet')
export const alreadyConfirmed = problem('conflict', 'performance.already-confirmed')
export const appealRuns = problem('conflict', 'performance.appeal-runs')
export const appealUndecided = problem('unprocessable', 'performance.appeal-undecided')
export const groupTooSmall = problem<{ least: number }>('forbidden', 'performance.group-too-small')
export const peersNotAsked = problem('conflict', 'performance.peers-not-asked')

/** What may be wrong with a scheme; each is told as a sentence beside the others. */
export const schemeFaults = {
  'lines-sum': problem<{ sum: number }>('unprocessable', 'performance.lines-sum'),
  'parts-sum': problem<{ sum: number }>('unprocessable', 'performance.parts-sum'),
  'same-key': problem<{ line: string }>('unprocessable', 'performance.same-key'),
  'curve-order': problem<{ line: string }>('unprocessable', 'performance.curve-order'),
  'same-level': problem<{ level: string }>('unprocessable', 'performance.same-level'),
  'level-order': problem<{ level: string }>('unprocessable', 'performance.level-order'),
  'lowest-level': problem('unprocessable', 'performance.lowest-level'),
  'unknown-indicator': problem<{ line: string }>('unprocessable', 'performance.unknown-indicator'),
}
