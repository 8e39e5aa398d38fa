import { expect, test } from 'vitest'
import { answersFor, asksColleague, decide, type PleaKind } from './pleas.ts'

const kinds: readonly PleaKind[] = ['help', 'hand-over', 'transfer', 'appeal']
const answers = ['accept', 'decline', 'transfer', 'excuse', 'extend', 'keep'] as const
const dueAt = new Date('2026-03-06T10:00:00Z')

test.each([
  ['help', 'accept', 'granted', 'helping', [{ do: 'let-help', personId: 'bob' }]],
  ['help', 'decline', 'refused', 'declined', []],
  ['hand-over', 'accept', 'granted', 'taken', [{ do: 'pass-on', personId: 'bob' }]],
  ['hand-over', 'decline', 'refused', 'declined', []],
  ['transfer', 'transfer', 'granted', 'transferred', [{ do: 'pass-on', personId: 'carl' }]],
  ['transfer', 'keep', 'refused', 'kept', []],
  ['appeal', 'excuse', 'granted', 'excused', [{ do: 'excuse' }]],
  ['appeal', 'extend', 'granted', 'extended', [{ do: 'extend', dueAt }]],
  ['appeal', 'keep', 'refused', 'kept', []],
] as const)('%s answered with %s is %s: %s', (kind, answer, state, outcome, effects) => {
  expect(decide({ kind, askedId: 'bob' }, answer, { personId: 'carl', dueAt })).toEqual({ state, outcome, effects })
})

test('every other answer is refused, and so is one without its part', () => {
  for (const kind of kinds)
    for (const answer of answers)
      if (!answersFor(kind).includes(answer))
        expect(() => decide({ kind, askedId: 'bob' }, answer, { personId: 'carl', dueAt })).toThrow(RangeError)
  expect(() => decide({ kind: 'transfer', askedId: 'bob' }, 'transfer')).toThrow(RangeError)
  expect(() => decide({ kind: 'appeal', askedId: 'bob' }, 'extend')).toThrow(RangeError)
})

test('help and hand-over ask a colleague, the others the superior', () => {
  expect(kinds.filter(asksColleague)).toEqual(['help', 'hand-over'])
})
