import { holds } from '../model/condition.ts'
import type { GraphFlow, GraphNode } from '../model/graph.ts'
import { reachable } from '../model/graph.ts'
import { isHard } from '../model/step.ts'
import { fingerprint, valueOf } from '../model/value.ts'
import type { Token } from './state.ts'
import { dropToken, nodeOf, note, putToken, stuck, tokenOf, type Turn } from './turn.ts'

type Race = Token['race']

/** A token comes over a flow to a node. */
export function arrive(turn: Turn, flowId: string, race: Race): void {
  const flow = turn.compiled.net.flows.find((one) => one.id === flowId)
  const node = flow && nodeOf(turn, flow.to)
  if (!flow || !node) return
  const ins = turn.compiled.net.into.get(node.id) ?? []
  const isJoin = node.kind === 'and' || node.kind === 'or'
  if (isJoin && ins.length > 1) {
    const waiting = (turn.state.arrivals[node.id] ??= [])
    waiting.push({ flow: flow.id, from: turn.state.seq })
    if (node.kind === 'and') joinAll(turn, node, ins)
    return
  }
  if (node.kind === 'boundary' && node.on !== undefined) cancelArms(turn, node.on, null)
  if (node.kind === 'race' && node.id.endsWith('.join')) cancelArms(turn, node.block ?? '', null)
  turn.jobs.push(
    node.kind === 'step'
      ? { job: 'enter', node: node.id, race, straight: null }
      : { job: 'leave', node: node.id, race },
  )
}

/** Goes on from a node over the flows that its kind and the data choose. */
export function leave(turn: Turn, id: string, race: Race): void {
  const node = nodeOf(turn, id)
  if (!node) return
  if (node.kind === 'terminate') return void turn.jobs.push({ job: 'end', outcome: node.outcome ?? 'approved' })
  if (node.kind === 'end') return
  const outs = turn.compiled.net.outOf.get(id) ?? []
  if (node.limit !== undefined && hasLoopedTooOften(turn, node, outs)) return park(turn, id, 'loop-limit')
  const chosen = choose(turn, node, outs)
  if (outs.length > 0 && chosen.length === 0) return park(turn, id, 'no-branch')
  const raceBlock = node.kind === 'race' && node.by !== 'finish' && outs.length > 1 ? node.id : undefined
  for (const flow of chosen)
    turn.jobs.push({
      job: 'arrive',
      flow: flow.id,
      race: raceBlock === undefined ? race : { block: raceBlock, arm: flow.id },
    })
}

/** The arm that moved first in a race by start: the tokens of the others go, its own are free. */
export function winRace(turn: Turn, race: Race): void {
  if (!race) return
  const late = turn.jobs.filter((job) => 'race' in job && job.race?.block === race.block && job.race.arm !== race.arm)
  for (const job of late) turn.jobs.splice(turn.jobs.indexOf(job), 1)
  for (const token of turn.state.tokens.filter((one) => one.race?.block === race.block))
    if (token.race?.arm === race.arm) token.race = null
    else dropToken(turn, token, 'superseded')
}

/** Takes away everything that runs within a block's arms (all but one, if named). */
export function cancelArms(turn: Turn, block: string, except: string | null): void {
  const isInside = (node: GraphNode | undefined) =>
    node?.scopes.some((scope) => scope.startsWith(`${block}/`) && scope !== `${block}/${except ?? ''}`) ?? false
  for (const token of turn.state.tokens.filter((one) => isInside(nodeOf(turn, one.node))))
    dropToken(turn, token, 'superseded')
  for (const join of Object.keys(turn.state.arrivals))
    if (isInside(nodeOf(turn, join))) delete turn.state.arrivals[join]
}

/** Inclusive joins go on when nothing can come any more; asked whenever everything else is done. Answers whether one did. */
export function settleJoins(turn: Turn): boolean {
  for (const [join, arrivals] of Object.entries(turn.state.arrivals)) {
    const node = nodeOf(turn, join)
    if (node?.kind !== 'or' || arrivals.length === 0 || mayCome(turn, node)) continue
    delete turn.state.arrivals[join]
    turn.jobs.push({ job: 'leave', node: join, race: null })
    return true
  }
  return false
}

function mayCome(turn: Turn, join: GraphNode): boolean {
  const places = [
    ...turn.state.tokens.map((token) => token.node),
    ...Object.entries(turn.state.arrivals).flatMap(([id, list]) => (id !== join.id && list.length > 0 ? [id] : [])),
  ]
  if (join.block !== undefined)
    return places.some((id) => nodeOf(turn, id)?.scopes.some((scope) => scope.startsWith(`${join.block}/`)))
  return places.some((id) => reachable(turn.compiled.net, [id]).has(join.id))
}

function joinAll(turn: Turn, node: GraphNode, ins: readonly GraphFlow[]): void {
  const waiting = turn.state.arrivals[node.id] ?? []
  const firsts = new Set(ins.map((flow) => waiting.findIndex((one) => one.flow === flow.id)))
  if (firsts.has(-1)) return
  const left = waiting.filter((_one, index) => !firsts.has(index))
  if (left.length > 0) turn.state.arrivals[node.id] = left
  else delete turn.state.arrivals[node.id]
  turn.jobs.push({ job: 'leave', node: node.id, race: null })
}

function choose(turn: Turn, node: GraphNode, outs: readonly GraphFlow[]): GraphFlow[] {
  const { data } = turn.facts
  const isConditional = outs.some((flow) => flow.when !== undefined || flow.isDefault)
  if (node.kind === 'and' || node.kind === 'start' || node.kind === 'boundary' || node.kind === 'race') return [...outs]
  if (node.kind === 'step' && !isConditional) return [...outs]
  const told = valueOf(data, `choice:${node.id}`)
  const named = outs.filter((flow) =>
    [told].flat().some((one) => one === flow.id || one === flow.name || one === flow.to),
  )
  if (named.length > 0) return node.kind === 'xor' ? named.slice(0, 1) : named
  const fitting = outs.filter((flow) => flow.when && holds(flow.when, data))
  const free = outs.filter((flow) => !flow.when && !flow.isDefault)
  const otherwise = outs.filter((flow) => flow.isDefault)
  if (node.kind === 'xor') return [...fitting, ...otherwise, ...free].slice(0, 1)
  const taken = [...fitting, ...free]
  return taken.length > 0 ? taken : otherwise
}

function hasLoopedTooOften(turn: Turn, node: GraphNode, outs: readonly GraphFlow[]): boolean {
  const count = (turn.state.loops[node.id] ?? 0) + 1
  const isDone = outs.some((flow) => flow.when && holds(flow.when, turn.facts.data))
  turn.state.loops[node.id] = isDone ? 0 : count
  return !isDone && count >= (node.limit ?? Infinity)
}

function park(turn: Turn, id: string, code: string): void {
  stuck(turn, putToken(turn, id, 'stuck'), code)
}

/** Ends a token's stay because the flow goes on from there. */
export function goOn(turn: Turn, tokenId: string): void {
  const token = tokenOf(turn, tokenId)
  if (!token) return
  const { node, race, straight } = token
  dropToken(turn, token, 'superseded')
  winRace(turn, race)
  if (straight && isUnchanged(turn, straight.nodes)) {
    for (const one of straight.nodes) reviveEvidence(turn, one)
    note(turn, 'straight-back', straight.to)
    turn.jobs.push({ job: 'enter', node: straight.to, race: null, straight: null })
  } else turn.jobs.push({ job: 'leave', node, race: null })
}

/** Whether everything approved between target and returning step still stands on the same guarded fields. */
function isUnchanged(turn: Turn, nodes: readonly string[]): boolean {
  return nodes.every((node) => {
    const passed = turn.state.passed[node]
    const step = nodeOf(turn, node)?.step
    // a step that cannot be skipped and guards nothing by name has approved the form as it was
    const guardsAll = isHard(step) && step !== undefined && 'guards' in step && step.guards.length === 0
    if (guardsAll && passed?.revision !== turn.facts.revision) return false
    return passed !== undefined && passed.print === printNow(turn, node)
  })
}

function reviveEvidence(turn: Turn, id: string): void {
  const passed = turn.state.passed[id]
  const step = nodeOf(turn, id)?.step
  if (!passed) return
  passed.isStale = false
  if (step && 'guards' in step && step.gate !== undefined) writeEvidence(turn, id, passed.by)
}

function printNow(turn: Turn, id: string): string {
  const step = nodeOf(turn, id)?.step
  return fingerprint(turn.facts.data, step && 'guards' in step ? step.guards : [])
}

export function writeEvidence(turn: Turn, node: string, by: string[]): void {
  const step = nodeOf(turn, node)?.step
  if (!step || !('guards' in step) || step.gate === undefined) return
  const evidence = { node, guards: step.guards, print: printNow(turn, node), by }
  turn.state.evidence[step.gate] = evidence
  turn.effects.push({ do: 'write-evidence', gate: step.gate, ...evidence })
}
