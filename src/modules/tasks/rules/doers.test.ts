import { expect, test } from 'vitest'
import { byPerson, distinct, doersOf, type Away, type Sitting } from './doers.ts'

const on = '2026-03-04'
const seat = (personId: string, kind: Sitting['kind'] = 'main'): Sitting => ({ personId, kind })
const away = (personId: string, standInId: string | null = null, until: string | null = null): Away => ({
  personId,
  standInId,
  from: '2026-03-01',
  until,
})
const said = (seats: Sitting[], gone: Away[] = [], whose: string | null = null) =>
  doersOf(seats, whose, byPerson(gone), on).map(
    (one) => one.personId + (one.forPersonId ? ` for ${one.forPersonId}` : ''),
  )

test.each([
  ['everybody does their own', [seat('ann'), seat('bob', 'concurrent')], [], ['ann', 'bob']],
  [
    'who is away is stood in for by who they named',
    [seat('ann'), seat('bob')],
    [away('ann', 'cui')],
    ['cui for ann', 'bob'],
  ],
  [
    'else by who acts on the position',
    [seat('ann'), seat('bob'), seat('dan', 'acting')],
    [away('bob')],
    ['ann', 'dan for bob'],
  ],
  [
    'the one named comes before the one acting',
    [seat('ann'), seat('dan', 'acting')],
    [away('ann', 'cui')],
    ['cui for ann', 'dan'],
  ],
  ['where nobody is there the work stays', [seat('ann')], [away('ann')], ['ann']],
  ['an absence that is over counts no more', [seat('ann')], [away('ann', 'cui', on)], ['ann']],
  ['who acts for the only holder does it for them', [seat('ann'), seat('dan', 'acting')], [], ['dan for ann']],
  [
    'who acts among more holders does their own',
    [seat('ann'), seat('bob'), seat('dan', 'acting')],
    [],
    ['ann', 'bob', 'dan'],
  ],
  ['who acts on an empty position does it in their own name', [seat('dan', 'acting')], [], ['dan']],
  ['a stand-in who is away too passes on', [seat('ann')], [away('ann', 'bob'), away('bob', 'cui')], ['cui for ann']],
  ['two who name each other keep their own', [seat('ann')], [away('ann', 'bob'), away('bob', 'ann')], ['ann']],
  [
    'an acting person who is away stands in for nobody',
    [seat('ann'), seat('dan', 'acting')],
    [away('dan'), away('ann')],
    ['ann'],
  ],
])('%s', (_name, seats, gone, expected) => {
  expect(said(seats, gone)).toEqual(expected)
})

test('where a person holds the duty, only theirs is asked for, stood in for or not', () => {
  expect(said([seat('ann'), seat('bob')], [], 'bob')).toEqual(['bob'])
  expect(said([seat('ann'), seat('bob')], [away('bob', 'ann')], 'bob')).toEqual(['ann for bob'])
})

test('of a group each person is asked once, in their own name if it is theirs', () => {
  const own = { personId: 'ann', forPersonId: null }
  expect(distinct([{ personId: 'ann', forPersonId: 'bob' }, own])).toEqual([own])
})
