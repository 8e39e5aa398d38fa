import { problem } from '#kernel/problem'

export const endsBeforeItBegins = problem<{ from: string; until: string }>('invalid', 'goals.ends-before-it-begins')
export const circle = problem<{ name: string }>('conflict', 'goals.circle')
/** A goal can't help to reach one that is over before it begins, or begins after it is over. */
export const outsideParent = problem<{ name: string; from: string; until: string }>('conflict', 'goals.outside-parent')
export const outsideChild = problem<{ name: string; from: string; until: string }>('conflict', 'goals.outside-child')
export const hasGoalsBelow = problem<{ count: number }>('conflict', 'goals.has-goals-below')
