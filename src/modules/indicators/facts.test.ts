import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportPlan, ImportRow } from '#kernel/importer'
import type { Fact } from './contract.ts'
import { importer } from './import/importer.ts'
import { openWorld, type Send, type World } from '#test/world'
import { openShop, visit, type Shop } from './shop-for-tests.ts'

let world: World
let shop: Shop
let close = async () => {}
let hr: Send
let chen: { send: Send; accountId: string }

beforeAll(async () => {
  world = await openWorld({ now: '2026-03-05T02:00:00Z', keep: (end) => (close = end) })
  shop = await openShop(world)
  hr = (await world.member({ role: 'hr' })).send
  chen = await world.member({ role: 'employee', personId: shop.person('chen') })
})
afterAll(() => close())

const list = async (send: Send, query: string): Promise<Fact[]> => (await send('GET', `/facts?${query}`)).body.rows
const keys = async (send: Send, query: string) => (await list(send, query)).map((fact) => fact.sourceKey)
const valueOf = async (key: string) => {
  const { body } = await hr('GET', `/people/${shop.person('chen')}/indicators/${shop.winning}/${key}?period=month`)
  return body.standing.value
}

test('facts are listed by what they are, page by page, each to who may see it', async () => {
  const { body } = await shop.tell(
    [
      visit('l1', 'chen', { happenedAt: '2026-03-01T02:00:00Z' }),
      visit('l2', 'zhao', { happenedAt: '2026-03-02T02:00:00Z' }),
      visit('l3', 'wu', { happenedAt: '2026-03-03T02:00:00Z', kind: 'call', responsibilityCode: 'KEEP' }),
      { key: 'l4', kind: 'claim', unitCode: 'NORTH', happenedAt: '2026-03-04T02:00:00Z' },
    ],
    { source: 'listed' },
  )
  expect(body.recorded).toBe(4)
  const all = 'source=api:listed'
  expect(await keys(hr, all)).toEqual(['l4', 'l3', 'l2', 'l1'])
  expect(await keys(hr, `${all}&kind=call&kind=claim`)).toEqual(['l4', 'l3'])
  expect(await keys(hr, `${all}&unitId=${shop.chart.units['GROWTH']}`)).toEqual(['l4', 'l2', 'l1'])
  expect(await keys(hr, `${all}&responsibilityId=${shop.winning}&personId=${shop.person('zhao')}`)).toEqual(['l2'])
  expect(await keys(hr, `${all}&from=2026-03-02&until=2026-03-03`)).toEqual(['l3', 'l2'])
  expect(await keys(hr, 'text=l2')).toEqual(['l2'])
  expect(await keys(hr, `${all}&text=ZHA`)).toEqual(['l2'])
  const first = (await hr('GET', `/facts?${all}&limit=3`)).body
  expect([first.rows.length, first.hasMore]).toEqual([3, true])
  const { day, id } = first.rows[2]
  expect((await hr('GET', `/facts?${all}&afterDay=${day}&afterId=${id}`)).body).toMatchObject({
    rows: [{ sourceKey: 'l1' }],
    hasMore: false,
  })
  expect(await keys(chen.send, all)).toEqual(['l1'])
  const [fact] = await list(chen.send, all)
  expect(fact).toMatchObject({
    personName: 'chen',
    unitName: { en: 'GROWTH' },
    responsibilityName: { en: 'Winning customers' },
    source: 'api:listed',
    taskId: null,
    photos: [],
  })
})

test('each source tells when its last fact came', async () => {
  world.time.now = new Date('2026-03-05T03:00:00Z')
  await shop.tell([visit('s1', 'chen')], { source: 'alpha' })
  world.time.now = new Date('2026-03-05T04:00:00Z')
  await shop.tell([visit('s2', 'chen')], { source: 'beta' })
  await shop.tell([visit('s1', 'chen')], { source: 'alpha' })
  const { sources } = (await hr('GET', '/facts/sources')).body
  expect(sources).toContainEqual({ source: 'api:alpha', lastReceivedAt: '2026-03-05T03:00:00.000Z' })
  expect(sources[0]).toEqual({ source: 'api:beta', lastReceivedAt: '2026-03-05T04:00:00.000Z' })
})

test('no fact takes back what is not there', async () => {
  const like = (changed: object) =>
    world.within((ctx) =>
      sql`insert into fact select (jsonb_populate_record(f, ${JSON.stringify({ id: randomUUID(), source_key: randomUUID(), ...changed })}::jsonb)).*
        from fact f where f.source_key = 'l1'`.execute(ctx.db),
    )
  await expect(like({ reverses_id: randomUUID() })).rejects.toThrow('base.still-referred')
})

test('a wrong fact is taken back by a second one: the figure falls, both stay, the person is told', async () => {
  const before = await valueOf('new-customers')
  await shop.tell([visit('w1', 'chen', { dimensions: { result: 'signed' }, measures: { amount: 5.5 } })])
  expect(await valueOf('new-customers')).toBe(before + 1)
  const [fact] = await list(hr, 'text=w1')
  const reverse = `/facts/${fact?.id}/reverse`
  expect(await chen.send('POST', reverse, { reason: 'mine' })).toMatchObject({ status: 403 })
  expect(await hr('POST', reverse, { reason: ' ' })).toMatchObject({ status: 400 })
  const done = await hr('POST', reverse, { reason: 'typed twice' })
  expect(done.status).toBe(200)
  expect(await valueOf('new-customers')).toBe(before)
  const pair = await list(hr, `kind=visit&personId=${shop.person('chen')}&source=correction`)
  expect(pair).toMatchObject([
    { id: done.body.reversingId, reversesId: fact?.id, note: 'typed twice', measures: { amount: -5.5 } },
  ])
  expect((await list(hr, 'text=w1'))[0]).toMatchObject({
    reversedById: done.body.reversingId,
    measures: { amount: 5.5 },
  })
  expect(await hr('POST', reverse, { reason: 'again' })).toMatchObject({
    status: 409,
    body: { code: 'indicators.already-reversed' },
  })
  const back = await hr('POST', `/facts/${done.body.reversingId}/reverse`, { reason: 'back' })
  expect(back).toMatchObject({ status: 409, body: { code: 'indicators.is-reversal' } })
  const told = await chen.send('GET', '/notifications')
  expect(told.body.rows[0]).toMatchObject({ kind: 'indicators.fact-reversed', facts: { reason: 'typed twice' } })
  const figure = await hr('GET', `/people/${shop.person('chen')}/indicators/${shop.winning}/new-customers?period=month`)
  const shown = (figure.body.facts as { sourceKey: string; part: object }[]).filter((one) =>
    ['w1', fact?.id].includes(one.sourceKey),
  )
  expect(shown.map((one) => one.part)).toContainEqual({ count: -1, sum: 0 })
  expect(shown).toHaveLength(2)
})

test('many who take the same fact back at once take it back once', async () => {
  await shop.tell([visit('m1', 'chen', { dimensions: { result: 'signed' } })])
  const before = await valueOf('new-customers')
  const [fact] = await list(hr, 'text=m1')
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => hr('POST', `/facts/${fact?.id}/reverse`, { reason: 'wrong' })),
  )
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409, 409])
  expect(await valueOf('new-customers')).toBe(before - 1)
})

test('who may correct only own people finds nothing beyond; nor does another tenant', async () => {
  await shop.tell([visit('x1', 'wu', { responsibilityCode: 'KEEP' })])
  const [fact] = await list(hr, 'text=x1')
  const reverse = `/facts/${fact?.id}/reverse`
  const lead = await world.member({ may: { 'indicators.correct': 'reports' }, personId: shop.person('lin') })
  expect((await lead.send('POST', reverse, { reason: 'x' })).status).toBe(404)
  const reader = await world.member({ may: { 'indicators.correct': 'self', 'indicators.read': 'tenant' } })
  expect(await reader.send('POST', reverse, { reason: 'x' })).toMatchObject({
    status: 403,
    body: { code: 'base.forbidden' },
  })
  const tenantId = await world.anotherTenant()
  const { send: foreign } = await world.member({ tenantId, role: 'hr' })
  expect((await foreign('POST', reverse, { reason: 'x' })).status).toBe(404)
  expect((await hr('POST', `/facts/${randomUUID()}/reverse`, { reason: 'x' })).status).toBe(404)
})

test('facts can’t be changed or deleted by the product itself', async () => {
  const refused = world.within((ctx) => ctx.db.deleteFrom('fact').where('tenant_id', '=', ctx.tenantId).execute())
  await expect(refused).rejects.toThrow('permission denied')
})

const row = (line: number, values: ImportRow['values']): ImportRow => ({
  line,
  values: { kind: 'sale', day: '2026-03-02', ...values },
})
const planned = (rows: ImportRow[], use: (plan: ImportPlan) => Promise<void> = async () => {}) =>
  world.within(async (ctx) => {
    const plan = await importer.plan(ctx, rows)
    await use(plan)
    return { created: plan.created, unchanged: plan.unchanged, faults: plan.faults }
  })

test('a sheet of facts counts once, however often and under whatever name it is brought', async () => {
  const rows = [
    row(2, { personNumber: 'chen', value: '12.5', dimensions: 'result=won；地区=华东', time: '23:30' }),
    row(3, { personNumber: 'chen', value: '12.5', dimensions: 'result=won；地区=华东', time: '23:30' }),
    row(4, { key: 'sheet-4', unitCode: 'NORTH', measures: 'pieces=3; scrap = 0.5' }),
  ]
  const take = (plan: ImportPlan) => plan.apply()
  expect(await planned(rows, take)).toEqual({ created: 3, unchanged: 0, faults: [] })
  expect(await planned(rows.toReversed(), take)).toEqual({ created: 0, unchanged: 3, faults: [] })
  const facts = await list(hr, 'source=spreadsheet')
  expect(facts.filter((fact) => fact.personId)).toHaveLength(2)
  expect(facts.find((fact) => fact.personId)).toMatchObject({
    day: '2026-03-02',
    happenedAt: '2026-03-02T15:30:00.000Z',
    measures: { value: 12.5 },
    dimensions: { result: 'won', 地区: '华东' },
  })
  expect(facts.find((fact) => fact.sourceKey === 'sheet-4')?.measures).toEqual({ pieces: 3, scrap: 0.5 })
  const changed = await planned([row(2, { key: 'sheet-4', unitCode: 'NORTH', measures: 'pieces=4' })])
  expect(changed.faults).toEqual([
    { line: 2, field: 'key', code: 'indicators.says-otherwise', facts: { key: 'sheet-4' } },
  ])
})

test('every bad row of a sheet says why', async () => {
  const { faults } = await planned([
    row(2, { personNumber: 'nobody' }),
    row(3, { personNumber: 'chen', unitCode: 'NONE' }),
    row(4, { personNumber: 'chen', responsibilityCode: 'NONE' }),
    row(5, {}),
    row(6, { personNumber: 'chen', kind: 'Bad Kind' }),
    row(7, { personNumber: 'chen', time: '25:00' }),
    row(8, { personNumber: 'chen', dimensions: 'just text' }),
    row(9, { personNumber: 'chen', measures: 'pieces=many' }),
    row(10, { personNumber: 'chen', day: '2026-04-01' }),
    row(11, { personNumber: 'chen', key: 'same' }),
    row(12, { personNumber: 'zhao', key: 'same' }),
  ])
  expect(faults.map(({ line, field, code }) => [line, field, code.slice('indicators.'.length)])).toEqual([
    [2, 'personNumber', 'unknown-person'],
    [3, 'unitCode', 'unknown-unit'],
    [4, 'responsibilityCode', 'unknown-responsibility'],
    [5, 'personNumber', 'belongs-to-nobody'],
    [6, 'kind', 'bad-kind'],
    [7, 'time', 'bad-time'],
    [8, 'dimensions', 'bad-pairs'],
    [9, 'measures', 'not-a-number'],
    [10, 'day', 'in-the-future'],
    [12, 'key', 'key-twice'],
  ])
})
