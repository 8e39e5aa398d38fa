import type { PlainStep } from '../model/step.ts'
import { Step } from '../model/step.ts'
import type { BpmnNode } from './model.ts'

/** What the engine does at a node of a loaded file: people's tasks are done by people, events wait, the rest runs by itself. */
export function stepOf(node: BpmnNode): PlainStep {
  const base = { id: 'loaded', name: node.name.slice(0, 200) }
  if (node.type === 'userTask' || node.type === 'manualTask')
    return made(
      {
        ...base,
        kind: 'transact',
        who: { kind: 'role', role: (node.owner || 'anybody').slice(0, 100) },
        quorum: { type: 'claim' },
      },
      node,
    )
  if (node.type === 'receiveTask' || node.type === 'intermediateCatchEvent')
    return made({ ...base, kind: 'wait', signal: node.id.slice(0, 100) }, node)
  return made({ ...base, kind: 'auto', command: (node.calledElement || node.type).slice(0, 100) }, node)
}

function made(input: unknown, node: BpmnNode): PlainStep {
  // ids of files follow other rules than ours, so the step takes its own afterwards
  return { ...(Step.parse(input) as PlainStep), id: node.id }
}
