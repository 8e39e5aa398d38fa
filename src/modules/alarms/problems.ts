import { problem } from '#kernel/problem'

/** Muting ends on a later day, within a year. */
export const badMuteDay = problem<{ until: string; from: string; to: string }>('invalid', 'alarms.bad-mute-day')
export const alreadyResolved = problem<{ resolvedOn: string }>('conflict', 'alarms.already-resolved')
