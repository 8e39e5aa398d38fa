import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import type { Why } from './contract.ts'
import { openShop, visit, type Shop } from './shop-for-tests.ts'

let world: World
let shop: Shop
let end = async () => {}
let hr: Send

beforeAll(async () => {
  world = await openWorld({ now: '2026-03-25T02:00:00Z', keep: (close) => (end = close) })
  shop = await openShop(world)
  hr = (await world.member({ role: 'hr' })).send
  const facts = (who: string, segment: string, month: string, signed: number, all: number) =>
    Array.from({ length: all }, (_none, at) =>
      visit(`${who}-${segment}-${month}-${at}`, who, {
        happenedAt: `2026-${month}-${String(1 + (at % 20)).padStart(2, '0')}T02:00:00Z`,
        dimensions: { result: at < signed ? 'signed' : 'lost', segment, day: String(at % 3), customer: `c${at % 90}` },
      }),
    )
  for (const [who, weight] of [
    ['chen', 1],
    ['zhao', 0.5],
  ] as const) {
    await shop.tell(facts(who, 'oneOff', '03', 15 * weight, 60 * weight))
    await shop.tell(facts(who, 'longTerm', '03', 84 * weight, 140 * weight))
    await shop.tell(facts(who, 'oneOff', '02', 5 * weight, 20 * weight))
    await shop.tell(facts(who, 'longTerm', '02', 108 * weight, 180 * weight))
  }
})
afterAll(() => end())

const path = (person: string, key = 'conversion', responsibility = shop.winning) =>
  `/people/${shop.person(person)}/indicators/${responsibility}/${key}/why`
const why = async (query = '', person = 'chen', key = 'conversion', send = hr) =>
  (await send('GET', `${path(person, key)}?period=month${query}`)).body as Why

test('case 1: the group that does worse is found, with size, rates and chance, and opens to its facts', async () => {
  const found = await why()
  expect(found).toMatchObject({ method: 'rate', unsaid: null, kind: 'visit', people: 1, total: { count: 200 } })
  expect(found.segments[0]).toMatchObject({
    conditions: [{ dimension: 'segment', value: 'oneOff' }],
    inside: { count: 60, mean: 0.25 },
    outside: { count: 140, mean: 0.6 },
    share: 0.3,
    p: 0.001,
  })
  expect(found.groups?.rows.map(({ value, count }) => [value, count])).toEqual([
    ['longTerm', 140],
    ['oneOff', 60],
  ])
  const change = found.groups?.change
  const added = (change?.effects ?? []).reduce((sum, { mix, rate }) => sum + mix + rate, 0)
  expect((change?.before ?? 0) + added).toBeCloseTo(found.total.mean, 10)
  const facts = await hr('GET', `${path('chen')}/facts?period=month&condition=segment%3DoneOff&limit=5`)
  expect(facts.body).toMatchObject({ total: 60 })
  expect(facts.body.facts).toHaveLength(5)
})

test('wider: of all one may see who answer for the same, and of more months', async () => {
  expect(await why('&wide=true')).toMatchObject({ people: 3, isWide: true, total: { count: 300 } })
  expect(await why('&months=2')).toMatchObject({ from: '2026-02-01', until: '2026-04-01', total: { count: 400 } })
  const { send } = await world.member({ role: 'employee', personId: shop.person('zhao') })
  expect(await why('&wide=true', 'zhao', 'conversion', send)).toMatchObject({ people: 1, total: { count: 100 } })
  expect((await send('GET', `${path('chen')}?period=month`)).status).toBe(404)
  expect((await send('GET', `${path('chen')}/facts?period=month`)).status).toBe(404)
})

test('a count is held against the days before: who falls away more than the others is found', async () => {
  const found = await why('', 'chen', 'new-customers')
  expect(found).toMatchObject({ method: 'change', target: null })
  expect(found.segments[0]?.conditions).toEqual([{ dimension: 'segment', value: 'longTerm' }])
  expect(found.total.count).toBe(15 + 84 + 5 + 108)
})

test('too few, and what can not be told from facts, is said and not guessed', async () => {
  await shop.tell([visit('one', 'ning', { dimensions: { result: 'lost', segment: 'oneOff' } })])
  expect(await why('', 'ning')).toMatchObject({ unsaid: 'too-few', segments: [], groups: null })
  expect((await hr('GET', `${path('chen', 'nothing')}?period=month`)).status).toBe(404)
})

test('a measure is tried on last month’s real facts before it is kept', async () => {
  const measure = {
    kind: 'formula',
    formula: 'signed / visits * 100',
    terms: [
      { name: 'signed', figure: { take: 'count', fact: 'visit', where: [{ dimension: 'result', is: ['signed'] }] } },
      { name: 'visits', figure: { take: 'count', fact: 'visit' } },
    ],
  }
  const ask = (of: unknown, send = hr) =>
    send('GET', `/measures/try?measure=${encodeURIComponent(JSON.stringify(of))}&responsibilityId=${shop.winning}`)
  const { body } = await ask(measure)
  expect([body.from, body.rows.map((row: { name: string; value: number }) => [row.name, row.value])]).toEqual([
    '2026-02-01',
    [
      ['chen', 56.5],
      ['zhao', 57],
    ],
  ])
  expect((await ask({ ...measure, formula: 'visitz' })).body.rows[0].problem).toContain('visits')
  expect((await ask('nonsense')).status).toBe(400)
  const { send } = await world.member({ role: 'employee', personId: shop.person('zhao') })
  expect((await ask(measure, send)).body.rows.map((row: { name: string }) => row.name)).toEqual(['zhao'])
})
