import { expect, test } from 'vitest'
import { labelEvery, labelWidthPx, tableOf, valueDomain } from './charts/series.ts'
import { pageNumbers } from './page-numbers.ts'
import { ancestorsOf, branchIds, flattened, matching } from './tree-nodes.ts'
import { isAccepted, sizeText } from './upload/file-checks.ts'

const nodes = [
  {
    id: 'g',
    label: '集团',
    children: [
      { id: 'e', label: '华东', alsoFoundBy: 'hd', children: [{ id: 'e1', label: '一科' }] },
      { id: 's', label: '华南', children: [{ id: 's1', label: '一科' }] },
    ],
  },
]

test('a search keeps the ways down to what it finds, and all below it', () => {
  expect(flattened(matching(nodes, 'HD')).map(({ node }) => node.id)).toEqual(['g', 'e', 'e1'])
  expect(flattened(matching(nodes, '一科')).map(({ node }) => node.id)).toEqual(['g', 'e', 'e1', 's', 's1'])
  expect(matching(nodes, '北')).toEqual([])
  expect(matching(nodes, ' ')).toBe(nodes)
})

test('what must be open for a node to be seen', () => {
  expect(ancestorsOf(nodes, new Set(['s1']))).toEqual(['g', 's'])
  expect(branchIds(nodes)).toEqual(['g', 'e', 's'])
  expect(flattened(nodes).at(-1)?.path).toEqual(['集团', '华南', '一科'])
})

test.each([
  [1, 1, [1]],
  [1, 5, [1, 2, null, 5]],
  [3, 5, [1, 2, 3, 4, 5]],
  [5, 53, [1, null, 4, 5, 6, null, 53]],
  [53, 53, [1, null, 52, 53]],
])('page %i of %i offers %j', (page, count, expected) => {
  expect(pageNumbers(page, count)).toEqual(expected)
})

test.each([
  ['.pdf,image/*', 'a.PDF', 'application/pdf', true],
  ['.pdf,image/*', 'a.png', 'image/png', true],
  ['.pdf,image/*', 'a.exe', '', false],
  ['text/csv', 'a.csv', 'text/csv', true],
  [undefined, 'a.exe', '', true],
])('%s and %s', (accept, name, type, expected) => {
  expect(isAccepted({ name, type }, accept)).toBe(expected)
})

test('sizes are told as file managers tell them', () => {
  expect([999, 4_213, 163_400, 20_000_000].map(sizeText)).toEqual(['999 B', '4 KB', '163 KB', '20.0 MB'])
})

test('the value axis reaches from zero to the highest value or target', () => {
  expect(valueDomain([12, 46], 50)).toEqual([0, 50])
  expect(valueDomain([-4, 3], undefined)).toEqual([-4, 3])
  expect(valueDomain([], undefined)).toEqual([0, 1])
})

test('labels never run into each other', () => {
  expect(labelEvery(12, 600, 40)).toBe(1)
  expect(labelEvery(365, 600, 40)).toBe(25)
  expect(labelWidthPx(['华东一科', 'E1'], 12)).toBe(48)
})

test('a chart and its table say the same, with gaps as gaps', () => {
  const table = tableOf({
    nameTitle: '部门',
    names: ['一科', '二科'],
    series: [{ name: '拜访', values: [82, null] }],
    target: 80,
    targetTitle: '目标',
    format: (value) => `${value}%`,
  })
  expect(table).toEqual({
    columns: ['部门', '拜访', '目标'],
    rows: [
      ['一科', '82%', '80%'],
      ['二科', null, '80%'],
    ],
  })
})
