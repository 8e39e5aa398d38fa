import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import type { FactGroup } from './index.ts'
import { openShop, visit, type Shop } from './shop-for-tests.ts'

let world: World
let shop: Shop
let close = async () => {}
let owner = ''
/** Sessions do not outlive the days a test skips. */
const hr: Send = async (...asked) => (await world.member({ role: 'hr' })).send(...asked)
const chen: { send: Send } = {
  send: async (...asked) => (await world.member({ role: 'employee', personId: shop.person('chen') })).send(...asked),
}
const tell = async (facts: readonly object[], source = 'mes') =>
  (await world.member({ may: { 'indicators.record': 'tenant' } })).send('POST', '/facts', { facts, source })

beforeAll(async () => {
  world = await openWorld({ now: '2026-03-03T06:00:00Z', keep: (end) => (close = end) })
  shop = await openShop(world)
  ;({ accountId: owner } = await world.member({ role: 'employee', personId: shop.person('chen') }))
})
afterAll(() => close())

const kind = { name: { en: 'Visits', 'zh-CN': '拜访' }, rhythm: 'workday' }
const freshness = async (query = '') => (await hr('GET', `/facts/freshness${query}`)).body.kinds
const told = () =>
  world.within((ctx) =>
    ctx.db
      .selectFrom('notification')
      .select('facts')
      .where('account_id', '=', owner)
      .where('kind', '=', 'indicators.kind-silent')
      .execute(),
  )

test('a kind is silent when a whole workday brought nothing; its owner is told once for each silence', async () => {
  const kept = await hr('PUT', '/facts/kinds/visit', {
    ...kind,
    ownerId: shop.person('chen'),
    dimensions: [],
    measures: [],
  })
  expect(kept.status).toBe(200)
  expect(await freshness()).toMatchObject([{ kind: 'visit', state: 'never', lastDay: null }])
  await tell([
    visit('a', 'chen', { happenedAt: '2026-02-26T02:00:00Z' }),
    visit('b', 'chen', { happenedAt: '2026-03-03T02:00:00Z' }),
  ])
  // Saturday the 28th is worked in exchange for the spring festival
  expect(await freshness()).toMatchObject([
    { state: 'fresh', missed: 0, lastDay: '2026-03-03', gaps: ['2026-02-27', '2026-02-28', '2026-03-02'] },
  ])
  // Thursday morning: Wednesday's may still come until noon
  world.time.now = new Date('2026-03-05T03:00:00Z')
  await world.runJob('indicators.watchKinds')
  expect([(await freshness())[0].state, await told()]).toEqual(['fresh', []])
  world.time.now = new Date('2026-03-05T05:00:00Z')
  await world.runJob('indicators.watchKinds')
  await world.runJob('indicators.watchKinds')
  expect(await freshness('?kind=visit&kind=other')).toMatchObject([
    { kind: 'visit', state: 'silent', missed: 1 },
    { kind: 'other', state: 'untimed', sources: [] },
  ])
  expect((await told()).map((row) => row.facts)).toEqual([{ name: kind.name, day: '2026-03-03' }])
  await tell([visit('c', 'chen', { happenedAt: '2026-03-05T02:00:00Z' })])
  expect((await freshness())[0].state).toBe('fresh')
  world.time.now = new Date('2026-03-10T06:00:00Z')
  await world.runJob('indicators.watchKinds')
  expect(await told()).toHaveLength(2)
})

test('a correction takes back and states anew in one step; what is left out stays', async () => {
  await tell([visit('w', 'chen', { dimensions: {}, measures: {}, happenedAt: '2026-03-02T02:00:00Z' })])
  const find = async (text: string) => (await hr('GET', `/facts?text=${text}`)).body.rows[0]
  const fact = await find('w')
  const correct = `/facts/${fact.id}/correct`
  const future = await hr('POST', correct, { reason: 'x', happenedAt: '2026-09-01T00:00:00Z' })
  expect(future.body.code).toBe('indicators.correction-in-future')
  expect((await find('w')).reversedById).toBeNull()
  expect((await chen.send('POST', correct, { reason: 'x' })).status).toBe(403)
  const done = await hr('POST', correct, {
    reason: 'It was Zhao, two days earlier',
    personId: shop.person('zhao'),
    happenedAt: '2026-02-28T02:00:00Z',
  })
  expect(done.status).toBe(200)
  const rows = (await hr('GET', '/facts?source=correction')).body.rows
  expect(rows).toMatchObject([
    { id: done.body.reversingId, reversesId: fact.id, personId: shop.person('chen'), day: '2026-03-02' },
    { id: done.body.correctedId, reversesId: null, personId: shop.person('zhao'), day: '2026-02-28', kind: 'visit' },
  ])
  expect((await hr('POST', correct, { reason: 'again' })).body.code).toBe('indicators.already-reversed')
  // the source telling the same once more changes nothing
  const again = await tell([visit('w', 'chen', { happenedAt: '2026-03-02T02:00:00Z' })])
  expect(again.body).toMatchObject({ recorded: 0, repeated: 1 })
  const tenantId = await world.anotherTenant()
  const { send: foreign } = await world.member({ tenantId, role: 'hr' })
  expect((await foreign('POST', correct, { reason: 'x' })).status).toBe(404)
})

test('listeners are told of new facts in groups, inside the transaction, and never of those known', async () => {
  const heard: { source: string; groups: readonly FactGroup[] }[] = []
  const original = world.house.listenersOf
  Object.assign(world.house, {
    listenersOf: (event: string) =>
      event === 'indicators.facts-recorded'
        ? [{ module: 'indicators', run: async (_ctx: unknown, payload: never) => void heard.push(payload) }]
        : original(event),
  })
  try {
    const call = (key: string, minutes: number) =>
      visit(key, 'wu', { kind: 'call', responsibilityCode: 'KEEP', measures: { minutes } })
    await tell([call('1', 5), call('2', 7), { ...call('3', 1), personNumber: 'sun' }], 'pbx')
    await tell([call('1', 5)], 'pbx')
    expect(heard).toMatchObject([
      {
        source: 'api:pbx',
        groups: [
          {
            kind: 'call',
            personId: shop.person('wu'),
            responsibilityId: shop.keeping,
            count: 2,
            sums: { minutes: 12 },
          },
          { personId: shop.person('sun'), count: 1 },
        ],
      },
    ])
    expect(heard[0]?.groups[0]?.factIds).toHaveLength(2)
  } finally {
    Object.assign(world.house, { listenersOf: original })
  }
})
