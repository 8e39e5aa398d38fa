import { expect, test } from 'vitest'
import {
  catalogueOf,
  decimalText,
  exactText,
  isFault,
  plainOf,
  readInputs,
  type Decimal,
  type Json,
  type Type,
} from './index.ts'

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

test.each([
  ['1e3', '1000'],
  ['1.5e-3', '0.0015'],
  ['-12.345E2', '-1234.5'],
  ['12.345e1', '123.45'],
  ['0.001e2', '0.1'],
  ['1e-7', '0.0000001'],
  ['1e21', '1000000000000000000000'],
  ['5', '5'],
  ['1e400', '1e400'],
])('the JSON number %s is %s', (written, expected) => {
  expect(exactText(written)).toBe(expected)
})
