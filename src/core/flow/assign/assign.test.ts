import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign, caseFor, type AssignmentCase, type Member } from '../index.ts'

const pool: Member[] = ['cui', 'ann', 'bob'].map((id) => ({ id, openCount: 0 }))
const line = (id: string, when: AssignmentCase['when'], method: AssignmentCase['method'] = 'turn'): AssignmentCase => ({
  id,
  when,
  method,
  pool: { kind: 'role', role: id },
})

describe('首次接触分配 who gets a new customer', () => {
  test('按条件 the first line that holds is taken, and none when no line is meant for it', () => {
    const lines = [
      line('sales', { field: 'kind', op: 'in', value: ['new-product', 'bulk', 'custom'] }),
      line('service', { field: 'kind', op: 'in', value: ['order-status', 'after-sales'] }),
    ]
    expect(caseFor(lines, { kind: 'bulk' })?.id).toBe('sales')
    expect(caseFor(lines, { kind: 'after-sales' })?.id).toBe('service')
    expect(caseFor(lines, { kind: 'other' })).toBeUndefined()
    expect(caseFor([...lines, line('rest', null)], { kind: 'other' })?.id).toBe('rest')
  })
  test('轮流 one after the other, also when the last one has left', () => {
    const order: string[] = []
    for (let last: string | null = null; order.length < 4; order.push(last ?? ''))
      last = assign('turn', pool, last, '')[0] ?? null
    expect(order).toEqual(['ann', 'bob', 'cui', 'ann'])
    expect(assign('turn', pool, 'bea', '')).toEqual(['bob'])
  })
  test('按负荷 who has the fewest open to-dos, in turn where several have', () => {
    const loaded = [
      { id: 'ann', openCount: 1 },
      { id: 'bob', openCount: 0 },
      { id: 'cui', openCount: 0 },
    ]
    expect(assign('load', loaded, null, '')).toEqual(['bob'])
    expect(assign('load', loaded, 'bob', '')).toEqual(['cui'])
  })
  test('空 nobody from an empty pool, everybody when all are asked', () => {
    for (const method of ['turn', 'load', 'lot', 'all'] as const) expect(assign(method, [], null, 'x')).toEqual([])
    expect(assign('all', pool, null, '')).toEqual(['ann', 'bob', 'cui'])
  })
  test('抽签 the lot falls on everybody about as often, and on the same for the same seed', () => {
    const counts = new Map<string, number>()
    for (let draw = 0; draw < 3000; draw += 1) {
      const [who = ''] = assign('lot', pool, null, `request-${draw}`)
      counts.set(who, (counts.get(who) ?? 0) + 1)
    }
    for (const count of counts.values()) expect(count).toBeGreaterThan(850)
    expect(assign('lot', pool, null, 'x')).toEqual(assign('lot', pool.toReversed(), null, 'x'))
  })
  test('公平 in turn nobody is more than one ahead, whatever the pool', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }),
        fc.nat(40),
        (ids, rounds) => {
          const counts = new Map(ids.map((id) => [id, 0]))
          let last: string | null = null
          for (let round = 0; round < rounds; round += 1) {
            const [who = ''] = assign(
              'turn',
              ids.map((id) => ({ id, openCount: 0 })),
              last,
              '',
            )
            counts.set(who, (counts.get(who) ?? 0) + 1)
            last = who
          }
          expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
