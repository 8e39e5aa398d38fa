import { expect, test } from 'vitest'
import { dayIn, instantOf } from './clock.ts'
import { randomUUIDv7 } from './ids.ts'

test.each([
  ['Asia/Shanghai', '2026-03-04T15:59:59Z', '2026-03-04'],
  ['Asia/Shanghai', '2026-03-04T16:00:00Z', '2026-03-05'],
  ['America/New_York', '2026-03-04T04:59:59Z', '2026-03-03'],
  ['Asia/Kathmandu', '2026-03-04T18:15:00Z', '2026-03-05'],
])('the day in %s at %s is %s', (timeZone, at, expected) => {
  expect(dayIn(timeZone, new Date(at))).toBe(expected)
})

test.each([
  ['Asia/Shanghai', '2026-03-04', '18:00', '2026-03-04T10:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
  ['America/New_York', '2026-11-01', '12:00', '2026-11-01T17:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-01-01', '00:00', '2025-12-31T13:00:00.000Z'],
])('in %s, %s %s begins at %s', (timeZone, on, time, expected) => {
  expect(instantOf(timeZone, on, time).toISOString()).toBe(expected)
})

test('ids are of version 7, in the order they were made, also within a millisecond, and never the same', () => {
  const at = (ms: number) => new Date(1_772_000_000_000 + ms)
  const ids = Array.from({ length: 20_000 }, (_, index) => randomUUIDv7(at(index >> 3)))
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(Array.from({ length: 3000 }, () => randomUUIDv7(at(0)))).size).toBe(3000)
})
