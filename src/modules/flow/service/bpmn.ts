import {
  compile,
  ownFlow,
  readBpmn,
  readDefinition,
  toBpmn,
  writeBpmn,
  type BpmnFile,
  type Definition,
  type DefinitionInput,
} from '#core/flow'
import { parseXml } from '#kernel/bpmn-xml'
import type { FlowContent } from '../contract.ts'
import { badDefinition, notBpmn } from '../problems.ts'
import { treeOf } from '../rules/bpmn-tree.ts'

type Unsupported = { id: string; element: string; reason: string }

/** The steps of a BPMN file. A file of our own gives back the very same flow; another as much as the tree can hold. */
export function flowOfBpmn(xml: string): { definition: DefinitionInput; unsupported: Unsupported[] } {
  const parsed = parseXml(xml)
  if ('reason' in parsed) throw notBpmn({ reason: parsed.reason })
  const file = readBpmn(parsed.root)
  if (!file || file.processes.length === 0) throw notBpmn({ reason: 'no process' })
  const own = ownFlow(file)
  if (own) return { definition: own.definition as DefinitionInput, unsupported: [] }
  const { definition, lost } = treeOf(file)
  return { definition, unsupported: [...kinds(file), ...lost] }
}

export function bpmnOf(key: string, { definition }: Pick<FlowContent, 'definition'>): string {
  const read = readDefinition({ ...(definition as DefinitionInput), id: key })
  if ('misread' in read)
    throw badDefinition({ path: read.misread[0]?.path ?? '', message: read.misread[0]?.message ?? '' })
  return writeBpmn(toBpmn(compile(read.definition as Definition)))
}

function kinds(file: BpmnFile): Unsupported[] {
  return file.unsupported.map((element) => ({ id: '', element, reason: 'unsupported' }))
}
