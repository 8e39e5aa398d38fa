import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCircle, servedGoals, sharePermille } from './rules.ts'

const tree = [
  { id: 'firm', parentId: null },
  { id: 'growth', parentId: 'firm' },
  { id: 'visits', parentId: 'growth' },
  { id: 'quality', parentId: 'firm' },
]
const parents = new Map(tree.map((goal) => [goal.id, goal.parentId]))

test('a goal is served by itself or through one below it, never through one above or beside it', () => {
  expect([...servedGoals(tree, new Set(['visits']))].toSorted()).toEqual(['firm', 'growth', 'visits'])
  expect([...servedGoals(tree, new Set(['firm']))]).toEqual(['firm'])
  expect(servedGoals(tree, new Set()).size).toBe(0)
})

test.each([
  ['below itself', 'firm', 'visits', true],
  ['under itself at once', 'growth', 'growth', true],
  ['beside', 'visits', 'quality', false],
  ['to the top', 'visits', null, false],
])('moving a goal %s', (_name, id, parentId, expected) => {
  expect(isCircle(parents, id, parentId)).toBe(expected)
})

test('no sequence of moves that are allowed makes a circle', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const move = fc.record({ id: fc.constantFrom(...ids), to: fc.constantFrom(...ids, null) })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const line = new Map<string, string | null>(ids.map((id) => [id, null]))
      for (const { id, to } of moves) if (!isCircle(line, id, to)) line.set(id, to)
      for (const id of ids) {
        let at: string | null = id
        for (let step = 0; at !== null; step += 1) {
          expect(step).toBeLessThanOrEqual(ids.length)
          at = line.get(at) ?? null
        }
      }
    }),
  )
})

test('only all is all', () => {
  expect([
    sharePermille({ served: 1999, total: 2000 }),
    sharePermille({ served: 2, total: 2 }),
    sharePermille({ served: 0, total: 0 }),
  ]).toEqual([999, 1000, null])
})
