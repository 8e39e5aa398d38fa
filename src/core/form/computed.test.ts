import { describe, expect, test } from 'vitest'
import { Form, formProblems, settle, type FormProblem } from './index.ts'

const expense = Form.parse({
  fields: [
    { key: 'days', label: { 'zh-CN': '出差时间', en: 'Travel days' }, kind: 'period' },
    {
      key: 'items',
      label: { 'zh-CN': '费用明细', en: 'Items' },
      kind: 'table',
      columns: [
        { key: 'price', label: { 'zh-CN': '单价' }, kind: 'money' },
        { key: 'count', label: { 'zh-CN': '数量' }, kind: 'number' },
        { key: 'amount', label: { 'zh-CN': '金额' }, kind: 'computed', result: 'money', expression: '单价 * 数量' },
      ],
    },
    { key: 'rate', label: { 'zh-CN': '汇率' }, kind: 'number' },
    { key: 'total', label: { 'zh-CN': '合计' }, kind: 'computed', result: 'money', expression: '求和(费用明细.金额)' },
    { key: 'local', label: { 'zh-CN': '本币' }, kind: 'computed', result: 'money', expression: 'total * 汇率' },
    {
      key: 'long',
      label: { 'zh-CN': '天数' },
      kind: 'computed',
      result: 'number',
      expression: 'DAYS(出差时间.结束, days.from) + 1',
    },
  ],
})
const rows = [
  { price: 15_015, count: 3 },
  { price: 1, count: 0.5 },
]

describe('computed fields', () => {
  test.each([
    ['rows, their sum and what hangs on it', { items: rows, rate: 7.1 }, { total: 45_046, local: 319_827 }],
    ['nothing while something is missing', { items: rows }, { total: 45_046 }],
    ['an empty table sums to nothing spent', { items: [] }, { total: 0 }],
    ['both days of a period count', { days: { from: '2026-02-27', until: '2026-03-02' } }, { total: 0, long: 4 }],
    ['what was sent in their place does not count', { items: rows, total: 1, local: 1 }, { total: 45_046 }],
    ['nor in the place of a computed column', { items: [{ price: 100, count: 2, amount: 999 }] }, { total: 200 }],
  ])('%s', (_name, given, expected) => {
    const { values } = settle(expense, given)
    const { items: _items, rate: _rate, days: _days, ...results } = values
    expect(results).toEqual(expected)
  })

  test('money is rounded half up to a fen, in each row already', () => {
    expect(settle(expense, { items: [{ price: 5, count: 0.5 }] }).values['items']).toEqual([
      { price: 5, count: 0.5, amount: 3 },
    ])
  })
})

describe('what is wrong with a form', () => {
  const text = { label: { en: 'A' }, kind: 'text' }
  const sum = (key: string, expression: string) => ({ key, label: { en: key }, kind: 'computed', expression })
  test.each<[string, unknown, string[]]>([
    [
      'a key stands twice',
      {
        fields: [
          { key: 'a', ...text },
          { key: 'a', ...text },
        ],
      },
      ['key-twice a'],
    ],
    ['a name that objects have', { fields: [{ key: 'constructor', ...text }] }, ['reserved-key constructor']],
    ['no choices', { fields: [{ key: 'a', ...text, kind: 'choice' }] }, ['no-choices a']],
    ['no columns', { fields: [{ key: 'a', ...text, kind: 'table' }] }, ['no-columns a']],
    ['the least above the most', { fields: [{ key: 'a', ...text, min: 3, max: 2 }] }, ['bounds a']],
    ['an unknown name', { fields: [sum('a', 'b + 1')] }, ['formula a unknown-name']],
    ['another result', { fields: [{ key: 't', ...text }, sum('a', 't')] }, ['formula a wrong-type']],
    ['a formula without an end', { fields: [sum('a', '(1')] }, ['formula a expected']],
    ['no formula', { fields: [sum('a', ' ')] }, ['formula a empty']],
    ['a circle', { fields: [sum('a', 'b'), sum('b', 'c + 1'), sum('c', 'a')] }, ['circle a,b,c']],
    ['of itself', { fields: [sum('a', 'a + 1')] }, ['circle a']],
    [
      'a circle through a rule',
      {
        fields: [{ key: 'x', ...text }, sum('a', 'IF(x = "1", 1, 2)')],
        rules: [{ when: { field: 'a', op: 'above', value: 1 }, do: 'show', fields: ['x'] }],
      },
      ['circle x,a'],
    ],
    [
      'a rule about nothing',
      { fields: [{ key: 'a', ...text }], rules: [{ when: { field: 'b', op: 'filled' }, do: 'show', fields: ['c'] }] },
      ['rule-unknown-field b,c'],
    ],
    [
      'a rule that compares with nothing',
      {
        fields: [
          { key: 'a', ...text },
          { key: 'b', ...text },
        ],
        rules: [{ when: { any: [{ field: 'a', op: 'is' }] }, do: 'show', fields: ['b'] }],
      },
      ['rule-unfinished'],
    ],
    [
      'nothing',
      {
        fields: [
          { key: 'a', ...text },
          { ...sum('b', 'A'), result: 'text' },
        ],
      },
      [],
    ],
  ])('%s', (_name, json, expected) => {
    expect(formProblems(Form.parse(json)).map(said)).toEqual(expected)
  })

  function said({ code, field, keys, formula }: FormProblem): string {
    return [code, keys?.join(',') ?? field, formula?.code].filter(Boolean).join(' ')
  }
})
