import { problem } from '#kernel/problem'

/** Things of one's own need a person behind the account. */
export const needsPerson = problem('forbidden', 'flow.needs-person')
export const flowRetired = problem('conflict', 'flow.retired')
export const notPublished = problem('conflict', 'flow.not-published')
