import { expect, test } from 'vitest'
import { byCategory, type Startable } from './categories.ts'

const flow = (key: string, category: string, used = 0): Startable => ({
  id: key,
  key,
  name: { en: key },
  icon: '',
  category,
  description: {},
  used,
})
const shape = (rows: Startable[], isSearch = false) =>
  byCategory(rows, isSearch).map(({ category, flows }) => [category, flows.map(({ key }) => key).join()])

test('flows stand by category, those without one last', () => {
  expect(shape([flow('a', ''), flow('b', 'money'), flow('c', 'people'), flow('d', 'money')])).toEqual([
    ['money', 'b,d'],
    ['people', 'c'],
    ['', 'a'],
  ])
})

test('with many flows those used often come first; a search lists what fits best', () => {
  const rows = Array.from({ length: 9 }, (_, index) => flow(`f${index}`, 'people', index < 2 ? 3 : 0))
  expect(shape(rows)[0]).toEqual(['often', 'f0,f1'])
  expect(shape(rows, true)).toHaveLength(1)
})
