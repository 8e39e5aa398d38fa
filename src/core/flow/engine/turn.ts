import { fingerprint } from '../model/value.ts'
import type { Compiled } from '../model/compile.ts'
import type { GraphNode } from '../model/graph.ts'
import type { PersonStep } from '../model/step.ts'
import type { Effect } from './effect.ts'
import type { Facts } from './facts.ts'
import type { Candidate, Outcome, State, Task, TaskStatus, Token } from './state.ts'

export type How = { kind: 'decided'; by: string[] } | { kind: 'auto'; because: string }

/** What is still to do within one event; done in order, so that steps that pass by themselves need no recursion. */
export type Job =
  | { job: 'arrive'; flow: string; race: Token['race'] }
  | { job: 'enter'; node: string; race: Token['race']; straight: Token['straight'] }
  | { job: 'leave'; node: string; race: Token['race'] }
  | { job: 'open'; token: string; people: Candidate[] }
  | { job: 'evaluate'; token: string }
  | { job: 'pass'; token: string; how: How }
  | { job: 'reject'; token: string; by: string }
  | { job: 'end'; outcome: Outcome }

/** One event being carried out. `state` is this turn's own copy. */
export type Turn = {
  readonly compiled: Compiled
  readonly state: State
  readonly facts: Facts
  readonly now: number
  readonly effects: Effect[]
  readonly jobs: Job[]
  /** The step as it was before somebody decided, for taking back. */
  undo: { by: string; task: string; token: Token; tasks: Task[] } | undefined
}

/** Why an event is not taken: a code for a sentence, and what the sentence names. */
export type Refusal = { readonly code: string; readonly facts?: Readonly<Record<string, string>> }

export const active: ReadonlySet<TaskStatus> = new Set(['open', 'offered', 'waiting', 'later', 'agreed'])

export function newId(turn: Turn, letter: string): string {
  turn.state.made += 1
  return `${letter}${turn.state.made}`
}

export function nodeOf(turn: Turn, id: string): GraphNode | undefined {
  return turn.compiled.net.node.get(id)
}

export function personStep(turn: Turn, id: string): PersonStep | undefined {
  const step = nodeOf(turn, id)?.step
  return step?.kind === 'approve' || step?.kind === 'transact' ? step : undefined
}

export function tokenOf(turn: Turn, id: string): Token | undefined {
  return turn.state.tokens.find((token) => token.id === id)
}

export function tasksOf(turn: Turn, token: string): Task[] {
  return turn.state.tasks.filter((task) => task.token === token)
}

export function note(turn: Turn, code: string, node: string | null, person: string | null = null): void {
  turn.effects.push({ do: 'note', code, node, person })
}

export function printOf(turn: Turn, node: string): string {
  return fingerprint(turn.facts.data, personStep(turn, node)?.guards ?? [])
}

export function isActive(turn: Turn, person: string): boolean {
  return !turn.facts.inactive.includes(person)
}

/** A new token; the caller says what it does there. */
export function putToken(turn: Turn, node: string, stage: Token['stage'], race: Token['race'] = null): Token {
  const token: Token = {
    id: newId(turn, 't'),
    node,
    round: turn.state.visits[node] ?? 0,
    stage,
    since: turn.now,
    from: turn.state.seq,
    asks: [],
    queue: [],
    child: null,
    isPaused: false,
    timers: [],
    race,
    straight: null,
    trouble: null,
  }
  turn.state.tokens.push(token)
  return token
}

/** The flow cannot go on by itself here: shown to administrators, who may resume or move it. */
export function stuck(turn: Turn, token: Token, code: string): void {
  token.stage = 'stuck'
  token.trouble = code
  turn.effects.push({ do: 'incident', code, node: token.node })
}

export function closeTask(turn: Turn, task: Task, status: TaskStatus, result?: 'returned' | 'cancelled'): void {
  task.status = status
  turn.effects.push({ do: 'close-task', task: task.id, node: task.node, person: task.person, result: result ?? status })
}

/** Takes a token away with everything that hangs on it. */
export function dropToken(turn: Turn, token: Token, result: 'superseded' | 'returned' | 'cancelled'): void {
  for (const task of tasksOf(turn, token.id))
    if (active.has(task.status)) closeTask(turn, task, 'superseded', result === 'superseded' ? undefined : result)
  for (const timer of token.timers) turn.effects.push({ do: 'cancel-timer', timer })
  const step = nodeOf(turn, token.node)?.step
  if (token.child !== null && result !== 'superseded' && step?.kind === 'subflow' && step.onCancel === 'cascade')
    turn.effects.push({ do: 'cancel-child', child: token.child })
  turn.state.tokens = turn.state.tokens.filter((one) => one !== token)
  turn.state.tasks = turn.state.tasks.filter((task) => task.token !== token.id)
}

export function refuse(code: string, facts?: Readonly<Record<string, string>>): Refusal {
  return facts ? { code, facts } : { code }
}
