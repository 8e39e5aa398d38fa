import type { Condition } from './condition.ts'
import type { PlainStep } from './step.ts'

export type GraphKind = 'start' | 'end' | 'terminate' | 'step' | 'xor' | 'and' | 'or' | 'race' | 'boundary'

/** A node of the graph on which tokens move. */
export type GraphNode = {
  readonly id: string
  readonly name: string
  readonly kind: GraphKind
  readonly step?: PlainStep | undefined
  /** Concurrent arms (`block/arm`) it lies in, outermost first; a return cancels all that runs in the arm it returns within. */
  readonly scopes: readonly string[]
  /** `boundary`: the node it hangs on, and whether it ends it. */
  readonly on?: string | undefined
  readonly interrupts?: boolean | undefined
  /** `race` splits and joins, `loop` ends: the block they belong to. */
  readonly block?: string | undefined
  readonly limit?: number | undefined
  /** `race`: whether the first arm to start or the first to finish wins. */
  readonly by?: 'start' | 'finish' | undefined
  /** An end that throws, a boundary event that catches an error. */
  readonly error?: 'throws' | 'catches' | undefined
  /** A loaded sub-process: checked by itself, then one step. */
  readonly inner?: Graph | undefined
  readonly outcome?: 'approved' | 'rejected' | 'cancelled' | undefined
}

export type GraphFlow = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly name?: string | undefined
  readonly when?: Condition | undefined
  readonly isDefault?: boolean | undefined
}

/**
 * A flow as a net. Several flows into a step merge; several out of it run side by side, or, where they carry conditions,
 * those whose condition holds. Several starts are alternatives.
 */
export type Graph = {
  readonly id: string
  readonly name: string
  readonly nodes: readonly GraphNode[]
  readonly flows: readonly GraphFlow[]
}

/** A graph with its look-ups. */
export type Net = Graph & {
  readonly node: ReadonlyMap<string, GraphNode>
  readonly into: ReadonlyMap<string, readonly GraphFlow[]>
  readonly outOf: ReadonlyMap<string, readonly GraphFlow[]>
  readonly boundaries: ReadonlyMap<string, readonly GraphNode[]>
}

export function netOf(graph: Graph): Net {
  const into = new Map<string, GraphFlow[]>(graph.nodes.map((node) => [node.id, []]))
  const outOf = new Map<string, GraphFlow[]>(graph.nodes.map((node) => [node.id, []]))
  const boundaries = new Map<string, GraphNode[]>()
  for (const flow of graph.flows) {
    into.get(flow.to)?.push(flow)
    outOf.get(flow.from)?.push(flow)
  }
  for (const node of graph.nodes)
    if (node.on !== undefined) boundaries.set(node.on, [...(boundaries.get(node.on) ?? []), node])
  return { ...graph, node: new Map(graph.nodes.map((node) => [node.id, node])), into, outOf, boundaries }
}

/** Everything that can be reached from some nodes, themselves included, over flows and what hangs on the nodes. */
export function reachable(net: Net, from: readonly string[]): Set<string> {
  const seen = new Set(from)
  const todo = [...from]
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    const next = [
      ...(net.outOf.get(id) ?? []).map((flow) => flow.to),
      ...(net.boundaries.get(id) ?? []).map((n) => n.id),
    ]
    for (const to of next) if (seen.size !== seen.add(to).size) todo.push(to)
  }
  return seen
}
