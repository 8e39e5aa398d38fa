import { expect, test } from 'vitest'
import { applyChanges } from './apply.ts'
import type { Change } from './change.ts'
import type { Chart } from './chart.ts'
import { counter, factory, position, seat, splitOfProduction, unit } from './chart-for-tests.ts'
import { undoEffects } from './effects.ts'
import { faultsOf } from './faults.ts'
import { standingOn } from './standing.ts'

const day = '2026-06-01'
const apply = (changes: Change[], chart: Chart = factory()) => applyChanges(chart, changes, day, counter())
const codesOf = (changes: Change[], chart?: Chart) =>
  apply(changes, chart).problems.map((problem) => `${problem.change}: ${problem.code}`)

test('the split of production and quality leaves no fault and names no problem', () => {
  const { chart, problems, effects } = apply(splitOfProduction)
  expect(problems).toEqual([])
  expect(faultsOf(chart)).toEqual([])
  const standing = standingOn(chart, day)
  expect(standing.units.has('line')).toBe(false)
  expect(standing.positions.get('operator')?.unitId).toBe('line-a')
  expect(standing.positions.get('inspector')?.unitId).toBe('laboratory')
  expect(standing.seatsOf.get('olga')?.map((one) => [one.positionId, one.kind])).toEqual([['inspector', 'main']])
  expect(
    standing.holdingsOf
      .get('inspection')
      ?.map((row) => row.positionId)
      .toSorted(),
  ).toEqual(['head-of-quality', 'inspector'])
  const before = standingOn(chart, '2026-05-31')
  expect(before.positions.get('operator')?.unitId).toBe('line')
  expect(effects.every((effect) => effect.after !== null)).toBe(true)
})

test('the order within a day does not matter for what the whole comes to', () => {
  const changes: Change[] = [
    { do: 'close-unit', unitId: 'quality', toUnitId: null },
    { do: 'move-position', positionId: 'head-of-quality', unitId: 'production' },
    { do: 'move-position', positionId: 'inspector', unitId: 'production' },
  ]
  expect(codesOf(changes)).toEqual([])
  expect(codesOf(changes.slice(0, 2))).toEqual(['0: orphan-position'])
})

test('a change is carried out on its own day, after those of earlier days', () => {
  const { chart, problems } = apply([
    { do: 'rename-unit', unitId: 'quality', name: { en: 'Later' }, day: '2026-09-01' },
    { do: 'rename-unit', unitId: 'quality', name: { en: 'Sooner' } },
  ])
  expect(problems).toEqual([])
  expect([day, '2026-09-01'].map((on) => standingOn(chart, on).units.get('quality')?.name['en'])).toEqual([
    'Sooner',
    'Later',
  ])
})

test.each<[string, Change[], string[]]>([
  ['an unknown unit', [{ do: 'rename-unit', unitId: 'nowhere', name: { en: 'X' } }], ['0: unknown-unit']],
  ['an unknown position', [{ do: 'move-position', positionId: 'nobody', unitId: 'root' }], ['0: unknown-position']],
  [
    'an unknown person',
    [{ do: 'reassign-person', personId: 'x', fromPositionId: null, toPositionId: 'director' }],
    ['0: unknown-person'],
  ],
  [
    'an unknown responsibility',
    [
      {
        do: 'move-responsibility',
        responsibilityId: 'x',
        fromPositionId: null,
        toPositionId: 'director',
        raci: 'informed',
      },
    ],
    ['0: unknown-responsibility'],
  ],
  [
    'a day before the draft',
    [{ do: 'move-unit', unitId: 'line', parentId: 'quality', day: '2026-05-01' }],
    ['0: before-draft'],
  ],
  ['a unit moved below itself', [{ do: 'move-unit', unitId: 'production', parentId: 'line' }], ['0: unit-cycle']],
  [
    'a circle of lines made by two changes',
    [
      { do: 'change-line', positionId: 'director', reportsToId: 'operator' },
      { do: 'change-headcount', positionId: 'inspector', headcount: 5 },
    ],
    ['0: line-cycle'],
  ],
  ['the root', [{ do: 'close-unit', unitId: 'root', toUnitId: null }], ['0: root-stays']],
  ['a unit merged into itself', [{ do: 'merge-units', unitIds: ['line'], intoUnitId: 'line' }], ['0: into-itself']],
  [
    'a closed unit',
    [
      { do: 'close-unit', unitId: 'line', toUnitId: 'production' },
      { do: 'rename-unit', unitId: 'line', name: { en: 'X' } },
    ],
    ['1: unit-not-there'],
  ],
  [
    'what is closed with something in it',
    [{ do: 'close-unit', unitId: 'line', toUnitId: null }],
    ['0: orphan-position'],
  ],
  [
    'a position closed with people on it',
    [{ do: 'close-position', positionId: 'operator', toPositionId: null }],
    ['0: orphan-seat', '0: orphan-seat', '0: orphan-holding', '0: orphan-holding'],
  ],
  ['nothing new', [{ do: 'change-headcount', positionId: 'operator', headcount: 3 }], ['0: nothing-changes']],
  [
    'a seat that is none',
    [{ do: 'reassign-person', personId: 'dan', fromPositionId: 'operator', toPositionId: null }],
    ['0: not-seated'],
  ],
  [
    'a main seat taken from who has others',
    [{ do: 'reassign-person', personId: 'olga', fromPositionId: 'operator', toPositionId: null }],
    ['0: no-main'],
  ],
  [
    'a second main seat',
    [
      {
        do: 'reassign-person',
        personId: 'dan',
        fromPositionId: null,
        toPositionId: 'operator',
        kind: 'main',
        sharePermille: 0,
      },
    ],
    ['0: two-mains'],
  ],
  [
    'more than the working time',
    [
      {
        do: 'reassign-person',
        personId: 'dan',
        fromPositionId: null,
        toPositionId: 'operator',
        kind: 'acting',
        sharePermille: 100,
      },
    ],
    ['0: share-over'],
  ],
  [
    'two accountable',
    [
      {
        do: 'move-responsibility',
        responsibilityId: 'making',
        fromPositionId: null,
        toPositionId: 'director',
        raci: 'accountable',
      },
    ],
    ['0: two-accountable'],
  ],
  [
    'more weight than a position bears',
    [
      {
        do: 'move-responsibility',
        responsibilityId: 'making',
        fromPositionId: null,
        toPositionId: 'head-of-quality',
        raci: 'consulted',
        weightPermille: 700,
      },
    ],
    ['0: weight-over'],
  ],
  [
    'what is not held',
    [{ do: 'end-responsibility', responsibilityId: 'making', positionId: 'director', raci: 'accountable' }],
    ['0: not-held'],
  ],
  [
    'an id used before',
    [{ do: 'create-unit', unitId: 'line', name: { en: 'X' }, kind: 'team', parentId: 'root' }],
    ['0: exists-already'],
  ],
  [
    'a position placed by a split that is elsewhere',
    [
      {
        do: 'split-unit',
        unitId: 'line',
        into: [{ unitId: 'a', name: { en: 'A' }, kind: 'team' }],
        positions: [{ positionId: 'inspector', toUnitId: 'a' }],
        units: [],
        stays: true,
      },
    ],
    ['0: not-in-unit'],
  ],
])('%s is named and not carried out', (_what, changes, expected) => {
  expect(codesOf(changes)).toEqual(expected)
})

test('shares may pass the working time when somebody says why', () => {
  const change: Change = {
    do: 'reassign-person',
    personId: 'dan',
    fromPositionId: null,
    toPositionId: 'operator',
    kind: 'acting',
    sharePermille: 100,
    overReason: 'for a month',
  }
  expect(codesOf([change])).toEqual([])
})

test('a change planned already stands in the way, and what was wrong before is nobody’s fault', () => {
  const chart = factory()
  const renamed = { ...unit('quality', 'root'), id: 'later', from: '2027-01-01' }
  const planned = {
    ...chart,
    units: [...chart.units.map((row) => (row.unitId === 'quality' ? { ...row, until: '2027-01-01' } : row)), renamed],
  }
  expect(codesOf([{ do: 'move-unit', unitId: 'quality', parentId: 'production' }], planned)).toEqual([
    '0: planned-later',
  ])
  const faulty = { ...chart, positions: [...chart.positions, position('stray', 'gone')] }
  expect(codesOf([{ do: 'rename-unit', unitId: 'quality', name: { en: 'Q' } }], faulty)).toEqual([])
})

test('what a merge brings along may be closed the same day: it ends where it was', () => {
  const { chart, problems, effects } = apply([
    { do: 'merge-units', unitIds: ['quality'], intoUnitId: 'production' },
    { do: 'close-position', positionId: 'inspector', toPositionId: 'head-of-quality' },
  ])
  expect(problems).toEqual([])
  expect(chart.positions.filter((row) => row.positionId === 'inspector')).toEqual([
    expect.objectContaining({ unitId: 'quality', until: day }),
  ])
  expect(faultsOf(chart)).toEqual([])
  expect(effects.some((effect) => effect.before === null && effect.after === null)).toBe(false)
})

test('a merge takes positions and units along, one into its own part too', () => {
  const { chart, problems } = apply([{ do: 'merge-units', unitIds: ['production', 'quality'], intoUnitId: 'line' }])
  expect(problems).toEqual([])
  const standing = standingOn(chart, day)
  expect([...standing.units.keys()].toSorted()).toEqual(['line', 'root'])
  expect(standing.units.get('line')?.parentId).toBe('root')
  expect(standing.positions.get('inspector')?.unitId).toBe('line')
})

test('a position that is closed leaves people, lines and responsibilities to its heir', () => {
  const { chart, problems } = apply([
    { do: 'close-position', positionId: 'head-of-quality', toPositionId: 'head-of-production' },
  ])
  expect(problems).toEqual([])
  const standing = standingOn(chart, day)
  expect(standing.positions.get('inspector')?.reportsToId).toBe('head-of-production')
  expect(
    standing.seatsAt
      .get('head-of-production')
      ?.map((one) => one.personId)
      .toSorted(),
  ).toEqual(['pia', 'quinn'])
  expect(standing.holdingsOf.get('inspection')?.find((row) => row.raci === 'accountable')?.positionId).toBe(
    'head-of-production',
  )
})

test('a person seated by one change can be seated elsewhere by the next', () => {
  const { chart, problems } = apply([
    { do: 'reassign-person', personId: 'otto', fromPositionId: 'operator', toPositionId: 'inspector' },
    { do: 'reassign-person', personId: 'otto', fromPositionId: 'inspector', toPositionId: 'director' },
  ])
  expect(problems).toEqual([])
  expect(
    standingOn(chart, day)
      .seatsOf.get('otto')
      ?.map((one) => one.positionId),
  ).toEqual(['director'])
})

test('undo gives back the exact earlier chart, and says what builds on it', () => {
  const { chart, effects } = apply(splitOfProduction)
  const { chart: earlier, inTheWay } = undoEffects(chart, effects)
  expect(inTheWay).toEqual([])
  expect(sorted(earlier)).toEqual(sorted(factory()))
  const seated = {
    ...chart,
    seats: [...chart.seats, seat('dan', 'new', { kind: 'concurrent', sharePermille: 0, from: day })],
    positions: [...chart.positions, position('new', 'line-b', { from: day })],
  }
  expect(undoEffects(seated, effects).inTheWay).toMatchObject([
    { code: 'orphan-position', facts: { positionId: 'new' } },
  ])
  const renamed = applyChanges(
    chart,
    [{ do: 'rename-unit', unitId: 'line-b', name: { en: 'B' } }],
    '2026-08-01',
    counter('newer'),
  )
  expect(undoEffects(renamed.chart, effects).inTheWay).toMatchObject([{ table: 'units', after: { unitId: 'line-b' } }])
})

function sorted(chart: Chart) {
  const by = (rows: readonly { id: string }[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    units: by(chart.units),
    positions: by(chart.positions),
    seats: by(chart.seats),
    holdings: by(chart.holdings),
  }
}
