import { readFile } from 'node:fs/promises'
import {
  compile,
  graphOf,
  levelsOf,
  netOf,
  opaqueBpmn,
  ownFlow,
  readBpmn,
  readDefinition,
  type BpmnFile,
  type Compiled,
  type Net,
} from '#core/flow'
import { parseXml } from '#kernel/bpmn-xml'

/** A flow as read from a file: an own definition, or the processes of a BPMN file. */
export type FlowFile =
  | { readonly own: Compiled }
  | { readonly bpmn: BpmnFile; readonly nets: readonly Net[]; readonly isOpaque: boolean }

export type FlowFault =
  | { kind: 'unreadable' }
  | { kind: 'not-json'; reason: string }
  | { kind: 'not-xml'; reason: string }
  | { kind: 'not-bpmn' }
  | { kind: 'no-process' }
  | { kind: 'misread'; path: string; message: string }

const mostBytes = 20_000_000

/** Reads an own definition (JSON) or BPMN 2.0 (XML); which of them is seen from its first character. */
export async function readFlowFile(path: string): Promise<FlowFile | { faults: FlowFault[] }> {
  const text = await textOf(path)
  if (text === undefined) return { faults: [{ kind: 'unreadable' }] }
  return text.trimStart().startsWith('<') ? bpmnIn(text) : ownIn(text)
}

export async function textOf(path: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(path)
    return bytes.length > mostBytes ? undefined : new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function ownIn(text: string): FlowFile | { faults: FlowFault[] } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { faults: [{ kind: 'not-json', reason: (error as Error).message }] }
  }
  const read = readDefinition(json)
  if ('misread' in read) return { faults: read.misread.map((one) => ({ kind: 'misread', ...one })) }
  return { own: compile(read.definition) }
}

function bpmnIn(text: string): FlowFile | { faults: FlowFault[] } {
  const xml = parseXml(text)
  if ('reason' in xml) return { faults: [{ kind: 'not-xml', reason: xml.reason }] }
  const bpmn = readBpmn(xml.root)
  if (!bpmn) return { faults: [{ kind: 'not-bpmn' }] }
  const own = ownFlow(bpmn)
  if (own) return { own }
  const nets = levelsOf(bpmn).map((level) => netOf(graphOf(level)))
  if (!nets.some((net) => net.nodes.length > 0)) return { faults: [{ kind: 'no-process' }] }
  return { bpmn, nets, isOpaque: bpmn.unsupported.some((kind) => opaqueBpmn.has(kind)) }
}
