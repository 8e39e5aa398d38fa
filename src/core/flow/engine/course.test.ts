import { describe, expect, test } from 'vitest'
import { approve, expectOpen, flowOf, no, run, yes } from '../flow-for-tests.ts'

const back = (by: string, step: string, to: string, more = {}) => ({ do: 'return', by, step, to, ...more })
const fill = { do: 'submit', by: 'ini' }
const line = (more: Record<string, unknown> = {}) =>
  flowOf([approve('a', ['ann'], { guards: ['sum'] }), approve('b', ['bob']), approve('c', ['cui'], more)])
const toC = [yes('ann'), yes('bob')]

describe('going back', () => {
  test('拒绝 rejected: ends, or goes back where the step says', () => {
    expect(run(line(), [...toC, no('cui')]).outcome).toBe('rejected')
    expectOpen(run(line({ onReject: { to: 'return', step: 'a' } }), [...toC, no('cui')]), 'a:ann')
  })
  test('退回 returned to any step done, or the start; not to itself, forward, or where the step forbids', () => {
    expectOpen(run(line(), [...toC, back('cui', 'c', 'a')]), 'a:ann')
    expectOpen(run(line(), [...toC, back('cui', 'c', 'start')]), 'start:ini')
    expectOpen(run(line(), [...toC, back('cui', 'c', 'start'), fill]), 'a:ann')
    expect(run(line(), [...toC, back('cui', 'c', 'c')]).refusals).toEqual(['return-to-itself'])
    expect(run(line(), [yes('ann'), back('bob', 'b', 'c')]).refusals).toEqual(['cannot-return-there'])
    expect(run(line({ returns: 'start' }), [...toC, back('cui', 'c', 'b')]).refusals).toEqual(['cannot-return-there'])
    expect(run(line({ returns: 'none' }), [...toC, back('cui', 'c', 'start')]).refusals).toEqual([
      'cannot-return-there',
    ])
  })
  test('退回后 afterwards: every step again, or straight back to who returned', () => {
    expectOpen(run(line(), [...toC, back('cui', 'c', 'a'), yes('ann')]), 'b:bob')
    expectOpen(run(line(), [...toC, back('cui', 'c', 'a', { back: 'straight' }), yes('ann')]), 'c:cui')
    expectOpen(run(line(), [...toC, back('cui', 'c', 'start', { back: 'straight' }), fill]), 'c:cui')
  })
  test('退回后 straight back only if no guarded field changed since', () => {
    const changed = { ...fill, data: { sum: 9 } }
    expectOpen(
      run(line(), [...toC, back('cui', 'c', 'start', { back: 'straight' }), changed], { data: { sum: 1 } }),
      'a:ann',
    )
    const other = { ...fill, data: { remark: 'x' } }
    expectOpen(
      run(line(), [...toC, back('cui', 'c', 'start', { back: 'straight' }), other], { data: { sum: 1 } }),
      'c:cui',
    )
  })
  const split = flowOf([
    approve('p', ['pia']),
    {
      kind: 'parallel',
      id: 'both',
      arms: [
        { id: 'l', steps: [approve('l1', ['ann']), approve('l2', ['bob'])] },
        { id: 'r', steps: [approve('r1', ['cui'])] },
      ],
    },
    approve('z', ['zoe']),
  ])
  test('并行退回 within a branch the other branch goes on', () => {
    expectOpen(run(split, [yes('pia'), yes('ann'), back('bob', 'l2', 'l1')]), 'l1:ann', 'r1:cui')
  })
  test('并行退回 before the split all branches stop and the joins forget', () => {
    const returned = [yes('pia'), yes('ann'), yes('cui'), back('bob', 'l2', 'p')]
    const result = run(split, returned)
    expectOpen(result, 'p:pia')
    expect(result.state.arrivals).toEqual({})
    expectOpen(run(split, [...returned, yes('pia'), yes('cui', 'r1')]), 'l1:ann')
  })
  test('并行退回 into a finished parallel branch is refused', () => {
    const result = run(split, [yes('pia'), yes('ann'), yes('cui'), yes('bob'), back('zoe', 'z', 'l1')])
    expect(result.refusals).toEqual(['cannot-return-there'])
  })
  test('撤销 withdrawn by the initiator: always, before the first approval, never; all to-dos, timers and children end', () => {
    const withdraw = { do: 'withdraw', by: 'ini' }
    const flow = (policy: 'always' | 'before-first' | 'never') =>
      flowOf([approve('a', ['ann']), { kind: 'subflow', id: 's', flow: 'x' }], { withdraw: policy })
    const result = run(flow('always'), [yes('ann'), withdraw])
    expect([result.outcome, result.of('cancel-child')]).toEqual(['withdrawn', [{ do: 'cancel-child', child: 'c5' }]])
    expect(run(flow('before-first'), [yes('ann'), withdraw]).refusals).toEqual(['cannot-withdraw'])
    expect(run(flow('before-first'), [withdraw]).outcome).toBe('withdrawn')
    expect(run(flow('never'), [withdraw, { do: 'withdraw', by: 'ann' }]).refusals).toEqual([
      'cannot-withdraw',
      'not-yours',
    ])
  })
  test('拿回 taken back: while nobody after has acted (or read)', () => {
    const take = { do: 'take-back', by: 'ann', step: 'a' }
    expectOpen(run(line(), [yes('ann'), take]), 'a:ann')
    expectOpen(run(line(), [yes('ann'), take, yes('ann'), yes('bob')]), 'c:cui')
    expect(run(line(), [...toC, take]).refusals).toEqual(['nothing-to-take-back'])
    const untilRead = flowOf([approve('a', ['ann'], { takeBack: 'until-read' }), approve('b', ['bob'])])
    expect(run(untilRead, [yes('ann'), { do: 'read', by: 'bob' }, take]).refusals).toEqual(['already-touched'])
    expect(
      run(flowOf([approve('a', ['ann'], { takeBack: 'never' }), approve('b', ['bob'])]), [yes('ann'), take]).refusals,
    ).toEqual(['not-allowed-here'])
  })
  test('拿回 from a split: all branches untouched; a vote in a step still open; nothing that has left the flow', () => {
    expectOpen(run(split, [yes('pia'), { do: 'take-back', by: 'pia', step: 'p' }]), 'p:pia')
    expect(run(split, [yes('pia'), yes('cui'), { do: 'take-back', by: 'pia', step: 'p' }]).refusals).toEqual([
      'nothing-to-take-back',
    ])
    const joined = run(split, [yes('pia'), yes('cui'), { do: 'take-back', by: 'cui', step: 'r1' }])
    expectOpen(joined, 'l1:ann', 'r1:cui')
    expectOpen(
      run(flowOf([approve('a', ['ann', 'bob'])]), [yes('ann'), { do: 'take-back', by: 'ann', step: 'a' }]),
      'a:ann',
      'a:bob',
    )
    const sent = flowOf([approve('a', ['ann']), { kind: 'auto', id: 'pay', command: 'pay' }, approve('b', ['bob'])])
    expect(run(sent, [yes('ann'), { do: 'take-back', by: 'ann', step: 'a' }]).refusals).toEqual([
      'nothing-to-take-back',
    ])
  })
})

describe('branches, races, loops, waiting', () => {
  const arm = (id: string, field: string, value: number, person: string) => ({
    id,
    when: { field, op: 'above', value },
    steps: [approve(`${id}1`, [person])],
  })
  test('条件分支 a branch takes the first arm that fits, else the default; none is an incident', () => {
    const branch = (more = {}) =>
      flowOf([
        { kind: 'branch', id: 'x', arms: [arm('big', 'sum', 100, 'ann'), arm('mid', 'sum', 10, 'bob')], ...more },
      ])
    expectOpen(run(branch(), [], { data: { sum: 500 } }), 'big1:ann')
    expectOpen(run(branch(), [], { data: { sum: 50 } }), 'mid1:bob')
    expect(run(branch({ otherwise: [] }), [], { data: { sum: 1 } }).outcome).toBe('approved')
    const none = run(branch(), [{ do: 'resume', by: 'admin', data: { sum: 50 } }], { data: { sum: 1 } })
    expect(none.of('incident')).toEqual([{ do: 'incident', code: 'no-branch', node: 'x' }])
    expectOpen(none, 'mid1:bob')
  })
  test('包容分支 an inclusive block takes every arm that fits and waits for just those', () => {
    const flow = flowOf([
      { kind: 'inclusive', id: 'o', arms: [arm('p', 'x', 0, 'ann'), arm('q', 'y', 0, 'bob'), arm('r', 'z', 0, 'cui')] },
      approve('end1', ['zoe']),
    ])
    expectOpen(run(flow, [], { data: { x: 1, y: 1 } }), 'p1:ann', 'q1:bob')
    expectOpen(run(flow, [yes('ann')], { data: { x: 1, y: 1 } }), 'q1:bob')
    expectOpen(run(flow, [yes('ann'), yes('bob')], { data: { x: 1, y: 1 } }), 'end1:zoe')
  })
  test('并行 a parallel block waits for all; an end inside ends everything', () => {
    const flow = flowOf([
      {
        kind: 'parallel',
        id: 'p',
        arms: [
          { id: 'l', steps: [approve('l1', ['ann'])] },
          { id: 'r', steps: [approve('r1', ['bob']), { kind: 'end', id: 'stop', outcome: 'rejected' }] },
        ],
      },
    ])
    expectOpen(run(flow, [yes('ann')]), 'r1:bob')
    expect(run(flow, [yes('bob')]).outcome).toBe('rejected')
  })
  test('竞速 a race: the first arm to finish, or to start, wins and the others stop', () => {
    const race = (by: string) =>
      flowOf([
        {
          kind: 'race',
          id: 'r',
          by,
          arms: [
            { id: 'l', steps: [approve('l1', ['ann']), approve('l2', ['bob'])] },
            { id: 'm', steps: [approve('m1', ['cui'])] },
          ],
        },
        approve('z', ['zoe']),
      ])
    expectOpen(run(race('finish'), [yes('ann')]), 'l2:bob', 'm1:cui')
    expectOpen(run(race('finish'), [yes('ann'), yes('cui')]), 'z:zoe')
    expectOpen(run(race('start'), [yes('ann')]), 'l2:bob')
    expectOpen(run(race('start'), [yes('ann'), yes('bob')]), 'z:zoe')
  })
  test('循环 a loop repeats until its condition holds; its limit is an incident to be seen', () => {
    const flow = flowOf(
      [
        {
          kind: 'loop',
          id: 'l',
          until: { field: 'ok', op: 'is', value: true },
          limit: 2,
          steps: [approve('a', ['ann'])],
        },
      ],
      { dedup: 'none' },
    )
    expect(run(flow, [yes('ann'), yes('ann', 'a', { data: { ok: true } })]).outcome).toBe('approved')
    const stuck = run(flow, [yes('ann'), yes('ann')])
    expect([stuck.status, stuck.of('incident')]).toEqual([
      'incident',
      [{ do: 'incident', code: 'loop-limit', node: 'l.until' }],
    ])
    const self = flowOf([
      {
        kind: 'loop',
        id: 'l',
        until: { field: 'ok', op: 'is', value: true },
        limit: 50,
        steps: [{ kind: 'auto', id: 'a', command: 'x' }],
      },
    ])
    expect(run(self, []).status).toBe('incident')
  })
  test('延时、等待、子流程、自动 delay, wait, sub-flow and command go on when told', () => {
    const flow = flowOf([
      { kind: 'delay', id: 'd', span: { amount: 2, unit: 'workday' } },
      { kind: 'wait', id: 'w', signal: 'goods' },
      { kind: 'subflow', id: 's', flow: 'inspection' },
      { kind: 'auto', id: 'c', command: 'store', waits: true },
    ])
    const told = [
      { do: 'timer-fired', step: 'd' },
      { do: 'signal', name: 'goods' },
      { do: 'child-ended', step: 's', outcome: 'approved' },
    ]
    const almost = run(flow, told)
    expect(almost.state.tokens.map((token) => token.node)).toEqual(['c'])
    const done = run(flow, [...told, { do: 'signal', name: 'other' }, { do: 'signal', name: 'c' }])
    expect([done.outcome, done.refusals]).toEqual(['approved', ['nothing-waits']])
  })
})
