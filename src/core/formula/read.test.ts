import { expect, test } from 'vitest'
import { catalogueOf, decimalText, isFault, plainOf, readInputs, type Decimal, type Json, type Type } from './index.ts'

const table: Type = {
  columns: new Map<string, Type>([
    ['x', 'number'],
    ['on', 'date'],
  ]),
}

test('inputs are read by the types a catalogue states, under any of their names', () => {
  const entries = [
    { name: 'wage', aliases: ['工资'], type: 'number' },
    { name: 'code', type: 'text' },
    { name: 'rows', type: table },
    { name: 'unasked', type: 'number' },
  ] as const
  catalogueOf(entries)
  const inputs = readInputs({ 工资: '12.50', code: '007', rows: [{ x: 1.5, on: '2026-01-01' }, {}], other: 1 }, entries)
  expect([...inputs.keys()]).toEqual(['wage', 'code', 'rows'])
  expect(decimalText(inputs.get('wage') as Decimal)).toBe('12.5')
  expect(inputs.get('code')).toBe('007')
  expect(plainOf(inputs.get('rows') ?? null, table)).toEqual([
    { x: '1.5', on: '2026-01-01' },
    { x: null, on: null },
  ])
})
test.each<[Json, Type, string]>([
  ['1e3', 'number', 'v: number, "1e3"'],
  [true, 'number', 'v: number, true'],
  ['2026-02-30', 'date', 'v: date, "2026-02-30"'],
  ['soon', 'duration', 'v: duration, "soon"'],
  [{ x: 1 }, table, 'v: table, {"x":1}'],
  [[{ x: 'a' }], table, 'v[1].x: number, "a"'],
  [{ years: [2026], rest: ['x'] }, 'calendar', 'v: date, "x"'],
])('%j is no %j', (json, type, expected) => {
  try {
    readInputs({ v: json }, [{ name: 'v', type }])
    expect.unreachable()
  } catch (thrown) {
    const facts = isFault(thrown) ? thrown.problem.facts : {}
    expect(`${facts['name']}: ${facts['wanted']}, ${facts['found']}`).toBe(expected)
  }
})
