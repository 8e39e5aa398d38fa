import { problem } from '#kernel/problem'

export const codeTaken = problem<{ taken: string }>('conflict', 'profiles.code-taken')
/** A change may not begin before today: what was asked for in the past stays. */
export const pastDay = problem<{ from: string; today: string }>('conflict', 'profiles.past-day')
export const laterVersion = problem<{ from: string; latest: string }>('conflict', 'profiles.later-version')
export const alreadyRunning = problem<{ number: number; from: string }>('conflict', 'profiles.already-running')
export const nothingChanged = problem('conflict', 'profiles.nothing-changed')
export const notSeen = problem('conflict', 'profiles.not-seen')
export const alreadyIssued = problem<{ number: number }>('conflict', 'profiles.already-issued')
export const notHolder = problem('forbidden', 'profiles.not-holder')
export const olderIssue = problem<{ number: number; latest: number }>('conflict', 'profiles.older-issue')
export const noSuchGrade = problem('unprocessable', 'profiles.no-such-grade')
