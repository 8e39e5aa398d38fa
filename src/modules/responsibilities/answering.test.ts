import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whoAnswersIn, type HoldingThen, type OrganisationThen, type SeatThen } from './answering.ts'

/** firm > plant > quality, firm > sales; inspector answers to the quality head, that one to the plant head, that one to the boss. */
const organisation = (seats: readonly SeatThen[], away: readonly string[] = []): OrganisationThen => ({
  parents: new Map([
    ['firm', null],
    ['plant', 'firm'],
    ['quality', 'plant'],
    ['sales', 'firm'],
  ]),
  positions: new Map(
    [
      { id: 'boss', unitId: 'firm', reportsToId: null, isLead: true },
      { id: 'plant-head', unitId: 'plant', reportsToId: 'boss', isLead: true },
      { id: 'quality-head', unitId: 'quality', reportsToId: 'plant-head', isLead: true },
      { id: 'inspector', unitId: 'quality', reportsToId: 'quality-head', isLead: false },
      { id: 'sales-clerk', unitId: 'sales', reportsToId: 'boss', isLead: false },
    ].map((position) => [position.id, position]),
  ),
  seats,
  away: new Set(away),
})
const sits = (personId: string, positionId: string, kind: SeatThen['kind'] = 'main'): SeatThen => ({
  personId,
  positionId,
  kind,
})
const everybody = [
  sits('Bo', 'boss'),
  sits('Pia', 'plant-head'),
  sits('Qi', 'quality-head'),
  sits('Ida', 'inspector'),
  sits('Sam', 'sales-clerk'),
]
const by = (who: Partial<HoldingThen>): HoldingThen => ({
  raci: 'responsible',
  positionId: null,
  unitId: null,
  personId: null,
  forUnitId: null,
  ...who,
})
const at = (positionId: string, forUnitId: string | null = null) => by({ positionId, forUnitId })

describe('who answers for a unit', () => {
  test.each<[string, HoldingThen[], SeatThen[], string[], string | null, [string, string[]][]]>([
    ['whoever sits on the position that holds it', [at('quality-head')], everybody, [], 'quality', [['Qi', ['held']]]],
    [
      'the holder in the unit before one further up',
      [at('plant-head'), at('inspector')],
      everybody,
      [],
      'quality',
      [['Ida', ['held']]],
    ],
    [
      'the holder above where the unit has none',
      [at('plant-head'), at('sales-clerk')],
      everybody,
      [],
      'quality',
      [['Pia', ['held']]],
    ],
    ['the nearest above, not the top', [at('boss'), at('plant-head')], everybody, [], 'quality', [['Pia', ['held']]]],
    [
      'whoever holds it elsewhere, where nobody does in the line',
      [at('sales-clerk')],
      everybody,
      [],
      'quality',
      [['Sam', ['held']]],
    ],
    [
      'without a unit, everybody who holds it',
      [at('boss'), at('sales-clerk')],
      everybody,
      [],
      null,
      [
        ['Bo', ['held']],
        ['Sam', ['held']],
      ],
    ],
    [
      'what is held for the plant alone counts there first',
      [at('inspector'), at('sales-clerk', 'plant')],
      everybody,
      [],
      'quality',
      [['Sam', ['held']]],
    ],
    ['and is nothing outside it', [at('boss'), at('sales-clerk', 'plant')], everybody, [], 'sales', [['Bo', ['held']]]],
    [
      'two who hold it equally near',
      [at('quality-head'), at('inspector')],
      everybody,
      [],
      'quality',
      [
        ['Qi', ['held']],
        ['Ida', ['held']],
      ],
    ],
    [
      'all people on one position',
      [at('inspector')],
      [...everybody, sits('Ina', 'inspector')],
      [],
      'quality',
      [
        ['Ida', ['held']],
        ['Ina', ['held']],
      ],
    ],
    [
      'who acts, before who sits',
      [at('quality-head')],
      [...everybody, sits('Ida', 'quality-head', 'acting')],
      [],
      'quality',
      [['Ida', ['acting']]],
    ],
    [
      'a vacant position passes it up its line',
      [at('quality-head')],
      everybody.filter((s) => s.personId !== 'Qi'),
      [],
      'quality',
      [['Pia', ['vacant', 'held']]],
    ],
    [
      'over two vacancies',
      [at('inspector')],
      everybody.filter((s) => !['Ida', 'Qi'].includes(s.personId)),
      [],
      'quality',
      [['Pia', ['vacant', 'vacant', 'held']]],
    ],
    [
      'on long leave passes it up as well',
      [at('quality-head')],
      everybody,
      ['Qi'],
      'quality',
      [['Pia', ['away', 'held']]],
    ],
    [
      'on long leave, with somebody acting',
      [at('quality-head')],
      [...everybody, sits('Ida', 'quality-head', 'acting')],
      ['Qi'],
      'quality',
      [['Ida', ['acting']]],
    ],
    [
      'who acts is away too',
      [at('quality-head')],
      [...everybody, sits('Ida', 'quality-head', 'acting')],
      ['Qi', 'Ida'],
      'quality',
      [['Pia', ['away', 'held']]],
    ],
    ['nobody, where the line ends in vacancies', [at('boss')], [], [], 'quality', []],
    ['a unit answers through who leads it', [by({ unitId: 'quality' })], everybody, [], 'quality', [['Qi', ['leads']]]],
    [
      'a unit whose lead is vacant, through the line',
      [by({ unitId: 'quality' })],
      everybody.filter((s) => s.personId !== 'Qi'),
      [],
      'quality',
      [['Pia', ['vacant', 'held']]],
    ],
    [
      'a unit without a lead position, through the unit above',
      [by({ unitId: 'sales' })],
      everybody,
      [],
      'sales',
      [['Bo', ['no-lead', 'leads']]],
    ],
    ['a person by itself', [by({ personId: 'Sam' })], everybody, [], 'sales', [['Sam', ['held']]]],
    [
      'a person on long leave passes it up',
      [by({ personId: 'Sam' })],
      everybody,
      ['Sam'],
      'sales',
      [['Bo', ['away', 'held']]],
    ],
    ['a person who has left answers no more', [by({ personId: 'Zoe' })], everybody, [], 'sales', []],
    ['nothing is held', [], everybody, [], 'quality', []],
  ])('%s', (_name, holdings, seats, away, unitId, expected) => {
    const answers = whoAnswersIn(holdings, organisation(seats, away), unitId)
    expect(answers.map(({ personId, path }) => [personId, path.map(({ kind }) => kind)])).toEqual(expected)
  })

  test('each step names where it was', () => {
    const seats = everybody.filter((seat) => seat.personId !== 'Qi')
    expect(whoAnswersIn([at('quality-head')], organisation(seats), 'quality')).toEqual([
      {
        personId: 'Pia',
        positionId: 'plant-head',
        path: [
          { kind: 'vacant', personId: null, positionId: 'quality-head', unitId: 'quality' },
          { kind: 'held', personId: 'Pia', positionId: 'plant-head', unitId: 'plant' },
        ],
      },
    ])
  })

  test('a line in a circle ends', () => {
    const round = organisation([])
    const positions = new Map(round.positions)
    positions.set('boss', { id: 'boss', unitId: 'firm', reportsToId: 'inspector', isLead: true })
    expect(whoAnswersIn([at('inspector')], { ...round, positions }, 'quality')).toEqual([])
  })
})

test('nobody answers who is away or does not sit anywhere, and nobody twice', () => {
  const place = fc.constantFrom('boss', 'plant-head', 'quality-head', 'inspector', 'sales-clerk')
  const person = fc.constantFrom('A', 'B', 'C', 'D')
  const holding = fc.oneof(
    place.map((positionId) => by({ positionId })),
    fc.constantFrom('firm', 'plant', 'quality', 'sales').map((unitId) => by({ unitId })),
    person.map((personId) => by({ personId })),
  )
  const seat = fc
    .tuple(person, place, fc.constantFrom<SeatThen['kind'][]>('main', 'acting'))
    .map(([who, where, kind]) => sits(who, where, kind))
  fc.assert(
    fc.property(
      fc.array(holding),
      fc.array(seat),
      fc.uniqueArray(person),
      fc.constantFrom('firm', 'quality', 'sales', null),
      (holdings, seats, away, unitId) => {
        const people = whoAnswersIn(holdings, organisation(seats, away), unitId).map(({ personId }) => personId)
        expect(new Set(people).size).toBe(people.length)
        for (const who of people) {
          expect(away).not.toContain(who)
          expect(seats.some((one) => one.personId === who)).toBe(true)
        }
      },
    ),
  )
})
