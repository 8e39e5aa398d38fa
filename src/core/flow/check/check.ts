import type { Compiled } from '../model/compile.ts'
import type { FlowField } from '../model/definition.ts'
import { netOf, type Net } from '../model/graph.ts'
import { isHard } from '../model/step.ts'
import { decisions } from './decided.ts'
import { unsound, type Problem, type Verdict } from './problem.ts'
import { autoPasses, settings, walk } from './settings.ts'
import { skip, type Skip } from './skip.ts'
import { soundness } from './sound.ts'

export type Checked = { readonly verdict: Verdict; readonly problems: readonly Problem[] }

/**
 * Everything the checker knows of a flow. A flow may be published when it is sound and no problem `blocksPublishing`.
 */
export function check({ definition, net }: Compiled, markings?: number): Checked {
  const own = checkNet(net, definition.fields, markings)
  const promised = definition.proofs.flatMap(({ step, before }) => proof(net, step, before, markings))
  const loose = definition.proofs.flatMap(({ step }) => looseStep(definition.steps, step))
  const problems = [...own.problems, ...settings(definition, net), ...promised, ...loose]
  return { verdict: own.verdict, problems }
}

/** The same for a bare net, such as one read from a file: what can be known without settings. */
export function checkNet(net: Net, fields: readonly FlowField[] = [], markings?: number): Checked {
  const sound = soundness(net, markings)
  const problems = [...sound.problems, ...choices(net, fields)]
  const isBad = problems.some((problem) => unsound.has(problem.kind))
  return { verdict: isBad ? 'unsound' : sound.verdict, problems }
}

function choices(net: Net, fields: readonly FlowField[]): Problem[] {
  return [
    ...decisions(net, fields),
    ...net.nodes.flatMap((node) => (node.inner ? choices(netOf(node.inner), fields) : [])),
  ]
}

function proof(net: Net, step: string, before: string, markings: number | undefined): Problem[] {
  const answer = skip(net, step, before, markings)
  if (answer === 'unknown-step') return [{ kind: 'unknown-step', element: step, path: [], with: before }]
  return answer.skippable === false ? [] : [{ kind: 'skippable', element: step, path: answer.path, with: before }]
}

/** A promise is worth nothing while the step can pass by itself, or an administrator may move the flow over it. */
function looseStep(steps: Parameters<typeof walk>[0], id: string): Problem[] {
  const step = walk(steps).find((one) => one.id === id)
  if (!step || (step.kind !== 'approve' && step.kind !== 'transact') || isHard(step)) return []
  return [...autoPasses(step), 'relocate'].map((way): Problem => ({
    kind: 'auto-pass',
    element: id,
    path: [],
    with: way,
  }))
}

export type { Skip }
