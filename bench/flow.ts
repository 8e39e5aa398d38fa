import {
  advance,
  check,
  compile,
  draft,
  noFacts,
  readDefinition,
  skip,
  soundness,
  type Compiled,
  type FlowEvent,
  type Net,
} from '#core/flow'
import { figure, median, type Figure } from './measure.ts'

/** The flow engine and its checker by themselves, in one thread. */
export async function benchFlow(): Promise<Figure[]> {
  const large = bigFlow(300)
  const wide = wideFlow(17, 3)
  const ids = large.definition.steps.map((step) => step.id)
  return [
    figure(
      'checking a flow of 300 nodes, conditions and settings included',
      milliseconds(() => check(large)),
      'CPU ms',
      { atMost: 300 },
      { nodes: large.net.nodes.length },
    ),
    figure(
      '"X cannot be skipped before Y" at 300 nodes',
      milliseconds(() => skip(large.net, ids[0] ?? '', ids.at(-1) ?? '')),
      'CPU ms',
      { atMost: 300 },
    ),
    figure(
      'checking 17 parallel branches of 3 steps',
      milliseconds(() => soundness(wide.net)),
      'CPU ms',
      { atMost: 300 },
    ),
    figure(
      'finding the fault in 17 parallel branches that each may end early',
      milliseconds(() => soundness(faulty(17))),
      'CPU ms',
      { atMost: 300 },
      { verdict: soundness(faulty(17)).verdict },
    ),
    ...speed(),
  ]
}

/** Events a second: submit and three approvals, state through JSON as if it were stored in between. */
function speed(): Figure[] {
  const flow = threeSteps()
  const run = () => {
    let state = draft('ini')
    const happen = (event: FlowEvent) => {
      state = JSON.parse(JSON.stringify(advance(flow, state, event, noFacts, 0).state)) as typeof state
    }
    happen({ do: 'submit', by: 'ini' })
    for (const by of ['ann', 'bob', 'cui'])
      happen({ do: 'decide', by, task: state.tasks[0]?.id ?? '', decision: 'approve' })
    if (state.outcome !== 'approved') throw new Error('the instance did not end')
  }
  for (let warm = 0; warm < 500; warm += 1) run()
  const instances = 3000
  const before = process.cpuUsage()
  for (let count = 0; count < instances; count += 1) run()
  const seconds = cpu(before)
  return [
    figure(
      'events of the engine a CPU second, one thread, without a database',
      (4 * instances) / seconds,
      'events',
      { atLeast: 10_000 },
      { cpuMsPerInstance: (seconds * 1000) / instances },
    ),
  ]
}

function milliseconds(work: () => unknown): number {
  work()
  return median(
    Array.from({ length: 5 }, () => {
      const before = process.cpuUsage()
      work()
      return cpu(before) * 1000
    }),
  )
}

function cpu(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function flowOf(steps: unknown[]): Compiled {
  const read = readDefinition({ id: 'bench', steps, fields: [{ key: 'sum', kind: 'number', required: true }] })
  if ('misread' in read) throw new Error(JSON.stringify(read.misread))
  return compile(read.definition)
}

const approve = (id: string, person = 'ann') => ({
  kind: 'approve',
  id,
  who: { kind: 'people', people: [person] },
  mandatory: true,
})

function threeSteps(): Compiled {
  return flowOf([approve('a', 'ann'), approve('b', 'bob'), approve('c', 'cui')])
}

/** Blocks of a choice, a split and a loop in a row until the graph has so many nodes. */
function bigFlow(nodes: number): Compiled {
  const steps: unknown[] = [approve('first')]
  for (let at = 0; steps.length < nodes / 12; at += 1)
    steps.push(
      {
        kind: 'branch',
        id: `x${at}`,
        arms: [
          {
            id: `l${at}`,
            when: { field: 'sum', op: 'above', value: at },
            steps: [approve(`a${at}`), approve(`b${at}`)],
          },
        ],
        otherwise: [
          {
            kind: 'parallel',
            id: `p${at}`,
            arms: [
              { id: `q${at}`, steps: [approve(`c${at}`), approve(`d${at}`)] },
              { id: `r${at}`, steps: [approve(`e${at}`)] },
            ],
          },
        ],
      },
      {
        kind: 'loop',
        id: `o${at}`,
        until: { field: 'sum', op: 'above', value: at },
        limit: 3,
        steps: [approve(`f${at}`)],
      },
    )
  let flow = flowOf([...steps, approve('last')])
  for (let more = 0; flow.net.nodes.length < nodes; more += 1) {
    steps.push(approve(`g${more}`))
    flow = flowOf([...steps, approve('last')])
  }
  return flow
}

function wideFlow(branches: number, length: number): Compiled {
  const arms = Array.from({ length: branches }, (_, at) => ({
    id: `arm${at}`,
    steps: Array.from({ length }, (_step, index) => approve(`s${at}x${index}`)),
  }))
  return flowOf([{ kind: 'parallel', id: 'p', arms }])
}

/** Each branch may go to the end instead of the join: nothing that shrinks. */
function faulty(branches: number): Net {
  const { net } = wideFlow(branches, 3)
  const gates = Array.from({ length: branches }, (_, at) => ({
    id: `x${at}`,
    name: '',
    kind: 'xor' as const,
    scopes: [],
  }))
  const flows = net.flows.flatMap((flow) => {
    const at = /^s(\d+)x2$/.exec(flow.from)?.[1]
    if (at === undefined) return [flow]
    return [
      { ...flow, to: `x${at}` },
      { id: `j${at}`, from: `x${at}`, to: flow.to },
      { id: `z${at}`, from: `x${at}`, to: 'end' },
    ]
  })
  return rebuilt(net, gates, flows)
}

function rebuilt(net: Net, gates: Net['nodes'], flows: Net['flows']): Net {
  const nodes = [...net.nodes, ...gates]
  const list = (end: 'from' | 'to') =>
    new Map(nodes.map((node) => [node.id, flows.filter((flow) => flow[end] === node.id)]))
  return {
    ...net,
    nodes,
    flows,
    node: new Map(nodes.map((node) => [node.id, node])),
    into: list('to'),
    outOf: list('from'),
  }
}
