import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factParts, formFaults, handInFaults, HandInForm, type HandInValue } from './index.ts'

const label = { en: 'x' }
const form = HandInForm.parse({
  photo: 'required',
  fields: [
    { key: 'customer', label, kind: 'text', required: true },
    {
      key: 'result',
      label,
      kind: 'choice',
      choices: [
        { value: 'won', label },
        { value: 'lost', label },
      ],
    },
    { key: 'amount', label, kind: 'money', min: 0 },
    { key: 'visitDay', label, kind: 'day' },
    { key: 'isNew', label, kind: 'yes-no' },
    { key: 'report', label, kind: 'long-text' },
  ],
})

test.each<[string, Record<string, HandInValue>, number, string[]]>([
  [
    'a full form has no faults',
    { customer: 'A', result: 'won', amount: 150_050, visitDay: '2026-03-01', isNew: true, report: 'x' },
    1,
    [],
  ],
  ['an empty one tells what is required', {}, 0, ['customer required', 'photo required']],
  ['spaces between are kept, an empty text is missing', { customer: '' }, 1, ['customer required']],
  ['money is whole fen and not negative', { customer: 'A', amount: 1.5 }, 1, ['amount not-a-number']],
  ['bounds are told', { customer: 'A', amount: -1 }, 1, ['amount too-small']],
  ['a choice is one of them', { customer: 'A', result: 'maybe' }, 1, ['result not-a-choice']],
  ['a day exists', { customer: 'A', visitDay: '2026-02-30' }, 1, ['visitDay not-a-day']],
  ['what is not on the form is refused', { customer: 'A', __proto__x: 1 }, 1, ['__proto__x unknown-field']],
  ['a text has an end', { customer: 'A'.repeat(201) }, 1, ['customer too-long']],
])('%s', (_name, values, photos, expected) => {
  expect(formFaults(form, values, photos).map((fault) => `${fault.field} ${fault.code}`)).toEqual(expected)
  expect(handInFaults(form, values, photos)).toEqual(formFaults(form, values, photos))
})

test('numbers become measures, choices and short texts dimensions, long texts neither', () => {
  expect(
    factParts(form, { customer: 'A', result: 'won', amount: 5, isNew: false, report: 'long', visitDay: null }),
  ).toEqual({
    dimensions: { customer: 'A', result: 'won', isNew: 'no' },
    measures: { amount: 5 },
  })
})

test('whatever is handed in, faults are told and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('customer', 'amount', 'result', 'isNew', 'other'),
        fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)),
      ),
      (values) => {
        expect(Array.isArray(formFaults(form, values, 0))).toBe(true)
        expect(handInFaults(form, values, 0)).toEqual(formFaults(form, values, 0))
      },
    ),
  )
})
