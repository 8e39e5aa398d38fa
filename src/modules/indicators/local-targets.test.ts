import { beforeEach, expect, test } from 'vitest'
import type { BoardRow } from './contract.ts'
import { openWorld, type Send, type World } from '#test/world'
import { openShop, visit, type Shop } from './shop-for-tests.ts'

let world: World
let shop: Shop
let hr: Send

beforeEach(async () => {
  world = await openWorld({ now: '2026-03-17T02:00:00Z' })
  shop = await openShop(world)
  hr = (await world.member({ role: 'hr' })).send
})

const unit = (code: string) => shop.chart.units[code] ?? ''
const targets = async (name: string, responsibilityId: string, day: string) => {
  const { rows } = (await hr('GET', `/board?period=month&day=${day}`)).body as { rows: BoardRow[] }
  const cell = rows.find((row) => row.name === name)?.cells.find((one) => one.responsibilityId === responsibilityId)
  return cell?.indicators.map(({ target }) => target)
}
/** What winning customers says now, with other targets, from a day on. */
async function aimElsewhere(localTargets: readonly object[], from: string): Promise<void> {
  const { version } = (await shop.asHr('GET', `/responsibilities/${shop.winning}`)).body
  const { name, duties, indicators } = version
  const [count, ratio] = indicators.map(({ id: _id, ...one }: { id: string }) => ({ ...one, localTargets }))
  const plain = duties.map(({ id: _id, ...duty }: { id: string }) => duty)
  const draft = { name, duties: plain, indicators: [count, { ...ratio, localTargets: [] }], from }
  const answer = await shop.asHr('POST', `/responsibilities/${shop.winning}/versions`, draft)
  expect([answer.status, answer.body]).toEqual([200, answer.body])
}

test('the target of a unit counts for those who sit in it or below, from the day it is stated', async () => {
  await aimElsewhere([{ unitId: unit('NORTH'), target: 4 }], '2026-04-01')
  expect(await targets('ning', shop.winning, '2026-03-17')).toEqual([10, 0.3])
  expect(await targets('ning', shop.winning, '2026-04-17')).toEqual([4, 0.3])
  expect(await targets('chen', shop.winning, '2026-04-17')).toEqual([10, 0.3])
  await aimElsewhere([{ unitId: unit('GROWTH'), target: 20 }], '2026-05-01')
  expect(await targets('ning', shop.winning, '2026-05-17')).toEqual([20, 0.3])
})

test('a count owes each day the target of the unit the person sat in that day', async () => {
  await aimElsewhere([{ unitId: unit('NORTH'), target: 4 }], '2026-04-01')
  // from 16 April on Chen sits in the north: half the month owes half of 10, the other half of 4
  await world.within(async (ctx) => {
    const seat = { tenant_id: ctx.tenantId, person_id: shop.person('chen'), kind: 'main', share_permille: 1000 }
    await ctx.db
      .updateTable('assignment')
      .set({ valid_until: '2026-04-16' })
      .where('person_id', '=', seat.person_id)
      .execute()
    const position_id = shop.chart.positions['CLERK'] ?? ''
    await ctx.db
      .insertInto('assignment')
      .values({ ...seat, id: ctx.newId(), position_id, valid_from: '2026-04-16' })
      .execute()
  })
  expect(await targets('chen', shop.winning, '2026-04-17')).toEqual([7, 0.3])
})

test('a responsibility made of another counts its figures with the targets of the whole', async () => {
  const made = await shop.asHr('POST', '/responsibilities', {
    code: 'NORTH-WIN',
    name: { en: 'Business in the north' },
    unitId: null,
    from: '2026-01-01',
    parts: [
      {
        responsibilityId: shop.winning,
        mode: 'reference',
        weightPermille: 1000,
        targets: [{ key: 'conversion', target: 0.2 }],
      },
    ],
  })
  const id = made.body.responsibilityId
  const holding = { positionId: shop.chart.positions['OPS'], raci: 'responsible', from: '2026-01-01' }
  expect((await shop.asHr('POST', `/responsibilities/${id}/holdings`, holding)).status).toBe(200)
  await shop.tell([
    visit('n1', 'wu', { responsibilityCode: 'NORTH-WIN', dimensions: { result: 'signed' } }),
    visit('n2', 'wu', { responsibilityCode: 'NORTH-WIN', dimensions: { result: 'open' } }),
    visit('n3', 'wu', { dimensions: { result: 'signed' } }),
  ])
  const { rows } = (await hr('GET', '/board?period=month')).body as { rows: BoardRow[] }
  const cell = rows.find((row) => row.name === 'wu')?.cells.find((one) => one.responsibilityId === id)
  expect(cell?.indicators).toMatchObject([
    { value: 1, target: 10, weightPermille: 600 },
    { value: 0.5, target: 0.2, weightPermille: 400 },
  ])
})
