import { expect, test } from 'vitest'
import { readDefinition, type Definition } from '#core/flow'
import { differences } from './diff.ts'

const person = (id: string, rest = {}) => ({ kind: 'approve', id, who: { kind: 'initiator' }, ...rest })
function flow(steps: unknown[], rest = {}): Definition {
  const found = readDefinition({ id: 'f', steps, ...rest })
  if ('misread' in found) throw new Error(JSON.stringify(found.misread))
  return found.definition
}
const told = (before: Definition, after: Definition) =>
  differences(before, after).map((one) =>
    [one.mark, one.what, one.id, ...one.fields.map((field) => field.field)].join(' '),
  )
const branch = (l: unknown[], r: unknown[], more = {}) => ({
  kind: 'branch',
  id: 'x',
  arms: [
    { id: 'l', steps: l },
    { id: 'r', steps: r },
  ],
  ...more,
})

test('nothing is different in the same flow, whatever the order of keys', () => {
  const one = flow([person('a', { deadline: { limit: { amount: 1, unit: 'day' } } })])
  const same = JSON.parse(JSON.stringify(one)) as Definition
  const step = same.steps[0] as Record<string, unknown>
  same.steps = [Object.fromEntries(Object.entries(step).toReversed())] as never
  expect(told(one, same)).toEqual([])
})

test('added, removed, changed with what is different', () => {
  const before = flow([person('a'), person('b')])
  const after = flow([person('a', { name: 'A', mandatory: true }), person('c')])
  expect(told(before, after)).toEqual(['changed step a name mandatory', 'added step c', 'removed step b'])
})

test('moved into an arm, and moved past others: as few as possible', () => {
  expect(told(flow([person('a'), branch([], [])]), flow([branch([person('a')], [])]))).toEqual(['moved step a'])
  const row = (ids: string) => flow([...ids].map((id) => person(id)))
  expect(told(row('abcd'), row('bcda'))).toEqual(['moved step a'])
  expect(told(row('abcd'), row('dabc'))).toEqual(['moved step d'])
})

test('moved and changed at once is told as moved, with what changed', () => {
  expect(told(flow([person('a'), branch([], [])]), flow([branch([], [person('a', { name: 'A' })])]))).toEqual([
    'moved step a name',
  ])
})

test('arms and the way otherwise are things of their own', () => {
  const before = flow([branch([], [])])
  const arm = { id: 'l', name: 'Large', when: { field: 'sum', op: 'above', value: 5 }, steps: [] }
  const after = flow([{ kind: 'branch', id: 'x', arms: [arm, { id: 'n', steps: [] }], otherwise: [] }])
  expect(told(before, after)).toEqual([
    'changed arm l name when',
    'added arm n',
    'added arm x.otherwise',
    'removed arm r',
  ])
})

test('settings of the flow itself', () => {
  const proofs = [{ step: 'a', before: 'b' }]
  expect(
    told(flow([person('a'), person('b')]), flow([person('a'), person('b')], { proofs, withdraw: 'never' })),
  ).toEqual(['changed flow f withdraw proofs'])
})
