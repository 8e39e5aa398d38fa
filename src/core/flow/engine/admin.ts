import { reachable } from '../model/graph.ts'
import { isHard } from '../model/step.ts'
import { begin } from './enter.ts'
import type { EventOf } from './event.ts'
import { leave } from './move.ts'
import { clearScope } from './return.ts'
import type { Outcome } from './state.ts'
import { dropToken, nodeOf, note, refuse, tokenOf, type Refusal, type Turn } from './turn.ts'

/** 撤销: the initiator takes the request back. What is approved already is undone by a flow of its own. */
export function withdraw(turn: Turn, event: EventOf<'withdraw'>): Refusal | undefined {
  const policy = turn.compiled.definition.withdraw
  if (event.by !== turn.state.owner) return refuse('not-yours', { person: turn.state.owner })
  if (turn.state.status === 'draft') return refuse('not-submitted')
  if (policy === 'never' || (policy === 'before-first' && Object.keys(turn.state.passed).length > 0))
    return refuse('cannot-withdraw')
  end(turn, 'withdrawn')
  return undefined
}

export function cancel(turn: Turn, event: EventOf<'cancel'>): Refusal | undefined {
  if (!turn.facts.admins.includes(event.by)) return refuse('not-an-administrator')
  end(turn, 'cancelled')
  return undefined
}

/** Ends the whole instance, with everything that is open. */
export function end(turn: Turn, outcome: Outcome): void {
  const { state } = turn
  if (state.status === 'ended') return
  for (const token of state.tokens.slice()) dropToken(turn, token, outcome === 'approved' ? 'superseded' : 'cancelled')
  state.arrivals = {}
  state.checks = []
  state.undo = []
  state.status = 'ended'
  state.outcome = outcome
  turn.jobs.length = 0
  turn.effects.push({ do: 'end', outcome })
}

/** An administrator moves the flow, with a reason; never over a mandatory step that nobody has passed. */
export function relocate(turn: Turn, event: EventOf<'relocate'>): Refusal | undefined {
  if (!turn.facts.admins.includes(event.by)) return refuse('not-an-administrator')
  const token = tokenOf(turn, event.token)
  const from = token && nodeOf(turn, token.node)
  const to = nodeOf(turn, event.to)
  if (!token || !from) return refuse('no-such-token', { token: event.token })
  if (!to || (to.kind !== 'step' && to.kind !== 'end') || to.id === from.id)
    return refuse('cannot-move-there', { to: event.to })
  if (!to.scopes.every((arm) => from.scopes.includes(arm))) return refuse('cannot-move-there', { to: event.to })
  const isLeaving = to.scopes.length < from.scopes.length
  const stopped = isLeaving ? within(turn, to.scopes) : [from.id]
  const missed = mandatoryBetween(turn, stopped, to.id)
  if (missed !== undefined) return refuse('mandatory-in-between', { step: missed })
  if (isLeaving) clearScope(turn, to.scopes)
  else dropToken(turn, token, 'cancelled')
  note(turn, 'relocated', event.to, event.by)
  turn.jobs.push(
    to.kind === 'end'
      ? { job: 'leave', node: to.id, race: null }
      : { job: 'enter', node: to.id, race: null, straight: null },
  )
  return undefined
}

/** Tries again where the flow is stuck. */
export function resume(turn: Turn, event: EventOf<'resume'>): Refusal | undefined {
  if (!turn.facts.admins.includes(event.by)) return refuse('not-an-administrator')
  const parked = turn.state.tokens.filter((token) => token.stage === 'stuck')
  if (parked.length === 0) return refuse('is-not-stuck')
  for (const token of parked) {
    turn.state.visits[token.node] = 0
    if (nodeOf(turn, token.node)?.kind === 'step') begin(turn, token)
    else {
      turn.state.loops[token.node] = 0
      dropToken(turn, token, 'superseded')
      leave(turn, token.node, token.race)
    }
  }
  return undefined
}

/** Where something stands within an arm and all below it; without an arm: everywhere. */
function within(turn: Turn, scopes: readonly string[]): string[] {
  const ids = turn.state.tokens.map((token) => token.node)
  return ids.filter((id) => scopes.every((arm) => nodeOf(turn, id)?.scopes.includes(arm)))
}

/** A mandatory step on some way from what is stopped to another node that nobody has passed in this round. */
function mandatoryBetween(turn: Turn, from: readonly string[], to: string): string | undefined {
  const { net } = turn.compiled
  const ahead = reachable(net, from)
  return net.nodes.find((node) => {
    if (!isHard(node.step)) return false
    const passed = turn.state.passed[node.id]
    if (passed && !passed.isStale) return false
    return node.id !== to && ahead.has(node.id) && reachable(net, [node.id]).has(to)
  })?.id
}
