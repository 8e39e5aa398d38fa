import { expect, test } from 'vitest'
import { canonical, joinedRequirements, lineChanges } from './rules.ts'
import type { Block, Requirement } from './shapes.ts'

test('equal contents are equal texts, however their keys stand', () => {
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe(canonical({ b: [1, { c: 'x', d: null }] }))
  expect(canonical({ a: ['x', 'y'] })).not.toBe(canonical({ a: ['y', 'x'] }))
})

const skill = (name: string, weight: number, strength: 'must' | 'wish' = 'must', level = 3): Requirement => ({
  kind: 'skill',
  name: { en: name },
  level,
  strength,
  weight,
})

test('a position’s own requirement replaces the profile’s of the same thing; musts stand first, heavier ones above', () => {
  const joined = joinedRequirements(
    [
      skill('Writing', 20),
      skill('Talking', 90, 'wish'),
      { kind: 'education', level: 'college', strength: 'must', weight: 5 },
    ],
    [skill('Writing', 60, 'must', 6), { kind: 'education', level: 'master', strength: 'must', weight: 70 }],
  )
  expect(joined.map((one) => [one.kind, one.weight, one.isOwn])).toEqual([
    ['education', 70, true],
    ['skill', 60, true],
    ['skill', 90, false],
  ])
})

const paper = (note: string, lines: string[], rows: string[][]): Block[] => [
  { kind: 'title', text: 'Description', note },
  { kind: 'facts', items: [{ label: 'Unit', value: 'Growth' }] },
  { kind: 'heading', text: 'Responsibilities' },
  { kind: 'heading', level: 2, text: 'Winning', note: 'Accountable' },
  { kind: 'list', items: lines },
  { kind: 'table', columns: [{ title: 'Indicator' }, { title: 'Target' }], rows },
]

test('changes are told line by line in their section; number, date and order are none', () => {
  const before = paper('version 1', ['Visit', 'Write'], [['Customers', '10']])
  expect(lineChanges(before, paper('version 2', ['Write', 'Visit'], [['Customers', '10']]))).toEqual([])
  const section = 'Responsibilities › Winning'
  expect(lineChanges(before, paper('version 2', ['Visit', 'Write', 'Visit'], [['Customers', '12']]))).toEqual([
    { section, kind: 'removed', text: 'Customers · 10' },
    { section, kind: 'added', text: 'Visit' },
    { section, kind: 'added', text: 'Customers · 12' },
  ])
})
