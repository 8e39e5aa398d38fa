import { expect, test } from 'vitest'
import type { DashboardPart } from '../contract/dashboards.ts'
import { moved, placeOf, resized } from './layout.ts'

const parts = ['a', 'b', 'c'].map((id): DashboardPart => ({ id, kind: 'trend', width: 2 }))
const order = (some: readonly DashboardPart[]) => some.map((one) => one.id).join('')

test.each([
  ['a', 1, 'bac'],
  ['a', 2, 'bca'],
  ['c', 0, 'cab'],
  ['a', -1, 'abc'],
  ['c', 9, 'abc'],
  ['x', 0, 'abc'],
])('%s to %i', (id, to, expected) => {
  expect(order(moved(parts, id, to))).toBe(expected)
})

test('a part is between one and four columns wide', () => {
  const widths = (by: -1 | 1, times: number) => {
    let now = parts
    for (let n = 0; n < times; n += 1) now = resized(now, 'b', by)
    return now.map((one) => one.width)
  }
  expect([widths(1, 1), widths(1, 5), widths(-1, 5)]).toEqual([
    [2, 3, 2],
    [2, 4, 2],
    [2, 1, 2],
  ])
  expect(placeOf(parts, 'b')).toBe(1)
})
