import type { Compiled } from '../model/compile.ts'
import { Definition } from '../model/definition.ts'
import { netOf, type Graph, type GraphFlow, type GraphNode } from '../model/graph.ts'

/** A loaded process as the engine runs it: sub-processes become part of the whole, with a way in and a way out. */
export function runnable(graph: Graph): Compiled {
  const { nodes, flows } = inlined(graph, [])
  const known = { id: graph.id.slice(0, 100) || 'loaded', name: graph.name.slice(0, 200), dedup: 'none' as const }
  // the engine reads settings only; what runs is the net
  const definition = Definition.parse({ ...known, steps: [{ kind: 'end', id: 'nothing' }] })
  return { definition: { ...definition, steps: [] }, net: netOf({ ...graph, nodes, flows }) }
}

function inlined(graph: Graph, scopes: readonly string[]): { nodes: GraphNode[]; flows: GraphFlow[] } {
  const nodes: GraphNode[] = []
  const flows: GraphFlow[] = []
  const exits = new Map<string, string>()
  for (const node of graph.nodes) {
    if (!node.inner) {
      nodes.push({ ...node, scopes })
      continue
    }
    const out = `${node.id}.out`
    exits.set(node.id, out)
    nodes.push(
      { ...node, kind: 'xor', inner: undefined, scopes },
      { id: out, name: '', kind: 'or', scopes, block: node.id },
    )
    const inner = inlined(node.inner, [...scopes, `${node.id}/in`])
    const catcher = graph.nodes.find((one) => one.on === node.id && one.error === 'catches')
    const ends = new Map(
      node.inner.nodes.filter((one) => one.kind === 'end' || one.kind === 'terminate').map((one) => [one.id, one]),
    )
    const first = node.inner.nodes.find((one) => one.kind === 'start')
    const start = first ?? node.inner.nodes.find((one) => !node.inner?.flows.some((flow) => flow.to === one.id))
    if (start) flows.push({ id: `${node.id}..in`, from: node.id, to: start.id })
    nodes.push(
      ...inner.nodes.map((one): GraphNode => (ends.has(one.id) ? { ...one, kind: 'xor', outcome: undefined } : one)),
    )
    flows.push(...inner.flows)
    for (const end of ends.values())
      flows.push({ id: `${end.id}..out`, from: end.id, to: end.error === 'throws' && catcher ? catcher.id : out })
  }
  for (const flow of graph.flows) flows.push({ ...flow, from: exits.get(flow.from) ?? flow.from })
  return { nodes, flows }
}
