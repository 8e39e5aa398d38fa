import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, runsOn, type Day } from '../calendar/index.ts'
import { applyChanges } from './apply.ts'
import type { Change } from './change.ts'
import type { Chart, PositionVersion, Row, Table, UnitVersion } from './chart.ts'
import { counter, factory } from './chart-for-tests.ts'
import { effectsOf, undoEffects, type Effect } from './effects.ts'
import { faultsOf } from './faults.ts'

const first = '2026-01-01'
const days = fc.integer({ min: 0, max: 9 }).map((month) => addDays(first, month * 30))
const unitId = fc.constantFrom('root', 'production', 'quality', 'line', 'n1', 'n2', 'n3')
const positionId = fc.constantFrom(
  'director',
  'head-of-production',
  'operator',
  'head-of-quality',
  'inspector',
  'm1',
  'm2',
)
const personId = fc.constantFrom('dan', 'pia', 'otto', 'olga', 'quinn', 'ida')
const responsibilityId = fc.constantFrom('making', 'inspection')
const raci = fc.constantFrom('accountable' as const, 'responsible' as const)
const permille = fc.constantFrom(0, 200, 400, 600, 1000)
const name = fc.constantFrom({ en: 'A' }, { en: 'B' })
const team = 'team' as const

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ do: fc.constant('create-unit' as const), unitId, name, kind: fc.constant(team), parentId: unitId }),
  fc.record({ do: fc.constant('rename-unit' as const), unitId, name }),
  fc.record({ do: fc.constant('move-unit' as const), unitId, parentId: unitId }),
  fc.record({
    do: fc.constant('split-unit' as const),
    unitId,
    into: fc.array(fc.record({ unitId, name, kind: fc.constant(team) }), { minLength: 1, maxLength: 2 }),
    positions: fc.array(fc.record({ positionId, toUnitId: unitId }), { maxLength: 2 }),
    units: fc.array(fc.record({ unitId, toUnitId: unitId }), { maxLength: 1 }),
    stays: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('merge-units' as const),
    unitIds: fc.array(unitId, { minLength: 1, maxLength: 3 }),
    intoUnitId: unitId,
  }),
  fc.record({ do: fc.constant('close-unit' as const), unitId, toUnitId: fc.option(unitId) }),
  fc.record({
    do: fc.constant('create-position' as const),
    positionId,
    unitId,
    title: name,
    headcount: fc.integer({ min: 0, max: 3 }),
    reportsToId: fc.option(positionId),
    isLead: fc.boolean(),
  }),
  fc.record({ do: fc.constant('move-position' as const), positionId, unitId }),
  fc.record({ do: fc.constant('change-line' as const), positionId, reportsToId: fc.option(positionId) }),
  fc.record({ do: fc.constant('close-position' as const), positionId, toPositionId: fc.option(positionId) }),
  fc.record({
    do: fc.constant('reassign-person' as const),
    personId,
    fromPositionId: fc.option(positionId),
    toPositionId: fc.option(positionId),
    kind: fc.constantFrom('main' as const, 'concurrent' as const, 'acting' as const),
    sharePermille: permille,
  }),
  fc.record({
    do: fc.constant('move-responsibility' as const),
    responsibilityId,
    fromPositionId: fc.option(positionId),
    toPositionId: positionId,
    raci,
    weightPermille: permille,
  }),
  fc.record({ do: fc.constant('end-responsibility' as const), responsibilityId, positionId, raci }),
)

type Step =
  | { how: 'draft'; day: Day; changes: Change[] }
  | { how: 'append'; day: Day; change: Change }
  | { how: 'correct'; at: number; unitId: string; positionId: string }
  | { how: 'withdraw'; at: number }
  | { how: 'undo'; at: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      how: fc.constant('draft' as const),
      day: days,
      changes: fc.array(change, { maxLength: 6 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ how: fc.constant('append' as const), day: days, change }) },
  { weight: 2, arbitrary: fc.record({ how: fc.constant('correct' as const), at: fc.nat(60), unitId, positionId }) },
  { weight: 2, arbitrary: fc.record({ how: fc.constant('withdraw' as const), at: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ how: fc.constant('undo' as const), at: fc.nat(5) }) },
)

test('no sequence of append, correct, withdraw, apply and undo leaves an unsound organisation', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      const newId = counter()
      let chart = factory()
      const applied: Effect[][] = []
      for (const one of steps) {
        if (one.how === 'undo') {
          const effects = applied[one.at % Math.max(1, applied.length)]
          if (!effects) continue
          const { chart: earlier, inTheWay } = undoEffects(chart, effects)
          if (inTheWay.length > 0) continue
          applied.splice(applied.indexOf(effects), 1)
          chart = earlier
        } else if (one.how === 'draft' || one.how === 'append') {
          const changes = one.how === 'draft' ? one.changes : [one.change]
          const result = applyChanges(chart, changes, one.day, newId)
          if (result.problems.length > 0) continue
          expect(sorted(undoEffects(result.chart, result.effects).chart)).toEqual(sorted(chart))
          if (one.how === 'draft') applied.push([...result.effects])
          chart = result.chart
        } else {
          const next = one.how === 'correct' ? corrected(chart, one) : withdrawn(chart, one.at)
          if (faultsOf(next).length === 0) chart = next
        }
        expect(unsound(chart)).toEqual([])
      }
    }),
    { numRuns: 400 },
  )
})

test('what is applied is what the effects say, and problems are named whenever something is left out', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), days, (changes, day) => {
      const before = factory()
      const once = applyChanges(before, changes, day, counter())
      const again = applyChanges(before, changes, day, counter())
      expect(again).toEqual(once)
      expect(byId(effectsOf(before, once.chart))).toEqual(byId(once.effects))
      if (once.problems.length === 0) expect(unsound(once.chart)).toEqual([])
      // days before the draft stay as they were
      const on = addDays(day, -1)
      expect(standing(once.chart, on)).toEqual(standing(before, on))
    }),
    { numRuns: 400 },
  )
})

const byId = (effects: readonly Effect[]) =>
  effects.toSorted((a, b) => ((a.after ?? a.before)?.id ?? '').localeCompare((b.after ?? b.before)?.id ?? ''))

/** The same test a slow and simple way: every day on which something begins or ends, one by one. */
function unsound(chart: Chart): string[] {
  const all: Row[] = [...chart.units, ...chart.positions, ...chart.seats, ...chart.holdings]
  const on = [...new Set(all.flatMap((row) => [row.from, ...(row.until ? [row.until] : [])]))].toSorted()
  return on.flatMap((day) => unsoundOn(chart, day).map((what) => `${day} ${what}`))
}

function unsoundOn(chart: Chart, day: Day): string[] {
  const now = <R extends Row>(rows: readonly R[]) => rows.filter((row) => runsOn(row, day))
  const [units, positions, seats, holdings] = [
    now(chart.units),
    now(chart.positions),
    now(chart.seats),
    now(chart.holdings),
  ]
  const above = new Map<string, string | null>([
    ...units.map((row): [string, string | null] => [`u${row.unitId}`, row.parentId && `u${row.parentId}`]),
    ...positions.map((row): [string, string | null] => [
      `p${row.positionId}`,
      row.reportsToId && `p${row.reportsToId}`,
    ]),
  ])
  const found: string[] = []
  const twice = (ids: string[], what: string) => {
    if (new Set(ids).size < ids.length) found.push(what)
  }
  twice(
    units.map((row) => row.unitId),
    'a unit twice',
  )
  twice(
    positions.map((row) => row.positionId),
    'a position twice',
  )
  twice(
    seats.filter((row) => row.kind === 'main').map((row) => row.personId),
    'two mains',
  )
  twice(
    seats.map((row) => row.personId + row.positionId),
    'seated twice',
  )
  twice(
    holdings.filter((row) => row.raci === 'accountable').map((row) => row.responsibilityId),
    'two accountable',
  )
  for (const [id, parent] of above) {
    if (parent !== null && !above.has(parent)) found.push(`${id} is an orphan`)
    const passed = new Set<string>()
    for (let at: string | null = id; at; at = above.get(at) ?? null) {
      if (passed.has(at)) return [...found, `${id} is in a circle`]
      passed.add(at)
    }
  }
  for (const row of positions) if (!above.has(`u${row.unitId}`)) found.push(`${row.positionId} has no unit`)
  for (const row of [...seats, ...holdings])
    if (!above.has(`p${row.positionId}`)) found.push(`${row.id} has no position`)
  for (const [person, rows] of Map.groupBy(seats, (row) => row.personId)) {
    if (rows.reduce((sum, row) => sum + row.sharePermille, 0) > 1000) found.push(`${person} over 100 %`)
    if (!rows.some((row) => row.kind === 'main')) found.push(`${person} without main`)
  }
  return found
}

/** That was always wrong: a version hangs elsewhere from its first day on. */
function corrected(chart: Chart, one: { at: number; unitId: string; positionId: string }): Chart {
  const rows = [...chart.units, ...chart.positions]
  const row = rows[one.at % rows.length]
  if (!row) return chart
  if ('positionId' in row)
    return withRow(chart, 'positions', { ...row, unitId: one.unitId, reportsToId: one.positionId } as PositionVersion)
  return row.parentId === null ? chart : withRow(chart, 'units', { ...row, parentId: one.unitId } as UnitVersion)
}

/** The last version of a thing goes, and the one before runs on in its place. */
function withdrawn(chart: Chart, at: number): Chart {
  const rows = chart.units.filter((row) => row.from > first)
  const row = rows[at % Math.max(1, rows.length)]
  if (!row) return chart
  const units = chart.units
    .filter((other) => other.id !== row.id)
    .map((other) => (other.unitId === row.unitId && other.until === row.from ? { ...other, until: row.until } : other))
  return { ...chart, units }
}

function withRow(chart: Chart, table: Table, row: Row): Chart {
  return { ...chart, [table]: chart[table].map((other) => (other.id === row.id ? row : other)) }
}

function sorted(chart: Chart) {
  const by = (rows: readonly { id: string }[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    units: by(chart.units),
    positions: by(chart.positions),
    seats: by(chart.seats),
    holdings: by(chart.holdings),
  }
}

/** What runs on a day, whatever becomes of it later. */
function standing(chart: Chart, on: Day) {
  const { units, positions, seats, holdings } = sorted(chart)
  return [...units, ...positions, ...seats, ...holdings]
    .filter((row) => runsOn(row as unknown as Row, on))
    .map((row) => ({ ...row, until: null }))
}
