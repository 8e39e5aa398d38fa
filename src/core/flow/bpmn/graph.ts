import type { Graph, GraphFlow, GraphKind, GraphNode } from '../model/graph.ts'
import type { BpmnFlow, BpmnLevel, BpmnNode } from './model.ts'
import { conditionOf } from './expression.ts'
import { stepOf } from './step.ts'

/**
 * The net of a process: ids are those of the file. Event sub-processes and compensation stand outside the normal course
 * and are left out; link events become the flow they stand for.
 */
export function graphOf(level: BpmnLevel): Graph {
  const drawn = level.nodes.filter((node) => isInCourse(node))
  const known = new Set(drawn.map((node) => node.id))
  const flows = [...level.flows, ...links(drawn)].filter((flow) => known.has(flow.from) && known.has(flow.to))
  const defaults = new Set(drawn.map((node) => node.defaultFlow))
  const nodes = drawn.map((node) => nodeOf(node))
  return {
    id: level.id,
    name: level.name,
    nodes,
    flows: flows.map((flow): GraphFlow => ({
      id: flow.id,
      from: flow.from,
      to: flow.to,
      name: flow.name,
      when: flow.condition === undefined ? undefined : conditionOf(flow.condition),
      isDefault: defaults.has(flow.id) || undefined,
    })),
  }
}

function isInCourse(node: BpmnNode): boolean {
  const isCompensation =
    node.isForCompensation ||
    (node.type === 'boundaryEvent' && node.events.some((one) => one.type === 'compensateEventDefinition'))
  return !node.isEventTriggered && !isCompensation
}

function nodeOf(node: BpmnNode): GraphNode {
  const plain = { id: node.id, name: node.name, scopes: [] }
  const kind = kindOf(node)
  const isError = node.events.some((one) => one.type === 'errorEventDefinition')
  if (kind === 'boundary')
    return {
      ...plain,
      kind,
      on: node.attachedTo,
      interrupts: node.isInterrupting,
      error: isError ? 'catches' : undefined,
    }
  const inner =
    node.level && node.type !== 'adHocSubProcess' && node.level.nodes.length > 0 ? graphOf(node.level) : undefined
  return {
    ...plain,
    kind,
    step: kind === 'step' && !inner ? stepOf(node) : undefined,
    inner,
    outcome: kind === 'end' || kind === 'terminate' ? 'approved' : undefined,
    error: isError ? 'throws' : undefined,
  }
}

const kinds: Readonly<Record<string, GraphKind>> = {
  startEvent: 'start',
  boundaryEvent: 'boundary',
  exclusiveGateway: 'xor',
  parallelGateway: 'and',
  inclusiveGateway: 'or',
  complexGateway: 'or',
  eventBasedGateway: 'race',
}

function kindOf(node: BpmnNode): GraphKind {
  if (node.type !== 'endEvent') return kinds[node.type] ?? 'step'
  return node.events.some((one) => one.type === 'terminateEventDefinition' || one.type === 'errorEventDefinition')
    ? 'terminate'
    : 'end'
}

function links(nodes: readonly BpmnNode[]): BpmnFlow[] {
  const named = (type: string) =>
    nodes.flatMap((node) =>
      node.type === type
        ? node.events
            .filter((one) => one.type === 'linkEventDefinition')
            .map((one) => ({ id: node.id, name: one.name ?? node.name }))
        : [],
    )
  const catches = named('intermediateCatchEvent')
  return named('intermediateThrowEvent').flatMap((from) =>
    catches
      .filter((to) => to.name === from.name)
      .map((to) => ({ id: `${from.id}..${to.id}`, name: '', from: from.id, to: to.id })),
  )
}
