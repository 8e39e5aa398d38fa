import { isHard } from '../model/step.ts'
import { delegateOf } from './facts.ts'
import type { Candidate, Task, TaskKind, TaskStatus, Token } from './state.ts'
import { isActive, newId, note, nodeOf, personStep, stuck, tasksOf, tokenOf, type Turn } from './turn.ts'
import { goOn } from './move.ts'
import { seek } from './seek.ts'

/** Opens a step for its people; a copy is only told to them. */
export function openRound(turn: Turn, tokenId: string, people: Candidate[]): void {
  const token = tokenOf(turn, tokenId)
  const step = token && nodeOf(turn, token.node)?.step
  if (!token || !step) return
  if (step.kind === 'copy') {
    tell(
      turn,
      token.node,
      people.map((one) => one.id),
    )
    return goOn(turn, token.id)
  }
  const person = personStep(turn, token.node)
  if (!person) return
  const { quorum } = person
  const total = people.reduce((sum, one) => sum + (quorum.type === 'weight' ? one.weight : 1), 0)
  if ((quorum.type === 'count' || quorum.type === 'weight') && quorum.pass > total)
    return stuck(turn, token, 'quorum-out-of-reach')
  token.stage = 'open'
  setTimers(turn, token)
  const isInTurn = quorum.type === 'sequence' || quorum.type === 'levels'
  token.queue = isInTurn ? people.slice(1) : []
  for (const one of isInTurn ? people.slice(0, 1) : people)
    openFor(turn, token, one, 'decide', quorum.type === 'claim' ? 'offered' : 'open')
  turn.jobs.push({ job: 'evaluate', token: token.id })
}

/** The next in a sequence. Who left in the meantime is replaced by a successor, or the administrators. */
export function openNext(turn: Turn, token: Token): void {
  const next = token.queue.shift()
  if (!next) return
  if (!isActive(turn, next.id))
    return seek(turn, token, { kind: 'superiors', levels: 1, of: next.id }, 'turn', 0, [next])
  openFor(turn, token, next, 'decide', 'open')
  turn.jobs.push({ job: 'evaluate', token: token.id })
}

/** Opens a to-do, for the delegate if one is named just now, and agrees at once where the person has agreed before. */
export function openFor(
  turn: Turn,
  token: Token,
  who: Candidate,
  kind: TaskKind,
  status: TaskStatus,
  parent: Task | null = null,
): Task {
  const delegation =
    kind === 'fill' || kind === 'answer'
      ? undefined
      : delegateOf(turn.facts, who.id, turn.compiled.definition.id, turn.state.initiator, turn.now)
  const slot = newId(turn, 's')
  const own: Parameters<typeof makeTask>[1] = { token, kind, slot, status, weight: who.weight, parent }
  if (delegation?.mode === 'replace') return makeTask(turn, own, delegation.to, who.id, delegation.id)
  const task = makeTask(turn, own, who.id, null, null)
  if (delegation) makeTask(turn, own, delegation.to, who.id, delegation.id)
  if (kind === 'decide' && status === 'open' && hasAgreed(turn, token, who.id)) {
    task.status = 'approved'
    turn.effects.push({ do: 'close-task', task: task.id, node: token.node, person: task.person, result: 'approved' })
    note(turn, 'agreed-before', token.node, who.id)
  }
  return task
}

type Own = { token: Token; kind: TaskKind; slot: string; status: TaskStatus; weight: number; parent: Task | null }

export function makeTask(
  turn: Turn,
  own: Own,
  person: string,
  onBehalfOf: string | null,
  delegation: string | null,
): Task {
  const { token, kind, slot, status, weight, parent } = own
  const task: Task = {
    id: newId(turn, 'w'),
    token: token.id,
    node: token.node,
    kind,
    slot,
    person,
    onBehalfOf,
    delegation,
    status,
    weight,
    parent: parent?.id ?? null,
    addedBy: null,
    group: null,
    isRead: false,
    chain: [],
    urgedAt: null,
  }
  turn.state.tasks.push(task)
  if (status === 'open' || status === 'offered') announce(turn, task)
  return task
}

export function announce(turn: Turn, task: Task): void {
  turn.effects.push({
    do: 'open-task',
    task: task.id,
    node: task.node,
    person: task.person,
    onBehalfOf: task.onBehalfOf,
    kind: task.kind,
    isOffer: task.status === 'offered',
  })
}

/** Copies: once per person and instance, with the right to read what the step shows. */
export function tell(turn: Turn, node: string, people: readonly string[]): void {
  const fresh = [...new Set(people)].filter((one) => !turn.state.copied.includes(one))
  for (const person of fresh) turn.effects.push({ do: 'grant-read', person, node })
  turn.state.copied.push(...fresh)
  if (fresh.length > 0) turn.effects.push({ do: 'notify', to: fresh, about: 'copy', node, task: null })
}

export function setTimers(turn: Turn, token: Token): void {
  const deadline = personStep(turn, token.node)?.deadline
  if (!deadline || token.timers.length > 0) return
  for (const [index, { at }] of deadline.steps.entries()) {
    const timer = `${token.id}.${index}`
    token.timers.push(timer)
    turn.effects.push({ do: 'set-timer', timer, node: token.node, deadline, at, from: token.since })
  }
}

/**
 * Only one's own approval of this round and this form spares the question; never at a mandatory step. Work is not spared,
 * nor does having done work spare an approval.
 */
function hasAgreed(turn: Turn, token: Token, person: string): boolean {
  const step = personStep(turn, token.node)
  const { dedup } = turn.compiled.definition
  if (dedup === 'none' || step?.kind !== 'approve' || isHard(step)) return false
  const last = Math.max(0, ...Object.values(turn.state.passed).map((one) => one.order))
  return turn.state.approvals.some(
    (one) =>
      one.person === person &&
      one.node !== token.node &&
      personStep(turn, one.node)?.kind === 'approve' &&
      one.generation === turn.state.generation &&
      one.revision === turn.facts.revision &&
      (dedup === 'once' || one.order === last),
  )
}

/** Everybody who already has a voice in a step. */
export function voices(turn: Turn, token: Token): Set<string> {
  const tasks = tasksOf(turn, token.id).filter((task) => task.kind !== 'answer' && task.status !== 'removed')
  return new Set([
    ...tasks.flatMap((task) => [task.person, task.onBehalfOf ?? task.person]),
    ...token.queue.map((one) => one.id),
  ])
}
