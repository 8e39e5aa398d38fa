import { expect, test } from 'vitest'
import type { TimelineEntry } from '../../contract.ts'
import { changesSince } from './use-news.ts'

const entry = (seq: number, by: string, changes: TimelineEntry['changes']): TimelineEntry => ({
  seq,
  at: '2026-11-22T00:00:00Z',
  do: 'submit',
  by: { id: by, name: by },
  byName: null,
  onBehalfOf: null,
  step: null,
  stepName: null,
  to: null,
  toName: null,
  people: [],
  decision: null,
  opinion: null,
  reason: null,
  signature: null,
  changes,
  notes: [],
})

test('several changes of a field since the last look read as one, from what it was then', () => {
  const timeline = [
    entry(1, 'a', [{ field: 'days', before: null, after: 1 }]),
    entry(2, 'a', [{ field: 'days', before: 1, after: 2 }]),
    entry(3, 'a', [{ field: 'days', before: 2, after: 5 }]),
  ]
  expect(changesSince(timeline, 1, 'me')).toEqual([{ field: 'days', before: 1, after: 5 }])
  expect(changesSince(timeline, 3, 'me')).toEqual([])
})

test('what I changed myself is no news to me', () => {
  expect(changesSince([entry(2, 'me', [{ field: 'days', before: 1, after: 2 }])], 1, 'me')).toEqual([])
})
