import { expect, test } from 'vitest'
import { catalogueOf, compileSet, decimal, evaluateSet, plainOf, type Named } from './index.ts'

const catalogue = catalogueOf([{ name: 'base', aliases: ['基本工资'], type: 'number' }])
const inputs = new Map([['base', decimal('10000')]])

function values(formulas: readonly Named[]) {
  const results = evaluateSet(compileSet(formulas, catalogue), inputs)
  return Object.fromEntries(
    [...results].map(([name, one]) => [name, one.ok ? plainOf(one.value, one.type) : one.problem.code]),
  )
}

test('formulas use each other whatever order they stand in, by any of their names', () => {
  const set = [
    { name: 'net', formula: '应发 - tax' },
    { name: 'tax', formula: 'ROUND(gross * 3%, 2)' },
    { name: 'gross', aliases: ['应发'], formula: '基本工资 + 500.55' },
  ]
  const expected = { gross: '10500.55', tax: '315.02', net: '10185.53' }
  expect(values(set)).toEqual(expected)
  expect(values(set.toReversed())).toEqual(expected)
})
test('a cycle is named with its path; the sound rest is computed', () => {
  const set = compileSet(
    [
      { name: 'a', formula: 'b + 1' },
      { name: 'b', formula: 'c + 1' },
      { name: 'c', formula: 'a + 1' },
      { name: 'd', formula: 'c * 2' },
      { name: 'e', formula: 'base * 2' },
      { name: 'self', formula: 'self + 1' },
    ],
    catalogue,
  )
  expect(set.problems.map(({ name, code, facts }) => [name, code, facts['path'] ?? facts['on']])).toEqual([
    ['a', 'cycle', ['a', 'b', 'c', 'a']],
    ['self', 'cycle', ['self', 'self']],
    ['d', 'depends-on-broken', 'c'],
  ])
  expect(set.order.map((one) => one.name)).toEqual(['e'])
})
test('a formula that fails takes only those with it that need it', () => {
  const set = [
    { name: 'ratio', formula: '1 / (base - 10000)' },
    { name: 'bonus', formula: 'ratio * 2' },
    { name: 'other', formula: 'base' },
  ]
  expect(values(set)).toEqual({ ratio: 'division-by-zero', bonus: 'depends-on-broken', other: '10000' })
})
test('names must be new and not reserved', () => {
  const { problems } = compileSet(
    [
      { name: 'base', formula: '1' },
      { name: 'x', formula: '1' },
      { name: 'x', formula: '2' },
      { name: '__proto__', formula: '3' },
    ],
    catalogue,
  )
  expect(problems.map((one) => [one.name, one.code])).toEqual([
    ['base', 'name-twice'],
    ['x', 'name-twice'],
    ['__proto__', 'reserved-name'],
  ])
})
test('a chain of 20,000 formulas', () => {
  const chain = Array.from({ length: 20_000 }, (_, at) => ({
    name: `f${at}`,
    formula: at === 19_999 ? 'base' : `f${at + 1} + 1`,
  }))
  const results = evaluateSet(compileSet(chain, catalogue), inputs)
  const first = results.get('f0')
  expect(first?.ok && plainOf(first.value, first.type)).toBe('29999')
})
