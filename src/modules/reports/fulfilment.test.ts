import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { easterners, few, openFirm, westerners, type Firm } from './firm-for-tests.ts'

let world: World
let firm: Firm
let hr: Send
let ehead: Send
let east1: Send

// March is over: what was done stands against whole targets of 10 visits (60 %) and 4 posts (40 %)
beforeAll(async () => {
  world = await openWorld({ now: '2026-04-15T02:00:00Z', keep: (close) => afterAll(close) })
  firm = await openFirm(world)
  hr = (await world.member({ role: 'hr' })).send
  ehead = await firm.as('ehead')
  east1 = await firm.as('east1')
  for (const name of easterners) {
    await firm.tell(name, 'visit', '2026-03-10', 10)
    await firm.tell(name, 'post', '2026-03-10', 2)
    await firm.tell(name, 'visit', '2026-02-10', 5)
  }
  for (const name of [...westerners, ...few]) await firm.tell(name, 'visit', '2026-03-10', 5)
})

const march = 'period=month&day=2026-03-15'
const mine = async (send: Send, id = 'me') => (await send('GET', `/reports/people/${id}?${march}`)).body

describe('the report of a person', () => {
  test('80 % done, and the missing 20 % for lack of a skill that the responsibility asks for', async () => {
    const path = `/reports/people/${firm.person('east1')}/capabilities`
    expect((await ehead('PUT', path, { name: { en: 'social-media analytics' }, has: false })).status).toBe(200)
    const report = await mine(east1)
    expect(report).toMatchObject({
      person: { name: 'east1', unitName: { en: 'EAST' } },
      fulfilmentPermille: 800,
      gaps: [
        {
          missingPermille: 200,
          reason: { kind: 'capability', name: { en: 'Social-media analytics' } },
        },
      ],
      mayMark: false,
    })
    const posting = report.responsibilities.find(
      (one: { name: object }) => 'en' in one.name && one.name.en === 'Posting',
    )
    expect(posting).toMatchObject({
      fulfilmentPermille: 500,
      missingPermille: 200,
      capabilities: [
        { name: { en: 'Social-media analytics' }, has: false },
        { name: { en: 'Writing' }, has: null },
      ],
    })
    expect(posting.reasons.map((reason: { kind: string }) => reason.kind)).toEqual(['capability', 'short'])
    await ehead('PUT', path, { name: { en: 'Social-media analytics' }, has: null })
    expect((await mine(east1)).gaps[0].reason).toMatchObject({ kind: 'short', name: { en: 'Posting done' } })
  })

  test('twelve periods, the asked one last; before there was anything nothing is invented', async () => {
    const { trend } = await mine(east1)
    expect(trend).toHaveLength(12)
    expect(trend.at(-1)).toEqual({ from: '2026-03-01', until: '2026-04-01', fulfilmentPermille: 800 })
    expect(trend.at(-2).fulfilmentPermille).toBe(300)
    expect(trend.at(-3).fulfilmentPermille).toBe(0)
  })

  test('what never came in is told as such, with the days since the last fact', async () => {
    const report = await mine(await firm.as('west1'))
    const posting = report.responsibilities.find((one: { missingPermille: number }) => one.missingPermille === 400)
    expect(posting.reasons).toMatchObject([{ kind: 'no-facts', count: null }])
    expect(report.gaps.map((gap: { missingPermille: number }) => gap.missingPermille)).toEqual([400, 300])
    const april = (await (await firm.as('west2'))('GET', '/reports/people/me?period=month')).body
    const visiting = april.responsibilities.find((one: { weightPermille: number }) => one.weightPermille === 600)
    expect(visiting.reasons[0]).toMatchObject({ kind: 'no-facts', count: 36 })
  })

  test('on course in a running month, what is missing is not due yet', async () => {
    const west4 = await firm.as('west4')
    await firm.tell('west4', 'visit', '2026-04-10', 6)
    await firm.tell('west4', 'post', '2026-04-10', 3)
    const { body } = await west4('GET', '/reports/people/me?period=month')
    expect(body).toMatchObject({ light: 'green', gaps: [{ reason: { kind: 'to-come' }, missingPermille: 340 }] })
  })

  test('a long absence explains what is missing', async () => {
    const id = firm.person('west3')
    await world.within((ctx) =>
      ctx.db
        .insertInto('absence')
        .values({
          tenant_id: ctx.tenantId,
          id: ctx.newId(),
          person_id: id,
          kind: 'secondment',
          valid_from: '2026-03-05',
          valid_until: '2026-03-25',
        })
        .execute(),
    )
    expect((await mine(hr, id)).gaps[0]).toMatchObject({
      reason: { kind: 'absent', absence: 'secondment', count: 20 },
      missingPermille: 700,
    })
  })

  test('an employee sees themselves alone, a head those below, HR everybody', async () => {
    expect((await east1('GET', `/reports/people/${firm.person('east2')}?${march}`)).status).toBe(404)
    expect((await ehead('GET', `/reports/people/${firm.person('east2')}?${march}`)).status).toBe(200)
    expect((await ehead('GET', `/reports/people/${firm.person('west1')}?${march}`)).status).toBe(404)
    expect((await hr('GET', `/reports/people/${firm.person('west1')}?${march}`)).status).toBe(200)
    const nobody = (await world.member({ may: {} })).send
    expect((await nobody('GET', `/reports/people/me?${march}`)).status).toBe(403)
    const without = (await world.member({ role: 'hr' })).send
    expect((await without('GET', `/reports/people/me?${march}`)).status).toBe(404)
  })

  test('reports without figures are not enough, and neither the other way round', async () => {
    const half = (await world.member({ may: { 'reports.read': 'tenant', 'indicators.read': 'self' } })).send
    expect((await half('GET', `/reports/people/${firm.person('east2')}?${march}`)).status).toBe(404)
  })

  test('another company knows nobody of this one', async () => {
    const tenantId = await world.anotherTenant()
    const { send } = await world.member({ role: 'hr', tenantId })
    expect((await send('GET', `/reports/people/${firm.person('east1')}?${march}`)).status).toBe(404)
    expect((await send('GET', `/reports/fulfilment?${march}&unitId=${firm.unit('EAST')}`)).body).toMatchObject({
      unit: null,
      people: 0,
    })
  })
})

describe('what people can', () => {
  const path = (name: string) => `/reports/people/${firm.person(name)}/capabilities`

  test('is said by who leads them, about what is asked of them, and audited', async () => {
    expect((await east1('PUT', path('east1'), { name: { en: 'Writing' }, has: true })).status).toBe(403)
    expect((await ehead('PUT', path('west1'), { name: { en: 'Writing' }, has: true })).status).toBe(404)
    const refused = await ehead('PUT', path('east2'), { name: { en: 'Juggling' }, has: true })
    expect([refused.status, refused.body.code]).toEqual([409, 'reports.no-such-capability'])
    expect((await ehead('PUT', path('east2'), { name: { en: 'Writing' }, has: true })).status).toBe(200)
    const audits = await world.within((ctx) =>
      ctx.db.selectFrom('audit_row').select('action').where('action', '=', 'reports.mark-capability').execute(),
    )
    expect(audits.length).toBeGreaterThan(0)
  })
})

describe('the report of a unit', () => {
  const report = async (send: Send, more = '') => (await send('GET', `/reports/fulfilment?${march}${more}`)).body

  test('joins its people, and its gaps add up to what is missing', async () => {
    const body = await report(hr, `&unitId=${firm.unit('EAST')}`)
    expect(body).toMatchObject({
      unit: { name: { en: 'EAST' } },
      people: 7,
      measured: 6,
      isSmall: false,
      fulfilmentPermille: 800,
      gaps: [{ missingPermille: 200, people: 6, reason: { kind: 'short', name: null } }],
    })
    expect(body.responsibilities).toMatchObject([
      { name: { en: 'Posting' }, people: 6, fulfilmentPermille: 500, missingPermille: 200 },
      { name: { en: 'Visiting' }, people: 6, fulfilmentPermille: 1000, missingPermille: 0 },
    ])
    const whole = await report(hr)
    const sum = whole.gaps.reduce((total: number, gap: { missingPermille: number }) => total + gap.missingPermille, 0)
    expect(sum).toBe(1000 - whole.fulfilmentPermille)
  })

  test('a group of three is not broken down, nor one of a single person', async () => {
    const lab = await report(hr, `&unitId=${firm.unit('LAB')}`)
    expect(lab).toMatchObject({ people: 3, isSmall: true, fulfilmentPermille: null, gaps: [], responsibilities: [] })
    expect(lab.trend.every((point: { fulfilmentPermille: null }) => point.fulfilmentPermille === null)).toBe(true)
    expect(await report(east1)).toMatchObject({ people: 1, isSmall: true, fulfilmentPermille: null, gaps: [] })
  })

  test('holds only those the reader may see', async () => {
    expect(await report(ehead)).toMatchObject({ people: 7, measured: 6 })
    expect(await report(ehead, `&unitId=${firm.unit('WEST')}`)).toMatchObject({ unit: null, people: 0 })
  })
})
