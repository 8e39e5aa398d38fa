import type { BpmnEvent, BpmnLevel, BpmnNode, XmlElement } from './model.ts'
import { flowOf, idOf, localId, nameOf } from './xml.ts'
import { nodeTypes } from './subset.ts'

const otherTypes = new Set(['dataObject', 'dataObjectReference', 'dataStoreReference', 'textAnnotation', 'group'])

export function readLevel(element: XmlElement): BpmnLevel {
  const lanes = element.children.filter((one) => one.name === 'laneSet').flatMap(lanesIn)
  const laneOf = new Map(lanes.flatMap((lane) => lane.nodeIds.map((id) => [id, lane.name] as const)))
  return {
    id: idOf(element),
    name: nameOf(element),
    isExecutable: element.attributes['isExecutable'] === 'true',
    nodes: element.children.filter((one) => nodeTypes.has(one.name)).map((one) => readNode(one, laneOf)),
    flows: element.children.filter((one) => one.name === 'sequenceFlow').map(flowOf),
    lanes,
    others: element.children
      .filter((one) => otherTypes.has(one.name))
      .map((one) => ({ type: one.name, id: idOf(one), name: nameOf(one), text: textOf(one) })),
    definition: ownDefinition(element),
  }
}

function readNode(element: XmlElement, laneOf: ReadonlyMap<string, string>): BpmnNode {
  const { attributes, children } = element
  const loop = children.find((one) => one.name.endsWith('LoopCharacteristics'))
  const isStart = element.name === 'startEvent'
  return {
    id: idOf(element),
    name: nameOf(element),
    type: element.name,
    events: children.filter((one) => one.name.endsWith('EventDefinition')).map(eventOf),
    attachedTo: localId(attributes['attachedToRef']),
    isInterrupting: attributes[isStart ? 'isInterrupting' : 'cancelActivity'] !== 'false',
    isEventTriggered: attributes['triggeredByEvent'] === 'true',
    isForCompensation: attributes['isForCompensation'] === 'true',
    repeats: loop && repetition(loop),
    defaultFlow: localId(attributes['default']),
    calledElement: attributes['calledElement'],
    owner: ownerOf(element) ?? laneOf.get(idOf(element)),
    level:
      element.name === 'subProcess' || element.name === 'transaction' || element.name === 'adHocSubProcess'
        ? readLevel(element)
        : undefined,
  }
}

function eventOf(element: XmlElement): BpmnEvent {
  const detail = element.children.find((one) => one.name.startsWith('time') || one.name === 'condition')
  const { messageRef, errorRef, signalRef, escalationRef, name } = element.attributes
  return {
    type: element.name,
    ref: localId(messageRef ?? errorRef ?? signalRef ?? escalationRef),
    detail: detail && { name: detail.name, text: detail.text.trim() },
    name,
  }
}

function repetition(loop: XmlElement): BpmnNode['repeats'] {
  if (loop.name === 'standardLoopCharacteristics') return 'standard'
  return loop.attributes['isSequential'] === 'true' ? 'sequential' : 'parallel'
}

function ownerOf(element: XmlElement): string | undefined {
  const owner = element.children.find((one) => ['potentialOwner', 'humanPerformer', 'performer'].includes(one.name))
  const ref = owner?.children.find((one) => one.name === 'resourceRef')
  return localId(ref?.text)
}

function lanesIn(set: XmlElement): BpmnLevel['lanes'][number][] {
  return set.children
    .filter((one) => one.name === 'lane')
    .flatMap((lane) => [
      {
        id: idOf(lane),
        name: nameOf(lane),
        nodeIds: lane.children.filter((one) => one.name === 'flowNodeRef').map((one) => localId(one.text) ?? ''),
      },
      ...lane.children.filter((one) => one.name === 'childLaneSet').flatMap(lanesIn),
    ])
}

function ownDefinition(element: XmlElement): unknown {
  const extension = element.children.find((one) => one.name === 'extensionElements')
  const own = extension?.children.find((one) => one.name === 'flowDefinition')
  try {
    return own && JSON.parse(own.text)
  } catch {
    return undefined
  }
}

function textOf(element: XmlElement): string {
  return element.children.find((one) => one.name === 'text')?.text.trim() ?? ''
}
