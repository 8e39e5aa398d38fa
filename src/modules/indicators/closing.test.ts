import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FigureDetail } from './contract.ts'
import { openWorld, type Send, type World } from '#test/world'
import { openShop, visit, type Shop } from './shop-for-tests.ts'

let world: World
let shop: Shop
let end = async () => {}
let hr: Send
let periodId = ''

beforeAll(async () => {
  world = await openWorld({ now: '2026-04-02T02:00:00Z', keep: (close) => (end = close) })
  shop = await openShop(world)
  hr = (await world.member({ role: 'hr' })).send
  await shop.tell([
    visit('c1', 'chen', { dimensions: { result: 'signed' } }),
    visit('c2', 'chen', { dimensions: { result: 'lost' } }),
  ])
})
afterAll(() => end())

const figure = async (query = '&day=2026-03-10') =>
  (await hr('GET', `/people/${shop.person('chen')}/indicators/${shop.winning}/conversion?period=month${query}`))
    .body as FigureDetail
const board = async () => (await hr('GET', `/board?period=month&day=2026-03-10&text=chen`)).body

test('only a period that is over can be closed, and only by right for the whole company', async () => {
  const running = await hr('POST', '/closed-periods', { kind: 'month', day: '2026-04-01' })
  expect(running).toMatchObject({ status: 409, body: { code: 'indicators.not-over', until: '2026-04-30' } })
  const { send } = await world.member({
    may: { 'indicators.close': 'unit', 'indicators.reopen': 'unit' },
    unitId: shop.chart.units['GROWTH'],
  } as never)
  expect((await send('POST', '/closed-periods', { kind: 'month', day: '2026-03-01' })).status).toBe(403)
})

test('closing freezes every figure; it is audited, told, and once', async () => {
  const closed = await hr('POST', '/closed-periods', { kind: 'month', day: '2026-03-15', note: 'Appraisal' })
  expect(closed.status).toBe(200)
  expect(closed.body).toMatchObject({ people: 4, figures: 12 })
  periodId = closed.body.periodId
  expect(await hr('POST', '/closed-periods', { kind: 'month', day: '2026-03-01' })).toMatchObject({
    status: 409,
    body: { code: 'indicators.already-closed' },
  })
  const { rows, may } = (await hr('GET', '/closed-periods')).body
  expect([rows.length, rows[0], may]).toMatchObject([
    1,
    { id: periodId, from: '2026-03-01', until: '2026-04-01', note: 'Appraisal', lateFacts: 0, reopenedAt: null },
    { close: true, reopen: true },
  ])
  const audits = await world.within((ctx) =>
    ctx.db.selectFrom('audit_row').select('action').where('target', '=', `period/${periodId}`).execute(),
  )
  expect(audits).toEqual([{ action: 'indicators.close' }])
})

test('late facts are listed with what they would have changed, and change nothing', async () => {
  await shop.tell([
    visit('late', 'chen', { dimensions: { result: 'signed' } }),
    visit('later', 'chen', { dimensions: { result: 'signed' }, happenedAt: '2026-04-01T02:00:00Z' }),
  ])
  const found = await figure()
  expect(found.standing.value).toBe(0.5)
  expect([found.total, found.closed?.late.map((fact) => fact.sourceKey)]).toEqual([2, ['late']])
  expect(found.trend.at(-1)).toMatchObject({ isClosed: true, standing: { value: 0.5 } })
  const cell = (await board()).rows[0].cells.find(
    (one: { responsibilityId: string }) => one.responsibilityId === shop.winning,
  )
  expect(cell.indicators.find((one: { key: string }) => one.key === 'conversion').value).toBe(0.5)
  const late = (await hr('GET', `/closed-periods/${periodId}/late`)).body
  expect([late.total, late.facts.map((fact: { sourceKey: string }) => fact.sourceKey)]).toEqual([1, ['late']])
  expect(late.changes).toMatchObject([
    { key: 'new-customers', personName: 'chen', closed: 1, now: 2 },
    { key: 'conversion', closed: 0.5, now: 2 / 3 },
  ])
  expect((await figure('&day=2026-04-01')).standing.value).toBe(1)
})

test('a version corrected or a seat ended afterwards does not touch a closed figure', async () => {
  const before = await figure()
  await world.within((ctx) =>
    ctx.db
      .updateTable('assignment')
      .set({ valid_until: '2026-03-02' })
      .where('person_id', '=', shop.person('chen'))
      .execute(),
  )
  expect((await figure()).standing).toEqual(before.standing)
  await world.within((ctx) =>
    ctx.db.updateTable('assignment').set({ valid_until: null }).where('person_id', '=', shop.person('chen')).execute(),
  )
})

test('opened again with a reason it follows the facts; once, and never without the right', async () => {
  const { send } = await world.member({ may: { 'indicators.close': 'tenant', 'indicators.read-team': 'tenant' } })
  expect((await send('POST', `/closed-periods/${periodId}/reopen`, { reason: 'x' })).status).toBe(403)
  expect((await hr('POST', `/closed-periods/${periodId}/reopen`, { reason: '' })).status).toBe(400)
  expect((await hr('POST', `/closed-periods/${periodId}/reopen`, { reason: 'MES was late' })).status).toBe(200)
  expect((await figure()).standing.value).toBe(2 / 3)
  expect((await figure()).closed).toBeNull()
  const again = await hr('POST', `/closed-periods/${periodId}/reopen`, { reason: 'twice' })
  expect(again).toMatchObject({ status: 409, body: { code: 'indicators.already-open' } })
  expect((await hr('GET', '/closed-periods')).body.rows[0]).toMatchObject({ reason: 'MES was late', lateFacts: 1 })
  expect((await hr('POST', `/closed-periods/${world.tenantId}/reopen`, { reason: 'x' })).status).toBe(404)
  expect((await hr('POST', '/closed-periods', { kind: 'month', day: '2026-03-15' })).status).toBe(200)
  expect((await figure()).standing.value).toBe(2 / 3)
})
