import { expect, test } from 'vitest'
import { Form, formProblems } from '#core/form'
import { moved, replaced, shifted, withField, withoutField } from './edit.ts'
import { withName } from './expression-names.ts'
import { camel, freeKey } from './keys.ts'
import { freshField, kindGroups } from './kinds.ts'

const form = Form.parse({
  fields: [
    {
      key: 'items',
      label: { 'zh-CN': '明细' },
      kind: 'table',
      columns: [
        { key: 'price', label: { 'zh-CN': '单价' }, kind: 'money' },
        { key: 'sum', label: { 'zh-CN': '金额' }, kind: 'computed', result: 'money', expression: '单价 * 2' },
      ],
    },
    { key: 'rate', label: { 'zh-CN': '单价' }, kind: 'number' },
    {
      key: 'total',
      label: { 'zh-CN': '合计' },
      kind: 'computed',
      result: 'money',
      expression: '求和(明细.金额) * 单价',
    },
  ],
  rules: [{ when: { all: [{ field: 'rate', op: 'above', value: 1 }] }, do: 'show', fields: ['total', 'items'] }],
})
const [items, rate, total] = form.fields

test('formulas follow when a field is called otherwise', () => {
  const next = replaced(form, 'rate', { ...rate!, label: { 'zh-CN': '汇率' } })
  expect(next.fields[2]?.expression).toBe('求和(明细.金额) * 汇率')
  expect(formProblems(next)).toEqual([])
})

test('a label that is no name is written by the key', () => {
  const next = replaced(form, 'rate', { ...rate!, label: { 'zh-CN': '当日 汇率' } })
  expect(next.fields[2]?.expression).toBe('求和(明细.金额) * rate')
  expect(formProblems(next)).toEqual([])
})

test('a column called otherwise is followed in its rows and outside, another field of that name is not', () => {
  const columns = items!.columns!.map((column) =>
    column.key === 'sum' ? { ...column, label: { 'zh-CN': '小计' } } : column,
  )
  const next = replaced(form, 'items', { ...items!, columns })
  expect(next.fields[2]?.expression).toBe('求和(明细.小计) * 单价')
  const priced = items!.columns!.map((column) =>
    column.key === 'price' ? { ...column, label: { 'zh-CN': '价格' } } : column,
  )
  const other = replaced(form, 'items', { ...items!, columns: priced })
  expect(other.fields[0]?.columns?.[1]?.expression).toBe('价格 * 2')
  expect(other.fields[2]?.expression).toBe('求和(明细.金额) * 单价')
  expect(formProblems(other)).toEqual([])
})

test('a new key is taken over by rules and formulas', () => {
  const keyed = { ...form, fields: [items!, rate!, { ...total!, expression: 'rate * 2' }] }
  const next = replaced(keyed, 'rate', { ...rate!, key: 'dayRate' })
  expect(next.fields[2]?.expression).toBe('dayRate * 2')
  expect(next.rules?.[0]?.when).toEqual({ all: [{ field: 'dayRate', op: 'above', value: 1 }] })
})

test('a field taken away leaves no rule about it', () => {
  expect(withoutField(form, 'total').rules?.[0]?.fields).toEqual(['items'])
  expect(withoutField(withoutField(form, 'total'), 'items').rules).toEqual([])
})

test('names in texts and longer names are left alone', () => {
  expect(withName('IF(a = "a", ab + a, [a])', 'a', 'x', false)).toBe('IF(x = "a", ab + x, x)')
  expect(withName('t.a + a', 'a', 'x', true)).toBe('t.x + a')
})

test('fields move before and behind others, and stay in at the ends', () => {
  const keys = (one: Form) => one.fields.map(({ key }) => key).join(' ')
  expect(keys(moved(form, new Set(['total']), 'items', 'before'))).toBe('total items rate')
  expect(keys(moved(form, new Set(['items']), 'total', 'after'))).toBe('rate total items')
  expect(keys(moved(form, new Set(['items']), 'items', 'after'))).toBe('items rate total')
  expect(shifted(['a', 'b'], 0, 1)).toEqual(['b', 'a'])
  expect(shifted(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(keys(withField(form, { ...rate!, key: 'x' }, 1))).toBe('items x rate total')
})

test('keys come from the English label, are free and fit', () => {
  expect(camel('Amount in total (¥)')).toBe('amountInTotal')
  expect(camel('金额')).toBe('')
  expect(camel('2nd day')).toBe('ndDay')
  expect(freeKey({ 'zh-CN': '金额' }, 'money', [{ key: 'money' }, { key: 'money2' }])).toBe('money3')
  expect(freeKey({ en: 'x'.repeat(80) }, 'text', [{ key: 'x'.repeat(40) }])).toHaveLength(37)
})

test('each kind begins as something that can be drawn', () => {
  for (const kind of kindGroups.flatMap(({ kinds }) => kinds)) {
    const field = freshField(kind, 'x', { en: 'X' })
    expect(Form.safeParse({ fields: [field] }).success).toBe(true)
    expect(formProblems({ fields: [field], photo: 'none' }).map(({ code }) => code)).toEqual(
      kind === 'computed' ? ['formula'] : [],
    )
  }
})
