import type { GraphKind, Net } from '../model/graph.ts'
import { nothing, type Rope } from './rope.ts'

/** How a node takes and gives tokens, as the checker sees it. `blocked` takes nothing for ever. */
export type Take = 'one' | 'all' | 'or-join'
export type Give = 'one' | 'all' | 'some' | 'none' | 'clear'
export type Place = {
  readonly id: string
  take: Take
  give: Give
  /** Boundary exits: instead of the normal ones, or besides them. */
  readonly instead: number[]
  readonly besides: number[]
  ins: number[]
  outs: number[]
  /** Of `some`: taken in any case, and taken when nothing else is. */
  readonly always: number[]
  otherwise?: number
  /** Kept by reductions, because somebody asks about it. */
  isKept: boolean
}

/** A flow between two nodes; after reductions it stands for everything inside, `trail` being one way through. */
export type Arc = { from: number; to: number; readonly trail: Rope; readonly inside: Rope }

export type Moves = { readonly places: Place[]; readonly arcs: (Arc | undefined)[]; readonly starts: number[] }

/** The net in numbers. A node named in `blocked` lets no token through. */
export function movesOf(net: Net, blocked: ReadonlySet<string>, kept: ReadonlySet<string>): Moves {
  const at = new Map(net.nodes.map((node, index) => [node.id, index]))
  const places = net.nodes.map((node): Place => {
    const outs = net.outOf.get(node.id) ?? []
    const conditional = outs.some((flow) => flow.when !== undefined || flow.isDefault === true)
    const isBlocked = blocked.has(node.id)
    const give = isBlocked ? 'none' : giveOf(node.kind, conditional && outs.length > 1)
    const take = node.kind === 'and' ? 'all' : node.kind === 'or' ? 'or-join' : 'one'
    return {
      id: node.id,
      take,
      give,
      instead: [],
      besides: [],
      ins: [],
      outs: [],
      always: [],
      isKept: kept.has(node.id) || isBlocked,
    }
  })
  const arcs: Arc[] = []
  for (const flow of net.flows) {
    const from = at.get(flow.from)
    const to = at.get(flow.to)
    if (from === undefined || to === undefined) continue
    const arc = arcs.push({ from, to, trail: nothing, inside: nothing }) - 1
    const source = places[from]
    source?.outs.push(arc)
    if (source?.give === 'some' && flow.isDefault) source.otherwise = arc
    else if (source?.give === 'some' && net.nodes[from]?.kind === 'step' && !flow.when) source.always.push(arc)
    places[to]?.ins.push(arc)
  }
  for (const node of net.nodes) {
    const host = node.on === undefined ? undefined : places[at.get(node.on) ?? -1]
    const self = at.get(node.id) ?? -1
    if (!host || places[self] === undefined) continue
    // from the host to the event on it runs an arc of its own, so that the event is a node like others
    const arc = arcs.push({ from: at.get(node.on ?? '') ?? -1, to: self, trail: nothing, inside: nothing }) - 1
    places[self].ins.push(arc)
    if (node.interrupts === false) host.besides.push(arc)
    else host.instead.push(arc)
  }
  // whatever leads nowhere is an end
  for (const place of places)
    if (place.outs.length === 0 && place.give !== 'none' && place.give !== 'clear') place.give = 'all'
  for (const place of places) if (place.ins.length <= 1 && place.take !== 'one') place.take = 'one'
  return { places, arcs, starts: startsOf(net).map((id) => at.get(id) ?? -1) }
}

/** Start events; where a process draws none, the nodes into which nothing flows. */
export function startsOf(net: Net): string[] {
  const explicit = net.nodes.filter((node) => node.kind === 'start').map((node) => node.id)
  if (explicit.length > 0) return explicit
  return net.nodes
    .filter((node) => node.kind !== 'boundary' && (net.into.get(node.id) ?? []).length === 0)
    .map((node) => node.id)
}

function giveOf(kind: GraphKind, isConditional: boolean): Give {
  if (kind === 'end') return 'all'
  if (kind === 'terminate') return 'clear'
  if (kind === 'xor' || kind === 'race') return 'one'
  if (kind === 'or') return 'some'
  return isConditional && kind === 'step' ? 'some' : 'all'
}
