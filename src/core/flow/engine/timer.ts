import type { Deadline } from '../model/deadline.ts'
import { isHard } from '../model/step.ts'
import type { EventOf } from './event.ts'
import { goOn, cancelArms } from './move.ts'
import { isOwnMatter } from './own-task.ts'
import { seek } from './seek.ts'
import { moveTask } from './stand-in.ts'
import type { Token } from './state.ts'
import {
  dropToken,
  isActive,
  nodeOf,
  note,
  personStep,
  refuse,
  stuck,
  tasksOf,
  type Refusal,
  type Turn,
} from './turn.ts'

const lateMinutes = 24 * 60

/** A timer fires. One that belongs to nothing any more does nothing. */
export function timerFired(turn: Turn, event: EventOf<'timer-fired'>): Refusal | undefined {
  const token = turn.state.tokens.find((one) => one.timers.includes(event.timer))
  if (!token) return refuse('timer-is-stale')
  const node = nodeOf(turn, token.node)
  token.timers = token.timers.filter((one) => one !== event.timer)
  if (node?.step?.kind === 'delay') {
    goOn(turn, token.id)
    return undefined
  }
  const step = personStep(turn, token.node)?.deadline?.steps[
    Number(event.timer.slice(event.timer.lastIndexOf('.') + 1))
  ]
  if (!step) return refuse('timer-is-stale')
  act(turn, token, step, event.lateMinutes)
  return undefined
}

function act(turn: Turn, token: Token, step: Deadline['steps'][number], late: number): void {
  const person = personStep(turn, token.node)
  const isDeciding = step.do === 'auto-approve' || step.do === 'auto-reject' || step.do === 'close'
  if (isDeciding && late > lateMinutes) {
    // the server slept over it: nobody could act in time, so nothing is decided by itself
    note(turn, 'too-late-to-decide', token.node)
    return escalate(turn, token)
  }
  if (step.do === 'auto-approve' && (isHard(person) || token.stage !== 'open')) {
    note(turn, 'not-passed-by-itself', token.node)
    return escalate(turn, token)
  }
  if (step.do === 'auto-approve')
    turn.jobs.push({ job: 'pass', token: token.id, how: { kind: 'auto', because: 'deadline' } })
  else if (step.do === 'auto-reject') turn.jobs.push({ job: 'reject', token: token.id, by: '' })
  else if (step.do === 'close') turn.jobs.push({ job: 'end', outcome: 'cancelled' })
  else if (step.do === 'escalate') escalate(turn, token)
  else if (step.do === 'transfer') hand(turn, token, step.to)
  else remind(turn, token, step.do === 'remind' ? 'due' : 'due-leader')
}

function remind(turn: Turn, token: Token, about: string): void {
  const to = openPeople(turn, token)
  if (to.length > 0) turn.effects.push({ do: 'notify', to, about, node: token.node, task: null })
}

function escalate(turn: Turn, token: Token): void {
  const [first] = openPeople(turn, token)
  note(turn, 'escalated', token.node)
  if (first !== undefined && token.stage === 'open')
    seek(turn, token, { kind: 'superiors', levels: 1, of: first }, 'escalate')
}

function hand(turn: Turn, token: Token, to: string | undefined): void {
  if (to === undefined || !isActive(turn, to) || isOwnMatter(turn, token.node, to)) return escalate(turn, token)
  for (const task of tasksOf(turn, token.id))
    if (task.status === 'open' || task.status === 'offered') moveTask(turn, token, task, to, true)
}

function openPeople(turn: Turn, token: Token): string[] {
  const open = tasksOf(turn, token.id).filter((task) => task.status === 'open' || task.status === 'offered')
  return [...new Set(open.map((task) => task.person))]
}

/** Something outside happened: every step that waits for it goes on. */
export function signal(turn: Turn, event: EventOf<'signal'>): Refusal | undefined {
  const waiting = turn.state.tokens.filter((token) => {
    const step = nodeOf(turn, token.node)?.step
    if (token.stage !== 'waiting') return false
    return (
      (step?.kind === 'wait' && step.signal === event.name) ||
      (step?.kind === 'auto' && step.waits && step.id === event.name)
    )
  })
  if (waiting.length === 0) return refuse('nothing-waits', { signal: event.name })
  for (const token of waiting) goOn(turn, token.id)
  return undefined
}

/** An event of a loaded file: a catching one goes on; one on a border ends (or runs beside) the step it hangs on. */
export function trigger(turn: Turn, event: EventOf<'trigger'>): Refusal | undefined {
  const node = nodeOf(turn, event.element)
  const own = turn.state.tokens.find((one) => one.node === event.element && one.stage === 'waiting')
  if (own) {
    goOn(turn, own.id)
    return undefined
  }
  const host = node?.on
  const within = turn.state.tokens.filter(
    (one) => one.node === host || nodeOf(turn, one.node)?.scopes.some((scope) => scope === `${host}/in`),
  )
  if (!node || host === undefined || within.length === 0) return refuse('nothing-waits', { signal: event.element })
  if (node.interrupts !== false) {
    for (const token of within) dropToken(turn, token, 'cancelled')
    cancelArms(turn, host, null)
  }
  turn.jobs.push({ job: 'leave', node: node.id, race: null })
  return undefined
}

export function childEnded(turn: Turn, event: EventOf<'child-ended'>): Refusal | undefined {
  const token = turn.state.tokens.find((one) => one.child === event.child)
  if (!token) return refuse('nothing-waits', { signal: event.child })
  token.child = null
  note(turn, `child-${event.outcome}`, token.node)
  const step = nodeOf(turn, token.node)?.step
  if (isHard(step)) {
    if (event.outcome !== 'approved') {
      stuck(turn, token, 'child-not-approved')
      return undefined
    }
    const order = Math.max(0, ...Object.values(turn.state.passed).map((one) => one.order))
    turn.state.passed[token.node] = { round: token.round, print: '', by: [], isStale: false, order }
  }
  goOn(turn, token.id)
  return undefined
}
