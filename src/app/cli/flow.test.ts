import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readFlowFile } from './flow-file.ts'

const launcher = join(import.meta.dirname, '../../../bin/remit.mjs')
const models = join(import.meta.dirname, '../../../../shared/data/bpmn')
const directory = mkdtempSync(join(tmpdir(), 'remit-flow-'))
afterAll(() => rmSync(directory, { recursive: true }))

function write(name: string, content: unknown): string {
  writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content))
  return name
}

function remit(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [launcher, 'flow', ...args], {
    encoding: 'utf8',
    cwd: directory,
    env: { PATH: process.env['PATH'], LANG: 'en' },
  })
  return { stdout, stderr, status }
}

const step = (id: string, person: string, more = {}) => ({
  kind: 'approve',
  id,
  name: `Step ${id}`,
  who: { kind: 'people', people: [person] },
  ...more,
})
const warehouse = {
  id: 'w',
  steps: [
    step('sample', 'ann'),
    step('qc', 'bob', { mandatory: true, gate: 'qc' }),
    { kind: 'auto', id: 'store', name: 'Warehouse entry', command: 'store' },
  ],
}
const bpmn = (inside: string) =>
  `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p">${inside}</process></definitions>`
const flow = (from: string, to: string) => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`

describe('remit flow check', () => {
  test('a sound own flow, and a step that cannot be skipped, by id and by name', () => {
    const { stdout, stderr, status } = remit(
      'check',
      write('w.json', warehouse),
      '--json',
      '--step',
      'qc',
      '--before',
      'Warehouse entry',
    )
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toEqual({ verdict: 'sound', problems: [], unsupported: [], skippable: false, path: [] })
  })
  test('a deadlock in BPMN, with the path that gets stuck, and what can be skipped, with the way around', () => {
    const stuck = bpmn(
      `<startEvent id="s"/><exclusiveGateway id="x"/><task id="a"/><task id="b"/><parallelGateway id="j"/><endEvent id="e"/>${flow('s', 'x')}${flow('x', 'a')}${flow('x', 'b')}${flow('a', 'j')}${flow('b', 'j')}${flow('j', 'e')}`,
    )
    const { stdout, status } = remit('check', write('stuck.bpmn', stuck), '--json', '--step', 'a', '--before', 'b')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      verdict: 'unsound',
      problems: [{ kind: 'deadlock', element: 'j', path: ['s', 'x', 'a'] }],
      unsupported: [],
      skippable: true,
      path: ['s', 'x', 'b'],
    })
  })
  test('for people: a sentence for each problem', () => {
    const loose = { ...warehouse, steps: [{ ...step('qc', 'bob', { mandatory: true, onSelf: 'skip' }) }] }
    expect(remit('check', write('loose.json', loose)).stdout).toContain(
      'qc must not be skipped, but there is a way around it (self).',
    )
  })
  test.each([
    ['none.json', undefined, 'unreadable'],
    ['bad.bpmn', '<a><b></a>', 'not-xml'],
    ['doctype.bpmn', '<!DOCTYPE a [<!ENTITY x "y">]><a/>', 'not-xml'],
    ['other.bpmn', '<a/>', 'not-bpmn'],
    ['empty.bpmn', bpmn(''), 'no-process'],
    ['wrong.json', { id: 'w', steps: [{ kind: 'dance', id: 'a' }] }, 'misread'],
    ['twice.json', { id: 'w', steps: [step('a', 'ann'), step('a', 'bob')] }, 'misread'],
  ])('%s cannot be read', async (name, content, kind) => {
    if (content !== undefined) write(name, content)
    expect(await readFlowFile(join(directory, name))).toMatchObject({ faults: [{ kind }] })
  })
  test('bad input gets a sentence and exit code 2', () => {
    const { stdout, stderr, status } = remit('check', write('bad.json', '{'), '--json')
    expect([stdout, status]).toEqual(['', 2])
    expect(stderr).toContain('bad.json is not JSON')
  })
  test.each([
    [['check', 'w.json', '--step', 'qc']],
    [['check', 'w.json', '--step', 'qc', '--before', 'nowhere']],
    [['dance']],
  ])('%j is refused', (args) => {
    write('w.json', warehouse)
    const { stdout, stderr, status } = remit(...args)
    expect([stdout, status]).toEqual(['', 2])
    expect(stderr).not.toBe('')
  })
})

describe('remit flow run', () => {
  const decide = (by: string, decision = 'approve') => ({ do: 'decide', by, decision })
  test('plays decisions to the final state, with a log', () => {
    write('w.json', warehouse)
    const scenario = write('s.json', { initiator: 'ini', events: [decide('ann'), decide('ann'), decide('bob')] })
    const { stdout, stderr, status } = remit('run', 'w.json', scenario, '--json')
    expect([status, stderr]).toEqual([0, ''])
    const { state, log } = JSON.parse(stdout) as {
      state: { status: string; outcome: string }
      log: { refusal?: { code: string } }[]
    }
    expect([state.status, state.outcome]).toEqual(['ended', 'approved'])
    expect(log.flatMap((one) => (one.refusal ? [one.refusal.code] : []))).toEqual(['no-such-task'])
    expect(remit('run', 'w.json', scenario).stdout).toContain(
      '• bob approve\n  - qc: bob approved\n  · write-evidence qc\n  > store: store\n= ended approved',
    )
  })
  test('plays a BPMN file', () => {
    const file = write(
      'run.bpmn',
      bpmn(
        `<startEvent id="s"/><userTask id="a"/><exclusiveGateway id="x" default="x-e"/><task id="b"/><endEvent id="e"/>${flow('s', 'a')}${flow('a', 'x')}<sequenceFlow id="x-b" sourceRef="x" targetRef="b"><conditionExpression>\${amount > 5}</conditionExpression></sequenceFlow>${flow('x', 'e')}${flow('b', 'e')}`,
      ),
    )
    const scenario = write('b.json', {
      data: { amount: 9 },
      people: { a: ['ann'] },
      events: [{ do: 'claim', by: 'ann' }, decide('ann')],
    })
    expect(remit('run', file, scenario).stdout).toContain('  > b: task\n= ended approved')
  })
  test.each([
    ['{"events":[{"do":"dance"}]}', 'events.0'],
    ['{"events":1}', 'events'],
  ])('scenario %s is refused', (text, sentence) => {
    write('w.json', warehouse)
    const { stderr, status } = remit('run', 'w.json', write('bad-scenario.json', text))
    expect(status).toBe(2)
    expect(stderr).toContain(sentence)
  })
  test.runIf(existsSync(models))(
    'plays an executable reference model with a sub-process and a time-out on its border',
    () => {
      const scenario = write('c9.json', { people: {}, events: [{ do: 'trigger', element: 'TimerEvent_Timeout' }] })
      expect(remit('run', join(models, 'C.9.2.bpmn'), scenario).stdout).toContain('= ended approved')
    },
  )
})
