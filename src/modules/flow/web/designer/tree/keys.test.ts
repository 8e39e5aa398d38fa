import { expect, test } from 'vitest'
import { readDefinition } from '#core/flow'
import { stopAfter, stopsOf } from './keys.ts'

const person = (id: string) => ({ kind: 'approve', id, who: { kind: 'initiator' } })
const read = readDefinition({
  id: 'f',
  steps: [
    person('a'),
    { kind: 'branch', id: 'x', arms: [{ id: 'l', steps: [person('l1')] }], otherwise: [] },
    { kind: 'loop', id: 'again', until: { all: [] }, limit: 2, steps: [person('in')] },
  ],
})
if ('misread' in read) throw new Error('the sample does not read')
const stops = stopsOf(read.definition.steps)

test('everything can be reached from top to bottom, with its level', () => {
  expect(stops.map((stop) => `${stop.level} ${stop.id}`)).toEqual([
    '1 start',
    '1 a',
    '1 x',
    '2 l',
    '3 l1',
    '2 x.otherwise',
    '1 again',
    '2 in',
    '1 end',
  ])
})

test('a new step comes behind a step, and first in an arm', () => {
  const at = (id: string) => stops.find((stop) => stop.id === id)?.insert
  expect([at('start'), at('a'), at('l'), at('l1'), at('x.otherwise'), at('in'), at('end')]).toEqual([
    { row: '', index: 0 },
    { row: '', index: 1 },
    { row: 'l', index: 0 },
    { row: 'l', index: 1 },
    { row: 'x.otherwise', index: 0 },
    { row: 'again', index: 1 },
    { row: '', index: 3 },
  ])
})

test('arrows', () => {
  const after = (id: string, key: string) => stopAfter(stops, id, key)
  expect([after('a', 'ArrowDown'), after('a', 'ArrowUp'), after('a', 'ArrowRight')]).toEqual(['x', 'start', undefined])
  expect([after('x', 'ArrowRight'), after('l', 'ArrowRight'), after('l1', 'ArrowLeft')]).toEqual(['l', 'l1', 'l'])
  expect([after('in', 'ArrowLeft'), after('in', 'Home'), after('in', 'End'), after('end', 'ArrowDown')]).toEqual([
    'again',
    'start',
    'end',
    undefined,
  ])
})
