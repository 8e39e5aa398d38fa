import { problem } from '#kernel/problem'

/** A change that can't be: its row from 1, and why in the asker's language. `more` counts further ones. */
export const unsound = problem<{ row: number; why: string; more: number }>('conflict', 'reorganisation.unsound')
export const notPlanning = problem<{ state: string }>('conflict', 'reorganisation.not-planning')
export const wrongState = problem<{ state: string }>('conflict', 'reorganisation.wrong-state')
export const noChanges = problem('conflict', 'reorganisation.no-changes')
export const dayPassed = problem<{ day: string; today: string }>('conflict', 'reorganisation.day-passed')
export const fourEyes = problem('conflict', 'reorganisation.four-eyes')
export const builtUpon = problem<{ what: string; more: number }>('conflict', 'reorganisation.built-upon')
export const tooManyChanges = problem<{ limit: number }>('conflict', 'reorganisation.too-many-changes')
export const orderIncomplete = problem('invalid', 'reorganisation.order-incomplete')
