import type { EventOf } from './event.ts'
import { pauseTimers, settleGroup } from './decide.ts'
import { isOwnMatter, ownTask } from './own-task.ts'
import { openFor, voices } from './round.ts'
import type { Task } from './state.ts'
import { tally } from './tally.ts'
import { active, closeTask, isActive, personStep, refuse, tasksOf, tokenOf, type Refusal, type Turn } from './turn.ts'

/** 加签: more people before, after, or beside somebody's own decision. One level deep. */
export function addSign(turn: Turn, event: EventOf<'add-sign'>): Refusal | undefined {
  const own = ownTask(turn, event.task, event.by)
  if ('code' in own) return own
  const { task, token } = own
  const step = personStep(turn, token.node)
  if (!step || task.kind === 'answer' || task.kind === 'fill') return refuse('not-a-vote')
  if (task.status === 'offered') return refuse('claim-first')
  if (!step.allows.includes('add-sign')) return refuse('not-allowed-here', { step: token.node })
  if (task.kind === 'before' || task.kind === 'after' || task.addedBy !== null) return refuse('added-people-add-nobody')
  if (task.group) return refuse('already-added', { how: task.group.kind })
  const known = voices(turn, token)
  const people = [...new Set(event.people)]
  if (people.length === 0) return refuse('nobody-named')
  const double = people.find((one) => known.has(one))
  if (double !== undefined) return refuse('already-in-the-round', { person: double })
  if (people.some((one) => isOwnMatter(turn, token.node, one))) return refuse('not-the-initiator')
  const gone = people.find((one) => !isActive(turn, one))
  if (gone !== undefined) return refuse('inactive', { person: gone })
  if (event.how !== 'beside') task.group = { kind: event.how, quorum: event.quorum }
  for (const [index, person] of people.entries()) {
    const isNow = event.how === 'beside' || (event.how === 'before' && (event.quorum !== 'sequence' || index === 0))
    const added = openFor(
      turn,
      token,
      { id: person, weight: task.weight },
      event.how,
      isNow ? 'open' : 'later',
      event.how === 'beside' ? null : task,
    )
    added.addedBy = event.by
  }
  if (event.how === 'before') {
    task.status = 'waiting'
    pauseTimers(turn, token.id, true)
  }
  return undefined
}

/** 减签: the adder or an administrator takes back somebody added who has not acted; a quorum is never left empty. */
export function removeSign(turn: Turn, event: EventOf<'remove-sign'>): Refusal | undefined {
  const task = turn.state.tasks.find((one) => one.id === event.task)
  const token = task && tokenOf(turn, task.token)
  const step = token && personStep(turn, token.node)
  if (!task || !token || !step) return refuse('no-such-task', { task: event.task })
  const isAdmin = turn.facts.admins.includes(event.by)
  if (task.addedBy === null && !(isAdmin && task.kind === 'decide')) return refuse('was-not-added')
  if (task.addedBy !== event.by && !isAdmin) return refuse('not-yours', { person: task.addedBy ?? '' })
  if (!active.has(task.status) || task.status === 'agreed' || task.status === 'waiting') return refuse('has-acted')
  const slots = slotsLeft(turn, task)
  if ((task.kind === 'decide' || task.kind === 'beside') && slots.length === 0) return refuse('last-of-the-round')
  if (
    (step.quorum.type === 'count' || step.quorum.type === 'weight') &&
    isOutOfReach(step.quorum.pass, step.quorum.type, slots) &&
    task.kind !== 'before' &&
    task.kind !== 'after'
  )
    return refuse('quorum-out-of-reach')
  for (const one of tasksOf(turn, token.id)) if (one.slot === task.slot) closeTask(turn, one, 'removed')
  if (task.kind === 'before' || task.kind === 'after') regroup(turn, task)
  // removing an open vote may decide the round, and for a sequence opens the next
  if (tally(step.quorum, tasksOf(turn, token.id), token.queue.length > 0) !== 'open')
    turn.jobs.push({ job: 'evaluate', token: token.id })
  return undefined
}

function slotsLeft(turn: Turn, task: Task): Task[] {
  const others = tasksOf(turn, task.token).filter(
    (one) => (one.kind === 'decide' || one.kind === 'beside') && one.status !== 'removed' && one.slot !== task.slot,
  )
  return [...new Map(others.map((one) => [one.slot, one])).values()]
}

function isOutOfReach(pass: number, type: 'count' | 'weight', slots: readonly Task[]): boolean {
  return slots.reduce((sum, one) => sum + (type === 'weight' ? one.weight : 1), 0) < pass
}

/** The last of a group gone means that nobody is waited for any more. */
function regroup(turn: Turn, task: Task): void {
  const parent = turn.state.tasks.find((one) => one.id === task.parent)
  if (!parent?.group) return
  const left = tasksOf(turn, task.token).filter(
    (one) => one.parent === parent.id && (one.status === 'open' || one.status === 'later'),
  )
  if (left.length > 0 && parent.group.quorum !== 'sequence') return
  if (parent.status === 'waiting' || parent.status === 'agreed') settleGroup(turn, task)
  else if (left.length === 0) parent.group = null
}
