import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FigureDetail } from './contract.ts'
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

const count = (parts: object = {}) => ({ take: 'count', fact: 'order', ...parts })
const indicator = (key: string, measure: object, parts: object = {}) => ({
  key,
  name: { en: key },
  direction: 'up',
  target: 10,
  weightPermille: 0,
  period: 'month',
  measure,
  ...parts,
})
const formula = (text: string, terms: object[], parts: object = {}) => ({
  kind: 'formula',
  formula: text,
  terms,
  ...parts,
})
/** A responsibility held by the two developers from January on. */
async function state(code: string, indicators: object[], position = 'DEV') {
  const heavy = indicators.map((one, at) => ({ ...one, weightPermille: at === 0 ? 1000 : 0 }))
  const draft = { code, unitId: null, from: '2025-01-01', name: { en: code }, indicators: heavy }
  const made = await shop.asHr('POST', '/responsibilities', draft)
  if (made.status !== 200) return made
  const path = `/responsibilities/${made.body.responsibilityId}/holdings`
  const holding = { positionId: shop.chart.positions[position], raci: 'responsible', from: '2025-01-01' }
  await shop.asHr('POST', path, holding)
  return made
}
const figure = async (person: string, responsibilityId: string, key: string, query = '') =>
  (await hr('GET', `/people/${shop.person(person)}/indicators/${responsibilityId}/${key}?period=month${query}`))
    .body as FigureDetail
const order = (key: string, number: string, code: string | undefined, parts: object = {}) =>
  visit(key, number, { kind: 'order', responsibilityCode: code, ...parts })

test('a formula over figures and another indicator, with the steps, the facts of each name and the reason for none', async () => {
  const { body } = await state('FORMULA', [
    indicator(
      'per-customer',
      formula('ROUND(金额 / customers, 2) + 0 * best', [
        { name: 'amount', alias: '金额', figure: { take: 'sum', fact: 'order', of: 'amount' } },
        { name: 'customers', figure: { take: 'distinct', fact: 'order', of: 'customer' } },
        { name: 'best', figure: { take: 'max', fact: 'order', of: 'amount' } },
      ]),
    ),
    indicator('twice', formula('2 * first', [{ name: 'first', indicator: { key: 'per-customer' } }])),
    indicator('latest', { kind: 'figure', figure: { take: 'last', fact: 'order', of: 'amount' } }),
  ])
  const id = body.responsibilityId
  const none = await figure('chen', id, 'per-customer')
  expect([none.standing.value, none.standing.light]).toEqual([null, 'none'])
  expect(none.formula?.problem).toBeTruthy()
  await shop.tell([
    order('f1', 'chen', 'FORMULA', { measures: { amount: 10 }, dimensions: { customer: 'a' } }),
    order('f2', 'chen', 'FORMULA', { measures: { amount: 25.5 }, dimensions: { customer: 'b' } }),
    order('f3', 'chen', 'FORMULA', {
      measures: { amount: 30 },
      dimensions: { customer: 'a' },
      happenedAt: '2026-03-09T02:00:00Z',
    }),
  ])
  const found = await figure('chen', id, 'per-customer')
  expect(found.standing.value).toBe(32.75)
  expect(found.formula?.terms.map(({ name, value }) => [name, value])).toEqual([
    ['amount', 65.5],
    ['customers', 2],
    ['best', 30],
  ])
  expect(found.formula?.steps.at(-1)).toMatchObject({ value: '32.75' })
  expect(found.total).toBe(3)
  expect(found.facts[0]?.terms).toEqual(['amount', 'customers', 'best'])
  const twice = await figure('chen', id, 'twice')
  expect(twice.standing.value).toBe(65.5)
  expect(twice.formula?.terms[0]?.indicator).toMatchObject({ responsibilityId: id, key: 'per-customer' })
  expect((await figure('chen', id, 'latest')).standing.value).toBe(30)
})

test('a fact taken back leaves the least, the latest and the different ones', async () => {
  const { body } = await state('EXTREMES', [
    indicator('most', { kind: 'figure', figure: { take: 'max', fact: 'bid', of: 'amount' } }),
    indicator('customers', { kind: 'figure', figure: { take: 'distinct', fact: 'bid', of: 'customer' } }),
  ])
  const bid = (key: string, amount: number, customer: string) =>
    order(key, 'chen', 'EXTREMES', { kind: 'bid', measures: { amount }, dimensions: { customer } })
  await shop.tell([bid('b1', 5, 'a'), bid('b2', 90, 'b')])
  const facts = await hr('GET', `/facts?kind=bid`)
  const wrong = facts.body.rows.find((fact: { sourceKey: string }) => fact.sourceKey === 'b2')
  expect((await hr('POST', `/facts/${wrong.id}/reverse`, { reason: 'typed wrong' })).status).toBe(200)
  const id = body.responsibilityId
  expect((await figure('chen', id, 'most')).standing.value).toBe(5)
  expect((await figure('chen', id, 'customers')).standing.value).toBe(1)
})

test('mistakes are refused with their place, what is not there with a near name, a circle with its path', async () => {
  const wrong = await state('WRONG1', [indicator('a', formula('visitz + 1', [{ name: 'visits', figure: count() }]))])
  expect(wrong).toMatchObject({ status: 400, body: { code: 'responsibilities.bad-formula', column: 1, at: 0 } })
  expect(wrong.body.detail).toContain('visits')
  const missing = await state('WRONG2', [
    indicator('a', formula('x', [{ name: 'x', indicator: { responsibility: 'WIN', key: 'conversio' } }])),
  ])
  expect(missing).toMatchObject({ status: 400, body: { code: 'responsibilities.unknown-indicator' } })
  expect(missing.body.hint).toContain('WIN/conversion')
  const round = await state('WRONG3', [
    indicator('a', formula('b', [{ name: 'b', indicator: { key: 'b' } }])),
    indicator('b', formula('a', [{ name: 'a', indicator: { key: 'a' } }])),
  ])
  expect(round).toMatchObject({
    status: 400,
    body: { code: 'responsibilities.indicators-in-circle', path: 'a → b → a' },
  })
  const vague = await state('WRONG4', [indicator('a', { kind: 'figure', figure: { take: 'sum', fact: 'order' } })])
  expect(vague).toMatchObject({ status: 400, body: { code: 'responsibilities.needs-measure', kind: 'order' } })
})

test('an indicator of another responsibility the person holds; blank for who does not hold it', async () => {
  const measure = formula('IFBLANK(share, 0) * 100', [
    { name: 'share', indicator: { responsibility: 'WIN', key: 'conversion' } },
  ])
  const { body } = await state('OTHER', [indicator('percent', measure)], 'OPS')
  const both = await state('OTHERS', [indicator('percent', measure)])
  await shop.tell([visit('o1', 'zhao', { dimensions: { result: 'signed' } }), visit('o2', 'zhao')])
  expect((await figure('zhao', both.body.responsibilityId, 'percent')).standing.value).toBe(50)
  expect((await figure('wu', body.responsibilityId, 'percent')).standing.value).toBe(0)
})

test('targets of a holder, by season and from last year; thresholds of an indicator; its owner', async () => {
  const months = [1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1]
  const kind = { kind: 'figure', figure: { take: 'count', fact: 'deal' } }
  const { body } = await state('AIMS', [
    indicator('season', kind, {
      targetRule: { kind: 'factors', months },
      holderTargets: [{ kind: 'person', id: shop.person('zhao'), target: 4 }],
      owner: { kind: 'person', id: shop.person('lin') },
      thresholds: { amberPermille: 500, greenPermille: 900 },
    }),
    indicator('grown', kind, { targetRule: { kind: 'last-year', changePermille: 100 } }),
  ])
  const id = body.responsibilityId
  const deal = (key: string, number: string, day: string) =>
    order(key, number, 'AIMS', { kind: 'deal', happenedAt: `${day}T02:00:00Z` })
  await shop.tell(Array.from({ length: 20 }, (_none, at) => deal(`y${at}`, 'chen', '2025-03-05')))
  await shop.tell(Array.from({ length: 9 }, (_none, at) => deal(`z${at}`, 'zhao', '2026-02-05')))
  const season = await figure('chen', id, 'season')
  expect([season.standing.target, season.indicator.owner?.name]).toEqual([20, { en: 'lin' }])
  expect((await figure('zhao', id, 'season')).standing.target).toBe(8)
  expect((await figure('zhao', id, 'season', '&day=2026-02-10')).standing).toMatchObject({ target: 4, light: 'green' })
  expect((await figure('chen', id, 'grown')).standing.target).toBe(22)
  expect((await figure('zhao', id, 'grown')).standing.target).toBe(10)
})

test('thresholds move the colours', async () => {
  const { body } = await state('COLOURS', [
    indicator(
      'share',
      { kind: 'figure', figure: { take: 'average', fact: 'mark', of: 'points' } },
      {
        target: 100,
        thresholds: { amberPermille: 400, greenPermille: 900 },
      },
    ),
  ])
  const mark = (key: string, points: number, day: string) =>
    order(key, 'chen', 'COLOURS', { kind: 'mark', measures: { points }, happenedAt: `${day}T02:00:00Z` })
  await shop.tell([mark('m1', 90, '2026-01-05'), mark('m2', 41, '2026-02-05'), mark('m3', 39, '2026-03-05')])
  const light = async (day: string) =>
    (await figure('chen', body.responsibilityId, 'share', `&day=${day}`)).standing.light
  expect([await light('2026-01-10'), await light('2026-02-10'), await light('2026-03-10')]).toEqual([
    'green',
    'amber',
    'red',
  ])
})

test('a fact without responsibility counts for the one held on its day, when the duty changed within the month', async () => {
  const orders = [indicator('n', { kind: 'figure', figure: count({ fact: 'parcel' }) })]
  const before = (await state('BEFORE', orders, 'CLERK')).body.responsibilityId
  const after = (await state('AFTER', orders, 'CLERK')).body.responsibilityId
  const held = (id: string, from: string, until: string | null) =>
    world.within((ctx) =>
      ctx.db
        .updateTable('holding')
        .set({ valid_from: from, valid_until: until })
        .where('responsibility_id', '=', id)
        .execute(),
    )
  await held(before, '2025-01-01', '2026-02-16')
  await held(after, '2026-02-16', null)
  const parcel = (key: string, day: string) =>
    order(key, 'ning', undefined, { kind: 'parcel', happenedAt: `${day}T02:00:00Z` })
  await shop.tell([parcel('p1', '2026-02-03'), parcel('p2', '2026-02-04'), parcel('p3', '2026-02-20')])
  const [first, second] = [
    await figure('ning', before, 'n', '&day=2026-02-20'),
    await figure('ning', after, 'n', '&day=2026-02-20'),
  ]
  expect([first.standing.value, second.standing.value]).toEqual([2, 1])
  expect([first.facts.map((fact) => fact.sourceKey), second.facts.map((fact) => fact.sourceKey)]).toEqual([
    ['p2', 'p1'],
    ['p3'],
  ])
})
