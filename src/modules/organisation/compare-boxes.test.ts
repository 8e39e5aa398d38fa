import { expect, test } from 'vitest'
import { markDifferences } from './compare-boxes.ts'
import type { ChartData, ChartNode } from './contract.ts'

const node = (id: string, parentId: string | null, more: Partial<ChartNode> = {}): ChartNode => ({
  id,
  kind: 'position',
  parentId,
  title: { en: id },
  note: null,
  unitKind: null,
  unitId: null,
  headcount: 1,
  seated: 0,
  people: [],
  isLead: false,
  alsoFoundBy: '',
  ...more,
})
const chart = (...nodes: ChartNode[]): ChartData => ({ nodes, lines: [] })
const say = (key: string, values: object = {}) =>
  `${key.replace('screens.chart.differs.', '')} ${JSON.stringify(values)}`

test('what came, went, moved and changed is marked; the rest is left alone', () => {
  const anna = { personId: 'a', name: '安娜', latinName: 'Anna', kind: 'main' as const }
  const before = chart(node('top', null), node('quality', 'top'), node('tester', 'quality'), node('clerk', 'top'))
  const after = chart(
    node('top', null),
    node('quality', 'top', { headcount: 3, people: [anna] }),
    node('tester', 'top'),
    node('planner', 'top'),
  )
  const marked = new Map(markDifferences(before, after, say, 'en').nodes.map((each) => [each.id, each]))
  expect([...marked].map(([id, { mark }]) => [id, mark])).toEqual([
    ['top', undefined],
    ['quality', 'changed'],
    ['tester', 'moved'],
    ['planner', 'added'],
    ['clerk', 'removed'],
  ])
  expect(marked.get('quality')?.changes).toEqual([
    'seats {"before":"1","after":"3"}',
    'people {"before":"—","after":"Anna"}',
  ])
  expect(marked.get('tester')).toMatchObject({ movedFromId: 'quality', changes: ['moved {"before":"quality"}'] })
  expect(marked.get('clerk')?.parentId).toBe('top')
})

test('a chart does not differ from itself', () => {
  const one = chart(node('top', null), node('below', 'top'))
  expect(markDifferences(one, one, say, 'en')).toEqual(one)
})
