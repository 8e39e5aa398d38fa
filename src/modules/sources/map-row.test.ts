import { expect, test } from 'vitest'
import { Mapping } from './contract.ts'
import { mapRow, parseTime } from './map-row.ts'
import { fieldsOf, suggestMapping } from './suggest.ts'

const local = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`)
const mapping = Mapping.parse({
  kind: { value: 'output' },
  key: { field: 'id' },
  happenedAt: { field: 'day' },
  person: { field: 'worker' },
  subject: { field: 'data.batch' },
  subjectType: 'batch',
  dimensions: [{ name: 'line', from: { field: 'line', map: { A: 'first', B: 'second' } } }],
  measures: [{ name: 'costFen', from: { field: 'cost' }, factor: 100 }],
  only: [{ field: 'state', is: ['done', '1'] }],
})
const row = {
  id: 7,
  day: '2026-03-02',
  worker: 'P1',
  line: 'A',
  cost: '1,501.50',
  state: 'done',
  data: { batch: 'B1' },
}

test('a row becomes a fact by the mapping: constants, paths, named values, factors', () => {
  expect(mapRow(row, mapping, local)).toEqual({
    kind: 'output',
    key: '7',
    happenedAt: '2026-03-02T04:00:00.000Z',
    personNumber: 'P1',
    subject: { key: 'B1', type: 'batch' },
    dimensions: { line: 'first' },
    measures: { costFen: 150_150 },
  })
})

test.each([
  ['passed over', { state: 'open' }, null],
  ['kept when one of several fits', { state: 1 }, { key: '7' }],
  ['without a key', { id: '' }, { code: 'no-value', facts: { what: 'key', field: 'id' } }],
  ['with a list for a key', { id: [1] }, { code: 'no-value' }],
  ['with a day that is none', { day: '2026-02-30' }, { code: 'bad-time', facts: { text: '2026-02-30' } }],
  ['with words for a number', { cost: 'much' }, { code: 'bad-number', facts: { name: 'costFen', text: 'much' } }],
  ['with a value nobody named', { line: 'C' }, { code: 'not-named', facts: { field: 'line', text: 'C' } }],
  ['with the name of something every object has', { line: 'constructor' }, { code: 'not-named' }],
  ['too long', { id: 'x'.repeat(201) }, { code: 'malformed', facts: { path: 'key' } }],
  ['without a number, which is then not told', { cost: null }, { measures: {} }],
])('a row %s', (_name, parts, expected) => {
  const mapped = mapRow({ ...row, ...parts }, mapping, local)
  if (expected === null) expect(mapped).toBeNull()
  else expect(mapped).toMatchObject(expected)
})

test('fields of what every object has are none of the row', () => {
  const term = { field: '__proto__.polluted' }
  expect(mapRow(row, { ...mapping, key: term }, local)).toMatchObject({ code: 'no-value' })
  expect(mapRow(row, { ...mapping, key: { field: 'constructor.name' } }, local)).toMatchObject({ code: 'no-value' })
})

test.each([
  ['2026-03-02', '2026-03-02T04:00:00.000Z'],
  ['2026/3/2', '2026-03-02T04:00:00.000Z'],
  ['20260302', '2026-03-02T04:00:00.000Z'],
  ['2026-03-02 10:20:30', '2026-03-02T02:20:30.000Z'],
  ['2026-03-02T10:20', '2026-03-02T02:20:00.000Z'],
  ['2026-03-02 10:20:30.123456+08', '2026-03-02T02:20:30.123Z'],
  ['2026-03-02T10:20:30Z', '2026-03-02T10:20:30.000Z'],
  ['2026-03-02T10:20:30-0530', '2026-03-02T15:50:30.000Z'],
  ['1772418030', '2026-03-02T02:20:30.000Z'],
  ['1772418030123', '2026-03-02T02:20:30.123Z'],
])('%s is understood as a time', (text, expected) => {
  expect(parseTime(text, local)?.toISOString()).toBe(expected)
})

test.each(['', 'yesterday', '2026-13-01', '2026-03-02 25:00', '02.03.2026', '99'])('“%s” is not', (text) => {
  expect(parseTime(text, local)).toBeUndefined()
})

test('a mapping is suggested from names and values, in English and Chinese', () => {
  const rows = [{ 单号: 'PO-1', 采购日期: '2026-03-02', 采购员: 'P3', 供应商: 'S1', 金额: '120.5', 类别: '包装' }]
  expect(suggestMapping('sql', fieldsOf(rows))).toMatchObject({
    key: { field: '单号' },
    happenedAt: { field: '采购日期' },
    person: { field: '采购员' },
    subject: { field: '供应商' },
    subjectType: 'supplier',
    measures: [{ name: '金额', from: { field: '金额' } }],
    dimensions: [{ name: '类别', from: { field: '类别' } }],
  })
  const order = { BuyerNo: 'P3', SupplierNo: 'S1', OrderNo: 'PO-1', ChangedAt: '2026-03-02T02:00:00Z', Saved: 12 }
  expect(suggestMapping('rest', fieldsOf([order]))).toMatchObject({
    key: { field: 'OrderNo' },
    happenedAt: { field: 'ChangedAt' },
    person: { field: 'BuyerNo' },
    subject: { field: 'SupplierNo' },
    subjectType: 'supplier',
    measures: [{ name: 'Saved' }],
  })
  const event = {
    specversion: '1.0',
    id: 'e1',
    source: '/crm',
    type: 'won',
    time: '2026-03-02T02:00:00Z',
    data: { sales_user: 'P1', customer_id: 'C1', value: 5 },
  }
  expect(suggestMapping('webhook', fieldsOf([event]))).toMatchObject({
    key: { field: 'id' },
    happenedAt: { field: 'time' },
    person: { field: 'data.sales_user' },
    subject: { field: 'data.customer_id' },
    measures: [{ name: 'value', from: { field: 'data.value' } }],
    dimensions: [],
  })
})
