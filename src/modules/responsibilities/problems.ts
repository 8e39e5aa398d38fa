import { problem } from '#kernel/problem'

/** The weights of a version's indicators, in permille. */
export const weightsOff = problem<{ total: number; limit: number }>('invalid', 'responsibilities.weights-off')
export const keyTwice = problem<{ key: string }>('invalid', 'responsibilities.key-twice')
/** Where a formula is wrong: the character from 1, and the sentence. `at` is its indicator in the draft, from 0. */
export const badFormula = problem<{ indicator: string; at: number; column: number; detail: string }>(
  'invalid',
  'responsibilities.bad-formula',
)
export const unknownIndicator = problem<{ indicator: string; at: number; wanted: string; hint: string }>(
  'invalid',
  'responsibilities.unknown-indicator',
)
export const indicatorsInCircle = problem<{ path: string }>('invalid', 'responsibilities.indicators-in-circle')
export const needsMeasure = problem<{ indicator: string; at: number; kind: string }>(
  'invalid',
  'responsibilities.needs-measure',
)
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
/** The position or unit is not there on the day, or the person has no seat then. */
export const noSuchHolderThen = problem<{ day: string }>('conflict', 'responsibilities.no-such-holder-then')
/** Exactly one of position, unit and person must be named. */
export const oneHolder = problem<{ count: number }>('invalid', 'responsibilities.one-holder')
export const unitsHaveNoWeight = problem('invalid', 'responsibilities.units-have-no-weight')
export const stillDraft = problem('conflict', 'responsibilities.still-draft')
export const noDraft = problem<{ from: string }>('conflict', 'responsibilities.no-draft')
export const retired = problem<{ from: string }>('conflict', 'responsibilities.retired')
export const notRetired = problem('conflict', 'responsibilities.not-retired')
export const alreadyRetired = problem<{ from: string }>('conflict', 'responsibilities.already-retired')
/** Who still holds it, or is made of it, on the day it would be retired. */
export const heldThen = problem<{ count: number; holders: string }>('conflict', 'responsibilities.held-then')
export const unknownRight = problem<{ right: string }>('invalid', 'responsibilities.unknown-right')
export const partOfItself = problem('invalid', 'responsibilities.part-of-itself')
/** A part by reference has no such parts itself. */
export const partHasParts = problem<{ name: string }>('conflict', 'responsibilities.part-has-parts')
export const isPartAlready = problem<{ name: string }>('conflict', 'responsibilities.is-part-already')
export const partIsDraft = problem<{ name: string }>('conflict', 'responsibilities.part-is-draft')
export const stillPart = problem<{ name: string }>('conflict', 'responsibilities.still-part')
/** A chart of roles has as many columns as a page can show. */
export const tooManyColumns = problem<{ count: number; limit: number }>('invalid', 'responsibilities.too-many-columns')
export const notThisLibrary = problem<{ directory: string; missing: string }>(
  'invalid',
  'responsibilities.not-this-library',
)
