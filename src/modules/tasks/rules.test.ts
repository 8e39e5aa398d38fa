import { expect, test } from 'vitest'
import { mayCallOff, mayTakeBack } from './rules.ts'

test('of one’s own work only what one gave oneself may be called off', () => {
  expect(mayCallOff({ personId: 'me', givenBy: null }, 'me')).toBe(false)
  expect(mayCallOff({ personId: 'me', givenBy: 'boss' }, 'me')).toBe(false)
  expect(mayCallOff({ personId: 'me', givenBy: 'me' }, 'me')).toBe(true)
  expect(mayCallOff({ personId: 'me', givenBy: null }, 'boss')).toBe(true)
})

test('an entry may be taken back up to the last minute of its hours', () => {
  const at = new Date('2026-03-04T00:00:00Z')
  expect(mayTakeBack(at, new Date('2026-03-04T02:00:00Z'), 2)).toBe(true)
  expect(mayTakeBack(at, new Date('2026-03-04T02:00:01Z'), 2)).toBe(false)
})
