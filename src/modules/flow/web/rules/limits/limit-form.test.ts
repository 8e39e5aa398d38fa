import { expect, test } from 'vitest'
import { Form } from '#core/form'
import { faultOf, isMoney, newLimit, numericFields, sentForm, withField } from './limit-form.ts'

const label = { en: 'x' }
const { fields } = Form.parse({
  fields: [
    { key: 'note', label, kind: 'text' },
    { key: 'count', label, kind: 'number' },
    { key: 'price', label, kind: 'money' },
    { key: 'total', label, kind: 'computed', result: 'money', expression: '1' },
    { key: 'days', label, kind: 'computed', result: 'number', expression: '1' },
    { key: 'said', label, kind: 'computed', result: 'text', expression: '""' },
  ],
})

test('only numbers are offered, and money is known', () => {
  expect(numericFields(fields).map(({ key }) => key)).toEqual(['count', 'price', 'total', 'days'])
  expect(
    numericFields(fields)
      .filter(isMoney)
      .map(({ key }) => key),
  ).toEqual(['price', 'total'])
})

test('what stands against a limit is told one by one', () => {
  const whole = { ...newLimit, flowId: 'f', field: 'price', atMost: 500_000 }
  expect(faultOf(whole)).toBeUndefined()
  expect(sentForm(whole)).toMatchObject({ field: 'price', atLeast: null, atMost: 500_000 })
  expect(faultOf(newLimit)).toBe('flowMissing')
  expect(faultOf({ ...whole, field: null })).toBe('fieldMissing')
  expect(faultOf({ ...whole, atMost: null })).toBe('boundMissing')
  expect(faultOf({ ...whole, atLeast: 500_001 })).toBe('boundsBackwards')
  expect(faultOf({ ...whole, atLeast: 0, atMost: 0 })).toBeUndefined()
  expect(faultOf({ ...whole, tell: { kind: 'position', position: '' } })).toBe('tellMissing')
})

test('another field has other bounds: fen are no pieces', () => {
  const form = { ...newLimit, field: 'price', atMost: 500_000 }
  expect(withField(form, 'price')).toBe(form)
  expect(withField(form, 'count')).toMatchObject({ field: 'count', atMost: null })
})
