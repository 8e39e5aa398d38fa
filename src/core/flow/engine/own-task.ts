import type { Task, Token } from './state.ts'
import { personStep, refuse, tokenOf, type Refusal, type Turn } from './turn.ts'

/** A person's own to-do with the token it belongs to, or why the person may not act on it. */
export function ownTask(turn: Turn, id: string, by: string): { task: Task; token: Token } | Refusal {
  const task = turn.state.tasks.find((one) => one.id === id)
  const token = task && tokenOf(turn, task.token)
  if (!task || !token) return refuse('no-such-task', { task: id })
  if (task.person !== by) return refuse('not-yours', { person: task.person })
  if (task.status === 'open' || task.status === 'offered') return { task, token }
  if (task.status === 'waiting' || task.status === 'agreed') return refuse('waits-for-others')
  return refuse('already-decided', { person: winner(turn, task), status: task.status })
}

/** Whether somebody would decide on their own request, where the step leaves that to others. */
export function isOwnMatter(turn: Turn, node: string, person: string): boolean {
  const step = personStep(turn, node)
  const isVote = step?.kind === 'approve' && step.onSelf !== 'self' && step.who.kind !== 'initiator'
  return isVote && person === turn.state.initiator
}

/** Who was faster, for the sentence that tells it. */
function winner(turn: Turn, task: Task): string {
  const done = turn.state.tasks.filter(
    (one) => one.token === task.token && (one.status === 'approved' || one.status === 'rejected'),
  )
  return done.at(-1)?.person ?? task.person
}
