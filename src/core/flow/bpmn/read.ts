import { readDiagram } from './diagram.ts'
import { readLevel } from './level.ts'
import type { BpmnFile, XmlElement } from './model.ts'
import { unsupportedRoots, unsupportedIn } from './subset.ts'
import { flowOf, idOf, localId, nameOf } from './xml.ts'

const rootTypes = new Set([
  'message',
  'error',
  'signal',
  'escalation',
  'itemDefinition',
  'resource',
  'dataStore',
  'category',
])

/** Reads a BPMN 2.0 file; `undefined` when the element is not `definitions`. What it cannot mean here is named, not dropped. */
export function readBpmn(root: XmlElement): BpmnFile | undefined {
  if (root.name !== 'definitions') return undefined
  const processes = root.children.filter((one) => one.name === 'process').map(readLevel)
  const collaboration = root.children.find((one) => one.name === 'collaboration')
  const parties = collaboration?.children ?? []
  const unsupported = new Set([...unsupportedRoots(root), ...processes.flatMap(unsupportedIn)])
  return {
    id: root.attributes['id'] ?? 'definitions',
    name: root.attributes['name'] ?? '',
    targetNamespace: root.attributes['targetNamespace'] ?? '',
    collaborationId: collaboration?.attributes['id'],
    participants: parties
      .filter((one) => one.name === 'participant')
      .map((one) => ({ id: idOf(one), name: nameOf(one), processId: localId(one.attributes['processRef']) })),
    messageFlows: parties.filter((one) => one.name === 'messageFlow').map(flowOf),
    processes,
    roots: root.children
      .filter((one) => rootTypes.has(one.name))
      .map((one) => ({ type: one.name, id: idOf(one), name: nameOf(one) })),
    ...readDiagram(root),
    unsupported: [...unsupported].sort(),
  }
}
