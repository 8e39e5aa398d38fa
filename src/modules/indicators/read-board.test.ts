import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BoardRow } from './contract.ts'
import { openWorld, type Send, type World } from '#test/world'
import { openShop, visit, type Shop } from './shop-for-tests.ts'

let world: World
let shop: Shop
let close = async () => {}
let hr: Send
let lin: Send
let chen: Send

const signed = { dimensions: { result: 'signed' } }
const open = { dimensions: { result: 'open' } }
const order = (key: string, personNumber: string, amount: number, parts: object = {}) => ({
  ...visit(key, personNumber, { kind: 'order', responsibilityCode: 'KEEP', measures: { amount }, ...parts }),
})

// Tuesday 17 March 2026: 11 of the 22 workdays of March have passed.
beforeAll(async () => {
  world = await openWorld({ now: '2026-03-17T02:00:00Z', keep: (end) => (close = end) })
  shop = await openShop(world)
  await shop.tell([
    ...Array.from({ length: 5 }, (_none, at) => visit(`chen-signed-${at}`, 'chen', signed)),
    ...Array.from({ length: 5 }, (_none, at) => visit(`chen-open-${at}`, 'chen', open)),
    ...Array.from({ length: 4 }, (_none, at) => visit(`zhao-signed-${at}`, 'zhao', signed)),
    visit('zhao-before', 'zhao', { ...signed, happenedAt: '2026-02-27T02:00:00Z' }),
    order('chen-order', 'chen', 1200.5),
    order('wu-order', 'wu', 300.1),
    order('wu-order-2', 'wu', 0.2),
  ])
  hr = (await world.member({ role: 'hr' })).send
  lin = (await world.member({ role: 'employee', personId: shop.person('lin') })).send
  chen = (await world.member({ role: 'employee', personId: shop.person('chen') })).send
})
afterAll(() => close())

const rowOf = (rows: BoardRow[], name: string) => rows.find((row) => row.name === name)
const cellOf = (row: BoardRow | undefined, responsibilityId: string) =>
  row?.cells.find((cell) => cell.responsibilityId === responsibilityId)

test('person by responsibility: value, target, light, and the worst first', async () => {
  const { status, body } = await hr('GET', '/board?period=month')
  expect(status).toBe(200)
  expect(body.period).toEqual({ kind: 'month', from: '2026-03-01', until: '2026-04-01', isOpen: true })
  const chenRow = rowOf(body.rows, 'chen')
  expect(cellOf(chenRow, shop.winning)).toMatchObject({
    light: 'green',
    fulfilmentPermille: 700,
    indicators: [
      { key: 'new-customers', value: 5, target: 10, attainmentPermille: 500, light: 'green' },
      { key: 'conversion', value: 0.5, target: 0.3, light: 'green' },
    ],
  })
  expect(cellOf(chenRow, shop.keeping)).toMatchObject({
    light: 'green',
    fulfilmentPermille: 1000,
    indicators: [
      { key: 'minutes', value: null, light: 'none' },
      { key: 'turnover', value: 1200.5 },
    ],
  })
  expect(cellOf(rowOf(body.rows, 'zhao'), shop.winning)?.indicators[0]).toMatchObject({ value: 4, light: 'amber' })
  expect(cellOf(rowOf(body.rows, 'wu'), shop.keeping)?.indicators[1]).toMatchObject({ value: 300.3, light: 'red' })
  expect(body.rows.map((row: BoardRow) => [row.name, row.light])).toEqual([
    ['ning', 'red'],
    ['wu', 'red'],
    ['zhao', 'red'],
    ['chen', 'green'],
    ['lin', 'none'],
    ['sun', 'none'],
  ])
  expect(body.counts).toMatchObject({ people: 6, red: 3, amber: 0, green: 1, none: 2, lateTasks: 0 })
  expect(rowOf(body.rows, 'ning')).toMatchObject({ unitName: { en: 'NORTH' }, positionTitle: { en: 'CLERK' } })
})

test('the accountable one has no figures of their own while somebody is responsible', async () => {
  const { body } = await hr('GET', '/board?period=month&text=lin')
  expect(body.rows).toMatchObject([{ name: 'lin', cells: [], light: 'none', fulfilmentPermille: null }])
})

test('filters by unit with all below it, text, responsibility and light; pages keep the order', async () => {
  const names = async (query: string) => {
    const { body } = await hr('GET', `/board?period=month&${query}`)
    return body.rows.map((row: BoardRow) => row.name)
  }
  expect(await names(`unitId=${shop.chart.units['NORTH']}`)).toEqual(['ning'])
  expect(await names(`unitId=${shop.chart.units['GROWTH']}`)).toEqual(['ning', 'zhao', 'chen', 'lin'])
  expect(await names('text=HAO')).toEqual(['zhao'])
  expect(await names(`responsibilityId=${shop.keeping}`)).toEqual(['zhao', 'wu', 'chen'])
  expect(await names('light=green')).toEqual(['chen'])
  expect(await names('limit=2&offset=1')).toEqual(['wu', 'zhao'])
  const { body } = await hr('GET', `/board?period=month&light=green`)
  expect([body.total, body.counts.people]).toEqual([1, 6])
})

test('a week owes its share of a monthly target', async () => {
  const { body } = await hr('GET', '/board?period=week&day=2026-03-04&text=chen')
  const cell = cellOf(rowOf(body.rows, 'chen'), shop.winning)
  expect(cell?.indicators[0]).toMatchObject({ value: 5, target: 2.258065, light: 'green' })
  expect(body.period).toMatchObject({ from: '2026-03-02', until: '2026-03-09', isOpen: false })
})

test('a manager sees those below and nobody else, in rows, counts and figures', async () => {
  const { body } = await lin('GET', '/board?period=month')
  expect(body.rows.map((row: BoardRow) => row.name)).toEqual(['ning', 'zhao', 'chen'])
  expect(body.counts).toMatchObject({ people: 3, red: 2 })
  const narrow = await lin('GET', `/board?period=month&unitId=${shop.chart.units['SERVICE']}`)
  expect(narrow.body).toMatchObject({ rows: [], total: 0, counts: { people: 0, red: 0, unclaimed: 0 } })
  expect((await lin('GET', '/board?period=month&text=wu')).body.rows).toEqual([])
  const figures = `/people/${shop.person('wu')}/indicators`
  expect(await lin('GET', figures)).toMatchObject({ status: 404, body: { code: 'base.not-found' } })
  expect((await lin('GET', `${figures}/${shop.keeping}/turnover`)).status).toBe(404)
  expect((await lin('GET', `/people/${shop.person('chen')}/indicators`)).status).toBe(200)
})

test('an employee sees own figures only, and no board', async () => {
  expect(await chen('GET', '/board')).toMatchObject({ status: 403, body: { code: 'base.forbidden' } })
  expect((await chen('GET', '/people/me/indicators?period=month')).body).toMatchObject({ name: 'chen' })
  expect((await chen('GET', `/people/${shop.person('zhao')}/indicators`)).status).toBe(404)
  const { send: outsider } = await world.member({ may: { 'indicators.read': 'self' } })
  expect((await outsider('GET', '/people/me/indicators')).status).toBe(404)
})

test('who may see a unit sees what its posts carry, not the other posts of the same person', async () => {
  const apart = await openWorld({ now: '2026-03-17T02:00:00Z' })
  const { winning, keeping, chart, person, tell } = await openShop(apart)
  await apart.within((ctx) =>
    ctx.db
      .insertInto('assignment')
      .values({
        tenant_id: ctx.tenantId,
        id: ctx.newId(),
        person_id: person('chen'),
        position_id: chart.positions['OPS'] ?? '',
        kind: 'concurrent',
        share_permille: 0,
        valid_from: '2026-01-01',
      })
      .execute(),
  )
  await tell([visit('a', 'chen', signed), order('b', 'chen', 10)])
  const { send } = await apart.member({
    may: { 'indicators.read-team': 'unit', 'indicators.read': 'unit' },
    unitId: chart.units['SERVICE'] ?? '',
  })
  const { body } = await send('GET', '/board?period=month')
  expect(body.rows.map((row: BoardRow) => row.name)).toEqual(['wu', 'chen', 'sun'])
  expect(rowOf(body.rows, 'chen')?.cells.map((cell) => cell.responsibilityId)).toEqual([keeping])
  expect((await send('GET', `/people/${person('chen')}/indicators/${winning}/conversion`)).status).toBe(404)
  expect((await send('GET', `/people/${person('chen')}/indicators/${keeping}/turnover?period=month`)).status).toBe(200)
})

test('another tenant’s people do not exist', async () => {
  const tenantId = await world.anotherTenant()
  const { send } = await world.member({ tenantId, role: 'hr' })
  expect((await send('GET', `/people/${shop.person('chen')}/indicators`)).status).toBe(404)
  const path = `/people/${shop.person('chen')}/indicators/${shop.winning}/conversion`
  expect((await send('GET', path)).status).toBe(404)
  expect((await send('GET', '/board')).body.rows).toEqual([])
  expect((await send('GET', '/facts')).body.rows).toEqual([])
  expect((await send('GET', '/facts/sources')).body.sources).toEqual([])
})

test('the course of a figure over the last periods', async () => {
  const { body } = await chen('GET', '/people/me/indicators?period=month&periods=3')
  const [first] = body.responsibilities
  expect(first).toMatchObject({ responsibilityId: shop.winning, name: { en: 'Winning customers' }, light: 'green' })
  const conversion = first.indicators[1]
  expect(conversion).toMatchObject({ fullTarget: 0.3, ownPeriod: 'month', measure: { kind: 'ratio' } })
  expect(conversion.trend.map((at: { from: string; standing: object | null }) => [at.from, at.standing])).toEqual([
    ['2026-01-01', { value: null, target: 0.3, attainmentPermille: null, light: 'none' }],
    ['2026-02-01', { value: null, target: 0.3, attainmentPermille: null, light: 'none' }],
    ['2026-03-01', { value: 0.5, target: 0.3, attainmentPermille: 1667, light: 'green' }],
  ])
  expect(body.words.kinds['visit']).toEqual({ en: 'Visit a customer', 'zh-CN': '客户拜访' })
  expect(body.words.choices['visit.result.signed']).toEqual({ en: 'signed' })
})
