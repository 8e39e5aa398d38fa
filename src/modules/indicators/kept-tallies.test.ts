import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonIndicators } from './contract.ts'
import { openWorld, type Send, type World } from '#test/world'
import { recomputeTallies } from './service/keep-tallies.ts'
import { openShop, visit, type Shop } from './shop-for-tests.ts'

let world: World
let shop: Shop
let end = async () => {}
let hr: Send

beforeAll(async () => {
  world = await openWorld({ now: '2026-06-17T02:00:00Z', keep: (close) => (end = close) })
  shop = await openShop(world)
  hr = (await world.member({ role: 'hr' })).send
})
afterAll(() => end())

const people = ['chen', 'zhao', 'ning', 'wu']
const months = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01']

async function allFigures() {
  const found: unknown[] = []
  for (const person of people)
    for (const [period, periods] of [
      ['month', 6],
      ['quarter', 2],
      ['year', 1],
    ] as const) {
      const path = `/people/${shop.person(person)}/indicators?period=${period}&periods=${periods}`
      const { body } = (await hr('GET', path)) as { body: PersonIndicators }
      found.push(
        body.responsibilities.flatMap((one) => one.indicators.map(({ key, value, trend }) => [key, value, trend])),
      )
    }
  return found
}
const kept = () =>
  world.within(async (ctx) => {
    const { rows } = await sql<{ kept: number; marks: number }>`select
      (select count(*)::int from tally where tenant_id = ${ctx.tenantId}) as kept,
      (select count(*)::int from tally_mark where tenant_id = ${ctx.tenantId}) as marks`.execute(ctx.db)
    return rows[0]
  })

/** The same every time: facts of three kinds over half a year, told in any order. */
function randomFacts(count: number): object[] {
  let state = 7
  const below = (bound: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  return Array.from({ length: count }, (_none, at) => {
    const kind = ['visit', 'answer', 'order'][below(3)] ?? 'visit'
    const code = below(3) === 0 ? undefined : kind === 'visit' ? 'WIN' : 'KEEP'
    return visit(`k${at}`, people[below(4)] ?? 'chen', {
      kind,
      responsibilityCode: code,
      happenedAt: `2026-0${1 + below(6)}-${String(1 + below(16)).padStart(2, '0')}T02:00:00Z`,
      dimensions: { result: ['signed', 'open', 'lost'][below(3)] },
      measures: { minutes: 10 + below(50), amount: below(10_000) / 100 },
    })
  })
}

test('random facts in random order and batches, kept as they come, give what computing from nothing gives', async () => {
  const facts = randomFacts(600)
  for (let start = 0; start < facts.length;) {
    const size = 1 + ((start * 7) % 90)
    expect((await shop.tell(facts.slice(start, start + size))).status).toBe(200)
    start += size
    if (start % 2 === 0) await world.runJob('indicators.keepTallies')
  }
  const wrong = (await hr('GET', '/facts?kind=visit&limit=5')).body.rows
  for (const fact of wrong) await hr('POST', `/facts/${fact.id}/reverse`, { reason: 'wrong' })
  const unkept = await allFigures()
  await world.runJob('indicators.keepTallies')
  await world.runJob('indicators.keepMonths')
  const byJob = await allFigures()
  expect((await kept())?.marks).toBe(0)
  await world.within((ctx) => recomputeTallies(ctx, months))
  const anew = await allFigures()
  await world.within((ctx) => sql`delete from tally where tenant_id = ${ctx.tenantId}`.execute(ctx.db))
  const fromFacts = await allFigures()
  expect(byJob).toEqual(unkept)
  expect(anew).toEqual(byJob)
  expect(fromFacts).toEqual(anew)
}, 60_000)

test('a late fact marks exactly its person and month, and is counted at once, before any job', async () => {
  await world.within((ctx) => recomputeTallies(ctx, months))
  const before = await kept()
  const path = `/people/${shop.person('chen')}/indicators/${shop.keeping}/turnover?period=month&day=2026-02-10`
  const value = async () => (await hr('GET', path)).body.standing.value as number
  const first = await value()
  await shop.tell([
    visit('late', 'chen', {
      kind: 'order',
      responsibilityCode: 'KEEP',
      measures: { amount: 5 },
      happenedAt: '2026-02-09T02:00:00Z',
    }),
  ])
  expect([await value(), (await kept())?.marks]).toEqual([Math.round((first + 5) * 100) / 100, 1])
  await world.runJob('indicators.keepTallies')
  expect([await value(), await kept()]).toEqual([Math.round((first + 5) * 100) / 100, { ...before, marks: 0 }])
  expect(world.enqueued.some(({ job }) => job === 'indicators.keepTallies')).toBe(true)
})

test('what is kept is really read: a sum changed by hand shows', async () => {
  await world.within((ctx) =>
    sql`update tally set tallies = '[]' where tenant_id = ${ctx.tenantId} and month = '2026-03-01'`.execute(ctx.db),
  )
  const path = `/people/${shop.person('chen')}/indicators/${shop.keeping}/turnover?period=month&day=2026-03-10`
  expect((await hr('GET', path)).body.standing.value).toBe(0)
  await world.within((ctx) => recomputeTallies(ctx, months))
  expect((await hr('GET', path)).body.standing.value).toBeGreaterThan(0)
})
