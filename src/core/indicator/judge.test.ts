import { expect, test } from 'vitest'
import { attainment, climbs, fulfilment, light, worst, type Judged, type Light } from './judge.ts'
import type { Measure } from './measure.ts'

test.each([
  ['half of the target', 5, 10, 'up', 0.5],
  ['more than the target', 15, 10, 'up', 1.5],
  ['a loss is not below zero', -5, 10, 'up', 0],
  ['no value', null, 10, 'up', null],
  ['a target of zero is reached by zero', 0, 0, 'up', 1],
  ['a negative target is reached above it', -3, -5, 'up', 1],
  ['a negative target is missed below it', -10, -5, 'up', 0],
  ['less is better and it is less', 2, 3, 'down', 1],
  ['less is better and it is twice as much', 6, 3, 'down', 0.5],
  ['none allowed and none there', 0, 0, 'down', 1],
  ['none allowed and one there', 1, 0, 'down', 0],
  ['a negative limit missed by zero', 0, -1, 'down', 0],
] as const)('attainment: %s', (_name, value, target, direction, expected) => {
  expect(attainment(value, target, direction)).toBe(expected)
})

test.each([
  ['half done at half time', 0.5, { elapsed: 0.5, grows: true }, 'green'],
  ['a little behind', 0.4, { elapsed: 0.5, grows: true }, 'amber'],
  ['far behind', 0.39, { elapsed: 0.5, grows: true }, 'red'],
  ['done early', 1, { elapsed: 0.1, grows: true }, 'green'],
  ['nothing is due on the first day', 0, { elapsed: 0, grows: true }, 'green'],
  ['a ratio owes the whole target from the start', 0.5, { elapsed: 0.1, grows: false }, 'red'],
  ['a ratio close to it', 0.85, { elapsed: 0.1, grows: false }, 'amber'],
  ['nothing to judge by', null, { elapsed: 1, grows: true }, 'none'],
  ['another threshold', 0.85, { elapsed: 1, grows: true, amberFrom: 0.9 }, 'red'],
] as const)('light: %s', (_name, reached, options, expected) => {
  expect(light(reached, options)).toBe(expected)
})

test('a count that should stay low does not climb: over its limit is red from the first day', () => {
  const complaints: Measure = { kind: 'figure', figure: { take: 'count', fact: 'complaint', where: [] } }
  expect([climbs(complaints, 'up'), climbs(complaints, 'down')]).toEqual([true, false])
  const reached = attainment(6, 3, 'down')
  expect(light(reached, { elapsed: 0.1, grows: climbs(complaints, 'down') })).toBe('red')
})

const judged = (colour: Light, reached: number | null, weightPermille: number): Judged => ({
  light: colour,
  attainment: reached,
  weightPermille,
})

test('one red figure is not hidden behind good ones, but one without weight does not count', () => {
  expect(worst([judged('green', 1, 900), judged('red', 0.1, 100)])).toBe('red')
  expect(worst([judged('green', 1, 1000), judged('red', 0.1, 0)])).toBe('green')
  expect(worst([judged('green', 1, 0), judged('amber', 0.9, 0)])).toBe('amber')
  expect(worst([judged('none', null, 500), judged('green', 1, 500)])).toBe('green')
  expect(worst([])).toBe('none')
})

test('fulfilment weighs what is reached, counts nothing above whole and leaves out what has no value', () => {
  expect(fulfilment([judged('green', 2, 600), judged('red', 0.5, 400)])).toBeCloseTo(0.8, 12)
  expect(fulfilment([judged('none', null, 600), judged('red', 0.5, 400)])).toBe(0.5)
  expect(fulfilment([judged('green', 1, 0), judged('red', 0, 0)])).toBe(0.5)
  expect(fulfilment([judged('none', null, 1000)])).toBeNull()
})
