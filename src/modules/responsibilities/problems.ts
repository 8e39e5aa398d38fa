import { problem } from '#kernel/problem'

/** The weights of a version's indicators, in permille. */
export const weightsOff = problem<{ total: number; limit: number }>('invalid', 'responsibilities.weights-off')
export const keyTwice = problem<{ key: string }>('invalid', 'responsibilities.key-twice')
export const codeTaken = problem<{ taken: string }>('conflict', 'responsibilities.code-taken')
/** A change may not begin before today: what was said in the past stays. */
export const pastDay = problem<{ from: string; today: string }>('conflict', 'responsibilities.past-day')
export const laterVersion = problem<{ from: string; latest: string }>('conflict', 'responsibilities.later-version')
export const alreadyRunning = problem<{ number: number; from: string }>('conflict', 'responsibilities.already-running')
export const nothingChanged = problem('conflict', 'responsibilities.nothing-changed')
export const stillHeld = problem<{ count: number }>('conflict', 'responsibilities.still-held')
export const secondAccountable = problem<{ position: string; from: string; until: string | null }>(
  'conflict',
  'responsibilities.second-accountable',
)
export const heldTwice = problem<{ from: string; until: string | null }>('conflict', 'responsibilities.held-twice')
/** The weights of a position's holdings, in permille, on the heaviest day. */
export const tooHeavy = problem<{ total: number; limit: number; day: string }>('conflict', 'responsibilities.too-heavy')
export const endsBeforeItBegins = problem<{ from: string; until: string }>(
  'invalid',
  'responsibilities.ends-before-it-begins',
)
export const alreadyEnded = problem<{ until: string }>('conflict', 'responsibilities.already-ended')
export const noSuchPositionThen = problem<{ day: string }>('conflict', 'responsibilities.no-such-position-then')
export const notThisLibrary = problem<{ directory: string; missing: string }>(
  'invalid',
  'responsibilities.not-this-library',
)
