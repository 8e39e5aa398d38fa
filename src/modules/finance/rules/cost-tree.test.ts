import fc from 'fast-check'
import { expect, test } from 'vitest'
import { below, budgetOf, overResponsibilities } from './cost-tree.ts'

const units = [
  { id: 'top', parentId: null },
  { id: 'plant', parentId: 'top' },
  { id: 'line1', parentId: 'plant' },
  { id: 'line2', parentId: 'plant' },
  { id: 'office', parentId: 'top' },
]

test('a unit with all below it', () => {
  expect([...below(units, 'plant')].toSorted()).toEqual(['line1', 'line2', 'plant'])
  expect([
    ...below(
      [
        { id: 'a', parentId: 'b' },
        { id: 'b', parentId: 'a' },
      ],
      'a',
    ),
  ]).toHaveLength(2)
})

test('a budget is the unit’s own, else those below it', () => {
  const own = new Map([
    ['plant', 100],
    ['line1', 70],
    ['office', 30],
  ])
  expect(budgetOf(units, own, 'top')).toBe(130)
  expect(budgetOf(units, own, 'line2')).toBeNull()
  expect(budgetOf(units, new Map([['line1', 70]]), 'plant')).toBe(70)
})

test('a cost over responsibilities adds up to it; what is not laid down belongs to none', () => {
  expect(overResponsibilities(101, [{ responsibilityId: 'a', weight: 600 }])).toEqual([
    { responsibilityId: 'a', fen: 61 },
    { responsibilityId: null, fen: 40 },
  ])
  const weights = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 3 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), weights, (fen, held) => {
      const parts = overResponsibilities(
        fen,
        held.map((weight, at) => ({ responsibilityId: String(at), weight })),
      )
      expect(parts.reduce((sum, part) => sum + part.fen, 0)).toBe(fen)
    }),
  )
})
