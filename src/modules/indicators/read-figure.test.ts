import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CountedFact, FigureDetail } from './contract.ts'
import { openWorld, type Send, type World } from '#test/world'
import { openShop, visit, type Shop } from './shop-for-tests.ts'

let world: World
let shop: Shop
let close = async () => {}
let hr: Send

beforeAll(async () => {
  world = await openWorld({ now: '2026-03-17T02:00:00Z', keep: (end) => (close = end) })
  shop = await openShop(world)
  hr = (await world.member({ role: 'hr' })).send
})
afterAll(() => close())

const figure = async (person: string, responsibilityId: string, key: string, query = '') => {
  const { body } = await hr(
    'GET',
    `/people/${shop.person(person)}/indicators/${responsibilityId}/${key}?period=month${query}`,
  )
  return body as FigureDetail
}
const order = (key: string, personNumber: string, measures: object, parts: object = {}) =>
  visit(key, personNumber, { kind: 'order', responsibilityCode: 'KEEP', measures, ...parts })
const answer = (key: string, minutes: number) => ({ ...order(key, 'wu', { minutes }), kind: 'answer' })

/** Adds facts as a reader with a pocket calculator would. */
function added(facts: CountedFact[], side: 'part' | 'whole') {
  const counted = facts.flatMap((fact) => fact[side] ?? [])
  const total = (name: 'count' | 'sum') => Math.round(counted.reduce((sum, one) => sum + one[name], 0) * 1e9) / 1e9
  return { count: total('count'), sum: total('sum') }
}

test('the facts of a ratio give its part and its whole, page by page', async () => {
  const results = ['signed', 'signed', 'open', 'lost', 'signed', 'open', 'lost']
  await shop.tell(results.map((result, at) => visit(`r${at}`, 'ning', { dimensions: { result } })))
  await shop.tell([visit('other-person', 'chen'), visit('other-month', 'ning', { happenedAt: '2026-02-27T02:00:00Z' })])
  const pages = await Promise.all(
    [0, 3, 6].map((offset) => figure('ning', shop.winning, 'conversion', `&limit=3&offset=${offset}`)),
  )
  const facts = pages.flatMap((page) => page.facts)
  const [first] = pages
  expect(facts.map((fact) => fact.sourceKey)).toHaveLength(7)
  expect(new Set(facts.map((fact) => fact.id)).size).toBe(7)
  expect(first).toMatchObject({ total: 7, part: { count: 3, amount: 3 }, whole: { count: 7, amount: 7 }, heldDays: 31 })
  expect(first?.standing.value).toBe(3 / 7)
  expect([added(facts, 'part').count, added(facts, 'whole').count]).toEqual([3, 7])
  expect(first?.indicator.measure.kind).toBe('ratio')
})

test('sums re-add to the figure with decimals, and facts without the measure do not count', async () => {
  const amounts = [0.1, 0.2, 1200.35, -0.65, 99.99]
  await shop.tell([
    ...amounts.map((amount, at) => order(`o${at}`, 'chen', { amount })),
    order('empty', 'chen', { pieces: 3 }),
  ])
  const found = await figure('chen', shop.keeping, 'turnover')
  expect(found.standing.value).toBe(1299.99)
  expect(added(found.facts, 'part')).toEqual({ count: 5, sum: 1299.99 })
  expect([found.total, found.whole]).toEqual([5, null])
})

test('an average is the sum over the facts that carry it; without any there is no value and no light', async () => {
  expect((await figure('wu', shop.keeping, 'minutes')).standing).toEqual({
    value: null,
    target: 30,
    attainmentPermille: null,
    light: 'none',
  })
  await shop.tell([answer('a1', 20), answer('a2', 25)])
  expect((await figure('wu', shop.keeping, 'minutes')).standing).toMatchObject({ value: 22.5, light: 'green' })
  await shop.tell([answer('a3', 60)])
  const found = await figure('wu', shop.keeping, 'minutes')
  expect(found.standing).toMatchObject({ value: 35, attainmentPermille: 857, light: 'amber' })
  expect(found.part).toEqual({ count: 3, sum: 105, amount: 35 })
})

test('a fact that names no responsibility counts for the only one that counts such facts', async () => {
  const before = await figure('zhao', shop.keeping, 'turnover')
  await shop.tell([order('free', 'zhao', { amount: 7 }, { responsibilityCode: undefined })])
  const after = await figure('zhao', shop.keeping, 'turnover')
  expect([before.standing.value, after.standing.value]).toEqual([0, 7])
  expect(after.facts.map((fact) => [fact.sourceKey, fact.responsibilityId])).toEqual([['free', null]])
})

test('where two responsibilities could claim a fact neither does, and the board says how many there are', async () => {
  const draft = {
    code: 'ALSO',
    unitId: null,
    from: '2026-01-01',
    name: { en: 'Also orders' },
    indicators: [
      {
        key: 'orders',
        name: { en: 'Orders' },
        direction: 'up',
        target: 1,
        weightPermille: 1000,
        period: 'month',
        measure: { kind: 'figure', figure: { take: 'count', fact: 'order' } },
      },
    ],
  }
  const made = await shop.asHr('POST', '/responsibilities', draft)
  const path = `/responsibilities/${made.body.responsibilityId}/holdings`
  const held = { positionId: shop.chart.positions['OPS'], raci: 'responsible', from: '2026-01-01' }
  expect((await shop.asHr('POST', path, held)).status).toBe(200)
  await shop.tell([
    order('two-1', 'wu', { amount: 5 }, { responsibilityCode: undefined }),
    order('two-2', 'wu', { amount: 5 }, { responsibilityCode: 'ALSO' }),
  ])
  expect((await figure('wu', shop.keeping, 'turnover')).standing.value).toBe(0)
  expect((await figure('wu', made.body.responsibilityId, 'orders')).standing.value).toBe(1)
  expect((await hr('GET', '/board?period=month&text=wu')).body.counts.unclaimed).toBe(1)
})

test('a target raised within the period counts by its days; a ratio has the last one', async () => {
  const before = await figure('ning', shop.winning, 'new-customers')
  const version = await shop.asHr('GET', `/responsibilities/${shop.winning}`)
  const { indicators, duties, name } = version.body.version
  const raised = indicators.map((indicator: { key: string }) => ({
    ...indicator,
    id: undefined,
    target: indicator.key === 'conversion' ? 0.4 : 20,
  }))
  const next = {
    name,
    indicators: raised,
    duties: duties.map((duty: object) => ({ ...duty, id: undefined })),
    from: '2026-04-16',
  }
  expect(await shop.asHr('POST', `/responsibilities/${shop.winning}/versions`, next)).toMatchObject({ status: 200 })
  const april = '&day=2026-04-20'
  expect(before.standing.target).toBe(10)
  expect((await figure('ning', shop.winning, 'new-customers', april)).standing.target).toBe(15)
  expect((await figure('ning', shop.winning, 'conversion', april)).standing.target).toBe(0.4)
  expect((await figure('ning', shop.winning, 'new-customers')).standing.target).toBe(10)
})

test('who held it for part of the month owes that part', async () => {
  await world.within((ctx) =>
    ctx.db
      .updateTable('assignment')
      .set({ valid_until: '2026-05-11' })
      .where('person_id', '=', shop.person('zhao'))
      .execute(),
  )
  const found = await figure('zhao', shop.winning, 'new-customers', '&day=2026-05-20')
  expect([found.heldDays, found.standing.target]).toEqual([10, 6.451613])
  expect(
    ((await figure('zhao', shop.winning, 'new-customers', '&day=2026-06-01')) as unknown as { code: string }).code,
  ).toBe('base.not-found')
})

test('an indicator nobody states, or of a responsibility not held, is not found', async () => {
  const status = async (path: string) => (await hr('GET', `/people/${shop.person('chen')}/indicators/${path}`)).status
  expect(await status(`${shop.winning}/nothing`)).toBe(404)
  expect((await hr('GET', `/people/${shop.person('sun')}/indicators/${shop.winning}/conversion`)).status).toBe(404)
  expect(await status(`not-an-id/conversion`)).toBe(400)
})
