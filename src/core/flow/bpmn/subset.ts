import type { BpmnLevel, BpmnNode, XmlElement } from './model.ts'

const tasks = [
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'scriptTask',
  'sendTask',
  'receiveTask',
  'businessRuleTask',
  'callActivity',
]
const gateways = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway', 'complexGateway']
const events = ['startEvent', 'endEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent']
const levels = ['subProcess', 'transaction', 'adHocSubProcess']
const choreography = ['choreographyTask', 'subChoreography', 'callChoreography']

/** Every element that is a node of a process. */
export const nodeTypes: ReadonlySet<string> = new Set([...tasks, ...gateways, ...events, ...levels, ...choreography])

const knownEvents: Readonly<Record<string, readonly string[]>> = {
  startEvent: ['timer', 'message', 'signal'],
  endEvent: ['terminate', 'error', 'message', 'signal'],
  intermediateCatchEvent: ['timer', 'message', 'signal'],
  intermediateThrowEvent: ['message', 'signal'],
  boundaryEvent: ['timer', 'error', 'message', 'signal'],
}
const strangeNodes = new Set(['complexGateway', 'transaction', 'adHocSubProcess', 'businessRuleTask', ...choreography])
const strangeRoots = new Set([
  'choreography',
  'globalChoreographyTask',
  'globalTask',
  'globalUserTask',
  'globalManualTask',
  'globalScriptTask',
  'globalBusinessRuleTask',
  'globalConversation',
  'conversation',
  'callConversation',
  'subConversation',
  'correlationSubscription',
  'eventDefinition',
])

/** Unsupported kinds whose absence from the net leaves the verdict open. */
export const opaque: ReadonlySet<string> = new Set([
  'complexGateway',
  'choreographyTask',
  'subChoreography',
  'callChoreography',
])

/** Unsupported kinds outside the processes. */
export function unsupportedRoots(root: XmlElement): string[] {
  const inside = root.children.filter((one) => one.name === 'collaboration').flatMap((one) => one.children)
  return [...root.children, ...inside].map((one) => one.name).filter((name) => strangeRoots.has(name))
}

/** Unsupported kinds in a process and everything within it, with repetitions. */
export function unsupportedIn(level: BpmnLevel): string[] {
  return [
    ...level.nodes.flatMap(strangeParts),
    ...loneInclusive(level),
    ...level.nodes.flatMap((node) => (node.level ? unsupportedIn(node.level) : [])),
  ]
}

function strangeParts(node: BpmnNode): string[] {
  const known = knownEvents[node.type] ?? []
  return [
    ...(strangeNodes.has(node.type) ? [node.type] : []),
    ...(node.isEventTriggered ? ['eventSubProcess'] : []),
    ...(node.isForCompensation ? ['compensation'] : []),
    ...(node.repeats === 'standard' ? ['standardLoopCharacteristics'] : []),
    ...(node.events.length > 1 ? ['multipleEventDefinition'] : []),
    ...node.events
      .map((event) => event.type)
      .filter((type) => !known.some((kind) => type === `${kind}EventDefinition`)),
  ]
}

/** Inclusive gateways that are not opened and closed as a pair: as many joins as splits is the least. */
function loneInclusive(level: BpmnLevel): string[] {
  const gates = level.nodes.filter((node) => node.type === 'inclusiveGateway')
  const splits = gates.filter(({ id }) => level.flows.filter((flow) => flow.from === id).length > 1).length
  const joins = gates.filter(({ id }) => level.flows.filter((flow) => flow.to === id).length > 1).length
  return joins > splits ? ['inclusiveGateway'] : []
}
