import { expect, test } from 'vitest'
import { applyChanges } from './apply.ts'
import { counter, factory, splitOfProduction } from './chart-for-tests.ts'
import { compareCharts } from './compare.ts'
import { managerOf, reportsOf, standingOn, subtreeOf } from './standing.ts'
import type { Change } from './change.ts'

const day = '2026-06-01'
const compare = (changes: Change[]) => {
  const before = factory()
  return compareCharts(before, applyChanges(before, changes, day, counter()).chart, day)
}

test('a split is told as units and positions added, removed and moved', () => {
  const { units, positions } = compare(splitOfProduction)
  expect(units.map((one) => [one.unitId, one.mark]).toSorted()).toEqual([
    ['laboratory', 'added'],
    ['line', 'removed'],
    ['line-a', 'added'],
    ['line-b', 'added'],
  ])
  expect(positions.map((one) => [one.positionId, one.mark])).toEqual([
    ['operator', 'moved'],
    ['inspector', 'moved'],
  ])
})

test('people are told whose place or superior changes', () => {
  const { people } = compare(splitOfProduction)
  expect(people.map((one) => [one.personId, one.managerBefore, one.managerAfter]).toSorted()).toEqual([
    ['ida', 'quinn', 'quinn'],
    ['olga', 'pia', 'quinn'],
    ['otto', 'pia', 'pia'],
  ])
  const leaving = compare([
    { do: 'reassign-person', personId: 'pia', fromPositionId: 'head-of-production', toPositionId: null },
  ])
  expect(leaving.people.find((one) => one.personId === 'otto')).toMatchObject({
    managerBefore: 'pia',
    managerAfter: 'dan',
  })
  expect(leaving.headcounts).toEqual([
    { unitId: 'production', before: { headcount: 1, seated: 1 }, after: { headcount: 1, seated: 0 } },
  ])
})

test('alarms are told that are raised and that are resolved', () => {
  const raised = compare([
    { do: 'end-responsibility', responsibilityId: 'making', positionId: 'head-of-production', raci: 'accountable' },
    { do: 'reassign-person', personId: 'quinn', fromPositionId: 'head-of-quality', toPositionId: null },
    { do: 'close-unit', unitId: 'quality', toUnitId: 'production' },
  ])
  expect(raised.alarms.raised.map((one) => `${one.code} ${one.responsibilityId}`).toSorted()).toEqual([
    'accountable-vacant inspection',
    'duty-of-closed-unit inspection',
    'nobody-accountable making',
  ])
  const two = compare([
    { do: 'reassign-person', personId: 'ida', fromPositionId: 'inspector', toPositionId: 'head-of-quality' },
  ])
  expect(two.alarms.raised.map((one) => one.code)).toEqual(['several-accountable', 'over-headcount'])
  expect(raised.responsibilities).toMatchObject([
    { responsibilityId: 'making', gives: [{ raci: 'accountable' }], takes: [] },
  ])
})

test('lines and trees of a day: whoever stands above a vacancy inherits', () => {
  const { chart } = applyChanges(
    factory(),
    [{ do: 'reassign-person', personId: 'pia', fromPositionId: 'head-of-production', toPositionId: null }],
    day,
    counter(),
  )
  const standing = standingOn(chart, day)
  expect(managerOf(standing, 'otto')).toBe('dan')
  expect([...reportsOf(standing, 'dan')].toSorted()).toEqual(['ida', 'olga', 'otto', 'quinn'])
  expect([...subtreeOf(standing, ['production'])]).toEqual(['production', 'line'])
  expect(managerOf(standing, 'dan')).toBeNull()
})
