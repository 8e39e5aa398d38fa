import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { drawChart, type Chart } from '#test/chart'
import { openWorld, type World } from '#test/world'
import { assignedBetween, holdersOf, managerOf, managersOf, positionsOf, whoLeads, workCalendar } from './index.ts'
import { reportsOf, subtree } from './store/lines.ts'

const today = '2026-03-04'
let world: World
let chart: Chart
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  world = await openWorld({ keep: (close) => closing.push(close) })
  chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { SALES: {}, NORTH: { below: 'SALES' }, LATER: { below: 'NORTH', from: '2026-06-01' } },
      positions: {
        CEO: { isLead: true },
        HEAD: { unit: 'SALES', reportsTo: 'CEO', isLead: true },
        TEAM: { unit: 'NORTH', reportsTo: 'HEAD', isLead: true },
        REP: { unit: 'NORTH', reportsTo: 'TEAM', headcount: 3 },
      },
      people: {
        boss: { on: 'CEO' },
        head: { on: 'HEAD' },
        gone: { on: 'TEAM', until: '2026-03-01' },
        ann: { on: 'REP' },
        ben: { on: 'REP', from: '2026-04-01' },
        cleo: { on: 'REP', seats: [{ on: 'TEAM', kind: 'acting', from: '2026-05-01', until: '2026-06-01' }] },
      },
    }),
  )
})
afterAll(async () => {
  for (const close of closing) await close()
})

const person = (number: string) => chart.people[number] ?? ''
const position = (code: string) => chart.positions[code] ?? ''
const numbersOf = (ids: readonly string[]) =>
  ids.map((id) => Object.entries(chart.people).find(([, personId]) => personId === id)?.[0]).sort()

describe('lines', () => {
  test.each([
    ['head', today, ['ann', 'cleo']],
    ['boss', today, ['ann', 'cleo', 'head']],
    ['head', '2026-02-28', ['ann', 'cleo', 'gone']],
    ['gone', '2026-02-28', ['ann', 'cleo']],
    ['gone', today, []],
    ['head', '2026-04-01', ['ann', 'ben', 'cleo']],
    ['cleo', '2026-05-01', ['ann', 'ben']],
    ['ann', today, []],
  ])('below %s on %s: those below a vacancy too, each day as it was', async (number, on, below) => {
    expect(numbersOf(await world.within((ctx) => reportsOf(ctx.db, person(number), on)))).toEqual(below)
  })

  test.each([
    ['ann', today, 'head'],
    ['ann', '2026-02-28', 'gone'],
    ['ann', '2026-05-15', 'cleo'],
    ['cleo', '2026-05-15', 'head'],
    ['boss', today, null],
    ['ben', today, null],
  ])('%s answers on %s to %s', async (number, on, manager) => {
    expect(await world.within((ctx) => managerOf(ctx, person(number), on))).toBe(manager && person(manager))
  })

  test('many are asked for at once', async () => {
    const found = await world.within((ctx) => managersOf(ctx, Object.values(chart.people), today))
    expect(numbersOf(found.map((superior) => superior.personId))).toEqual(['ann', 'cleo', 'head'])
  })

  test('a unit without a holder of its leading seat is led from above', async () => {
    const leads = (on: string) => world.within((ctx) => whoLeads(ctx, chart.units['NORTH'] ?? '', on))
    expect(await leads('2026-02-01')).toMatchObject([{ personId: person('gone'), positionId: position('TEAM') }])
    expect(await leads(today)).toMatchObject([{ personId: person('head'), unitId: chart.units['SALES'] }])
  })

  test('a subtree is that of the day', async () => {
    const below = (on: string) => world.within((ctx) => subtree(ctx.db, [chart.units['SALES'] ?? ''], on))
    expect(await below(today)).toHaveLength(2)
    expect(await below('2026-06-01')).toHaveLength(3)
  })

  test('nothing of it is seen from another tenant', async () => {
    const other = await world.anotherTenant()
    const seen = await world.within(
      async (ctx) => [
        ...(await reportsOf(ctx.db, person('boss'), today)),
        ...(await holdersOf(ctx, [position('CEO')], today)),
      ],
      other,
    )
    expect(seen).toEqual([])
  })
})

describe('seats', () => {
  test('who sits on positions on a day and during a period', async () => {
    const seats = await world.within((ctx) => holdersOf(ctx, [position('REP'), position('TEAM')], today))
    expect(numbersOf(seats.map((seat) => seat.personId))).toEqual(['ann', 'cleo'])
    const month = await world.within((ctx) =>
      assignedBetween(ctx, [position('TEAM')], { from: '2026-02-01', until: '2026-05-02' }),
    )
    expect(month).toEqual([
      {
        positionId: position('TEAM'),
        personId: person('gone'),
        kind: 'main',
        sharePermille: 1000,
        from: '2020-01-01',
        until: '2026-03-01',
      },
      {
        positionId: position('TEAM'),
        personId: person('cleo'),
        kind: 'acting',
        sharePermille: 0,
        from: '2026-05-01',
        until: '2026-06-01',
      },
    ])
  })
  test('the positions of a person, the main one first', async () => {
    const held = await world.within((ctx) => positionsOf(ctx, person('cleo'), '2026-05-15'))
    expect(held.map((seat) => [seat.positionId, seat.kind])).toEqual([
      [position('REP'), 'main'],
      [position('TEAM'), 'acting'],
    ])
  })
})

test('a tenant starts with the calendar of three years; a missing one is refused by its number', async () => {
  await world.within(async (ctx) => {
    const calendar = await workCalendar(ctx, { from: '2024-01-01', until: '2027-01-01' })
    expect([...calendar.years].sort()).toEqual([2024, 2025, 2026])
    expect(calendar.exceptions.get('2026-02-14')).toBe('workday')
    await expect(workCalendar(ctx, { from: '2026-12-31', until: '2027-01-02' })).rejects.toMatchObject({
      code: 'organisation.calendar-year-missing',
      facts: { year: 2027 },
    })
  })
})
