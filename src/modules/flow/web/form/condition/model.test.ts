import { expect, test } from 'vitest'
import { holds, operators, type Condition } from '#core/flow'
import { fieldKinds, Form } from '#core/form'
import { conditionOf, groupOf, operatorsFor, topicsOf, withOperator } from './model.ts'

const line: Condition = { field: 'amount', op: 'above', value: 5 }
const other: Condition = { field: 'kind', op: 'is', value: 'a' }

test.each<[string, Condition]>([
  ['a single line', line],
  ['all of some', { all: [line, other] }],
  ['any of some', { any: [line, other] }],
  ['none of some', { not: { any: [line, other] } }],
  ['a group in a group', { any: [{ all: [line, other] }, line] }],
])('%s comes back as it was', (_name, condition) => {
  expect(conditionOf(groupOf(condition))).toEqual(condition)
})

test('what has another shape says the same afterwards', () => {
  for (const condition of [
    { not: line },
    { all: [line] },
    { not: { all: [line, other] } },
    { all: [{ any: [line] }] },
  ]) {
    const again = conditionOf(groupOf(condition))
    for (const amount of [1, 9]) {
      for (const kind of ['a', 'b']) {
        expect(holds(again, { amount, kind })).toBe(holds(condition, { amount, kind }))
      }
    }
  }
})

test('periods are asked by their days, layout not at all, computed fields by their result', () => {
  const label = { en: 'x' }
  const { fields } = Form.parse({
    fields: [
      { key: 's', label, kind: 'section' },
      { key: 'p', label, kind: 'period' },
      { key: 'c', label, kind: 'computed', result: 'money', expression: '1' },
    ],
  })
  expect(topicsOf(fields).map(({ name, kind }) => `${name} ${kind}`)).toEqual(['p.from day', 'p.until day', 'c money'])
})

test('each kind offers some operators, none twice, all known', () => {
  for (const kind of fieldKinds) {
    const offered = operatorsFor(kind)
    expect(offered.length).toBeGreaterThan(0)
    expect(new Set(offered).size).toBe(offered.length)
    expect(offered.every((op) => operators.includes(op))).toBe(true)
  }
})

test('another operator keeps the value as far as it fits', () => {
  expect(withOperator({ field: 'k', op: 'is', value: 'a' }, 'in')).toEqual({ field: 'k', op: 'in', value: ['a'] })
  expect(withOperator({ field: 'k', op: 'in', value: ['a', 'b'] }, 'is')).toEqual({ field: 'k', op: 'is', value: 'a' })
  expect(withOperator({ field: 'k', op: 'in', value: [] }, 'is-not')).toEqual({ field: 'k', op: 'is-not' })
  expect(withOperator({ field: 'k', op: 'above', value: 3 }, 'filled')).toEqual({ field: 'k', op: 'filled' })
})
