import { expect, test } from 'vitest'
import { moved, roleOfKey, toggled } from './letters.ts'

test('letters are roles whatever their case; other keys are none', () => {
  expect(['a', 'R', 'c', 'I', 'x', 'Enter'].map(roleOfKey)).toEqual([
    'accountable',
    'responsible',
    'consulted',
    'informed',
    undefined,
    undefined,
  ])
})

test('a role pressed twice is gone again', () => {
  expect(toggled(toggled(['informed'], 'accountable'), 'accountable')).toEqual(['informed'])
})

test('arrows stay within the table', () => {
  const at = { row: 0, column: 2 }
  const keys = ['ArrowUp', 'ArrowRight', 'ArrowDown', 'Home', 'End', 'a']
  expect(keys.map((key) => moved(at, key, 2, 3))).toEqual([
    at,
    at,
    { row: 1, column: 2 },
    { row: 0, column: 0 },
    at,
    undefined,
  ])
})
