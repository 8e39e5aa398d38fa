import { reachable } from '../model/graph.ts'
import { expire } from './return.ts'
import { seek } from './seek.ts'
import type { Token } from './state.ts'
import { newId, nodeOf, putToken, stuck, type Turn } from './turn.ts'
import { goOn } from './move.ts'

const mostVisits = 50

/** A token comes to stay at a step. */
export function enter(turn: Turn, id: string, race: Token['race'], straight: Token['straight']): void {
  const visits = (turn.state.visits[id] ?? 0) + 1
  turn.state.visits[id] = visits
  const token = putToken(turn, id, 'waiting', race)
  token.straight = straight
  if (visits > 1) forget(turn, id)
  if (visits > mostVisits) return stuck(turn, token, 'too-many-visits')
  begin(turn, token)
}

/** Come to again: it is to be passed anew, and so is what lies in the same loop. */
function forget(turn: Turn, id: string): void {
  const ahead = reachable(turn.compiled.net, [id])
  for (const node of Object.keys(turn.state.passed))
    if (node === id || (ahead.has(node) && reachable(turn.compiled.net, [node]).has(id))) expire(turn, node)
}

/** Does what a step does when it is reached; also when an administrator tries it again. */
export function begin(turn: Turn, token: Token): void {
  const node = nodeOf(turn, token.node)
  const step = node?.step
  token.stage = 'waiting'
  token.trouble = null
  if (!step) return goOn(turn, token.id)
  if (step.kind === 'approve' || step.kind === 'transact' || step.kind === 'copy')
    return seek(turn, token, step.who, 'people')
  if (step.kind === 'delay') {
    const timer = `${token.id}.0`
    token.timers.push(timer)
    turn.effects.push({ do: 'set-timer', timer, node: token.node, span: step.span, from: turn.now })
  }
  if (step.kind === 'auto') {
    turn.effects.push({ do: 'call-command', node: token.node, token: token.id, command: step.command })
    if (!step.waits) goOn(turn, token.id)
  }
  if (step.kind === 'subflow') {
    const child = newId(turn, 'c')
    const isWaited = step.mode === 'wait'
    turn.effects.push({ do: 'start-child', node: token.node, child, flow: step.flow, map: step.map, isWaited })
    token.child = isWaited ? child : null
    if (!isWaited) goOn(turn, token.id)
  }
  if (step.kind === 'gate' && isGateOpen(turn, step.gate)) goOn(turn, token.id)
}

/** Whether valid evidence stands for a gate, from this flow or from elsewhere. */
export function isGateOpen(turn: Turn, gate: string): boolean {
  return turn.state.evidence[gate] !== undefined || turn.facts.evidence.includes(gate)
}
