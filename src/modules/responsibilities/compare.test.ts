import { expect, test } from 'vitest'
import { Cadence, Handling } from '#core/cadence'
import { differences, same, targetChanges } from './compare.ts'
import { ordinaryThresholds, type Duty, type Indicator } from './shapes.ts'

const retention: Indicator = {
  id: '1',
  key: 'retention',
  name: { en: 'Retention' },
  unit: '%',
  direction: 'up',
  target: 0.85,
  weightPermille: 1000,
  period: 'month',
  measure: { kind: 'figure', figure: { take: 'count', fact: 'x', where: [] } },
  localTargets: [],
  targetRule: { kind: 'fixed' },
  holderTargets: [],
  owner: null,
  thresholds: ordinaryThresholds,
}
const call: Duty = {
  id: '2',
  key: 'call',
  name: { en: 'Call' },
  steps: [],
  cadence: Cadence.parse({ every: 'week', times: 5 }),
  form: { fields: [], photo: 'optional' },
  factKind: 'call',
  handling: Handling.parse({}),
}
const before = {
  name: { en: 'Keeping customers' },
  purpose: {},
  activities: [{ en: 'a' }, { en: 'b' }],
  inputs: [],
  outputs: [],
  capabilities: [],
  processRules: [],
  knowledge: [],
  indicators: [retention],
  duties: [call],
  rights: [],
  parts: [],
}

test('a version equals itself, also with its lines in another order and its ids new', () => {
  const again = { ...before, activities: before.activities.toReversed(), indicators: [{ ...retention, id: '9' }] }
  expect(differences(before, again)).toEqual([])
})

test('each difference is told with what it was and what it becomes', () => {
  const after = {
    ...before,
    name: { en: 'Keeping merchants' },
    activities: [{ en: 'a' }, { en: 'c' }],
    indicators: [{ ...retention, target: 0.88 }],
    duties: [{ ...call, key: 'report', name: { en: 'Report' } }],
  }
  expect(differences(before, after)).toMatchObject([
    { part: 'text', field: 'name', kind: 'changed' },
    { part: 'line', field: 'activities', kind: 'removed', before: { en: 'b' } },
    { part: 'line', field: 'activities', kind: 'added', after: { en: 'c' } },
    { part: 'indicator', field: 'target', kind: 'changed', about: { en: 'Retention' }, before: 0.85, after: 0.88 },
    { part: 'duty', kind: 'added', about: { en: 'Report' } },
    { part: 'duty', kind: 'removed', about: { en: 'Call' } },
  ])
})

test('moved targets are found by key', () => {
  expect(targetChanges([retention], [{ ...retention, name: { en: 'Kept' }, target: 0.88 }])).toMatchObject([
    { from: 0.85, to: 0.88 },
  ])
  expect(targetChanges([retention], [{ ...retention, key: 'other', target: 0.88 }])).toEqual([])
})

test('the order of keys does not make a difference', () => {
  expect(same({ a: 1, b: [{ c: 1, d: 2 }] }, { b: [{ d: 2, c: 1 }], a: 1 })).toBe(true)
  expect(same({ a: 1 }, { a: 1, b: null })).toBe(false)
})
