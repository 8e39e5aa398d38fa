import { problem } from '#kernel/problem'
import type { TimelineRefusal } from './rules.ts'

export const calendarYearMissing = problem<{ year: number }>('conflict', 'organisation.calendar-year-missing')
export const calendarDayOutside = problem<{ day: string; year: number }>('invalid', 'organisation.calendar-day-outside')
export const calendarLineUnread = problem<{ line: number; text: string }>(
  'invalid',
  'organisation.calendar-line-unread',
)
export const calendarEmpty = problem('invalid', 'organisation.calendar-empty')

export const unitCircle = problem<{ name: string }>('conflict', 'organisation.unit-circle')
export const unitInUse = problem<{ units: number; positions: number }>('conflict', 'organisation.unit-in-use')
export const unitNotThere = problem<{ from: string; until: string | null }>('conflict', 'organisation.unit-not-there')
export const rootStays = problem('conflict', 'organisation.root-stays')
export const needsParent = problem('invalid', 'organisation.needs-parent')
export const codeTaken = problem<{ taken: string }>('conflict', 'organisation.code-taken')

export const lineCircle = problem<{ title: string }>('conflict', 'organisation.line-circle')
export const positionInUse = problem<{ people: number; positions: number }>('conflict', 'organisation.position-in-use')
export const positionNotThere = problem<{ from: string; until: string | null }>(
  'conflict',
  'organisation.position-not-there',
)

export const dottedToItself = problem('invalid', 'organisation.dotted-to-itself')
export const dottedTwice = problem<{ from: string }>('conflict', 'organisation.dotted-twice')
export const gradeInUse = problem<{ count: number }>('conflict', 'organisation.grade-in-use')
export const notACompany = problem('conflict', 'organisation.not-a-company')
export const badCreditCode = problem('invalid', 'organisation.bad-credit-code')
export const awayAlready = problem<{ from: string }>('conflict', 'organisation.away-already')

export const numberTaken = problem<{ number: string }>('conflict', 'organisation.number-taken')
export const shareTooLarge = problem<{ total: number; limit: number }>('conflict', 'organisation.share-too-large')
export const mainNeeded = problem<{ on: string }>('conflict', 'organisation.main-needed')
export const mainLater = problem<{ from: string }>('conflict', 'organisation.main-later')
export const seatedAlready = problem<{ from: string }>('conflict', 'organisation.seated-already')

const refusals = {
  'not-after-last': problem<{ last: string }>('conflict', 'organisation.not-after-last'),
  'already-begun': problem<{ from: string }>('conflict', 'organisation.already-begun'),
  'only-version': problem('conflict', 'organisation.only-version'),
  'changes-later': problem<{ from: string }>('conflict', 'organisation.changes-later'),
  'ends-before-it-begins': problem<{ from: string }>('invalid', 'organisation.ends-before-it-begins'),
  closed: problem<{ until: string }>('conflict', 'organisation.closed'),
}

/** A refusal of the timeline rules as a problem. */
export function timelineProblem({ refused, ...facts }: TimelineRefusal) {
  return refusals[refused](facts as { last: string; from: string; until: string })
}
