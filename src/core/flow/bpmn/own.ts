import { compile, type Compiled } from '../model/compile.ts'
import { readDefinition } from '../model/definition.ts'
import type { BpmnFile } from './model.ts'

/**
 * The own flow a file was written from. Not if another program has changed its steps or ways since: then what is drawn
 * counts.
 */
export function ownFlow(file: BpmnFile): Compiled | undefined {
  const [process] = file.processes
  if (!process || file.processes.length > 1 || process.definition === undefined) return undefined
  const read = readDefinition(process.definition)
  if ('misread' in read) return undefined
  const flow = compile(read.definition)
  const drawn = [...process.nodes.map((node) => node.id), ...process.flows.map((one) => `${one.from} ${one.to}`)].sort()
  const known = [
    ...flow.net.nodes.map((node) => node.id),
    ...flow.net.flows.map((one) => `${one.from} ${one.to}`),
  ].sort()
  return drawn.join('\n') === known.join('\n') ? flow : undefined
}
