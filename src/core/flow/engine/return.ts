import { reachable } from '../model/graph.ts'
import type { EventOf } from './event.ts'
import { ownTask } from './own-task.ts'
import { makeTask } from './round.ts'
import type { Token } from './state.ts'
import { dropToken, newId, nodeOf, note, personStep, putToken, refuse, type Refusal, type Turn } from './turn.ts'

/** Sends the flow back: one person's act, whatever the quorum. */
export function giveBack(turn: Turn, event: EventOf<'return'>): Refusal | undefined {
  const own = ownTask(turn, event.task, event.by)
  if ('code' in own) return own
  const { task, token } = own
  const step = personStep(turn, token.node)
  if (!step || task.kind === 'answer' || task.kind === 'fill') return refuse('not-a-vote')
  if (task.status === 'offered') return refuse('claim-first')
  if (event.to === token.node) return refuse('return-to-itself')
  if (!returnTargets(turn, token).includes(event.to))
    return refuse('cannot-return-there', { step: token.node, to: event.to })
  return returnTo(turn, token, event.to, event.back)
}

/** Where one may return to from a token: what is done already, leads here, and lies in no arm beside this one. */
export function returnTargets(turn: Turn, token: Token): string[] {
  const returns = personStep(turn, token.node)?.returns ?? 'none'
  if (returns === 'none') return []
  if (returns === 'start') return ['start']
  const steps = Object.keys(turn.state.passed).filter((id) => personStep(turn, id) !== undefined)
  const done = ['start', ...steps].filter((id) => isBehind(turn, id, token.node))
  return Array.isArray(returns) ? done.filter((id) => returns.includes(id)) : done
}

export function isBehind(turn: Turn, to: string, from: string): boolean {
  const target = nodeOf(turn, to)
  const source = nodeOf(turn, from)
  if (!target || !source || to === from) return false
  return target.scopes.every((arm) => source.scopes.includes(arm)) && reachable(turn.compiled.net, [to]).has(from)
}

/**
 * Goes back: everything within the arm that holds the target stops, its joins forget who had arrived, evidence of what is
 * walked again is void. `straight`: the target's end leads directly back here, unless guarded fields changed.
 */
export function returnTo(turn: Turn, token: Token, to: string, back: 'again' | 'straight'): Refusal | undefined {
  const target = nodeOf(turn, to)
  const here = nodeOf(turn, token.node)
  const isDone = to === 'start' || turn.state.passed[to] !== undefined
  if (!target || !here || !isDone || !isBehind(turn, to, token.node))
    return refuse('cannot-return-there', { step: token.node, to })
  const again = nodesAgain(turn, to)
  clearScope(turn, target.scopes)
  const between = again.filter((id) => reachable(turn.compiled.net, [id]).has(token.node) && id !== token.node)
  for (const id of again) expire(turn, id)
  if (again.length > 0) turn.state.loops = {}
  turn.state.generation += 1
  const isStraight = back === 'straight' && here.scopes.length === target.scopes.length
  const straight = isStraight ? { to: token.node, nodes: between } : null
  note(turn, 'returned', to)
  if (to === 'start') askOwner(turn, straight)
  else turn.jobs.push({ job: 'enter', node: to, race: null, straight })
  return undefined
}

/** Stops everything that runs in an arm and all within it; without an arm: everything. */
export function clearScope(turn: Turn, scopes: readonly string[]): void {
  const isWithin = (id: string) => scopes.every((arm) => nodeOf(turn, id)?.scopes.includes(arm))
  for (const token of turn.state.tokens.filter((one) => isWithin(one.node))) dropToken(turn, token, 'returned')
  for (const join of Object.keys(turn.state.arrivals)) if (isWithin(join)) delete turn.state.arrivals[join]
}

/** The initiator's turn: change the form and submit again. */
function askOwner(turn: Turn, straight: Token['straight']): void {
  const token = putToken(turn, 'start', 'open')
  token.straight = straight
  makeTask(
    turn,
    { token, kind: 'fill', slot: newId(turn, 's'), status: 'open', weight: 1, parent: null },
    turn.state.owner,
    null,
    null,
  )
}

/** What was passed and is walked again after a return. */
function nodesAgain(turn: Turn, to: string): string[] {
  const ahead = reachable(turn.compiled.net, [to])
  return Object.keys(turn.state.passed).filter((id) => id !== to && ahead.has(id))
}

/** What somebody passed counts no more, and its evidence is void. */
export function expire(turn: Turn, id: string): void {
  const { passed, evidence } = turn.state
  const one = passed[id]
  if (one) one.isStale = true
  for (const [gate, row] of Object.entries(evidence)) {
    if (row.node !== id) continue
    delete evidence[gate]
    turn.effects.push({ do: 'void-evidence', gate, node: id, because: 'returned' })
  }
}
