import { isHard } from '../model/step.ts'
import type { EventOf } from './event.ts'
import { ownTask } from './own-task.ts'
import type { Task } from './state.ts'
import { announce, openNext } from './round.ts'
import { tally } from './tally.ts'
import {
  active,
  closeTask,
  note,
  personStep,
  printOf,
  refuse,
  stuck,
  tasksOf,
  tokenOf,
  type How,
  type Refusal,
  type Turn,
} from './turn.ts'
import { goOn, writeEvidence } from './move.ts'
import { returnTo } from './return.ts'

/** Approves (or finishes work), or rejects. */
export function decide(turn: Turn, event: EventOf<'decide'>): Refusal | undefined {
  const own = ownTask(turn, event.task, event.by)
  if ('code' in own) return own
  const { task, token } = own
  const step = personStep(turn, token.node)
  if (task.kind === 'answer' || task.kind === 'fill') return refuse('not-a-vote')
  if (!step) return refuse('no-such-task', { task: task.id })
  if (task.status === 'offered') return refuse('claim-first')
  const isReject = event.decision === 'reject'
  if (isReject && step.kind === 'transact') return refuse('cannot-reject', { step: token.node })
  if (event.isBatch && isHard(step)) return refuse('mandatory-one-by-one', { step: token.node })
  const needsOpinion = step.opinion === 'always' || (step.opinion === 'on-reject' && isReject)
  if (needsOpinion && !event.opinion?.trim()) return refuse('opinion-required', { step: token.node })
  if (step.signature && !event.signature) return refuse('signature-required', { step: token.node })
  for (const [node, people] of Object.entries(event.chosen ?? {})) turn.state.chosen[node] = people
  turn.undo = { by: event.by, task: task.id, token: copyOf(token), tasks: copyOf(tasksOf(turn, token.id)) }
  supersedeBeside(turn, task)
  if (isReject) {
    closeTask(turn, task, 'rejected')
    if (task.kind === 'before' || task.kind === 'after')
      turn.jobs.push({ job: 'reject', token: token.id, by: event.by })
    else turn.jobs.push({ job: 'evaluate', token: token.id })
    return undefined
  }
  const added = childrenOf(turn, task, 'later')
  if (added.length > 0) {
    task.status = 'agreed'
    openGroup(turn, task, added)
    return undefined
  }
  closeTask(turn, task, 'approved')
  if (task.kind === 'before' || task.kind === 'after') settleGroup(turn, task)
  turn.jobs.push({ job: 'evaluate', token: token.id })
  return undefined
}

/** Counts the votes of a step and goes on as they say. */
export function evaluate(turn: Turn, tokenId: string): void {
  const token = tokenOf(turn, tokenId)
  const step = token && personStep(turn, token.node)
  if (!token || !step || token.stage !== 'open') return
  const tasks = tasksOf(turn, token.id)
  const result = tally(step.quorum, tasks, token.queue.length > 0)
  const by = tasks.filter((task) => task.status === 'approved' && task.kind !== 'answer').map((task) => task.person)
  if (result === 'next') openNext(turn, token)
  else if (result === 'pass')
    turn.jobs.push({ job: 'pass', token: token.id, how: { kind: 'decided', by: [...new Set(by)] } })
  else if (result === 'reject') turn.jobs.push({ job: 'reject', token: token.id, by: by.at(-1) ?? '' })
}

/** A step is passed. A mandatory one only by people: whatever else tries is a fault, and shown. */
export function pass(turn: Turn, tokenId: string, how: How): void {
  const token = tokenOf(turn, tokenId)
  const step = token && personStep(turn, token.node)
  if (!token || !step) return
  const by = how.kind === 'decided' ? how.by : []
  if (by.length === 0 && isHard(step)) {
    note(turn, 'not-passed-by-itself', token.node)
    if (!tasksOf(turn, token.id).some((task) => active.has(task.status)))
      stuck(turn, token, 'mandatory-without-approval')
    return
  }
  const { state } = turn
  const order = Math.max(0, ...Object.values(state.passed).map((one) => one.order)) + 1
  state.passed[token.node] = {
    round: token.round,
    print: printOf(turn, token.node),
    by,
    isStale: false,
    order,
    revision: turn.facts.revision,
  }
  if (how.kind === 'auto') note(turn, `passed-${how.because}`, token.node)
  for (const task of tasksOf(turn, token.id))
    if (task.status === 'approved' && task.onBehalfOf === null) approve(turn, task, order)
  writeEvidence(turn, token.node, by)
  if (turn.undo && turn.undo.token.id === token.id)
    state.undo.push({ seq: state.seq, made: 0, node: token.node, ...turn.undo })
  goOn(turn, token.id)
}

/** A step is rejected: the flow ends, or goes back as the step says. */
export function reject(turn: Turn, tokenId: string): void {
  const token = tokenOf(turn, tokenId)
  const step = token && personStep(turn, token.node)
  if (!token || !step) return
  if (step.onReject.to === 'end') turn.jobs.push({ job: 'end', outcome: 'rejected' })
  else if (returnTo(turn, token, step.onReject.step, step.onReject.back)) returnTo(turn, token, 'start', 'again')
}

function approve(turn: Turn, task: Task, order: number): void {
  const { generation } = turn.state
  turn.state.approvals.push({ node: task.node, person: task.person, generation, revision: turn.facts.revision, order })
}

/** The other of two who may both act, and open questions for opinions, are settled by the decision. */
function supersedeBeside(turn: Turn, task: Task): void {
  for (const other of tasksOf(turn, task.token)) {
    const isTwin = other.slot === task.slot && other.id !== task.id
    const isQuestion = other.parent === task.id && other.kind === 'answer'
    if ((isTwin || isQuestion) && active.has(other.status)) closeTask(turn, other, 'superseded')
  }
}

function childrenOf(turn: Turn, task: Task, status: Task['status']): Task[] {
  return tasksOf(turn, task.token).filter((one) => one.parent === task.id && one.status === status)
}

function openGroup(turn: Turn, parent: Task, added: readonly Task[]): void {
  for (const one of parent.group?.quorum === 'sequence' ? added.slice(0, 1) : added) {
    one.status = 'open'
    announce(turn, one)
  }
}

/** One of the people added before or after has agreed: their group may be through. */
export function settleGroup(turn: Turn, child: Task): void {
  const parent = turn.state.tasks.find((one) => one.id === child.parent)
  if (!parent) return
  const later = childrenOf(turn, parent, 'later')
  const open = childrenOf(turn, parent, 'open')
  const isThrough = parent.group?.quorum === 'any' || open.length + later.length === 0
  if (!isThrough) {
    if (open.length === 0) openGroup(turn, parent, later)
    return
  }
  for (const one of [...open, ...later]) closeTask(turn, one, 'superseded')
  const kind = parent.group?.kind
  parent.group = null
  if (kind === 'after') return closeTask(turn, parent, 'approved')
  parent.status = 'open'
  announce(turn, parent)
  pauseTimers(turn, parent.token, false)
}

/** The clock of a step stands still while somebody signs before it. */
export function pauseTimers(turn: Turn, tokenId: string, isPaused: boolean): void {
  const token = tokenOf(turn, tokenId)
  const step = token && personStep(turn, token.node)
  if (!token || !step?.deadline?.pauses.includes('add-sign-before') || token.isPaused === isPaused) return
  if (!isPaused && tasksOf(turn, token.id).some((task) => task.status === 'waiting')) return
  token.isPaused = isPaused
  for (const timer of token.timers) turn.effects.push({ do: isPaused ? 'pause-timer' : 'resume-timer', timer })
}

function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
