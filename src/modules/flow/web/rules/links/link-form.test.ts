import { expect, test } from 'vitest'
import { Form } from '#core/form'
import type { FlowLink } from '../../../contract.ts'
import {
  faultOf,
  filledFields,
  fittingFields,
  formFrom,
  newLink,
  sentForm,
  takesText,
  withFlow,
  withFrom,
  withTarget,
} from './link-form.ts'

const label = { en: 'x' }
const { fields } = Form.parse({
  fields: [
    { key: 'head', label, kind: 'section' },
    { key: 'note', label, kind: 'text' },
    { key: 'story', label, kind: 'long-text' },
    { key: 'price', label, kind: 'money' },
    { key: 'sum', label, kind: 'computed', result: 'money', expression: '1' },
    { key: 'people', label, kind: 'person', many: true },
    { key: 'person', label, kind: 'person' },
    { key: 'paper', label, kind: 'file' },
  ],
})
const field = (key: string) => {
  const found = fields.find((one) => one.key === key)
  if (!found) throw new Error(key)
  return found
}
const brief = (id: string) => ({ id, key: id, name: { en: id }, icon: '', category: '' })
const link: FlowLink = {
  id: 'l',
  flow: brief('a'),
  on: 'gate',
  outcome: null,
  gate: 'checked',
  target: brief('b'),
  map: { note: 'story', story: '=as always' },
  owner: { kind: 'person', personId: 'p' },
  deadline: { amount: 3, unit: 'workday' },
  onCancel: 'cascade',
  dedupe: 'person',
  isOn: false,
  version: 2,
  started: 4,
}

test('a link comes back as it was: switching it on changes nothing else', () => {
  expect(sentForm({ ...formFrom(link), isOn: true })).toEqual({
    on: 'gate',
    outcome: null,
    gate: 'checked',
    targetId: 'b',
    map: link.map,
    owner: { kind: 'person', personId: 'p' },
    deadline: link.deadline,
    onCancel: 'cascade',
    dedupe: 'person',
    isOn: true,
  })
})

test('another source forgets the fields and gates of the one before, another target what filled it', () => {
  const form = formFrom(link)
  expect(withFlow(form, 'a')).toBe(form)
  expect(withFlow(form, 'c')).toMatchObject({ gate: null, dedupe: null, map: { story: '=as always' } })
  expect(withTarget(form, 'c').map).toEqual({})
})

test('what stands against a link is told one by one', () => {
  const whole = { ...newLink, flowId: 'a', targetId: 'b' }
  expect(faultOf(whole)).toBeUndefined()
  expect(faultOf(newLink)).toBe('flowMissing')
  expect(faultOf({ ...whole, on: 'gate' })).toBe('gateMissing')
  expect(faultOf({ ...whole, targetId: null })).toBe('targetMissing')
  expect(faultOf({ ...whole, targetId: 'a' })).toBe('targetSame')
  expect(faultOf({ ...whole, ownerKind: 'field' })).toBe('ownerFieldMissing')
  expect(faultOf({ ...whole, ownerKind: 'person' })).toBe('ownerMissing')
})

test('of an end no gate is sent, of a gate no outcome; an unwritten text and a field long gone fill nothing', () => {
  const form = { ...formFrom(link), on: 'ended' as const, outcome: 'approved' as const }
  expect(sentForm(form)).toMatchObject({ outcome: 'approved', gate: null })
  expect(sentForm({ ...form, on: 'gate' })).toMatchObject({ outcome: null, gate: 'checked' })
  const odd = withFrom(withFrom(form, 'gone', 'note'), 'story', '=')
  expect(sentForm(odd, fields).map).toEqual({ note: 'story' })
  expect(withFrom(form, 'note', undefined).map).toEqual({ story: '=as always' })
})

test('a field is filled with what fits into it', () => {
  const fitting = (key: string) => fittingFields(field(key), fields).map((one) => one.key)
  expect(fitting('note')).toEqual(['note', 'story'])
  expect(fitting('price')).toEqual(['price', 'sum'])
  expect(fitting('person')).toEqual(['person'])
  expect(filledFields(fields).map((one) => one.key)).toEqual(['note', 'story', 'price', 'people', 'person'])
  expect([takesText(field('story')), takesText(field('price'))]).toEqual([true, false])
})
