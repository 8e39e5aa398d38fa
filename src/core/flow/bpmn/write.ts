import { layOut, type Drawing } from './layout.ts'
import type { BpmnEvent, BpmnFile, BpmnLevel, BpmnNode } from './model.ts'
import { tag } from './tag.ts'

const spaces = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:remit': 'https://remit.example/bpmn',
}

/** Writes a BPMN 2.0 file with its diagram. Ids, names and flows are those read; what was not drawn is laid out. */
export function writeBpmn(file: BpmnFile): string {
  const { id, name, targetNamespace } = file
  const parts = [
    ...file.roots.map((root) => tag(`bpmn:${root.type}`, { id: root.id, name: root.name })),
    ...collaboration(file),
    ...file.processes.map((process) =>
      tag(
        'bpmn:process',
        { id: process.id, name: process.name, isExecutable: String(process.isExecutable) },
        inside(process),
      ),
    ),
    diagram(file, layOut(file)),
  ]
  const attributes = { ...spaces, id, name, targetNamespace: targetNamespace || 'https://remit.example/flows' }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('bpmn:definitions', attributes, parts)}\n`
}

function collaboration(file: BpmnFile): string[] {
  if (file.participants.length === 0) return []
  const parts = [
    ...file.participants.map((one) =>
      tag('bpmn:participant', { id: one.id, name: one.name, processRef: one.processId }),
    ),
    ...file.messageFlows.map((one) =>
      tag('bpmn:messageFlow', { id: one.id, name: one.name, sourceRef: one.from, targetRef: one.to }),
    ),
  ]
  return [tag('bpmn:collaboration', { id: file.collaborationId ?? 'collaboration' }, parts)]
}

function inside(level: BpmnLevel): string[] {
  const own =
    level.definition === undefined
      ? []
      : [tag('bpmn:extensionElements', {}, [tag('remit:flowDefinition', {}, JSON.stringify(level.definition))])]
  const lanes = level.lanes.map((lane) =>
    tag(
      'bpmn:lane',
      { id: lane.id, name: lane.name },
      lane.nodeIds.map((id) => tag('bpmn:flowNodeRef', {}, id)),
    ),
  )
  return [
    ...own,
    ...(lanes.length > 0 ? [tag('bpmn:laneSet', { id: `${level.id}.lanes` }, lanes)] : []),
    ...level.nodes.map((node) => writeNode(node, level)),
    ...level.flows.map((flow) =>
      tag(
        'bpmn:sequenceFlow',
        { id: flow.id, name: flow.name, sourceRef: flow.from, targetRef: flow.to },
        flow.condition === undefined
          ? []
          : [tag('bpmn:conditionExpression', { 'xsi:type': 'bpmn:tFormalExpression' }, flow.condition)],
      ),
    ),
    ...level.others.map((one) =>
      tag(`bpmn:${one.type}`, { id: one.id, name: one.name }, one.text ? [tag('bpmn:text', {}, one.text)] : []),
    ),
  ]
}

function writeNode(node: BpmnNode, level: BpmnLevel): string {
  const isStart = node.type === 'startEvent'
  const border = isStart ? 'isInterrupting' : 'cancelActivity'
  const parts = [
    ...level.flows.filter((flow) => flow.to === node.id).map((flow) => tag('bpmn:incoming', {}, flow.id)),
    ...level.flows.filter((flow) => flow.from === node.id).map((flow) => tag('bpmn:outgoing', {}, flow.id)),
    ...(node.level ? inside(node.level) : []),
    ...repetition(node),
    ...node.events.map(writeEvent),
  ]
  return tag(
    `bpmn:${node.type}`,
    {
      id: node.id,
      name: node.name,
      attachedToRef: node.attachedTo,
      [border]: node.isInterrupting ? undefined : 'false',
      triggeredByEvent: node.isEventTriggered ? 'true' : undefined,
      isForCompensation: node.isForCompensation ? 'true' : undefined,
      default: node.defaultFlow,
      calledElement: node.calledElement,
    },
    parts,
  )
}

function repetition(node: BpmnNode): string[] {
  if (node.repeats === undefined) return []
  if (node.repeats === 'standard') return [tag('bpmn:standardLoopCharacteristics', {})]
  return [tag('bpmn:multiInstanceLoopCharacteristics', { isSequential: String(node.repeats === 'sequential') })]
}

const refs: Readonly<Record<string, string>> = {
  messageEventDefinition: 'messageRef',
  errorEventDefinition: 'errorRef',
  signalEventDefinition: 'signalRef',
  escalationEventDefinition: 'escalationRef',
}

function writeEvent({ type, ref, detail, name }: BpmnEvent): string {
  const attributes = { name, ...(refs[type] === undefined ? {} : { [refs[type]]: ref }) }
  return tag(
    `bpmn:${type}`,
    attributes,
    detail ? [tag(`bpmn:${detail.name}`, { 'xsi:type': 'bpmn:tFormalExpression' }, detail.text)] : [],
  )
}

function diagram(file: BpmnFile, { shapes, lines }: Drawing): string {
  const parts = [
    ...[...shapes].map(([of, { x, y, width, height }]) =>
      tag(
        'bpmndi:BPMNShape',
        { id: `${of}_di`, bpmnElement: of, isExpanded: isSub(file.processes, of) ? 'true' : undefined },
        [tag('dc:Bounds', { x: String(x), y: String(y), width: String(width), height: String(height) })],
      ),
    ),
    ...[...lines].map(([of, points]) =>
      tag(
        'bpmndi:BPMNEdge',
        { id: `${of}_di`, bpmnElement: of },
        points.map(({ x, y }) => tag('di:waypoint', { x: String(x), y: String(y) })),
      ),
    ),
  ]
  const plane =
    file.collaborationId !== undefined && file.participants.length > 0 ? file.collaborationId : file.processes[0]?.id
  return tag('bpmndi:BPMNDiagram', { id: `${file.id}.diagram` }, [
    tag('bpmndi:BPMNPlane', { id: `${file.id}.plane`, bpmnElement: plane }, parts),
  ])
}

function isSub(levels: readonly BpmnLevel[], id: string): boolean {
  return levels.some((level) =>
    level.nodes.some((node) => node.level !== undefined && (node.id === id || isSub([node.level], id))),
  )
}
