import { describe, expect, test } from 'vitest'
import { approve, expectOpen, flowOf, run, yes } from '../flow-for-tests.ts'
import { migrate } from './migrate.ts'

const hard = { mandatory: true, gate: 'qc', guards: ['batch'] }
const move = (from: string, to: string) => ({ do: 'relocate', by: 'admin', step: from, to, reason: 'urgent' })
const codes = (result: ReturnType<typeof migrate>) =>
  'obstacles' in result ? result.obstacles.map((one) => `${one.code} ${one.node}`) : []

describe('绕行 an administrator tries to move a flow around a mandatory step', () => {
  test('out of the arm beside it: what the move would stop counts too', () => {
    const flow = flowOf([
      {
        kind: 'parallel',
        id: 'p',
        arms: [
          { id: 'l', steps: [approve('papers', ['ann'])] },
          { id: 'r', steps: [approve('qc', ['bob'], hard)] },
        ],
      },
      approve('store', ['cui']),
    ])
    const moved = run(flow, [move('papers', 'store')])
    expect(moved.refusals).toEqual(['mandatory-in-between'])
    expectOpen(moved, 'papers:ann', 'qc:bob')
    expectOpen(run(flow, [yes('bob'), move('papers', 'store')]), 'store:cui')
  })
  test('after a return to the step itself: it is to be passed anew, and its evidence is void', () => {
    const flow = flowOf([approve('qc', ['bob'], hard), approve('store', ['cui'])])
    const back = { do: 'return', by: 'cui', step: 'store', to: 'qc' }
    const moved = run(flow, [yes('bob'), back, move('qc', 'store')])
    expect(moved.refusals).toEqual(['mandatory-in-between'])
    expectOpen(moved, 'qc:bob')
    expect(moved.of('void-evidence')).toMatchObject([{ gate: 'qc', because: 'returned' }])
  })
  test('in the second round of a loop', () => {
    const flow = flowOf([
      {
        kind: 'loop',
        id: 'again',
        limit: 5,
        until: { field: 'done', op: 'is', value: true },
        steps: [approve('sample', ['ann']), approve('qc', ['bob'], hard), approve('store', ['cui'])],
      },
    ])
    const moved = run(flow, [yes('ann'), yes('bob'), yes('cui'), move('sample', 'store')])
    expect(moved.refusals).toEqual(['mandatory-in-between'])
    expectOpen(moved, 'sample:ann')
    expect(moved.state.evidence).toEqual({})
  })
})

describe('绕行 an initiator’s own vote', () => {
  test('is not asked for by adding a signature, nor by handing a leaver’s work to the initiator', () => {
    const flow = flowOf([approve('qc', ['bob', 'cui'], { ...hard, quorum: { type: 'any' } })])
    expect(run(flow, [{ do: 'add-sign', by: 'bob', how: 'beside', people: ['ini'] }]).refusals).toEqual([
      'not-the-initiator',
    ])
    const one = flowOf([approve('qc', ['bob'], hard)])
    expectOpen(run(one, [{ do: 'person-left', person: 'bob', to: 'ini' }]), 'qc:admin')
  })
  test('is not asked for when time is over, or nobody else was found', () => {
    const deadline = (act: string, to?: string) => ({
      limit: { amount: 1, unit: 'hour' },
      steps: [{ at: { amount: 0, unit: 'minute' }, do: act, to }],
    })
    const fire = { do: 'timer-fired', step: 'qc' }
    const people = { 'superior:bob': ['ini'], 'role:nobody': [], 'role:staff': ['ini', 'dan'] }
    const given = { people }
    for (const act of [deadline('escalate'), deadline('transfer', 'ini')])
      expectOpen(run(flowOf([approve('qc', ['bob'], { ...hard, deadline: act })]), [fire], given), 'qc:admin')
    const role = (name: string) => ({ kind: 'role', role: name })
    const empty = {
      kind: 'approve',
      id: 'qc',
      ...hard,
      who: role('nobody'),
      onEmpty: [{ do: 'ask', who: role('staff') }],
    }
    expectOpen(run(flowOf([empty]), [], given), 'qc:dan')
  })
})

describe('绕行 straight back after a return', () => {
  test('a mandatory step that guards no field guards the whole form', () => {
    const flow = flowOf([approve('qc', ['bob'], { mandatory: true }), approve('store', ['cui'])])
    const back = { do: 'return', by: 'cui', step: 'store', to: 'start', back: 'straight' }
    const same = run(flow, [yes('bob'), back, { do: 'submit', by: 'ini' }])
    expectOpen(same, 'store:cui')
    const changed = run(flow, [yes('bob'), back, { do: 'submit', by: 'ini', data: { batch: 'L2' } }])
    expectOpen(changed, 'qc:bob')
  })
})

describe('绕行 a sub-flow that must be approved', () => {
  const sub = { kind: 'subflow', id: 'sub', flow: 'inner', mandatory: true }
  const flow = flowOf([sub, approve('store', ['cui'])])
  const ended = (outcome: string) => ({ do: 'child-ended', step: 'sub', outcome })
  test('goes on only when it was; else an administrator may begin it again, and not move over it', () => {
    expectOpen(run(flow, [ended('approved')]), 'store:cui')
    for (const outcome of ['cancelled', 'rejected', 'withdrawn']) {
      const stopped = run(flow, [ended(outcome), move('sub', 'store')])
      expect([stopped.status, stopped.refusals]).toEqual(['incident', ['mandatory-in-between']])
      expect(stopped.of('incident')).toMatchObject([{ code: 'child-not-approved', node: 'sub' }])
      expect(run(flow, [ended(outcome), { do: 'resume', by: 'admin' }]).of('start-child')).toHaveLength(2)
    }
    expectOpen(
      run(flowOf([{ ...sub, mandatory: false }, approve('store', ['cui'])]), [ended('cancelled')]),
      'store:cui',
    )
  })
})

describe('绕行 going over to another version', () => {
  const a = approve('a', ['ann'])
  const b = approve('b', ['bob'])
  const qc = approve('qc', ['dan'], hard)
  test('in which the step that is still to come is no longer there, or no longer mandatory', () => {
    const from = flowOf([a, qc, b])
    const { state } = run(from, [])
    expect(codes(migrate(from, flowOf([a, b]), state))).toEqual(['mandatory-dropped qc'])
    expect(codes(migrate(from, flowOf([a, approve('qc', ['dan']), b]), state))).toEqual(['mandatory-dropped qc'])
    expect(codes(migrate(from, flowOf([a, approve('check', ['dan'], hard), b]), state, { qc: 'check' }))).toEqual([])
    expect(codes(migrate(from, flowOf([a, b]), run(from, [yes('ann'), yes('dan')]).state))).toEqual([])
  })
  test('by telling that another step was the mandatory one', () => {
    const from = flowOf([a, b])
    const { state } = run(from, [yes('ann')])
    expect(codes(migrate(from, flowOf([qc, b]), state, { a: 'qc' }))).toEqual(['mandatory-not-passed qc'])
  })
})
