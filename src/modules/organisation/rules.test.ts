import { describe, expect, test } from 'vitest'
import {
  appended,
  closed,
  dayWithoutMain,
  heaviestShare,
  roomForMain,
  shifted,
  versionFor,
  withdrawn,
} from './rules.ts'

const span = (id: string, from: string, until: string | null = null) => ({ id, from, until })
const two = [span('a', '2025-01-01', '2026-01-01'), span('b', '2026-01-01')]

describe('a timeline', () => {
  test('a further version ends the last the day it begins', () => {
    expect(appended(two, '2026-05-01')).toEqual({
      moves: [span('b', '2026-01-01', '2026-05-01')],
      opens: { from: '2026-05-01', until: null },
    })
  })
  test('one that would begin before or with the last is refused with that day', () => {
    expect(appended(two, '2026-01-01')).toEqual({ refused: 'not-after-last', last: '2026-01-01' })
  })
  test('nothing is appended to what is closed', () => {
    expect(appended([span('a', '2025-01-01', '2026-01-01')], '2026-01-01')).toEqual({
      refused: 'closed',
      until: '2026-01-01',
    })
  })
  test('a version that moves takes the end of the one before along, and the shrinking one goes first', () => {
    expect(shifted(two, 'b', '2025-06-01')).toEqual({
      moves: [span('a', '2025-01-01', '2025-06-01'), span('b', '2025-06-01')],
    })
    expect(shifted(two, 'b', '2026-06-01')).toEqual({
      moves: [span('b', '2026-06-01'), span('a', '2025-01-01', '2026-06-01')],
    })
  })
  test('it can move neither before the one before nor behind its own end', () => {
    expect(shifted(two, 'b', '2025-01-01')).toMatchObject({ refused: 'not-after-last' })
    expect(shifted(two, 'a', '2026-01-01')).toMatchObject({ refused: 'ends-before-it-begins' })
  })
  test('a version whose day has not come is withdrawn, and the one before runs on', () => {
    expect(withdrawn(two, 'b', '2025-12-31')).toEqual({ removes: 'b', moves: [span('a', '2025-01-01')] })
    expect(withdrawn(two, 'b', '2026-01-01')).toEqual({ refused: 'already-begun', from: '2026-01-01' })
    expect(withdrawn([span('a', '2027-01-01')], 'a', '2026-01-01')).toEqual({ refused: 'only-version' })
  })
  test('it is closed after its last change, and opened again', () => {
    expect(closed(two, '2026-03-01')).toEqual({ moves: [span('b', '2026-01-01', '2026-03-01')] })
    expect(closed(two, '2025-06-01')).toEqual({ refused: 'changes-later', from: '2026-01-01' })
    expect(closed([span('a', '2025-01-01', '2025-02-01')], null)).toEqual({ moves: [span('a', '2025-01-01')] })
  })
  test.each([
    ['2025-06-01', 'a'],
    ['2026-01-01', 'b'],
    ['2024-01-01', 'a'],
  ])('on %s version %s is shown', (on, id) => expect(versionFor(two, on)?.id).toBe(id))
})

describe('seats', () => {
  const seat = (kind: string, sharePermille: number, from: string, until: string | null = null) => ({
    id: `${kind}${from}`,
    kind,
    sharePermille,
    from,
    until,
  })
  test.each([
    [
      'main and concurrent that meet add up',
      [seat('main', 800, '2026-01-01'), seat('concurrent', 300, '2026-03-01')],
      1100,
    ],
    [
      'one that ended the day before does not count',
      [seat('main', 800, '2026-01-01', '2026-03-01'), seat('main', 500, '2026-03-01')],
      800,
    ],
    [
      'the heaviest day counts, wherever it lies',
      [
        seat('main', 500, '2026-01-01'),
        seat('acting', 500, '2026-02-01', '2026-03-01'),
        seat('acting', 400, '2026-03-01'),
      ],
      1000,
    ],
  ])('%s', (_name, seats, total) => {
    expect(heaviestShare(seats, { from: '2026-01-01', until: null })).toBe(total)
  })
  test('a day without main seat is found, after the main one ends or before it begins', () => {
    expect(dayWithoutMain([seat('main', 800, '2026-01-01'), seat('concurrent', 200, '2026-02-01')])).toBeNull()
    expect(dayWithoutMain([seat('main', 800, '2026-01-01', '2026-05-01'), seat('concurrent', 200, '2026-02-01')])).toBe(
      '2026-05-01',
    )
    expect(dayWithoutMain([seat('concurrent', 200, '2025-12-01'), seat('main', 800, '2026-01-01')])).toBe('2025-12-01')
  })
  test('a new main seat ends the running one; a later one is in the way', () => {
    const running = seat('main', 1000, '2026-01-01')
    expect(roomForMain([running], '2026-04-01')).toEqual({ ends: running })
    expect(roomForMain([running], '2026-01-01')).toEqual({ inTheWay: running })
    expect(roomForMain([], '2026-01-01')).toEqual({ ends: null })
  })
})
