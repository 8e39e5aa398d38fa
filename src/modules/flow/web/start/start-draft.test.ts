import { expect, test } from 'vitest'
import { decisiveValues, emptyDraft, isTouched, sentValues } from './start-draft.ts'

const label = { en: 'x', 'zh-CN': 'x' }
const field = (key: string, kind: string, more: object = {}) => ({
  key,
  kind,
  label,
  required: false,
  choices: [],
  ...more,
})
const form = {
  photo: 'none',
  fields: [
    field('days', 'number'),
    field('proof', 'text'),
    field('twice', 'computed', { expression: 'days*2', result: 'number' }),
    field('paidOn', 'day'),
  ],
  rules: [{ when: { field: 'days', op: 'above', value: 3 }, do: 'show', fields: ['proof'] }],
}

test('what rules hide, what is computed and what one may not write is not sent', () => {
  const start = { form, rights: { paidOn: 'read' as const } }
  const values = { days: 2, proof: 'left from before', paidOn: '2026-11-22', unknown: 1 }
  expect(sentValues(start, values)).toEqual({ days: 2 })
  expect(sentValues(start, { ...values, days: 4 })).toEqual({ days: 4, proof: 'left from before' })
})

test('the preview is asked with what decides on the course alone', () => {
  expect(decisiveValues({ decisive: ['days', 'kind'] }, { days: 2, kind: '', reason: 'x' })).toEqual({ days: 2 })
})

test('an empty form is not kept as a draft', () => {
  expect(isTouched(emptyDraft)).toBe(false)
  expect(isTouched({ ...emptyDraft, values: { days: null } })).toBe(false)
  expect(isTouched({ ...emptyDraft, values: { days: 1 } })).toBe(true)
})
