import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#core/calendar'
import { openWorld, type Send, type World } from '#test/world'
import { easterners, few, openFirm, responsibility, westerners, type Firm } from './firm-for-tests.ts'

let world: World
let firm: Firm
let hr: Send
let boss: Send
let ehead: Send
let east1: Send

beforeAll(async () => {
  world = await openWorld({ now: '2026-04-15T02:00:00Z', keep: (close) => afterAll(close) })
  firm = await openFirm(world)
  hr = (await world.member({ role: 'hr' })).send
  boss = await firm.as('boss')
  ehead = await firm.as('ehead')
  east1 = await firm.as('east1')
  for (const name of easterners) {
    await firm.tell(name, 'visit', '2026-02-10', 10)
    await firm.tell(name, 'post', '2026-02-10', 4)
    await firm.tell(name, 'visit', '2026-03-10', 10)
  }
  for (const name of [...westerners, ...few]) {
    await firm.tell(name, 'visit', '2026-02-10', 5)
    await firm.tell(name, 'visit', '2026-03-10', 10)
    await firm.tell(name, 'post', '2026-03-10', 2)
  }
})

const march = 'period=month&day=2026-03-15'

describe('units compared', () => {
  const ranking = async (send: Send, more = '') => (await send('GET', `/reports/ranking?${march}${more}`)).body

  test('whole units side by side with what changed; three people are not broken down', async () => {
    const body = await ranking(hr)
    expect(body.below.name).toEqual({ en: 'SALES' })
    expect(body.comparedWith).toEqual({ from: '2026-02-01', until: '2026-03-01' })
    expect(body.rows).toEqual([
      {
        unitId: firm.unit('WEST'),
        name: { en: 'WEST' },
        people: 6,
        isSmall: false,
        rank: 1,
        fulfilmentPermille: 800,
        behind: 5,
        lateTasks: 0,
        changePermille: 500,
        rankBefore: 2,
        mostChanged: { responsibilityId: expect.any(String), name: expect.any(Object), changePermille: 500 },
      },
      expect.objectContaining({
        name: { en: 'EAST' },
        rank: 2,
        fulfilmentPermille: 600,
        changePermille: -400,
        rankBefore: 1,
        mostChanged: { responsibilityId: firm.posting, name: { en: 'Posting' }, changePermille: -1000 },
      }),
      {
        unitId: firm.unit('LAB'),
        name: { en: 'LAB' },
        people: 3,
        isSmall: true,
        rank: null,
        fulfilmentPermille: null,
        behind: 0,
        lateTasks: 0,
        changePermille: null,
        rankBefore: null,
        mostChanged: null,
      },
    ])
  })

  test('only for whom it may concern: a head sees the own unit and its change alone, an employee none', async () => {
    expect((await ranking(boss)).rows).toHaveLength(3)
    expect(await ranking(ehead)).toMatchObject({ rows: [{ name: { en: 'EAST' }, rank: 1, changePermille: -400 }] })
    expect(
      (await ranking(ehead, `&unitId=${firm.unit('SALES')}`)).rows.map((row: { unitId: string }) => row.unitId),
    ).toEqual([firm.unit('EAST')])
    expect(await ranking(east1)).toMatchObject({ below: null, rows: [] })
    const other = (await world.member({ role: 'hr', tenantId: await world.anotherTenant() })).send
    expect(await ranking(other, `&unitId=${firm.unit('SALES')}`)).toMatchObject({ below: null, rows: [] })
  })

  test('a running period is compared with as many days of the one before', async () => {
    const { body } = await hr('GET', '/reports/ranking?period=month')
    expect(body.comparedWith).toEqual({ from: '2026-03-01', until: '2026-03-15' })
  })
})

describe('trend and figures', () => {
  test('one’s own course, or of all one may see', async () => {
    const own = (await east1('GET', `/reports/trend?${march}`)).body
    expect([
      own.people,
      own.points.length,
      own.points.at(-2).fulfilmentPermille,
      own.points.at(-1).fulfilmentPermille,
    ]).toEqual([1, 12, 1000, 600])
    const all = (await hr('GET', `/reports/trend?${march}&periods=2`)).body
    expect([all.people, all.points.length]).toEqual([17, 2])
    const visits = (await hr('GET', `/reports/trend?${march}&responsibilityId=${firm.visiting}&periods=2`)).body
    expect(visits.points.at(-1).fulfilmentPermille).toBe(1000)
  })

  test('a number with the one before; each reader their own', async () => {
    const figure = async (send: Send, kind: string) =>
      (await send('GET', `/reports/figure?${march}&figure=${kind}`)).body
    expect(await figure(east1, 'fulfilment')).toMatchObject({ people: 1, value: 600, change: -400 })
    expect(await figure(ehead, 'behind')).toMatchObject({ people: 7, value: 6, change: null })
    expect(await figure(hr, 'behind')).toMatchObject({ people: 17, value: 14 })
    for (const kind of ['lateTasks', 'openTasks', 'overloaded'])
      expect(await figure(hr, kind)).toMatchObject({ value: 0, change: null })
  })
})

describe('workload', () => {
  // Wednesday 15 April 2026: the last whole week is 6 to 12 April, of four workdays because of Qingming
  const monday = '2026-04-06'

  async function work(name: string, week: number, hours: number) {
    const { send } = await world.member({ may: { 'indicators.record': 'tenant' }, name: 'Clock' })
    const day = addDays(monday, 7 * week + 1)
    const fact = {
      key: `${name}-${day}`,
      kind: 'hours',
      personNumber: name,
      happenedAt: `${day}T02:00:00Z`,
      measures: { hours },
    }
    expect((await send('POST', '/facts', { facts: [fact] })).status).toBe(200)
  }
  async function tasks(name: string, count: number, at: string) {
    await world.within(async (ctx) => {
      for (let n = 0; n < count; n += 1)
        await ctx.db
          .insertInto('task')
          .values({
            tenant_id: ctx.tenantId,
            id: ctx.newId(),
            title: JSON.stringify({ en: 'x' }),
            origin: 'manual',
            person_id: firm.person(name),
            unit_id: firm.unit('EAST'),
            period_from: '2026-01-01',
            period_until: '2026-01-02',
            due_at: new Date('2026-04-10T00:00:00Z'),
            once_key: `${name}-${at}-${n}`,
            created_at: new Date(at),
          })
          .execute()
    })
  }

  test('who lies above their own usual weeks for two weeks, and against what', async () => {
    for (let week = -9; week <= 0; week += 1) {
      await work('east1', week, week >= -1 ? 50 : 40)
      await work('east2', week, week === 0 ? 50 : 40)
    }
    await tasks('east3', 4, '2026-01-05T00:00:00Z')
    await tasks('east3', 20, '2026-03-31T00:00:00Z')
    const { body } = await ehead('GET', '/reports/workload')
    expect(body).toMatchObject({
      week: { from: monday, until: '2026-04-13' },
      people: 7,
      overloaded: 2,
      hasHours: true,
    })
    const row = (name: string) => body.rows.find((one: { name: string }) => one.name === name)
    expect(row('east1')).toMatchObject({
      capacityHours: 32,
      hours: 50,
      utilisationPermille: 1563,
      signals: [{ kind: 'hours-over', value: 50, against: 32 }],
    })
    expect(row('east2').signals).toEqual([])
    expect(row('east3')).toMatchObject({
      hours: null,
      openTasks: 24,
      lateTasks: 24,
      signals: [{ kind: 'queue-unusual', value: 24, against: 4 }],
    })
    expect(body.rows.slice(0, 2).map((one: { name: string }) => one.name)).toEqual(['east1', 'east3'])
  })

  test('half a post has half the hours; an employee sees their own load alone', async () => {
    await world.within((ctx) =>
      ctx.db
        .updateTable('assignment')
        .set({ share_permille: 500 })
        .where('tenant_id', '=', ctx.tenantId)
        .where('person_id', '=', firm.person('east2'))
        .execute(),
    )
    const { body } = await (await firm.as('east2'))('GET', '/reports/workload')
    expect(body.rows).toHaveLength(1)
    expect(body.rows[0]).toMatchObject({ sharePermille: 500, capacityHours: 16, utilisationPermille: 3125 })
  })
})

describe('the effect of a changed target', () => {
  test('is told with its weeks and honest words where they are too few', async () => {
    const { code: _code, ...draft } = responsibility('VISIT', 'Visiting', 12, ['Negotiation'])
    const path = `/responsibilities/${firm.visiting}/versions`
    const now = world.time.now
    world.time.now = new Date('2026-03-16T02:00:00Z')
    const changed = await firm.asHr('POST', path, { ...draft, from: '2026-03-16', changeNote: 'more' })
    expect([changed.status, changed.body]).toEqual([200, changed.body])
    world.time.now = now
    const { changes } = (await ehead('GET', '/reports/target-changes')).body
    expect(changes).toMatchObject([
      { changedOn: '2026-03-16', before: 10, after: 12, responsibilityName: { en: 'Visiting' } },
    ])
    const ask = `responsibilityId=${firm.visiting}&indicatorKey=done&changedOn=2026-03-16`
    const { body } = await ehead('GET', `/reports/effect?${ask}`)
    expect(body).toMatchObject({
      people: 6,
      isEnough: false,
      before: { weeks: 13 },
      after: { weeks: 4, mean: 0 },
      otherChanges: [],
    })
    expect(body.points.find((point: { from: string }) => point.from === '2026-03-09').value).toBe(60)
    const whead = await firm.as('boss')
    expect((await whead('GET', `/reports/effect?${ask.replace('03-16', '03-17')}`)).status).toBe(404)
    const machine = (await world.member({ role: 'employee', personId: firm.person('ehead') })).send
    expect((await machine('GET', `/reports/effect?${ask}`)).status).toBe(200)
    const nobody = (await world.member({ role: 'employee', personId: firm.person('whead') })).send
    expect((await nobody('GET', `/reports/effect?${ask}&unitId=${firm.unit('EAST')}`)).status).toBe(404)
  })
})
