import { problem } from '#kernel/problem'
import type { FormFault } from '#core/form'

export const alreadyDone = problem('conflict', 'tasks.already-done')
export const alreadyCancelled = problem('conflict', 'tasks.already-cancelled')
export const subtasksOpen = problem<{ count: number }>('conflict', 'tasks.subtasks-open')
export const notYours = problem('forbidden', 'tasks.not-yours')
export const formIncomplete = problem<{ faults: readonly FormFault[] }>('unprocessable', 'tasks.form-incomplete')
export const inTheFuture = problem('unprocessable', 'tasks.in-the-future')
export const beforeThePeriod = problem<{ from: string }>('unprocessable', 'tasks.before-the-period')
export const dueInThePast = problem('unprocessable', 'tasks.due-in-the-past')
export const ownDuty = problem('forbidden', 'tasks.own-duty')
export const notLeft = problem<{ personName: string }>('conflict', 'tasks.not-left')
export const takeBackTooLate = problem<{ hours: number }>('conflict', 'tasks.take-back-too-late')
export const hasNoUnit = problem<{ personName: string }>('unprocessable', 'tasks.person-has-no-position')
