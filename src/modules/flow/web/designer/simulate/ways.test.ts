import { expect, test } from 'vitest'
import { readDefinition } from '#core/flow'
import { waysThrough } from './ways.ts'

const person = (id: string) => ({ kind: 'approve', id, who: { kind: 'initiator' } })
const arms = (...ids: string[]) => ids.map((id) => ({ id: `to-${id}`, steps: [person(id)] }))
const ways = (steps: unknown[], most?: number) => {
  const read = readDefinition({ id: 'f', steps })
  if ('misread' in read) throw new Error(JSON.stringify(read.misread))
  const found = waysThrough(read.definition.steps, most)
  return [...found.ways.map((way) => way.steps.map((step) => step.id).join(' ')), ...(found.isCut ? ['…'] : [])]
}

test('a choice has a way for each arm, and the one otherwise', () => {
  expect(ways([person('a'), { kind: 'branch', id: 'x', arms: arms('b', 'c'), otherwise: [] }, person('d')])).toEqual([
    'a b d',
    'a c d',
    'a d',
  ])
})

test('what runs side by side is one way; what applies together each alone and all at once', () => {
  expect(ways([{ kind: 'parallel', id: 'p', arms: arms('b', 'c') }])).toEqual(['b c'])
  expect(ways([{ kind: 'inclusive', id: 'p', arms: arms('b', 'c'), otherwise: [person('d')] }])).toEqual([
    'b',
    'c',
    'b c',
    'd',
  ])
  expect(ways([{ kind: 'race', id: 'p', arms: arms('b', 'c') }])).toEqual(['b', 'c'])
})

test('an end ends its way only', () => {
  const stop = { kind: 'end', id: 'stop', outcome: 'rejected' }
  expect(ways([{ kind: 'branch', id: 'x', arms: [{ id: 'l', steps: [stop] }], otherwise: [] }, person('a')])).toEqual([
    'stop',
    'a',
  ])
})

test('there may be more ways than anybody reads', () => {
  const many = Array.from({ length: 10 }, (_, n) => ({
    kind: 'branch',
    id: `x${n}`,
    arms: [{ id: `l${n}`, steps: [] }],
    otherwise: [],
  }))
  const found = ways(many, 20)
  expect([found.length, found.at(-1)]).toEqual([21, '…'])
})
