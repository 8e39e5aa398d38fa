import { expect, test } from 'vitest'
import { isFiltered, namesOf, noFilters, queryOf, stateOf, withValue } from './filter-state.ts'
import type { Filter, FilterState } from './filter-state.ts'

const filters: Filter[] = [
  { kind: 'choice', id: 'state', label: 'State', options: [{ id: 'active', label: 'Active' }] },
  { kind: 'choices', id: 'position', label: 'Position', options: [{ id: 'a,b', label: 'A, B' }] },
  { kind: 'days', id: 'since', label: 'Since' },
  {
    kind: 'tree',
    id: 'unit',
    label: 'Unit',
    nodes: [{ id: 'g', label: 'Group', children: [{ id: 'e', label: 'East' }] }],
  },
]

const full: FilterState = {
  search: '张 三&x=1',
  values: {
    state: ['active'],
    position: ['a,b', '100%'],
    since: { from: '2026-01-01', until: '2026-11-21' },
    unit: ['e'],
  },
}

test('the state comes back from the address as it went in', () => {
  const address = new URLSearchParams(queryOf(full)).toString()
  expect(stateOf(Object.fromEntries(new URLSearchParams(address)), filters)).toEqual(full)
  expect(stateOf({}, filters)).toEqual(noFilters)
})

test.each([
  ['a filter that does not exist', { colour: 'red' }],
  ['a day that does not exist', { since: '2026-02-30..2026-03-01' }],
  ['a span that ends before it begins', { since: '2026-03-02..2026-03-01' }],
  ['half a span', { since: '2026-03-02' }],
  ['a value that is no text', { state: 3, search: ['x'] }],
])('%s is left out', (_name, query) => {
  expect(stateOf(query, filters)).toEqual(noFilters)
})

test('a broken escape in the address is kept as it stands', () => {
  expect(stateOf({ state: '%E0%A4' }, filters).values).toEqual({ state: ['%E0%A4'] })
})

test('an empty choice takes the filter away', () => {
  expect(withValue(full, 'state', []).values['state']).toBeUndefined()
  expect(isFiltered(withValue({ search: '', values: { state: ['active'] } }, 'state', null))).toBe(false)
})

test('chips say names, ids that are gone as they are, and a single day once', () => {
  const [state, , since, unit] = filters
  if (!state || !since || !unit) throw new Error('the samples are gone')
  expect(namesOf(state, ['active', 'old'])).toEqual(['Active', 'old'])
  expect(namesOf(unit, ['e'])).toEqual(['East'])
  expect(namesOf(since, { from: '2026-11-21', until: '2026-11-21' })).toEqual(['2026-11-21'])
})
