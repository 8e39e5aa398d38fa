import { describe, expect, test } from 'vitest'
import { approve, expectOpen, flowOf, run, yes } from '../flow-for-tests.ts'

const hard = { mandatory: true, gate: 'qc', guards: ['batch'] }
const warehouse = (more: Record<string, unknown> = {}) =>
  flowOf([
    approve('sample', ['ann']),
    approve('qc', ['bob'], { ...hard, ...more }),
    { kind: 'gate', id: 'ready', gate: 'qc' },
    { kind: 'auto', id: 'store', command: 'warehouse-entry' },
  ])

describe('mandatory steps and evidence', () => {
  test('放行凭据 passing writes evidence and opens the gate', () => {
    const result = run(warehouse(), [yes('ann'), yes('bob')], { data: { batch: 'L1' } })
    expect(result.of('write-evidence')).toEqual([
      { do: 'write-evidence', gate: 'qc', node: 'qc', guards: ['batch'], print: '[["batch","L1"]]', by: ['bob'] },
    ])
    expect([result.outcome, result.of('call-command')]).toHaveLength(2)
    expect(result.outcome).toBe('approved')
  })
  test('放行凭据 is void when a guarded field changes, and stays when another does', () => {
    const flow = flowOf([approve('qc', ['bob'], hard), approve('after', ['cui'])])
    const change = (data: Record<string, string>) => ({ do: 'data-changed', data })
    expect(run(flow, [yes('bob'), change({ batch: 'L2' })], { data: { batch: 'L1' } }).of('void-evidence')).toEqual([
      { do: 'void-evidence', gate: 'qc', node: 'qc', because: 'changed' },
    ])
    expect(run(flow, [yes('bob'), change({ note: 'x' })], { data: { batch: 'L1' } }).of('void-evidence')).toEqual([])
  })
  test('放行凭据 a return voids it; straight back with nothing changed gives it again', () => {
    const flow = flowOf([approve('qc', ['bob'], hard), approve('after', ['cui'])])
    const back = (way: string) => ({ do: 'return', by: 'cui', step: 'after', to: 'start', back: way })
    const again = run(flow, [yes('bob'), back('again'), { do: 'submit', by: 'ini' }])
    expect(again.of('void-evidence')).toHaveLength(1)
    expectOpen(again, 'qc:bob')
    const straight = run(flow, [yes('bob'), back('straight'), { do: 'submit', by: 'ini' }])
    expectOpen(straight, 'after:cui')
    expect(straight.of('write-evidence')).toHaveLength(2)
  })
  test('不可跳过 an administrator cannot move the flow over it, nor to the end', () => {
    const flow = flowOf([approve('sample', ['ann']), approve('qc', ['bob'], hard), approve('store', ['cui'])])
    const move = (to: string, more = {}) => ({ do: 'relocate', by: 'admin', to, reason: 'urgent', ...more })
    expect(run(flow, [move('store'), move('end'), move('store', { by: 'ann' })]).refusals).toEqual([
      'mandatory-in-between',
      'mandatory-in-between',
      'not-an-administrator',
    ])
    expectOpen(run(flow, [move('qc')]), 'qc:bob')
    expectOpen(run(flow, [yes('ann'), yes('bob'), move('sample')]), 'sample:ann')
    expect(run(flow, [yes('ann'), yes('bob'), move('end')]).outcome).toBe('approved')
  })
  test('不可跳过 no deadline passes it by itself', () => {
    const deadline = {
      limit: { amount: 1, unit: 'hour' },
      steps: [{ at: { amount: 0, unit: 'minute' }, do: 'auto-approve' }],
    }
    const result = run(warehouse({ deadline }), [yes('ann'), { do: 'timer-fired', step: 'qc' }], {
      people: { 'superior:bob': ['sup'] },
    })
    expectOpen(result, 'qc:sup')
    expect(result.notes).toContain('not-passed-by-itself')
  })
  test('不可跳过 a tie rule that says "approve" does not pass it without any approval: an incident to be seen', () => {
    const quorum = { type: 'count', pass: 2, reject: 3, tie: 'approve' }
    const flow = (more: Record<string, unknown>) =>
      flowOf([approve('qc', ['bob', 'cui'], { quorum, ...more }), approve('z', ['zoe'])])
    const refusals = ['bob', 'cui'].map((by) => ({ do: 'decide', decision: 'reject', by }))
    expectOpen(run(flow({}), refusals), 'z:zoe')
    const hardened = run(flow({ mandatory: true }), refusals)
    expect(hardened.of('incident')).toEqual([{ do: 'incident', code: 'mandatory-without-approval', node: 'qc' }])
    expect(hardened.state.passed).toEqual({})
  })
})

describe('deadlines', () => {
  const timed = (act: string, to?: string) =>
    flowOf([
      approve('a', ['ann'], {
        deadline: {
          limit: { amount: 1, unit: 'workday' },
          steps: [{ at: { amount: 0, unit: 'minute' }, do: act, to }],
        },
      }),
      approve('z', ['zoe']),
    ])
  const fire = (lateMinutes = 0) => ({ do: 'timer-fired', step: 'a', lateMinutes })
  const people = { 'superior:ann': ['sup'] }
  test('到期 remind, escalate, transfer, approve, reject, close', () => {
    expect(run(timed('remind'), [fire()]).of('notify')).toMatchObject([{ about: 'due', to: ['ann'] }])
    expectOpen(run(timed('escalate'), [fire()], { people }), 'a:sup')
    expectOpen(run(timed('transfer', 'eve'), [fire()]), 'a:eve')
    expectOpen(run(timed('auto-approve'), [fire()]), 'z:zoe')
    expect(run(timed('auto-reject'), [fire()]).outcome).toBe('rejected')
    expect(run(timed('close'), [fire()]).outcome).toBe('cancelled')
  })
  test('停机 a server that slept for more than a day decides nothing by itself, but escalates', () => {
    for (const act of ['auto-approve', 'auto-reject', 'close'])
      expectOpen(run(timed(act), [fire(1441)], { people }), 'a:sup')
  })
  test('过时 a timer of a step that is over does nothing', () => {
    const flow = timed('remind')
    const result = run(flow, [yes('ann'), { do: 'timer-fired', timer: 't1.0' }])
    expect([result.of('cancel-timer').length, result.refusals]).toEqual([1, ['timer-is-stale']])
  })
})
