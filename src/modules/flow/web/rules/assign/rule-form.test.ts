import { expect, test } from 'vitest'
import type { Rule } from '../../../contract.ts'
import { faultOf, fieldsAsked, formFrom, freshLine, isNamed, lostLines, moved, newRule, sentForm } from './rule-form.ts'

const pool = { kind: 'unit-members', unit: 'sales' } as const
const when = { field: 'kind', op: 'is', value: 'bulk' } as const
const rule: Rule = {
  id: 'r',
  name: { en: 'First contact' },
  cases: [
    { id: 'bulk', when, pool, method: 'turn' },
    { id: 'rest', when: null, pool, method: 'load' },
  ],
  version: 1,
  changedByName: '',
  changedAt: '',
  given: {},
  flows: [],
  names: {},
}

test('a rule comes back as it was', () => {
  expect(sentForm(formFrom(rule), [])).toEqual({ name: rule.name, cases: rule.cases })
})

test('a new line takes an id that no line ever had, so that it does not take over what another has given', () => {
  const form = formFrom(rule)
  const first = freshLine(form.lines)
  const lines = [...form.lines, first, freshLine([...form.lines, first])]
  expect(new Set(lines.map((line) => line.key)).size).toBe(4)
  expect(sentForm({ ...form, lines }, ['line-1', 'bulk']).cases.map(({ id }) => id)).toEqual([
    'bulk',
    'rest',
    'line-2',
    'line-3',
  ])
})

test('lines move up and down, not out of the list', () => {
  const { lines } = formFrom(rule)
  expect(moved(lines, 'rest', -1).map(({ key }) => key)).toEqual(['rest', 'bulk'])
  expect(moved(lines, 'bulk', 1).map(({ key }) => key)).toEqual(['rest', 'bulk'])
  expect(moved(lines, 'bulk', -1)).toBe(lines)
  expect(moved(lines, 'rest', 1)).toBe(lines)
})

test('what stands behind a line for everything never counts', () => {
  const { lines } = formFrom(rule)
  expect([...lostLines(lines)]).toEqual([])
  expect([...lostLines(moved(lines, 'rest', -1))]).toEqual(['bulk'])
})

test('what stands against a rule is told with its line', () => {
  const form = formFrom(rule)
  const [bulk, rest] = form.lines
  if (!bulk || !rest) throw new Error('two lines')
  expect(faultOf(form)).toBeUndefined()
  expect(faultOf({ ...form, name: { en: ' ' } })).toEqual({ fault: 'nameMissing' })
  expect(faultOf({ ...form, lines: [{ ...bulk, when: { field: 'kind', op: 'is' } }, rest] })).toEqual({
    fault: 'conditionMissing',
    key: 'bulk',
  })
  expect(faultOf({ ...newRule(), name: { en: 'x' } })).toMatchObject({ fault: 'poolMissing' })
  expect([isNamed({ kind: 'unit-head' }), isNamed({ kind: 'people', people: [] })]).toEqual([true, false])
})

test('the fields of a condition, each as the form knows it', () => {
  expect(fieldsAsked({ any: [when, { not: { all: [{ field: 'days.from', op: 'filled' }] } }] })).toEqual([
    'kind',
    'days',
  ])
  expect(fieldsAsked(null)).toEqual([])
})
