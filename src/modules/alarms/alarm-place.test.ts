import { expect, test } from 'vitest'
import { placeOf } from './web/alarm-place.ts'

const none = { position: null, person: null, unit: null, place: null }
const named = { name: {} }

test.each([
  [
    'a position before who sits on it',
    { ...none, position: { id: 'p', unitName: null, ...named }, person: { id: 'h', name: '' } },
    'p',
  ],
  [
    'a person whose shares pass the whole',
    { ...none, person: { id: 'h', name: '' }, place: { id: 'u', ...named } },
    'h',
  ],
  ['a closed unit that still has duties', { ...none, unit: { id: 'u', ...named } }, 'u'],
  ['what belongs to a unit alone', { ...none, place: { id: 'u', ...named } }, 'u'],
  ['nothing on the chart', none, undefined],
])('%s', (_name, alarm, id) => {
  expect(placeOf(alarm)).toBe(id)
})
