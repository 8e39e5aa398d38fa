import { expect, test } from 'vitest'
import { firstLayout, mergedOrder, moved, templateOf, tracks, visibleColumns } from './layout.ts'
import { countSelected, selectedBetween, toggled } from './selection.ts'

const columns = [
  { id: 'number', title: 'Number', widthPx: 100, pin: 'start' as const },
  { id: 'name', title: 'Name', widthPx: 120, locked: true },
  { id: 'unit', title: 'Unit', widthPx: 200 },
  { id: 'pay', title: 'Pay', widthPx: 90, hidden: true },
  { id: 'more', title: 'More', widthPx: 60, pin: 'end' as const },
]
const first = firstLayout(columns, 'comfortable')
const ids = (list: readonly { id: string }[]) => list.map((one) => one.id)

test('a column that a newer version brings stands behind its left neighbour; one that is gone is dropped', () => {
  expect(mergedOrder(['unit', 'gone', 'name', 'number', 'unit'], columns)).toEqual([
    'unit',
    'pay',
    'more',
    'name',
    'number',
  ])
  expect(mergedOrder([], columns)).toEqual(ids(columns))
})

test('pinned columns stand at their sides, hidden ones nowhere, locked ones always', () => {
  expect(ids(visibleColumns(columns, first))).toEqual(['number', 'name', 'unit', 'more'])
  const layout = { ...first, hidden: ['name', 'unit'], pinned: { unit: 'start' as const, number: 'end' as const } }
  expect(ids(visibleColumns(columns, layout))).toEqual(['name', 'pay', 'more', 'number'])
})

test('sticky offsets add up from both sides, and only free columns share the room', () => {
  const layout = { ...first, hidden: [], pinned: { ...first.pinned, name: 'start' as const, pay: 'end' as const } }
  const list = tracks(visibleColumns(columns, layout), layout, 48)
  expect(list.map((track) => [track.id, track.css, track.offset, track.isEdge])).toEqual([
    ['number', '100px', '48px', undefined],
    ['name', '120px', '148px', true],
    ['unit', 'minmax(200px, 200fr)', undefined, undefined],
    ['pay', '90px', '64px', true],
    ['more', '64px', '0px', undefined],
  ])
})

test('when every column has a width of its own, an empty track takes the rest', () => {
  const layout = { ...first, widthsPx: { name: 80, unit: 90 } }
  const list = tracks(visibleColumns(columns, layout), layout, 0)
  expect(templateOf(list, 0)).toBe('100px 80px 90px 64px minmax(0, 1fr)')
  expect(templateOf(tracks(visibleColumns(columns, first), first, 48), 48)).toMatch(/^48px 100px minmax/)
})

test('a column moves to its place and no further than the ends', () => {
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a'])
})

test('a range selects both ways and keeps what was selected', () => {
  const rows = ['a', 'b', 'c', 'd']
  expect([...selectedBetween(new Set(['a']), rows, 'd', 'b')].sort()).toEqual(['a', 'b', 'c', 'd'])
  expect([...selectedBetween(new Set(), rows, 'gone', 'b')]).toEqual(['b'])
  expect([...toggled(new Set(['a', 'b']), 'a')]).toEqual(['b'])
  expect(countSelected(new Set(['a', 'gone']), [{ id: 'a' }, { id: 'b' }])).toBe(1)
})
