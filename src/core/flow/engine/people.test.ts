import { describe, expect, test } from 'vitest'
import { approve, expectOpen, flowOf, no, run, yes } from '../flow-for-tests.ts'

const three = ['ann', 'bob', 'cui']
const one = (quorum: unknown, rest: Record<string, unknown> = {}) => flowOf([approve('a', three, { quorum, ...rest })])

describe('several people at one step', () => {
  test('会签 all: everybody must approve', () => {
    const some = run(one({ type: 'all' }), [yes('ann'), yes('bob')])
    expectOpen(some, 'a:cui')
    expect(run(one({ type: 'all' }), [yes('ann'), yes('bob'), yes('cui')]).outcome).toBe('approved')
  })
  test('会签 all: the first rejection decides, unless all are collected', () => {
    expect(run(one({ type: 'all' }), [no('ann')]).outcome).toBe('rejected')
    const collected = run(one({ type: 'all', collectAll: true }), [no('ann')])
    expectOpen(collected, 'a:bob', 'a:cui')
    expect(run(one({ type: 'all', collectAll: true }), [no('ann'), yes('bob'), yes('cui')]).outcome).toBe('rejected')
  })
  test('或签 any: the first decision wins, the others are superseded, who comes too late hears of whom', () => {
    const result = run(one({ type: 'any' }), [yes('bob'), yes('ann')])
    expect(result.outcome).toBe('approved')
    expect(result.of('close-task').map((effect) => 'result' in effect && effect.result)).toEqual([
      'approved',
      'superseded',
      'superseded',
    ])
    expect(result.refusals).toEqual(['has-ended'])
    expect(run(one({ type: 'any' }), [no('bob')]).outcome).toBe('rejected')
  })
  test('票签 ratio: passes as soon as enough agree, is rejected as soon as that is out of reach', () => {
    const ratio = one({ type: 'ratio', passPermille: 600 })
    expect(run(ratio, [yes('ann'), yes('bob')]).outcome).toBe('approved')
    expect(run(ratio, [no('ann')]).status).toBe('running')
    expect(run(ratio, [no('ann'), no('bob')]).outcome).toBe('rejected')
  })
  test('票签 count and its tie rule', () => {
    const four = (tie: string) =>
      flowOf([approve('a', ['ann', 'bob', 'cui', 'dan'], { quorum: { type: 'count', pass: 3, reject: 3, tie } })])
    const votes = [yes('ann'), no('bob'), yes('cui'), no('dan')]
    expect(run(four('reject'), votes).outcome).toBe('rejected')
    expect(run(four('approve'), votes).outcome).toBe('approved')
  })
  test('票签 weight: weights of this round only', () => {
    const step = {
      kind: 'approve',
      id: 'a',
      who: { kind: 'role', role: 'board' },
      quorum: { type: 'weight', pass: 60 },
    }
    const people = {
      'role:board': [
        { id: 'ann', weight: 50 },
        { id: 'bob', weight: 20 },
        { id: 'cui', weight: 30 },
      ],
    }
    expect(run(flowOf([step]), [yes('ann')], { people }).status).toBe('running')
    expect(run(flowOf([step]), [yes('ann'), yes('bob')], { people }).outcome).toBe('approved')
    expect(run(flowOf([step]), [no('ann')], { people }).outcome).toBe('rejected')
  })
  test('票签 a threshold nobody can reach is an incident, not a pass', () => {
    const result = run(one({ type: 'count', pass: 4 }), [])
    expect([result.status, result.of('incident')]).toEqual([
      'incident',
      [{ do: 'incident', code: 'quorum-out-of-reach', node: 'a' }],
    ])
  })
  test('依次 sequence: one after the other; who left meanwhile is replaced when the turn comes', () => {
    expectOpen(run(one({ type: 'sequence' }), []), 'a:ann')
    expectOpen(run(one({ type: 'sequence' }), [yes('ann')]), 'a:bob')
    const left = run(one({ type: 'sequence' }), [yes('ann', 'a', { facts: { inactive: ['bob'] } })], {
      people: { 'superior:bob': ['eve'] },
    })
    expectOpen(left, 'a:eve')
    const nobody = run(one({ type: 'sequence' }), [yes('ann', 'a', { facts: { inactive: ['bob'] } })])
    expectOpen(nobody, 'a:admin')
    expect(run(one({ type: 'sequence' }), [yes('ann'), yes('bob'), yes('cui')]).outcome).toBe('approved')
  })
  test('认领 claim: who claims decides; it can be given back', () => {
    const claim = one({ type: 'claim' })
    expect(run(claim, [yes('ann')]).refusals).toEqual(['claim-first'])
    const held = run(claim, [
      { do: 'claim', by: 'ann' },
      { do: 'claim', by: 'bob' },
    ])
    expect(held.refusals).toEqual(['already-claimed'])
    const given = run(claim, [
      { do: 'claim', by: 'ann' },
      { do: 'unclaim', by: 'ann' },
      { do: 'claim', by: 'bob' },
      yes('bob'),
    ])
    expect([given.refusals, given.outcome]).toEqual([[], 'approved'])
  })
  test('连续多级主管 levels: one after the other, who holds two levels is asked once', () => {
    const step = { kind: 'approve', id: 'a', who: { kind: 'superiors', levels: 3 }, quorum: { type: 'levels' } }
    const people = { a: ['ann', 'bob', 'ann'] }
    expectOpen(run(flowOf([step]), [], { people }), 'a:ann')
    expect(run(flowOf([step]), [yes('ann'), yes('bob')], { people }).outcome).toBe('approved')
  })
})

describe('who is asked', () => {
  test.each([
    [{ kind: 'role', role: 'cashier' }, 'role:cashier'],
    [{ kind: 'position', position: 'p1' }, 'position:p1'],
    [{ kind: 'unit-members', unit: 'u1' }, 'unit:u1'],
    [{ kind: 'unit-head' }, 'unit:'],
    [{ kind: 'responsibility', responsibility: 'r1', raci: 'accountable' }, 'responsibility:r1'],
    [{ kind: 'superiors' }, 'superior:'],
  ])('审批人来源 source %j is asked of the shell', (who, key) => {
    const result = run(flowOf([{ kind: 'approve', id: 'a', who }]), [], { people: { [key]: ['ann'] } })
    expectOpen(result, 'a:ann')
  })
  test('表单字段与发起人自选 a field of the form, and people the initiator chooses', () => {
    expectOpen(
      run(flowOf([{ kind: 'approve', id: 'a', who: { kind: 'field', field: 'head' } }]), [], { data: { head: 'bob' } }),
      'a:bob',
    )
    const chosen = flowOf([{ kind: 'approve', id: 'a', who: { kind: 'chosen' } }])
    expect(run(chosen, []).refusals).toEqual(['choose-people'])
    expectOpen(run(chosen, [{ do: 'submit', by: 'ini', chosen: { a: ['cui'] } }]), 'a:cui')
    const later = flowOf([approve('a', ['ann']), { kind: 'approve', id: 'b', who: { kind: 'chosen' }, onEmpty: [] }])
    expectOpen(run(later, [yes('ann', 'a', { chosen: { b: ['dan'] } })]), 'b:dan')
  })
  test('审批人为空 nobody found: the submission is refused by default', () => {
    const result = run(flowOf([{ kind: 'approve', id: 'a', who: { kind: 'role', role: 'x' } }]), [])
    expect(result.status).toBe('draft')
    expect(result.of('notify')).toMatchObject([{ about: 'nobody', to: ['ini'] }])
  })
  test('审批人为空 nobody found: a chain of fallbacks, each without the inactive, ends with the administrators', () => {
    const step = (onEmpty: unknown[], more = {}) =>
      flowOf([{ kind: 'approve', id: 'a', who: { kind: 'role', role: 'x' }, onEmpty, ...more }])
    const ask = { do: 'ask', who: { kind: 'people', people: ['gone', 'eve'] } }
    expectOpen(run(step([ask]), [], { facts: { inactive: ['gone'] } }), 'a:eve')
    expectOpen(run(step([ask]), [], { facts: { inactive: ['gone', 'eve'] } }), 'a:admin')
    expect(run(step([{ do: 'pass' }]), []).outcome).toBe('approved')
    expectOpen(run(step([{ do: 'pass' }], { mandatory: true }), []), 'a:admin')
    expect(run(step([]), [], { facts: { admins: [] } }).status).toBe('incident')
  })
  test('审批人=发起人 the initiator among them: the superior instead, skipped, or oneself', () => {
    const step = (onSelf: string, people = ['ini', 'bob']) => flowOf([approve('a', people, { onSelf })])
    expectOpen(run(step('superior'), [], { people: { 'superior:ini': ['sup'] } }), 'a:bob', 'a:sup')
    expectOpen(run(step('skip'), []), 'a:bob')
    expect(run(step('skip', ['ini']), []).outcome).toBe('approved')
    expectOpen(run(step('self', ['ini']), []), 'a:ini')
    expectOpen(run(step('superior', ['ini']), []), 'a:admin')
  })
  test('审批人=发起人 after a return the skip does not happen again', () => {
    const flow = flowOf([approve('a', ['ini'], { onSelf: 'skip' }), approve('b', ['bob'])])
    const result = run(flow, [
      { do: 'return', by: 'bob', step: 'b', to: 'start' },
      { do: 'submit', by: 'ini' },
    ])
    expectOpen(result, 'a:ini')
  })
  test('去重 who approved the step before agrees by itself, visibly; not over a mandatory step, a changed form or a return', () => {
    const two = (more = {}, dedup: 'adjacent' | 'none' | 'once' = 'adjacent') =>
      flowOf([approve('a', ['ann']), approve('b', ['ann'], more), approve('c', ['bob'])], { dedup })
    const spared = run(two(), [yes('ann', 'a')])
    expectOpen(spared, 'c:bob')
    expect(spared.notes).toContain('agreed-before')
    expectOpen(run(two({ mandatory: true }), [yes('ann', 'a')]), 'b:ann')
    expectOpen(run(two({}, 'none'), [yes('ann', 'a')]), 'b:ann')
    const apart = (dedup: 'adjacent' | 'once') =>
      flowOf([approve('a', ['ann']), approve('b', ['bob']), approve('c', ['ann'])], { dedup })
    expectOpen(run(apart('adjacent'), [yes('ann', 'a'), yes('bob')]), 'c:ann')
    expect(run(apart('once'), [yes('ann', 'a'), yes('bob')]).outcome).toBe('approved')
    expectOpen(run(apart('once'), [yes('ann', 'a'), yes('bob', 'b', { data: { sum: 2 } })]), 'c:ann')
  })
  test('去重 work is never spared, nor does work done spare an approval', () => {
    const work = (id: string) => ({ ...approve(id, ['ann']), kind: 'transact' })
    expectOpen(run(flowOf([approve('a', ['ann']), work('b')]), [yes('ann', 'a')]), 'b:ann')
    expectOpen(run(flowOf([work('a'), approve('b', ['ann'])], { dedup: 'once' }), [yes('ann', 'a')]), 'b:ann')
  })
  test('去重 an approval as somebody’s delegate does not count as one’s own', () => {
    const flow = flowOf([approve('a', ['ann']), approve('b', ['ann'])])
    const delegation = { id: 'd', from: 'ann', to: 'bob', until: 1000 }
    const result = run(flow, [yes('bob', 'a', { afterMinutes: 0 }), { do: 'data-changed' }], {
      facts: { delegations: [delegation] },
    })
    expectOpen(result, 'b:bob')
  })
  test('停用 an inactive candidate is left out', () => {
    expectOpen(run(flowOf([approve('a', three)]), [], { facts: { inactive: ['ann'] } }), 'a:bob', 'a:cui')
  })
})
