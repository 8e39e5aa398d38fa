import { expect, test } from 'vitest'
import { drawChart } from '#test/chart'
import { openWorld } from '#test/world'
import { winning } from './trial.ts'

const all = {
  'responsibilities.read': 'tenant',
  'responsibilities.edit': 'tenant',
  'responsibilities.assign': 'tenant',
} as const

test('a position works with the units that hold a part of the same responsibility', async () => {
  const world = await openWorld()
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { SALES: { name: 'Sales' }, QC: { name: 'Quality' }, SHOP: { name: 'Shop' } },
      positions: {
        SELLER: { unit: 'SALES' },
        CLERK: { unit: 'SALES', reportsTo: 'SELLER' },
        TESTER: { unit: 'QC' },
        HAND: { unit: 'SHOP' },
      },
    }),
  )
  const { send } = await world.member({ may: all })
  const made = await send('POST', '/responsibilities', { ...winning, unitId: chart.units['SALES'], from: '2026-03-04' })
  const path = `/responsibilities/${made.body.responsibilityId}/holdings`
  for (const [code, raci] of [
    ['SELLER', 'accountable'],
    ['CLERK', 'responsible'],
    ['TESTER', 'consulted'],
  ] as const)
    expect((await send('POST', path, { positionId: chart.positions[code], raci })).status).toBe(200)

  const partners = async (code: string, as = send) =>
    as('GET', `/positions/${chart.positions[code]}/partners?day=2026-03-05`)
  // the clerk of the same unit is no other unit, and the shop holds nothing
  expect((await partners('SELLER')).body.items).toEqual([
    {
      unitId: chart.units['QC'],
      unitName: { en: 'Quality' },
      shared: [{ responsibilityId: made.body.responsibilityId, name: winning.name, racis: ['consulted'] }],
    },
  ])
  expect((await partners('TESTER')).body.items[0]).toMatchObject({
    unitId: chart.units['SALES'],
    shared: [{ racis: ['accountable', 'responsible'] }],
  })
  expect((await partners('HAND')).body.items).toEqual([])

  const near = await world.member({ may: { 'responsibilities.read': 'unit' }, unitId: chart.units['SALES']! })
  expect((await partners('SELLER', near.send)).body.items).toEqual([])
  expect((await partners('TESTER', near.send)).status).toBe(404)
  expect((await partners('SELLER', (await world.member({})).send)).status).toBe(403)
})
