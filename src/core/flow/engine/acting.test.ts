import { describe, expect, test } from 'vitest'
import { approve, expectOpen, flowOf, no, run, yes } from '../flow-for-tests.ts'

const add = (by: string, how: string, people: string[], more = {}) => ({ do: 'add-sign', by, how, people, ...more })

describe('acting on a to-do', () => {
  test('前加签 added before: the adder waits, their deadline stands still, then it is the adder’s turn again', () => {
    const flow = flowOf([approve('a', ['ann'], { deadline: { limit: { amount: 1, unit: 'workday' } } })])
    const asked = run(flow, [add('ann', 'before', ['bob', 'cui'])])
    expectOpen(asked, 'a:bob', 'a:cui')
    expect(asked.of('pause-timer')).toHaveLength(1)
    const back = run(flow, [add('ann', 'before', ['bob', 'cui']), yes('ann'), yes('bob'), yes('cui')])
    expect(back.refusals).toEqual(['waits-for-others'])
    expectOpen(back, 'a:ann')
    expect(back.of('resume-timer')).toHaveLength(1)
    expect(run(flow, [add('ann', 'before', ['bob']), yes('bob'), yes('ann')]).outcome).toBe('approved')
  })
  test('后加签 added after: asked once the adder has approved, and only then is the step through', () => {
    const flow = flowOf([approve('a', ['ann'])])
    expectOpen(run(flow, [add('ann', 'after', ['bob'])]), 'a:ann')
    expectOpen(run(flow, [add('ann', 'after', ['bob']), yes('ann')]), 'a:bob')
    expect(run(flow, [add('ann', 'after', ['bob']), yes('ann'), yes('bob')]).outcome).toBe('approved')
  })
  test('并加签 added beside: one more vote of the round', () => {
    const flow = flowOf([approve('a', ['ann', 'cui'])])
    expectOpen(run(flow, [add('ann', 'beside', ['bob']), yes('ann'), yes('cui')]), 'a:bob')
  })
  test('加签 an added person’s rejection rejects the step', () => {
    expect(run(flowOf([approve('a', ['ann', 'cui'])]), [add('ann', 'before', ['bob']), no('bob')]).outcome).toBe(
      'rejected',
    )
  })
  test('加签 quorum of those added: any of them, or one after the other', () => {
    const flow = flowOf([approve('a', ['ann'])])
    expectOpen(run(flow, [add('ann', 'before', ['bob', 'cui'], { quorum: 'any' }), yes('cui')]), 'a:ann')
    expectOpen(run(flow, [add('ann', 'before', ['bob', 'cui'], { quorum: 'sequence' })]), 'a:bob')
    expectOpen(run(flow, [add('ann', 'before', ['bob', 'cui'], { quorum: 'sequence' }), yes('bob')]), 'a:cui')
  })
  test('加签 limits: nobody twice, one level deep, not before and after at once, only where allowed', () => {
    const flow = flowOf([approve('a', ['ann', 'cui'])])
    expect(run(flow, [add('ann', 'before', ['cui'])]).refusals).toEqual(['already-in-the-round'])
    expect(run(flow, [add('ann', 'before', ['bob']), add('bob', 'before', ['dan'])]).refusals).toEqual([
      'added-people-add-nobody',
    ])
    expect(run(flow, [add('ann', 'after', ['bob']), add('ann', 'before', ['dan'])]).refusals).toEqual(['already-added'])
    expect(run(flow, [add('ann', 'before', ['gone'])], { facts: { inactive: ['gone'] } }).refusals).toEqual([
      'inactive',
    ])
    expect(run(flowOf([approve('a', ['ann'], { allows: [] })]), [add('ann', 'before', ['bob'])]).refusals).toEqual([
      'not-allowed-here',
    ])
  })
  test('减签 removed: by the adder or an administrator, not after acting, never the last of a round', () => {
    const flow = flowOf([approve('a', ['ann'])])
    const remove = (by: string, of: string) => ({ do: 'remove-sign', by, of })
    expectOpen(run(flow, [add('ann', 'before', ['bob']), remove('ann', 'bob')]), 'a:ann')
    expect(run(flow, [add('ann', 'beside', ['bob']), yes('ann'), remove('ann', 'bob')]).outcome).toBe('approved')
    expect(run(flow, [add('ann', 'beside', ['bob']), remove('cui', 'bob')]).refusals).toEqual(['not-yours'])
    expect(run(flow, [add('ann', 'beside', ['bob']), yes('bob'), remove('ann', 'bob')]).refusals).toEqual(['has-acted'])
    expect(run(flow, [remove('admin', 'ann')]).refusals).toEqual(['last-of-the-round'])
    expectOpen(run(flow, [add('ann', 'after', ['bob']), remove('ann', 'bob')]), 'a:ann')
  })
  test('转交 handed on: the chain is kept; not to oneself, the initiator, or somebody in the round', () => {
    const flow = flowOf([approve('a', ['ann', 'cui'])])
    const hand = (to: string, by = 'ann') => ({ do: 'transfer', by, to })
    const twice = run(flow, [hand('bob'), hand('dan', 'bob')])
    expectOpen(twice, 'a:cui', 'a:dan')
    expect(twice.state.tasks[0]?.chain).toEqual(['ann', 'bob'])
    const refused = run(flow, [hand('ann'), hand('ini'), hand('cui'), hand('gone')], { facts: { inactive: ['gone'] } })
    expect(refused.refusals).toEqual(['to-oneself', 'not-the-initiator', 'already-in-the-round', 'inactive'])
  })
  test('委派 asked for an opinion: the answer decides nothing and the decision does not wait for it', () => {
    const flow = flowOf([approve('a', ['ann'])])
    const ask = { do: 'ask', by: 'ann', to: 'bob' }
    expectOpen(run(flow, [ask]), 'a:ann', 'a:bob')
    const answered = run(flow, [ask, yes('bob'), { do: 'answer', by: 'bob', opinion: 'fine' }])
    expect(answered.refusals).toEqual(['not-a-vote'])
    expectOpen(answered, 'a:ann')
    expect(answered.of('notify')).toMatchObject([{ about: 'answered', to: ['ann'] }])
    expect(run(flow, [ask, yes('ann')]).outcome).toBe('approved')
  })
  test('抄送 copies: told once per instance, nobody waits', () => {
    const flow = flowOf([{ kind: 'copy', id: 'c', who: { kind: 'people', people: ['bob'] } }, approve('a', ['ann'])])
    const result = run(flow, [{ do: 'copy', by: 'ann', people: ['bob', 'cui'] }])
    expect(result.of('grant-read')).toEqual([
      { do: 'grant-read', person: 'bob', node: 'c' },
      { do: 'grant-read', person: 'cui', node: 'a' },
    ])
  })
  test('催办 urged: by the initiator, once in half an hour', () => {
    const urge = (afterMinutes: number, by = 'ini') => ({ do: 'urge', by, of: 'ann', afterMinutes })
    const result = run(flowOf([approve('a', ['ann'])]), [urge(0), urge(29), urge(1), urge(0, 'bob')])
    expect(result.refusals).toEqual(['urged-just-now', 'not-yours'])
    expect(result.of('notify')).toHaveLength(2)
  })
  test('意见必填、手写签名 opinion and signature where the step demands them', () => {
    const flow = (more: Record<string, unknown>) => flowOf([approve('a', ['ann'], more)])
    expect(run(flow({ opinion: 'always' }), [yes('ann'), yes('ann', 'a', { opinion: ' ' })]).refusals).toEqual([
      'opinion-required',
      'opinion-required',
    ])
    expect(run(flow({ opinion: 'on-reject' }), [no('ann'), yes('ann')]).refusals).toEqual(['opinion-required'])
    expect(run(flow({ signature: true }), [yes('ann'), yes('ann', 'a', { signature: 's1' })]).refusals).toEqual([
      'signature-required',
    ])
  })
  test('暂存 saving a draft changes nothing, and only the holder may', () => {
    const draft = (by: string) => ({ do: 'save-draft', by, of: 'ann' })
    expect(run(flowOf([approve('a', ['ann'])]), [draft('ann'), draft('bob')]).refusals).toEqual(['not-yours'])
  })
  test('办理 work is done or returned, never rejected', () => {
    expect(run(flowOf([{ ...approve('a', ['ann']), kind: 'transact' }]), [no('ann'), yes('ann')]).refusals).toEqual([
      'cannot-reject',
    ])
  })
  test('批量审批 batch approval never passes a mandatory step', () => {
    const flow = flowOf([approve('a', ['ann'], { mandatory: true })])
    expect(run(flow, [yes('ann', 'a', { isBatch: true })]).refusals).toEqual(['mandatory-one-by-one'])
  })
})

describe('standing in', () => {
  const window = { id: 'd', from: 'ann', to: 'bob', start: 0, until: 600_000 }
  const flow = flowOf([approve('a', ['ann', 'cui'])])
  test('代理 replace: only the delegate acts, on behalf; outside of the window nobody does', () => {
    const now = run(flow, [], { facts: { delegations: [window] } })
    expectOpen(now, 'a:bob', 'a:cui')
    expect(now.state.tasks.map((task) => task.onBehalfOf)).toEqual(['ann', null])
    expectOpen(run(flow, [], { start: 600_000, facts: { delegations: [window] } }), 'a:ann', 'a:cui')
  })
  test('代理 both: who acts first counts for one vote', () => {
    const both = { facts: { delegations: [{ ...window, mode: 'both' }] } }
    expectOpen(run(flow, [], both), 'a:ann', 'a:bob', 'a:cui')
    const result = run(flow, [yes('bob')], both)
    expectOpen(result, 'a:cui')
    expect(run(flow, [yes('bob'), yes('cui')], both).outcome).toBe('approved')
  })
  test('代理 limits: one hop, no circles, never the initiator, scope by flow and amount', () => {
    const back = { id: 'e', from: 'bob', to: 'ann' }
    expectOpen(run(flow, [], { facts: { delegations: [window, back] } }), 'a:ann', 'a:cui')
    const hop = { id: 'e', from: 'bob', to: 'dan' }
    expectOpen(run(flow, [], { facts: { delegations: [window, hop] } }), 'a:bob', 'a:cui')
    expectOpen(run(flow, [], { facts: { delegations: [{ ...window, to: 'ini' }] } }), 'a:ann', 'a:cui')
    expectOpen(run(flow, [], { facts: { delegations: [{ ...window, flows: ['other'] }] } }), 'a:ann', 'a:cui')
    const small = { facts: { delegations: [{ ...window, atMost: { field: 'sum', value: 100 } }] } }
    expectOpen(run(flow, [], { ...small, data: { sum: 101 } }), 'a:ann', 'a:cui')
    expectOpen(run(flow, [], { ...small, data: { sum: 100 } }), 'a:bob', 'a:cui')
  })
  test('代理 a window that opens takes what is open, and gives back what is undone when it closes', () => {
    const full = { ...window, flows: null, atMost: null, mode: 'replace' }
    const open = { do: 'delegation-opened', delegation: full }
    expectOpen(run(flow, [open]), 'a:bob', 'a:cui')
    expectOpen(run(flow, [open, { do: 'delegation-closed', delegation: full }]), 'a:ann', 'a:cui')
    const both = { ...full, mode: 'both' }
    expectOpen(run(flow, [{ do: 'delegation-opened', delegation: both }]), 'a:ann', 'a:bob', 'a:cui')
    expectOpen(
      run(flow, [
        { do: 'delegation-opened', delegation: both },
        { do: 'delegation-closed', delegation: both },
      ]),
      'a:ann',
      'a:cui',
    )
  })
  test('离职 a leaver’s to-dos, later turns and requests go to the successor, else the administrators', () => {
    const sequence = flowOf([approve('a', ['ann', 'bob'], { quorum: { type: 'sequence' } }), approve('b', ['dan'])])
    const left = (person: string, to: string | null) => ({ do: 'person-left', person, to })
    expectOpen(run(sequence, [left('bob', 'eve'), yes('ann')]), 'a:eve')
    expectOpen(run(sequence, [left('ann', null)]), 'a:admin')
    expectOpen(run(flow, [left('ann', 'cui')]), 'a:cui')
    expect(run(flow, [left('ini', 'sue'), { do: 'withdraw', by: 'sue' }]).outcome).toBe('withdrawn')
    expect(run(flow, [left('ann', null)], { facts: { admins: [] } }).refusals).toEqual(['nobody-takes-over'])
  })
})
