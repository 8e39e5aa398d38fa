import { skip } from '../check/skip.ts'
import type { Compiled } from '../model/compile.ts'
import { reachable, type GraphNode } from '../model/graph.ts'
import { isHard, type Step } from '../model/step.ts'
import type { State } from './state.ts'

/** Why an instance cannot go over to another version, and where. */
export type Obstacle = {
  readonly code:
    | 'is-unmapped'
    | 'is-another-kind'
    | 'join-differs'
    | 'branch-missing'
    | 'mandatory-not-passed'
    | 'mandatory-dropped'
    | 'runs-beside'
  readonly node: string
}

/**
 * Carries a running instance over to another version of its flow, or says what stands against it; nothing is changed then,
 * so it serves as a dry run. `map` tells ids that changed; others are found by themselves. To-dos stay with who has them.
 */
export function migrate(
  from: Compiled,
  to: Compiled,
  state: State,
  map: Readonly<Record<string, string>> = {},
): { state: State } | { obstacles: Obstacle[] } {
  const mapped = (id: string) => (Object.hasOwn(map, id) ? (map[id] ?? id) : id)
  const obstacles = [
    ...state.tokens.flatMap((token) => tokenObstacles(from, to, token.node, mapped(token.node))),
    ...Object.keys(state.arrivals).flatMap((join) => joinObstacles(from, to, state, join, mapped)),
    ...droppedObstacles(from, to, state, mapped),
  ]
  if (obstacles.length > 0) return { obstacles }
  const moved = moveTo(from, to, state, mapped)
  const late = [...branchObstacles(to, moved), ...mandatoryObstacles(to, moved)]
  return late.length > 0 ? { obstacles: late } : { state: moved }
}

function tokenObstacles(from: Compiled, to: Compiled, old: string, now: string): Obstacle[] {
  const before = from.net.node.get(old)
  const after = to.net.node.get(now)
  if (!after) return [{ code: 'is-unmapped', node: old }]
  return before?.kind === after.kind && before.step?.kind === after.step?.kind
    ? []
    : [{ code: 'is-another-kind', node: old }]
}

type Mapped = (id: string) => string

/** A join keeps who has arrived only if the same ways lead into it. */
function joinObstacles(from: Compiled, to: Compiled, state: State, join: string, mapped: Mapped): Obstacle[] {
  if (to.net.node.get(mapped(join))?.kind !== from.net.node.get(join)?.kind)
    return [{ code: 'is-unmapped', node: join }]
  const lost = (state.arrivals[join] ?? []).some((one) => flowNow(from, to, one.flow, mapped) === undefined)
  return lost ? [{ code: 'join-differs', node: join }] : []
}

function flowNow(from: Compiled, to: Compiled, id: string, mapped: Mapped): string | undefined {
  const old = from.net.flows.find((flow) => flow.id === id)
  return old && to.net.flows.find((flow) => flow.from === mapped(old.from) && flow.to === mapped(old.to))?.id
}

function moveTo(from: Compiled, to: Compiled, state: State, mapped: Mapped): State {
  const keys = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [mapped(id), value]))
  const own = JSON.parse(JSON.stringify(state)) as State
  return {
    ...own,
    tokens: own.tokens.map((token) => ({ ...token, node: mapped(token.node), straight: null })),
    tasks: own.tasks.map((task) => ({ ...task, node: mapped(task.node) })),
    arrivals: Object.fromEntries(
      Object.entries(own.arrivals).map(([join, list]) => [
        mapped(join),
        list.map((one) => ({ ...one, flow: flowNow(from, to, one.flow, mapped) ?? one.flow })),
      ]),
    ),
    visits: keys(own.visits),
    loops: keys(own.loops),
    passed: Object.fromEntries(
      Object.entries(own.passed).map(([id, one]) => [
        mapped(id),
        // what was not the same mandatory step before does not count as it now
        isAsHard(from.net.node.get(id)?.step, to.net.node.get(mapped(id))?.step) ? one : { ...one, isStale: true },
      ]),
    ),
    chosen: keys(own.chosen),
    approvals: own.approvals.map((one) => ({ ...one, node: mapped(one.node) })),
    evidence: Object.fromEntries(
      Object.entries(own.evidence).map(([gate, one]) => [gate, { ...one, node: mapped(one.node) }]),
    ),
    undo: [],
  }
}

/** Where some arm of a split runs, each of its arms must run or have arrived; and nothing runs twice in one place. */
function branchObstacles(to: Compiled, state: State): Obstacle[] {
  const nodes = state.tokens.map((token) => to.net.node.get(token.node)).filter((node) => node !== undefined)
  const isIn = (node: GraphNode, scope: string) => node.scopes.includes(scope)
  const splits = to.net.nodes.filter((node) => node.kind === 'and' && node.block === node.id)
  const missing = splits.filter((split) => {
    const scopes = [
      ...new Set(to.net.nodes.flatMap((node) => node.scopes.filter((scope) => scope.startsWith(`${split.id}/`)))),
    ]
    const arrived =
      state.arrivals[`${split.id}.join`]?.map((one) => to.net.flows.find((flow) => flow.id === one.flow)?.from) ?? []
    const isAlive = (scope: string) =>
      nodes.some((node) => isIn(node, scope)) ||
      arrived.some((id) => id !== undefined && to.net.node.get(id)?.scopes.includes(scope))
    return scopes.some(isAlive) && !scopes.every(isAlive)
  })
  const beside = nodes.filter((node, index) =>
    nodes.some((other, at) => at < index && node.scopes.join(' ') === other.scopes.join(' ')),
  )
  return [
    ...missing.map((split): Obstacle => ({ code: 'branch-missing', node: split.id })),
    ...beside.map((node): Obstacle => ({ code: 'runs-beside', node: node.id })),
  ]
}

/** What the new version cannot be without before the place where the instance stands must have been passed. */
function mandatoryObstacles(to: Compiled, state: State): Obstacle[] {
  const hard = to.net.nodes.filter(({ step }) => isHard(step))
  const missed = hard.filter((node) => {
    const passed = state.passed[node.id]
    if (passed && !passed.isStale) return false
    const ahead = reachable(to.net, [node.id])
    return state.tokens.some((token) => {
      if (token.node === node.id || !ahead.has(token.node)) return false
      const answer = skip(to.net, node.id, token.node)
      return answer !== 'unknown-step' && answer.skippable !== true
    })
  })
  return missed.map((node) => ({ code: 'mandatory-not-passed', node: node.id }))
}

/** Mandatory steps that are still to come and that the new version does not know, or no longer as mandatory. */
function droppedObstacles(from: Compiled, to: Compiled, state: State, mapped: Mapped): Obstacle[] {
  const ahead = reachable(
    from.net,
    state.tokens.map((token) => token.node),
  )
  return from.net.nodes
    .filter(({ id, step }) => {
      const passed = state.passed[id]
      if (!isHard(step) || !ahead.has(id) || (passed && !passed.isStale)) return false
      return !isAsHard(step, to.net.node.get(mapped(id))?.step)
    })
    .map(({ id }) => ({ code: 'mandatory-dropped', node: id }))
}

/** A step that cannot be skipped stays one, of the same kind and with the same gate; others may become anything but that. */
function isAsHard(before: Step | undefined, after: Step | undefined): boolean {
  if (!isHard(before) && !isHard(after)) return true
  const gate = (step: Step | undefined) => (step && 'gate' in step ? step.gate : undefined)
  return isHard(before) && isHard(after) && before?.kind === after?.kind && gate(before) === gate(after)
}
