import { expect, test } from 'vitest'
import { comparable, meanOf, placesOf, within, type Seen } from './units.ts'

const units = [
  { id: 'root', parentId: null },
  { id: 'shop', parentId: 'root' },
  { id: 'bd', parentId: 'shop' },
  { id: 'north', parentId: 'bd' },
  { id: 'east', parentId: 'bd' },
  { id: 'cs', parentId: 'shop' },
]
const people = (seen: Readonly<Record<string, number>>) =>
  new Map<string, Seen>(
    Object.entries({ bd: 1, north: 6, east: 5, cs: 8 }).map(([id, all]) => [id, { all, seen: seen[id] ?? 0 }]),
  )
const all = { bd: 1, north: 6, east: 5, cs: 8 }

test('who sees all compares departments: the level with more than one of them', () => {
  expect(comparable(units, people(all), null)).toEqual({ below: 'shop', unitIds: ['bd', 'cs'] })
  expect(comparable(units, people(all), 'bd')).toEqual({ below: 'bd', unitIds: ['north', 'east'] })
})

test('a head compares the teams led, never the neighbour', () => {
  expect(comparable(units, people({ bd: 1, north: 6, east: 5 }), null)).toEqual({
    below: 'bd',
    unitIds: ['north', 'east'],
  })
})

test('a unit with one person out of sight is none to compare', () => {
  expect(comparable(units, people({ ...all, east: 4 }), null)).toEqual({ below: 'bd', unitIds: ['north'] })
  expect(comparable(units, people({ ...all, east: 4 }), 'shop')).toEqual({ below: 'shop', unitIds: ['cs'] })
})

test('somebody who sees only themselves sees no ranking', () => {
  expect(comparable(units, people({ north: 1 }), null).unitIds).toEqual([])
})

test('a unit with all below it', () => {
  expect([...within(units, 'bd')].sort()).toEqual(['bd', 'east', 'north'])
})

test('a mean of fewer than five is not told', () => {
  expect([meanOf([800, 900, 700, 600]), meanOf([800, 900, 700, 600, 500]), meanOf([1, null, 2], 1)]).toEqual([
    null,
    700,
    2,
  ])
})

test('equal figures share a place', () => {
  expect(placesOf([700, null, 900, 700, 500])).toEqual([2, null, 1, 2, 4])
})
