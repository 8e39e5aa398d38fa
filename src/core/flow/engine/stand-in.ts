import { isOwnMatter } from './own-task.ts'
import { openFor, voices } from './round.ts'
import type { Ask, Candidate, Task, Token } from './state.ts'
import { active, closeTask, isActive, note, stuck, tasksOf, type Turn } from './turn.ts'

/** In a sequence somebody had left when the turn came: the first able of the answer acts instead, else an administrator. */
export function replaceInTurn(turn: Turn, token: Token, ask: Ask, people: readonly Candidate[]): void {
  const gone = ask.kept[0]
  const known = voices(turn, token)
  const able = people.filter((one) => isActive(turn, one.id) && !isOwnMatter(turn, token.node, one.id))
  const stand = able.find((one) => !known.has(one.id)) ?? (able.length === 0 ? firstAdmin(turn, token.node) : undefined)
  if (!stand) {
    // who would stand in has a voice here already, and needs no second one
    if (able.length === 0) return stuck(turn, token, 'nobody')
    turn.jobs.push({ job: 'evaluate', token: token.id })
    return
  }
  note(turn, 'stands-in', token.node, stand.id)
  openFor(turn, token, { id: stand.id, weight: gone?.weight ?? 1 }, 'decide', 'open')
}

/** Overdue: whoever was found takes over what is open. */
export function escalateTo(turn: Turn, token: Token, people: readonly Candidate[]): void {
  const stand =
    people.find((one) => isActive(turn, one.id) && !isOwnMatter(turn, token.node, one.id)) ??
    firstAdmin(turn, token.node)
  if (!stand) return
  for (const task of tasksOf(turn, token.id))
    if (task.status === 'open' || task.status === 'offered') moveTask(turn, token, task, stand.id, true)
}

/** The first administrator who may act at a step; at one's own request only when there is no other. */
export function firstAdmin(turn: Turn, node?: string): Candidate | undefined {
  const able = turn.facts.admins.filter((one) => isActive(turn, one))
  const id = able.find((one) => node === undefined || !isOwnMatter(turn, node, one)) ?? able[0]
  return id === undefined ? undefined : { id, weight: 1 }
}

/** Gives a to-do to somebody else. Who has a voice in the round already gets its weight instead of a second vote. */
export function moveTask(turn: Turn, token: Token, task: Task, to: string, isChained: boolean): void {
  if (task.person === to) return
  const double = tasksOf(turn, token.id).find(
    (one) =>
      one.id !== task.id &&
      one.person === to &&
      active.has(one.status) &&
      one.kind === task.kind &&
      one.slot !== task.slot,
  )
  if (double && task.kind !== 'fill' && task.group === null) {
    double.weight += task.weight
    for (const child of tasksOf(turn, token.id)) if (child.parent === task.id) child.parent = double.id
    closeTask(turn, task, 'removed')
    turn.jobs.push({ job: 'evaluate', token: token.id })
    return
  }
  const from = task.person
  if (isChained) task.chain.push(from)
  task.person = to
  task.onBehalfOf = null
  task.delegation = null
  task.isRead = false
  turn.effects.push({ do: 'reassign-task', task: task.id, node: task.node, from, to, onBehalfOf: null })
}
