import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawChart, type Chart } from '#test/chart'
import { openWorld, type World } from '#test/world'
import { dottedLinesOn, linesAbove } from './index.ts'

// CEO <- VP <- HEAD <- TEAM <- REP; VP is vacant from March, HEAD is away in May and acted for by the deputy
let world: World
let chart: Chart
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  world = await openWorld({ keep: (close) => closing.push(close) })
  await world.within(async (ctx) => {
    chart = await drawChart(ctx, {
      units: { PLANT: {}, QUALITY: {} },
      positions: {
        CEO: { isLead: true },
        VP: { reportsTo: 'CEO' },
        HEAD: { unit: 'PLANT', reportsTo: 'VP', isLead: true },
        TEAM: { unit: 'PLANT', reportsTo: 'HEAD' },
        REP: { unit: 'PLANT', reportsTo: 'TEAM', headcount: 3 },
        CHECK: { unit: 'QUALITY', reportsTo: 'CEO' },
      },
      people: {
        boss: { on: 'CEO' },
        vice: { on: 'VP', until: '2026-03-01' },
        head: { on: 'HEAD' },
        deputy: { on: 'TEAM', seats: [{ on: 'HEAD', kind: 'acting', from: '2026-05-01', until: '2026-07-01' }] },
        ann: { on: 'REP' },
        stand: { on: 'CHECK', seats: [{ on: 'VP', kind: 'acting', from: '2026-06-01' }] },
      },
    })
    await ctx.db
      .insertInto('absence')
      .values({
        tenant_id: ctx.tenantId,
        id: ctx.newId(),
        person_id: person('head'),
        kind: 'maternity',
        valid_from: '2026-05-01',
        valid_until: '2026-06-01',
      })
      .execute()
    await ctx.db
      .insertInto('dotted_line')
      .values({
        tenant_id: ctx.tenantId,
        id: ctx.newId(),
        position_id: position('CHECK'),
        to_position_id: position('HEAD'),
        reason: 'First articles',
        valid_from: '2026-04-01',
        valid_until: '2026-08-01',
      })
      .execute()
  })
})
afterAll(async () => {
  for (const close of closing) await close()
})

const person = (number: string) => chart.people[number] ?? ''
const position = (code: string) => chart.positions[code] ?? ''
const nameOf = (id: string) => Object.entries(chart.people).find(([, personId]) => personId === id)?.[0]
const above = async (number: string, on: string, levels: number) =>
  (await world.within((ctx) => linesAbove(ctx, [person(number)], on, levels))).map(
    ({ managerId, level }) => `${level} ${nameOf(managerId)}`,
  )

describe('managers of managers', () => {
  test.each([
    ['one level is whom one answers to', 'ann', '2026-02-01', 1, ['1 deputy']],
    ['two levels', 'ann', '2026-02-01', 2, ['1 deputy', '2 head']],
    ['all the way up', 'ann', '2026-02-01', 9, ['1 deputy', '2 head', '3 vice', '4 boss']],
    ['a vacancy is no level: its role falls upward', 'ann', '2026-03-01', 9, ['1 deputy', '2 head', '3 boss']],
    ['somebody acting comes before inheritance', 'head', '2026-06-15', 9, ['1 stand', '2 boss']],
    ['before they act the role falls upward', 'head', '2026-05-31', 9, ['1 boss']],
    ['the holder comes before who acts, while they are there', 'vice', '2026-02-01', 9, ['1 boss']],
    ['one who acts for an absent one is the one to go to', 'ann', '2026-05-15', 2, ['1 deputy', '2 deputy']],
    ['nobody answers to themselves through a seat they act on', 'deputy', '2026-05-15', 1, ['1 head']],
    [
      'once the absence is over the holder is back, though the other still acts',
      'ann',
      '2026-06-15',
      2,
      ['1 deputy', '2 head'],
    ],
    ['nobody is above the top', 'boss', '2026-02-01', 9, []],
  ])('%s', async (_name, number, on, levels, expected) => {
    expect(await above(number, on, levels)).toEqual(expected)
  })
})

describe('dotted lines', () => {
  test.each([
    ['before it begins', '2026-03-31', 0],
    ['on its first day', '2026-04-01', 1],
    ['on its last day', '2026-07-31', 1],
    ['on the first day it is gone', '2026-08-01', 0],
  ])('%s', async (_name, on, count) => {
    expect(await world.within((ctx) => dottedLinesOn(ctx, on, [position('HEAD')]))).toHaveLength(count)
  })
})

describe('units one works with', () => {
  test.each([
    ['one’s own and that at the other end of a dotted line', 'ann', '2026-05-01', ['PLANT', 'QUALITY']],
    ['from the other end too', 'stand', '2026-05-01', ['PLANT', 'QUALITY']],
    ['when the line is over, only one’s own', 'ann', '2026-08-01', ['PLANT']],
  ])('%s', async (_name, number, on, expected) => {
    const ids = await world.within((ctx) => ctx.house.scopes.partnersOf(ctx.db, person(number), on, new Set()))
    const codes = ids.map((id) => Object.entries(chart.units).find(([, unitId]) => unitId === id)?.[0])
    expect(codes.sort()).toEqual(expected)
  })

  test('their people are seen by who may see partners, others are not', async () => {
    world.time.now = new Date('2026-07-31T10:00:00Z')
    const ann = await world.member({ may: { 'organisation.read': 'partners' }, personId: person('ann') })
    const seen = async (on: string) =>
      (await ann.send('GET', `/persons?on=${on}`)).body.rows.map((row: { number: string }) => row.number).sort()
    expect(await seen('2026-07-31')).toEqual(['ann', 'deputy', 'head', 'stand'])
    expect((await ann.send('GET', `/persons/${person('boss')}`)).status).toBe(404)
    expect((await ann.send('GET', `/persons/${person('stand')}`)).status).toBe(200)
    // it is August where they are: nobody has to press a button for the rights of a line to end with it
    world.time.now = new Date('2026-07-31T16:10:00Z')
    expect(await seen('2026-08-01')).toEqual(['ann', 'deputy', 'head'])
    expect((await ann.send('GET', `/persons/${person('stand')}`)).status).toBe(404)
  })
})
