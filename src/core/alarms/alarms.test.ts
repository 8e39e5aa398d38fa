import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { structuralAlarms, type Holding, type Seat, type Situation } from './index.ts'

const nothing: Situation = {
  units: [{ id: 'quality' }, { id: 'production' }],
  positions: [
    { id: 'head', unitId: 'quality', isLead: true },
    { id: 'inspector', unitId: 'quality', isLead: false },
  ],
  seats: [],
  responsibilities: [{ id: 'inspection', unitId: 'quality' }],
  holdings: [],
  gone: new Set(),
  away: new Set(),
}
const held = (raci: Holding['raci'], by: Partial<Holding>, weightPermille = 100): Holding => ({
  responsibilityId: 'inspection',
  raci,
  weightPermille,
  positionId: null,
  unitId: null,
  personId: null,
  ...by,
})
const sits = (personId: string, positionId: string, kind: Seat['kind'] = 'main', sharePermille = 1000): Seat => ({
  personId,
  positionId,
  kind,
  sharePermille,
})
const byHead = held('accountable', { positionId: 'head' })
const byUnit = held('accountable', { unitId: 'quality' })
const byAnn = held('accountable', { personId: 'ann' })
const ann = sits('ann', 'head')

describe('each alarm by itself', () => {
  test.each<[string, Partial<Situation>, string[]]>([
    ['all is well', { holdings: [byHead], seats: [ann] }, []],
    ['no holding at all', {}, ['nobody-accountable']],
    [
      'only responsible',
      { holdings: [held('responsible', { positionId: 'head' })], seats: [ann] },
      ['nobody-accountable'],
    ],
    ['the accountable position is closed', { holdings: [byHead], positions: [] }, ['nobody-accountable']],
    [
      'the accountable unit is closed',
      { holdings: [byUnit], units: [], responsibilities: [{ id: 'inspection', unitId: null }] },
      ['nobody-accountable'],
    ],
    ['the accountable position is empty', { holdings: [byHead] }, ['accountable-vacant']],
    ['an acting person fills it', { holdings: [byHead], seats: [sits('ann', 'head', 'acting')] }, []],
    ['the lead of the accountable unit is there', { holdings: [byUnit], seats: [ann] }, []],
    ['the accountable unit has no lead', { holdings: [byUnit], positions: [] }, ['accountable-vacant']],
    [
      'two people on the accountable position',
      { holdings: [byHead], seats: [ann, sits('ben', 'head')] },
      ['several-accountable'],
    ],
    [
      'the holder and who acts for them are one',
      { holdings: [byHead], seats: [ann, sits('ben', 'head', 'acting')] },
      [],
    ],
    ['two accountable holders', { holdings: [byHead, byAnn], seats: [ann] }, ['several-accountable']],
    [
      'one each for different parts of the firm',
      { holdings: [byHead, { ...byAnn, forUnitId: 'production' }], seats: [ann] },
      [],
    ],
    ['the person who holds it has left', { holdings: [byAnn], gone: new Set(['ann']) }, ['holder-gone']],
    ['who sits there has left', { holdings: [byHead], seats: [ann], gone: new Set(['ann']) }, ['holder-gone']],
    [
      'the responsible position is closed',
      { holdings: [byAnn, held('responsible', { positionId: 'lost' })] },
      ['holder-gone'],
    ],
    ['a consulted position is closed', { holdings: [byAnn, held('consulted', { positionId: 'lost' })] }, []],
    ['the holder is on long leave', { holdings: [byHead], seats: [ann], away: new Set(['ann']) }, ['holder-away']],
    [
      'somebody acts meanwhile',
      { holdings: [byHead], seats: [ann, sits('ben', 'head', 'acting')], away: new Set(['ann']) },
      [],
    ],
    ['the unit of the responsibility is closed', { holdings: [byAnn], units: [] }, ['unit-closed']],
    [
      'half and half',
      { holdings: [byAnn], seats: [sits('ann', 'head', 'main', 500), sits('ann', 'inspector', 'concurrent', 500)] },
      [],
    ],
    [
      'more than the whole time',
      { holdings: [byAnn], seats: [sits('ann', 'head', 'main', 600), sits('ann', 'inspector', 'concurrent', 500)] },
      ['share-over'],
    ],
    [
      'more, with a reason',
      { holdings: [byAnn], seats: [ann, { ...sits('ann', 'inspector', 'concurrent', 1), mayPass: true }] },
      [],
    ],
    [
      'a position that carries too much',
      {
        holdings: [held('accountable', { positionId: 'head' }, 700), held('responsible', { positionId: 'head' }, 301)],
        seats: [ann],
      },
      ['weight-over'],
    ],
  ])('%s', (_name, given, kinds) => {
    expect(structuralAlarms({ ...nothing, ...given }).map(({ kind }) => kind)).toEqual(kinds)
  })

  test('an alarm names what it is about, and how much is too much', () => {
    const seats = [sits('ann', 'head', 'main', 600), sits('ann', 'inspector', 'concurrent', 500)]
    expect(structuralAlarms({ ...nothing, holdings: [byHead], seats })).toEqual([
      {
        kind: 'share-over',
        key: 'share-over:-:-:-:ann',
        responsibilityId: null,
        positionId: null,
        unitId: null,
        personId: 'ann',
        totalPermille: 1100,
      },
    ])
  })
})

const ids = (prefix: string) => fc.integer({ min: 0, max: 3 }).map((n) => `${prefix}${n}`)
const holder = fc.oneof(
  ids('p').map((positionId) => ({ positionId })),
  ids('u').map((unitId) => ({ unitId })),
  ids('n').map((personId) => ({ personId })),
)
const situation = fc.record({
  units: fc.uniqueArray(ids('u')).map((list) => list.map((id) => ({ id }))),
  positions: fc.uniqueArray(fc.record({ id: ids('p'), unitId: ids('u'), isLead: fc.boolean() }), {
    selector: ({ id }) => id,
  }),
  seats: fc.array(fc.tuple(ids('n'), ids('p')).map(([person, position]) => sits(person, position, 'main', 400))),
  responsibilities: fc.uniqueArray(ids('r')).map((list) => list.map((id) => ({ id, unitId: null }))),
  holdings: fc.array(
    fc
      .tuple(
        ids('r'),
        fc.constantFrom<Holding['raci'][]>('accountable', 'responsible', 'consulted', 'informed'),
        holder,
      )
      .map(([responsibilityId, raci, by]) => ({ ...held(raci, by), responsibilityId })),
  ),
  gone: fc.array(ids('n')).map((list) => new Set(list)),
  away: fc.array(ids('n')).map((list) => new Set(list)),
})

describe('of any situation', () => {
  test('every responsibility has somebody present who is accountable, or an alarm', () => {
    fc.assert(
      fc.property(situation, (any) => {
        const alarms = structuralAlarms(any)
        for (const { id } of any.responsibilities) {
          const sound = any.holdings.some((holding) => {
            if (holding.responsibilityId !== id || holding.raci !== 'accountable') return false
            const places = any.positions.filter(
              (p) =>
                p.id === holding.positionId ||
                (p.isLead && p.unitId === holding.unitId && any.units.some((u) => u.id === p.unitId)),
            )
            const people = any.seats.filter((s) => places.some((p) => p.id === s.positionId)).map((s) => s.personId)
            return [...people, ...(holding.personId ? [holding.personId] : [])].some(
              (p) => !any.gone.has(p) && !any.away.has(p),
            )
          })
          expect(sound || alarms.some((alarm) => alarm.responsibilityId === id)).toBe(true)
        }
      }),
    )
  })

  test('the order in which things are given changes nothing but the order told', () => {
    fc.assert(
      fc.property(situation, (any) => {
        const turned = {
          ...any,
          units: any.units.toReversed(),
          positions: any.positions.toReversed(),
          responsibilities: any.responsibilities.toReversed(),
        }
        const keys = (one: Situation) =>
          structuralAlarms(one)
            .map(({ key }) => key)
            .toSorted()
        expect(keys(turned)).toEqual(keys(any))
      }),
    )
  })

  test('nothing is told twice', () => {
    fc.assert(
      fc.property(situation, (any) => {
        const alarms = structuralAlarms(any)
        expect(new Set(alarms.map(({ key }) => key)).size).toBe(alarms.length)
      }),
    )
  })
})
