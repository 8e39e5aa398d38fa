import type { Definition } from './definition.ts'
import { netOf, type GraphFlow, type GraphNode, type Net } from './graph.ts'
import type { Arm, Block, Step } from './step.ts'

/** A definition with the graph the engine and the checker work on. */
export type Compiled = { readonly definition: Definition; readonly net: Net }

/** Makes the graph of a tree: `start` and `end`, and for each block its split `<id>` and its join `<id>.join`. */
export function compile(definition: Definition): Compiled {
  const nodes: GraphNode[] = []
  const flows: GraphFlow[] = []
  const add = (node: GraphNode) => void nodes.push(node)
  const link = (from: Loose, to: string) => {
    flows.push({
      id: `${from.node}..${from.label ?? ''}..${to}`,
      from: from.node,
      to,
      when: from.when,
      isDefault: from.isDefault,
    })
  }

  const walk = (steps: readonly Step[], scopes: readonly string[], entry: Loose): Loose => {
    let at = entry
    for (const step of steps) {
      if ('arms' in step) at = block(step, scopes, at)
      else if (step.kind === 'loop') at = loop(step, scopes, at)
      else {
        add({
          id: step.id,
          name: step.name,
          kind: step.kind === 'end' ? 'terminate' : 'step',
          step,
          scopes,
          outcome: step.kind === 'end' ? step.outcome : undefined,
        })
        link(at, step.id)
        at = { node: step.id }
      }
      // nothing follows an end; what is drawn behind it is a part of the graph without a way in
      if (step.kind === 'end') at = { node: `${step.id}.after` }
    }
    return at
  }

  const block = (step: Exclude<Block, { kind: 'loop' }>, scopes: readonly string[], entry: Loose): Loose => {
    const join = `${step.id}.join`
    const [split, merge] = gateways[step.kind]
    const by = step.kind === 'race' ? step.by : undefined
    add({ id: step.id, name: step.name, kind: split, scopes, block: step.id, by })
    link(entry, step.id)
    const arms: (Arm & { isDefault?: boolean })[] = [...step.arms]
    if (step.kind === 'branch' || step.kind === 'inclusive')
      if (step.otherwise) arms.push({ id: `${step.id}.otherwise`, name: '', steps: step.otherwise, isDefault: true })
    for (const arm of arms) {
      const inside = step.kind === 'branch' ? scopes : [...scopes, `${step.id}/${arm.id}`]
      const last = walk(arm.steps, inside, { node: step.id, label: arm.id, when: arm.when, isDefault: arm.isDefault })
      link(last, join)
    }
    add({ id: join, name: '', kind: merge, scopes, block: step.id })
    return { node: join }
  }

  const loop = (step: Extract<Block, { kind: 'loop' }>, scopes: readonly string[], entry: Loose): Loose => {
    const until = `${step.id}.until`
    add({ id: step.id, name: step.name, kind: 'xor', scopes, block: step.id })
    link(entry, step.id)
    link(walk(step.steps, scopes, { node: step.id }), until)
    add({ id: until, name: '', kind: 'xor', scopes, block: step.id, limit: step.limit })
    link({ node: until, label: 'again', isDefault: true }, step.id)
    return { node: until, label: 'done', when: step.until }
  }

  add({ id: 'start', name: '', kind: 'start', scopes: [] })
  link(walk(definition.steps, [], { node: 'start' }), 'end')
  add({ id: 'end', name: '', kind: 'end', scopes: [], outcome: 'approved' })
  const known = new Set(nodes.map((node) => node.id))
  return {
    definition,
    net: netOf({
      id: definition.id,
      name: definition.name,
      nodes,
      flows: flows.filter((flow) => known.has(flow.from)),
    }),
  }
}

type Loose = { node: string; label?: string | undefined; when?: GraphFlow['when']; isDefault?: boolean | undefined }

const gateways = {
  branch: ['xor', 'xor'],
  parallel: ['and', 'and'],
  inclusive: ['or', 'or'],
  race: ['race', 'race'],
} as const
