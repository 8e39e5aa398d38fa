import { expect, test } from 'vitest'
import { flowDataOf, flowFieldsOf, Form, formFaults, mentionsOf, readForm, settle, writeFaults } from './index.ts'

const label = { en: 'x', 'zh-CN': '甲' }
const form = Form.parse({
  fields: [
    { key: 'amount', label, kind: 'money', required: true },
    { key: 'quote', label, kind: 'file', required: true, max: 2 },
    { key: 'travel', label, kind: 'section' },
    { key: 'when', label, kind: 'period' },
    { key: 'with', label, kind: 'person', many: true },
    {
      key: 'items',
      label,
      kind: 'table',
      min: 1,
      max: 2,
      columns: [{ key: 'what', label, kind: 'text', required: true }],
    },
    { key: 'where', label, kind: 'place' },
    { key: 'sign', label, kind: 'signature' },
    { key: 'about', label, kind: 'reference', target: 'subject' },
  ],
  rules: [
    { when: { field: 'amount', op: 'above', value: 500_000 }, do: 'show', fields: ['quote'] },
    { when: { field: 'amount', op: 'above', value: 100 }, do: 'show', fields: ['travel'] },
    { when: { field: 'when.from', op: 'at-least', value: '2026-07-01' }, do: 'require', fields: ['where'] },
  ],
})
const ann = '0198f2a0-0000-7000-8000-000000000001'

test.each<[string, Record<string, unknown>, string[]]>([
  ['a small amount asks for nothing more', { amount: 100 }, []],
  ['what rules hide is not looked at', { amount: 100, quote: 'junk' }, []],
  ['a great one asks for the quote', { amount: 500_001 }, ['quote required']],
  ['files have an id and a name', { amount: 500_001, quote: ['a'] }, ['quote not-a-file']],
  ['a day of a period decides', { amount: 200, when: { from: '2026-07-01', until: '2026-07-02' } }, ['where required']],
  ['a period runs forwards', { amount: 200, when: { from: '2026-06-02', until: '2026-06-01' } }, ['when not-a-period']],
  ['people are ids', { amount: 200, with: [ann, 'bob'] }, ['with not-a-person']],
  ['each once', { amount: 200, with: [ann, ann] }, ['with not-a-person']],
  [
    'a table has rows with their cells',
    { amount: 200, items: [{ what: '' }, { what: 'x', y: 1 }] },
    ['items/0/what required', 'items/1/y unknown-field'],
  ],
  ['but not too many', { amount: 200, items: [{}, {}, {}] }, ['items too-many']],
  [
    'a place is words or coordinates',
    { amount: 200, where: { latitude: 91, longitude: 0, text: '' } },
    ['where not-a-place'],
  ],
  ['a signature has a name', { amount: 200, sign: { name: 'Ann', fileId: 'x' } }, ['sign not-a-signature']],
  ['a reference has an id', { amount: 200, about: { label: 'x' } }, ['about not-a-reference']],
])('%s', (_name, values, expected) => {
  const said = formFaults(form, values).map(({ field, row, column, code }) =>
    [[field, row, column].filter((part) => part !== undefined).join('/'), code].join(' '),
  )
  expect(said).toEqual(expected)
})

test('a section hides all that stands in it', () => {
  expect([...settle(form, { amount: 1 }).shown]).toEqual(['amount'])
})

test('flows read a period as two days and know the kinds', () => {
  const values = { amount: 200, when: { from: '2026-07-01', until: '2026-07-02' }, with: [ann] }
  expect(flowDataOf(form, values)).toMatchObject({
    amount: 200,
    when: '2026-07-01/2026-07-02',
    'when.from': '2026-07-01',
    with: [ann],
    quote: null,
  })
  expect(flowFieldsOf(form).map(({ key, kind, required }) => `${key} ${kind} ${required}`)).toEqual([
    'amount money true',
    'quote other false',
    'when other false',
    'when.from day false',
    'when.until day false',
    'with person false',
    'items other false',
    'where other false',
    'sign other false',
    'about other false',
  ])
})

test('what the values point to is listed once', () => {
  const values = { with: [ann], sign: { name: 'x', fileId: ann }, about: { id: 'batch-7', label: '7', type: 'batch' } }
  expect(mentionsOf(form, values)).toEqual({
    persons: [ann],
    units: [],
    files: [ann],
    references: [{ target: 'subject', id: 'batch-7' }],
  })
})

test.each<[string, Record<string, unknown>, boolean, string[]]>([
  ['a draft may lack what is required', { amount: null }, true, []],
  ['a decision may not', { amount: null }, false, ['amount required']],
  ['but must be right as far as it goes', { amount: 1.5 }, true, ['amount not-a-number']],
  [
    'a field that is only read may be sent back as it is',
    { when: { until: '2026-03-02', from: '2026-03-01' } },
    true,
    [],
  ],
  ['not otherwise', { when: null }, true, ['when not-writable']],
  ['layout and strangers hold nothing', { travel: 1, z: 1 }, true, ['travel unknown-field', 'z unknown-field']],
])('%s', (_name, change, isDraft, expected) => {
  const before = { amount: 200, when: { from: '2026-03-01', until: '2026-03-02' } }
  const faults = writeFaults(form, { amount: 'write' }, before, change, { isDraft })
  expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual(expected)
})

test('a form from outside is read, or told what is wrong', () => {
  expect(readForm({ fields: [{ key: 'a', label, kind: 'text' }] })).toHaveProperty('form')
  expect(readForm({ fields: [{ key: 'A', label, kind: 'text' }] })).toEqual({
    problems: [{ code: 'malformed', message: expect.stringContaining('fields.0.key') }],
  })
  expect(readForm({ fields: [{ key: 'a', label, kind: 'choice' }] })).toEqual({
    problems: [{ code: 'no-choices', field: 'a' }],
  })
})
