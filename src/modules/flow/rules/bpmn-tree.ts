import {
  conditionOf,
  type BpmnFile,
  type BpmnFlow,
  type BpmnLevel,
  type BpmnNode,
  type DefinitionInput,
} from '#core/flow'

export type Lost = {
  readonly id: string
  readonly element: string
  readonly reason: 'loop' | 'no-join' | 'event' | 'left-out'
}
type StepInput = Record<string, unknown>

/**
 * A drawn process as a tree of steps, as far as it is one: sequences, and splits that meet again. What is not, such as
 * ways back and borders with events, is named in `lost`, and left out.
 */
export function treeOf(file: BpmnFile): { definition: DefinitionInput; lost: Lost[] } {
  const process = file.processes.find((one) => one.isExecutable) ?? file.processes[0]
  const lost: Lost[] = file.processes
    .filter((one) => one !== process)
    .map((one) => ({ id: one.id, element: 'process', reason: 'left-out' }))
  const ids = new Set<string>()
  const steps = process ? levelSteps(process, lost, ids) : []
  const some = steps.length > 0 ? steps : [{ kind: 'end', id: 'done', name: '' }]
  return {
    definition: { id: 'flow', name: process?.name ?? file.name, steps: some } as unknown as DefinitionInput,
    lost,
  }
}

function levelSteps(level: BpmnLevel, lost: Lost[], ids: Set<string>): StepInput[] {
  const nodes = new Map(level.nodes.map((node) => [node.id, node]))
  const out = (id: string) => level.flows.filter((flow) => flow.from === id)
  const seen = new Set<string>()
  for (const node of level.nodes)
    if (node.type === 'boundaryEvent') lost.push({ id: node.id, element: node.type, reason: 'event' })

  const walk = (start: string | undefined, until: string | undefined): StepInput[] => {
    const steps: StepInput[] = []
    for (let at = start; at !== undefined && at !== until;) {
      const node = nodes.get(at)
      if (!node) break
      if (seen.has(at)) {
        lost.push({ id: at, element: node.type, reason: 'loop' })
        break
      }
      seen.add(at)
      const ways = out(at)
      if (ways.length > 1) {
        const join = meeting(ways, out)
        steps.push(split(node, ways, join))
        if (join === undefined && until === undefined) lost.push({ id: at, element: node.type, reason: 'no-join' })
        at = join ?? until
      } else {
        steps.push(...stepsOf(node, level, lost, ids))
        at = ways[0]?.to
      }
    }
    return steps
  }

  const split = (node: BpmnNode, ways: readonly BpmnFlow[], join: string | undefined): StepInput => {
    const kind =
      node.type === 'parallelGateway'
        ? 'parallel'
        : node.type === 'inclusiveGateway'
          ? 'inclusive'
          : node.type === 'eventBasedGateway'
            ? 'race'
            : 'branch'
    const arm = (way: BpmnFlow) => ({
      id: idFor(way.id, ids),
      name: way.name.slice(0, 200),
      ...(kind === 'branch' || kind === 'inclusive'
        ? { when: conditionOf(way.condition ?? (way.name || way.id)) }
        : {}),
      steps: walk(way.to, join),
    })
    const otherwise = ways.find((way) => way.id === node.defaultFlow)
    const hasDefault = otherwise !== undefined && (kind === 'branch' || kind === 'inclusive')
    return {
      kind,
      id: idFor(node.id, ids),
      name: node.name.slice(0, 200),
      arms: ways.filter((way) => !hasDefault || way !== otherwise).map(arm),
      ...(hasDefault ? { otherwise: walk(otherwise.to, join) } : {}),
      ...(kind === 'race' ? { by: 'start' } : {}),
    }
  }

  const first =
    level.nodes.find((node) => node.type === 'startEvent') ??
    level.nodes.find((node) => !level.flows.some((flow) => flow.to === node.id))
  const steps = walk(first?.id, undefined)
  for (const node of level.nodes)
    if (!seen.has(node.id) && node.type !== 'boundaryEvent')
      lost.push({ id: node.id, element: node.type, reason: 'left-out' })
  return steps
}

/** Where all ways of a split meet again: what all of them reach, and nothing else they all reach comes before. */
function meeting(ways: readonly BpmnFlow[], out: (id: string) => readonly BpmnFlow[]): string | undefined {
  const reached = ways.map((way) => reach(way.to, out))
  const common = [...(reached[0] ?? [])].filter((id) => reached.every((one) => one.has(id)))
  return common.find((id) => {
    const after = reach(id, out)
    return common.every((other) => after.has(other))
  })
}

function reach(from: string, out: (id: string) => readonly BpmnFlow[]): Set<string> {
  const found = new Set<string>()
  const open = [from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue
    found.add(at)
    open.push(...out(at).map((flow) => flow.to))
  }
  return found
}

function stepsOf(node: BpmnNode, level: BpmnLevel, lost: Lost[], ids: Set<string>): StepInput[] {
  if (node.level && node.level.nodes.length > 0) return levelSteps(node.level, lost, ids)
  const base = { id: '', name: node.name.slice(0, 200) }
  const made = (step: StepInput) => [{ ...step, id: idFor(node.id, ids) }]
  if (node.type === 'userTask' || node.type === 'manualTask' || node.type === 'task') {
    const role = (node.owner || level.lanes.find((lane) => lane.nodeIds.includes(node.id))?.name || 'anybody').slice(
      0,
      100,
    )
    return made({
      ...base,
      kind: 'transact',
      who: { kind: 'role', role },
      quorum: { type: 'any' },
      onEmpty: [{ do: 'admin' }],
    })
  }
  if (node.type === 'callActivity')
    return made({ ...base, kind: 'subflow', flow: (node.calledElement || 'unknown').slice(0, 100) })
  if (node.type === 'receiveTask') return made({ ...base, kind: 'wait', signal: node.id.slice(0, 100) })
  if (node.type === 'intermediateCatchEvent') {
    const span = spanOf(node.events.find((one) => one.type === 'timerEventDefinition')?.detail?.text)
    return made(span ? { ...base, kind: 'delay', span } : { ...base, kind: 'wait', signal: node.id.slice(0, 100) })
  }
  if (node.type === 'endEvent') {
    const isLast = node.events.length === 0
    return isLast ? [] : made({ ...base, kind: 'end' })
  }
  if (node.type.endsWith('Gateway') || node.type === 'startEvent' || node.type === 'intermediateThrowEvent') return []
  return made({ ...base, kind: 'auto', command: `bpmn.${node.type}`, waits: true })
}

/** A duration such as `PT2H`, `P3D` or `P1W`. */
function spanOf(text: string | undefined): { amount: number; unit: string } | undefined {
  const match = /^P(?:(\d+)W|(\d+)D|T(\d+)H|T(\d+)M)$/.exec(text?.trim() ?? '')
  if (!match) return undefined
  const [, weeks, days, hours, minutes] = match
  if (weeks) return { amount: Number(weeks) * 7, unit: 'day' }
  if (days) return { amount: Number(days), unit: 'day' }
  return hours ? { amount: Number(hours), unit: 'hour' } : { amount: Number(minutes), unit: 'minute' }
}

function idFor(id: string, taken: Set<string>): string {
  const base =
    id
      .replaceAll(/[^A-Za-z0-9_-]/g, '_')
      .replace(/^[^A-Za-z_]/, '_$&')
      .slice(0, 50) || 'step'
  let own = base === 'start' || base === 'end' ? `${base}_` : base
  for (let count = 2; taken.has(own); count += 1) own = `${base}_${count}`
  taken.add(own)
  return own
}
