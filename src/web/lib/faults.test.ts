import { expect, test } from 'vitest'
import * as z from 'zod'
import { localText } from '#core/local-text'
import { faultText, isNeeded, tidy } from './faults.ts'

const schema = z.object({
  id: z.uuid(),
  name: z.string().trim().min(2).max(5),
  note: z.string().trim().max(5).default(''),
  email: z.email().optional(),
  until: z.iso.date().nullable(),
  limit: z.int().min(1).max(1000),
  count: z.coerce.number().int().optional(),
  labels: localText(10),
  ids: z.array(z.string()).min(1),
})

test('an empty field is left out, null or kept, as the schema wants it; what it does not name is dropped', () => {
  const values = { name: '', note: '', email: '', until: '', limit: null, count: '', other: 1 }
  expect(tidy(schema, values)).toEqual({
    id: undefined,
    name: '',
    note: '',
    until: null,
    limit: null,
    labels: undefined,
    ids: undefined,
  })
})

test('needed is what may neither be missing nor empty', () => {
  const needed = Object.keys(schema.shape).filter((key) => isNeeded(schema, key))
  expect(needed).toEqual(['id', 'name', 'limit', 'labels', 'ids'])
  expect(isNeeded(schema, 'labels.en')).toBe(true)
})

test.each([
  ['name', '', 'missing'],
  ['name', 'a', 'short 2'],
  ['name', 'abcdef', 'long 5'],
  ['limit', null, 'missing'],
  ['limit', 0, 'small 1'],
  ['limit', 1.5, 'whole'],
  ['limit', 2000, 'big 1000'],
  ['email', 'x', 'email'],
  ['until', '2026-02-30', 'format'],
  ['ids', [], 'few 1'],
])('%s = %j', (field, value, text) => {
  const say = (key: string, facts?: Readonly<Record<string, unknown>>) =>
    [key.replace('fault.', ''), facts?.['limit']].filter((part) => part !== undefined).join(' ')
  const { error } = schema.safeParse({ [field]: value })
  const issue = error?.issues.find((each) => each.path[0] === field)
  expect(issue && faultText(issue, value, say)).toBe(text)
})
