import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  checkNet,
  compile,
  graphOf,
  levelsOf,
  netOf,
  ownFlow,
  play,
  readBpmn,
  readDefinition,
  readScenario,
  runnable,
  toBpmn,
  writeBpmn,
  type BpmnFile,
  type BpmnLevel,
} from '#core/flow'
import { parseXml } from './bpmn-xml.ts'

const directory = join(import.meta.dirname, '../../../shared/data/bpmn')
const has = existsSync(directory)
const names = has ? readdirSync(directory).filter((name) => name.endsWith('.bpmn')) : []

function read(xml: string): BpmnFile {
  const parsed = parseXml(xml)
  if ('reason' in parsed) throw new Error(parsed.reason)
  const file = readBpmn(parsed.root)
  if (!file) throw new Error('not BPMN')
  return file
}

const model = (name: string) => read(readFileSync(join(directory, name), 'utf8'))

/** Ids, names and flows, in any depth. */
function essence(level: BpmnLevel): unknown {
  return {
    id: level.id,
    name: level.name,
    nodes: level.nodes.map(({ level: inner, ...node }) => ({
      ...node,
      owner: undefined,
      level: inner && essence(inner),
    })),
    flows: level.flows,
    others: level.others,
  }
}

describe.runIf(has)('reference models of the BPMN Model Interchange Working Group', () => {
  test('nothing unsupported goes unnamed', () => {
    const named = Object.fromEntries(names.map((name) => [name.slice(0, -5), model(name).unsupported]))
    expect(named).toEqual({
      'A.1.0': [],
      'A.2.0': [],
      'A.2.1': [],
      'A.3.0': ['escalationEventDefinition'],
      'A.4.0': [],
      'C.1.0': [],
      'C.3.0': [],
      'C.9.2': ['eventSubProcess'],
    })
  })
  test.each(names)('%s is sound', (name) => {
    expect(levelsOf(model(name)).map((level) => checkNet(netOf(graphOf(level))).problems)).toEqual(
      levelsOf(model(name)).map(() => []),
    )
  })
  test.each(names)('%s keeps ids, names, flows and diagram through a round trip', (name) => {
    const before = model(name)
    const after = read(writeBpmn(before))
    expect(after.processes.map(essence)).toEqual(before.processes.map(essence))
    expect(after.participants).toEqual(before.participants)
    expect(after.messageFlows).toEqual(before.messageFlows)
    expect(after.unsupported).toEqual(before.unsupported)
    expect([...after.shapes]).toEqual([...before.shapes])
    for (const [id, points] of before.lines) expect(after.lines.get(id)).toEqual(points)
  })
  test.each(['A.1.0', 'A.2.0', 'A.3.0'])('%s runs to its end by itself', (name) => {
    const [process] = model(`${name}.bpmn`).processes
    const scenario = readScenario({})
    if (!process || 'misread' in scenario) throw new Error('no scenario')
    expect(play(runnable(graphOf(process)), scenario.scenario)).toMatchObject({
      state: { status: 'ended', outcome: 'approved' },
    })
  })
  test('C.1.0 and C.3.0 run under scripted decisions', () => {
    const people = new Proxy({}, {}) as Record<string, string[]>
    for (const [name, process] of [
      ['C.1.0', 'bpmn-miwg-test-case-c.1.0'],
      ['C.3.0', undefined],
    ] as const) {
      const level = model(`${name}.bpmn`).processes.find((one) => process === undefined || one.id === process)
      if (!level) throw new Error(name)
      const flow = runnable(graphOf(level))
      const steps = flow.net.nodes.filter((node) => node.step?.kind === 'transact').map((node) => node.id)
      const everybody = Object.fromEntries(steps.map((id) => [id, ['ann']]))
      // each round whatever is open is claimed and done; what is not open yet is refused without harm
      const round = steps.flatMap((step) => [
        { do: 'claim', by: 'ann', step },
        { do: 'decide', decision: 'approve', by: 'ann', step },
      ])
      const data = { approved: true, clarified: 'no', invoiceApproved: true, 'Service Level': 'Premium' }
      const scenario = readScenario({
        people: { ...people, ...everybody },
        data,
        events: [...round, ...round, ...round, ...round],
      })
      if ('misread' in scenario) throw new Error(JSON.stringify(scenario.misread))
      expect(play(flow, scenario.scenario)).toMatchObject({ state: { status: 'ended' } })
    }
  })
})

describe('own flows as BPMN', () => {
  const who = { kind: 'people', people: ['ann'] }
  const parsed = readDefinition({
    id: 'leave',
    name: '请假 <审批> & "more"',
    steps: [
      { kind: 'approve', id: 'lead', name: '主管', who, quorum: { type: 'sequence' } },
      {
        kind: 'branch',
        id: 'long',
        arms: [
          { id: 'yes', when: { field: 'days', op: 'above', value: 3 }, steps: [{ kind: 'approve', id: 'hr', who }] },
        ],
        otherwise: [],
      },
      {
        kind: 'parallel',
        id: 'both',
        arms: [
          { id: 'l', steps: [{ kind: 'auto', id: 'book', command: 'x' }] },
          { id: 'r', steps: [{ kind: 'delay', id: 'day', span: { amount: 1, unit: 'day' } }] },
        ],
      },
    ],
  })
  if ('misread' in parsed) throw new Error('misread')
  const flow = compile(parsed.definition)
  const xml = writeBpmn(toBpmn(flow))

  test('the very same flow comes back, and every node and flow is drawn', () => {
    const file = read(xml)
    expect(ownFlow(file)?.definition).toEqual(flow.definition)
    expect(file.unsupported).toEqual([])
    for (const node of flow.net.nodes) expect(file.shapes.get(node.id)?.width).toBeGreaterThan(0)
    for (const one of flow.net.flows) expect(file.lines.get(one.id)?.length).toBeGreaterThan(1)
  })
  test('no two nodes are drawn over each other', () => {
    const boxes = [...read(xml).shapes.values()]
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1)) {
        const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        expect(isApart).toBe(true)
      }
  })
  test('what another program changed since counts as drawn', () => {
    const changed = read(xml.replaceAll('id="hr"', 'id="other"').replaceAll('Ref="hr"', 'Ref="other"'))
    expect(ownFlow(changed)).toBeUndefined()
  })
})

describe('XML', () => {
  test.each([
    ['<a>', 'unclosed'],
    ['', 'root element'],
    ['<!DOCTYPE a><a/>', 'document type'],
    [`${'<a>'.repeat(101)}${'</a>'.repeat(101)}`, 'too deep'],
  ])('%s is refused', (text, reason) => {
    const parsed = parseXml(text)
    expect('reason' in parsed && parsed.reason).toContain(reason)
  })
})
