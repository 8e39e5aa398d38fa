import { problem } from '#kernel/problem'

export const reasonMissing = problem('invalid', 'overlap.reason-missing')
export const leadMissing = problem('invalid', 'overlap.lead-missing')
export const leadSupportsItself = problem('invalid', 'overlap.lead-supports-itself')
export const untilPassed = problem<{ until: string; today: string }>('invalid', 'overlap.until-passed')
export const noLongerFound = problem('conflict', 'overlap.no-longer-found')
export const notDecided = problem('conflict', 'overlap.not-decided')
export const periodTurned = problem<{ from: string; until: string }>('invalid', 'overlap.period-turned')
export const alreadyDrafted = problem('conflict', 'overlap.already-drafted')
