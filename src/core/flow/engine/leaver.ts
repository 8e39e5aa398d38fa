import type { EventOf } from './event.ts'
import { applies } from './facts.ts'
import { makeTask } from './round.ts'
import { isOwnMatter } from './own-task.ts'
import type { Task } from './state.ts'
import { firstAdmin, moveTask } from './stand-in.ts'
import { active, closeTask, isActive, note, refuse, tasksOf, tokenOf, type Refusal, type Turn } from './turn.ts'

/** 离职: everything a person holds here, now and later, goes to a successor, or to the administrators. */
export function personLeft(turn: Turn, event: EventOf<'person-left'>): Refusal | undefined {
  const { state } = turn
  const named = event.to !== null && event.to !== event.person && isActive(turn, event.to) ? event.to : undefined
  const to = named ?? turn.facts.admins.find((one) => one !== event.person && isActive(turn, one))
  if (to === undefined) return refuse('nobody-takes-over', { person: event.person })
  if (state.owner === event.person) state.owner = to
  for (const task of state.tasks.slice()) {
    const token = tokenOf(turn, task.token)
    const isTheirs = task.person === event.person || task.onBehalfOf === event.person
    if (token && isTheirs && active.has(task.status))
      moveTask(turn, token, task, ableAt(turn, token.node, to, task), true)
  }
  for (const token of state.tokens)
    token.queue = token.queue.map((one) =>
      one.id === event.person ? { ...one, id: ableAt(turn, token.node, to) } : one,
    )
  for (const [node, people] of Object.entries(state.chosen))
    state.chosen[node] = [...new Set(people.map((one) => (one === event.person ? to : one)))]
  note(turn, 'handed-over', null, to)
  return undefined
}

/** Whoever takes over, unless that would be their own request. */
function ableAt(turn: Turn, node: string, to: string, task?: Task): string {
  const isVote = task === undefined || (task.kind !== 'fill' && task.kind !== 'answer')
  return isVote && isOwnMatter(turn, node, to) ? (firstAdmin(turn, node)?.id ?? to) : to
}

/** 代理: a window opens, so what is open already goes to (or also to) the other. */
export function delegationOpened(turn: Turn, event: EventOf<'delegation-opened'>): Refusal | undefined {
  const { delegation } = event
  const { state } = turn
  if (!applies(delegation, turn.facts, turn.compiled.definition.id, turn.now))
    return refuse('delegation-does-not-apply')
  const isBack = turn.facts.delegations.some(
    (one) =>
      one.from === delegation.to &&
      one.to === delegation.from &&
      applies(one, turn.facts, turn.compiled.definition.id, turn.now),
  )
  if (
    delegation.to === state.initiator ||
    delegation.to === delegation.from ||
    isBack ||
    !isActive(turn, delegation.to)
  )
    return refuse('delegation-does-not-apply')
  for (const task of state.tasks.slice()) {
    const token = tokenOf(turn, task.token)
    const isTheirs =
      task.person === delegation.from && task.onBehalfOf === null && task.kind !== 'fill' && task.kind !== 'answer'
    if (!token || !isTheirs || !active.has(task.status)) continue
    if (tasksOf(turn, token.id).some((one) => one.slot === task.slot && one.id !== task.id && active.has(one.status)))
      continue
    if (delegation.mode === 'both') {
      if (task.status !== 'open' && task.status !== 'offered') continue
      const { kind, slot, status, weight } = task
      makeTask(
        turn,
        { token, kind, slot, status, weight, parent: null },
        delegation.to,
        delegation.from,
        delegation.id,
      ).parent = task.parent
    } else {
      task.person = delegation.to
      task.onBehalfOf = delegation.from
      task.delegation = delegation.id
      turn.effects.push({
        do: 'reassign-task',
        task: task.id,
        node: task.node,
        from: delegation.from,
        to: delegation.to,
        onBehalfOf: delegation.from,
      })
    }
  }
  return undefined
}

/** The window closes: what the delegate has not done yet returns. */
export function delegationClosed(turn: Turn, event: EventOf<'delegation-closed'>): Refusal | undefined {
  const { delegation } = event
  for (const task of turn.state.tasks.slice()) {
    if (task.delegation !== delegation.id || !active.has(task.status)) continue
    const twin = tasksOf(turn, task.token).find(
      (one) => one.slot === task.slot && one.id !== task.id && active.has(one.status),
    )
    if (twin) {
      closeTask(turn, task, 'superseded')
      continue
    }
    const back = isActive(turn, delegation.from) ? delegation.from : firstAdmin(turn)?.id
    if (back === undefined) continue
    const from = task.person
    task.person = back
    task.onBehalfOf = null
    task.delegation = null
    turn.effects.push({ do: 'reassign-task', task: task.id, node: task.node, from, to: back, onBehalfOf: null })
  }
  return undefined
}
