import { holds } from '../model/condition.ts'
import type { FlowField } from '../model/definition.ts'
import type { GraphNode, Net } from '../model/graph.ts'
import type { Problem } from './problem.ts'
import { witnesses } from './witness.ts'

/**
 * Choices that may find no way on (`undecided`), and ways never chosen because earlier ones take everything. Conditions
 * in a foreign language are not analysed.
 */
export function decisions(net: Net, fields: readonly FlowField[]): Problem[] {
  return net.nodes
    .filter((node) => node.kind === 'xor' || node.kind === 'or')
    .flatMap((node) => choice(net, node, fields))
}

function choice(net: Net, node: GraphNode, fields: readonly FlowField[]): Problem[] {
  const outs = net.outOf.get(node.id) ?? []
  const conditions = outs.flatMap((flow) => (flow.when ? [flow.when] : []))
  if (outs.length < 2 || conditions.length === 0) return []
  const open = outs.some((flow) => !flow.when)
  const tried = witnesses(conditions, fields)
  if (!tried) return []
  const problems: Problem[] = []
  if (!open && tried.some((data) => !conditions.some((one) => holds(one, data))))
    problems.push({ kind: 'undecided', element: node.id, path: [] })
  for (const [index, flow] of outs.entries()) {
    const { when } = flow
    if (!when) continue
    const before = node.kind === 'xor' ? outs.slice(0, index).flatMap((one) => (one.when ? [one.when] : [])) : []
    if (!tried.some((data) => holds(when, data) && !before.some((one) => holds(one, data))))
      problems.push({ kind: 'never-chosen', element: node.id, path: [], with: flow.to })
  }
  return problems
}
