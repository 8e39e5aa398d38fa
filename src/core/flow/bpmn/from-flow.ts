import type { Compiled } from '../model/compile.ts'
import type { Condition } from '../model/condition.ts'
import type { GraphNode } from '../model/graph.ts'
import type { PlainStep } from '../model/step.ts'
import type { BpmnEvent, BpmnFile, BpmnNode } from './model.ts'

/**
 * An own flow as a BPMN file. What BPMN has no words for (quorums, returns, field rights …) travels with it, so that
 * reading it here gives back the very same flow.
 */
export function toBpmn({ definition, net }: Compiled): BpmnFile {
  const id = /^[A-Za-z_][\w.-]*$/.test(definition.id)
    ? definition.id
    : `flow_${definition.id.replaceAll(/[^\w.-]/g, '_')}`
  return {
    id: `${id}.definitions`,
    name: definition.name,
    targetNamespace: 'https://remit.example/flows',
    participants: [],
    messageFlows: [],
    processes: [
      {
        id,
        name: definition.name,
        isExecutable: true,
        nodes: net.nodes.map((node) => nodeOf(node, net.outOf.get(node.id)?.find((flow) => flow.isDefault)?.id)),
        flows: net.flows.map((flow) => ({
          id: flow.id,
          name: flow.name ?? '',
          from: flow.from,
          to: flow.to,
          condition: flow.when && written(flow.when),
        })),
        lanes: [],
        others: [],
        definition,
      },
    ],
    roots: [],
    shapes: new Map(),
    lines: new Map(),
    unsupported: [],
  }
}

const gateways: Readonly<Record<string, string>> = {
  xor: 'exclusiveGateway',
  and: 'parallelGateway',
  or: 'inclusiveGateway',
}

function nodeOf(node: GraphNode, defaultFlow: string | undefined): BpmnNode {
  const { type, events } = shapeOf(node)
  return {
    id: node.id,
    name: node.name,
    type,
    events,
    isInterrupting: true,
    isEventTriggered: false,
    isForCompensation: false,
    defaultFlow,
    repeats:
      node.step && 'quorum' in node.step
        ? node.step.quorum.type === 'sequence'
          ? 'sequential'
          : node.step.quorum.type === 'all'
            ? 'parallel'
            : undefined
        : undefined,
    calledElement: node.step?.kind === 'subflow' ? node.step.flow : undefined,
  }
}

function shapeOf(node: GraphNode): { type: string; events: BpmnEvent[] } {
  if (node.kind === 'start') return { type: 'startEvent', events: [] }
  if (node.kind === 'end') return { type: 'endEvent', events: [] }
  if (node.kind === 'terminate') return { type: 'endEvent', events: [{ type: 'terminateEventDefinition' }] }
  // an event gateway may only be followed by events, and the first to finish is no BPMN: drawn as a choice
  return node.step ? stepShape(node.step) : { type: gateways[node.kind] ?? 'exclusiveGateway', events: [] }
}

function stepShape(step: PlainStep): { type: string; events: BpmnEvent[] } {
  if (step.kind === 'approve' || step.kind === 'transact') return { type: 'userTask', events: [] }
  if (step.kind === 'copy') return { type: 'sendTask', events: [] }
  if (step.kind === 'auto') return { type: 'serviceTask', events: [] }
  if (step.kind === 'subflow') return { type: 'callActivity', events: [] }
  if (step.kind === 'delay')
    return {
      type: 'intermediateCatchEvent',
      events: [{ type: 'timerEventDefinition', detail: { name: 'timeDuration', text: duration(step.span) } }],
    }
  if (step.kind === 'wait') return { type: 'intermediateCatchEvent', events: [{ type: 'signalEventDefinition' }] }
  return { type: 'receiveTask', events: [] }
}

function duration({ amount, unit }: { amount: number; unit: string }): string {
  if (unit === 'day' || unit === 'workday') return `P${amount}D`
  return unit === 'minute' ? `PT${amount}M` : `PT${amount}H`
}

const signs: Readonly<Record<string, string>> = {
  is: '==',
  'is-not': '!=',
  'at-least': '>=',
  above: '>',
  'at-most': '<=',
  below: '<',
}

/** A condition as the expression most other programs read. */
function written(condition: Condition): string {
  return 'text' in condition ? condition.text : `\${${term(condition)}}`
}

function term(condition: Condition): string {
  if ('text' in condition) return condition.text
  if ('all' in condition) return `(${condition.all.map(term).join(' && ') || 'true'})`
  if ('any' in condition) return `(${condition.any.map(term).join(' || ') || 'false'})`
  if ('not' in condition) return `!(${term(condition.not)})`
  const { field, op, value } = condition
  if (op === 'filled' || op === 'empty') return `${op === 'empty' ? '' : '!'}empty ${field}`
  if (op === 'in' || op === 'not-in')
    return `(${[value ?? []]
      .flat()
      .map((one) => `${field} ${op === 'in' ? '==' : '!='} ${JSON.stringify(one)}`)
      .join(op === 'in' ? ' || ' : ' && ')})`
  return `${field} ${signs[op] ?? '=='} ${JSON.stringify(value ?? null)}`
}
