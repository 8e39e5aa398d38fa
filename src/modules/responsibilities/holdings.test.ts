import { beforeEach, describe, expect, test } from 'vitest'
import {
  dutiesHeldOn,
  dutyById,
  indicatorsStated,
  responsibilitiesOf,
  responsibilityNames,
} from '#modules/responsibilities'
import { openWorld, type Send, type World } from '#test/world'
import { layFirm, winning, type Firm } from './trial.ts'

let world: World
let firm: Firm
let send: Send
let responsibilityId: string
const all = {
  'responsibilities.read': 'tenant',
  'responsibilities.edit': 'tenant',
  'responsibilities.assign': 'tenant',
} as const

beforeEach(async () => {
  world = await openWorld()
  firm = await world.within(layFirm)
  send = (await world.member({ may: all })).send
  responsibilityId = (
    await send('POST', '/responsibilities', { ...winning, unitId: firm.units.growth, from: '2026-02-01' })
  ).body.responsibilityId
})

function assign(body: object, id = responsibilityId) {
  return send('POST', `/responsibilities/${id}/holdings`, body)
}

describe('holding', () => {
  test('exactly one position is accountable; the refusal names it', async () => {
    const { lead, operator } = firm.positions
    expect((await assign({ positionId: lead, raci: 'accountable', weightPermille: 300 })).status).toBe(200)
    const second = await assign({ positionId: operator, raci: 'accountable' })
    expect(second.body).toMatchObject({
      status: 409,
      code: 'responsibilities.second-accountable',
      position: 'Growth lead',
    })
    expect((await assign({ positionId: operator, raci: 'responsible' })).status).toBe(200)
    expect((await assign({ positionId: operator, raci: 'responsible' })).body.code).toBe('responsibilities.held-twice')
  })

  test('a position carries no more than the whole of its work; the refusal tells the numbers and the day', async () => {
    const { developer } = firm.positions
    const other = (await send('POST', '/responsibilities', { unitId: null, name: { en: 'Other' } })).body
    await assign({ positionId: developer, raci: 'responsible', weightPermille: 700, from: '2026-05-01' })
    const answer = await assign(
      { positionId: developer, raci: 'informed', weightPermille: 400 },
      other.responsibilityId,
    )
    expect(answer.body).toMatchObject({
      code: 'responsibilities.too-heavy',
      total: 1100,
      limit: 1000,
      day: '2026-05-01',
    })
    const until = await assign(
      { positionId: developer, raci: 'informed', weightPermille: 400, until: '2026-05-01' },
      other.responsibilityId,
    )
    expect(until.status).toBe(200)
  })

  test('ends from a day on, and is taken back when it never began', async () => {
    const { holdingId } = (await assign({ positionId: firm.positions.lead, raci: 'accountable', from: '2026-02-01' }))
      .body
    const later = (await assign({ positionId: firm.positions.empty, raci: 'informed', from: '2026-06-01' })).body
    expect((await send('POST', `/holdings/${holdingId}/release`, { until: '2026-03-03' })).body.code).toBe(
      'responsibilities.past-day',
    )
    expect((await send('POST', `/holdings/${holdingId}/release`, { until: '2026-04-01' })).status).toBe(200)
    expect((await send('POST', `/holdings/${holdingId}/release`, { until: '2026-05-01' })).body.code).toBe(
      'responsibilities.already-ended',
    )
    expect((await send('POST', `/holdings/${later.holdingId}/release`, { until: '2026-05-01' })).body.until).toBeNull()
    const holders = async (day: string) =>
      (await send('GET', `/responsibilities/${responsibilityId}?day=${day}`)).body.holders.length
    expect([await holders('2026-03-31'), await holders('2026-04-01'), await holders('2026-06-01')]).toEqual([1, 0, 0])
  })

  test('bad periods and closed positions are refused', async () => {
    const { lead } = firm.positions
    const backwards = await assign({ positionId: lead, raci: 'informed', from: '2026-05-01', until: '2026-05-01' })
    expect(backwards.body.code).toBe('responsibilities.ends-before-it-begins')
    const tooEarly = await assign({ positionId: lead, raci: 'informed', from: '2025-05-01' })
    expect(tooEarly.body.code).toBe('responsibilities.no-such-holder-then')
    expect((await assign({ positionId: crypto.randomUUID(), raci: 'informed' })).status).toBe(404)
  })
})

describe('alarms', () => {
  test('nobody, an empty chair, and two people on it; one person is well', async () => {
    const kinds = async () => (await send('GET', `/responsibilities/${responsibilityId}`)).body.alarms
    const hold = async (positionId: string) => (await assign({ positionId, raci: 'accountable' })).body.holdingId
    const release = (id: string) => send('POST', `/holdings/${id}/release`, { until: '2026-03-04' })
    expect(await kinds()).toEqual(['nobody-accountable'])
    const empty = await hold(firm.positions.empty)
    expect(await kinds()).toEqual(['accountable-vacant'])
    await release(empty)
    const two = await hold(firm.positions.developer)
    expect(await kinds()).toEqual(['several-accountable'])
    const listed = await send('GET', '/responsibilities?alarm=several-accountable')
    expect(listed.body.items[0].accountable.people.map((p: { name: string }) => p.name)).toEqual(['Chen', 'Zhao'])
    await release(two)
    await hold(firm.positions.lead)
    expect(await kinds()).toEqual([])
    expect((await send('GET', '/responsibilities?alarm=nobody-accountable')).body.total).toBe(0)
  })
})

describe('what other modules are told', () => {
  test('duties go to who is responsible, to the accountable only where nobody is', async () => {
    const { lead, developer } = firm.positions
    await assign({ positionId: lead, raci: 'accountable', weightPermille: 200 })
    const held = () => world.within((ctx) => dutiesHeldOn(ctx, ctx.today))
    expect(await held()).toMatchObject([{ dutyKey: 'visit', positionId: lead, raci: 'accountable', factKind: 'visit' }])
    await assign({ positionId: developer, raci: 'responsible' })
    const [duty, ...more] = await held()
    expect([duty?.positionId, more]).toEqual([developer, []])
    expect(duty).toMatchObject({ unitId: firm.units.growth, versionFrom: '2026-02-01', heldFrom: '2026-03-04' })
    expect(await world.within((ctx) => dutyById(ctx, duty?.dutyId ?? ''))).toMatchObject({ name: { en: 'Visit' } })
    expect(await world.within((ctx) => dutiesHeldOn(ctx, '2026-03-03'))).toEqual([])
    expect(await world.within((ctx) => dutiesHeldOn(ctx, ctx.today, { positionIds: [] }))).toEqual([])
  })

  test('indicators are told as their version states them', async () => {
    const rows = await world.within((ctx) => indicatorsStated(ctx, ctx.today, [responsibilityId]))
    expect(rows).toMatchObject([
      { key: 'new-customers', target: 10, weightPermille: 600, from: '2026-02-01', until: null, otherTargets: [] },
      { key: 'conversion', target: 0.3, weightPermille: 400 },
    ])
    expect(await world.within((ctx) => indicatorsStated(ctx, '2026-01-31'))).toEqual([])
  })

  test('a person sees what it holds through which position', async () => {
    const { developer } = firm.positions
    await assign({ positionId: developer, raci: 'responsible', weightPermille: 500, from: '2026-02-01' })
    const { chen } = firm.people
    expect(await world.within((ctx) => responsibilitiesOf(ctx, chen, ctx.today))).toMatchObject([
      { responsibilityId, racis: ['responsible'], weightPermille: 500, since: '2026-02-01', positionId: developer },
    ])
    const mine = await world.member({ may: { 'responsibilities.read': 'tenant' }, personId: chen })
    const { body } = await mine.send('GET', '/my-responsibilities')
    expect(body.items).toMatchObject([
      {
        positionTitle: { en: 'Business developer' },
        unitName: { en: 'Growth' },
        version: { duties: [{ key: 'visit' }] },
      },
    ])
    expect((await send('GET', `/people/${chen}/responsibilities`)).body.items).toHaveLength(1)
    expect((await send('GET', `/positions/${developer}/responsibilities`)).body).toMatchObject({ totalPermille: 500 })
    expect((await send('GET', '/my-responsibilities')).body.items).toEqual([])
    const names = await world.within((ctx) => responsibilityNames(ctx, [responsibilityId]))
    expect(names.get(responsibilityId)?.code).toBe('winning-customers')
  })

  test('a moved target is told to the people who hold it', async () => {
    const { accountId } = await world.member({ personId: firm.people.chen })
    await assign({ positionId: firm.positions.developer, raci: 'informed' })
    const [first, second] = winning.indicators
    const draft = { ...winning, indicators: [first, { ...second, target: 0.35 }], from: '2026-04-01' }
    expect((await send('POST', `/responsibilities/${responsibilityId}/versions`, draft)).status).toBe(200)
    const told = await world.within((ctx) =>
      ctx.db.selectFrom('notification').select(['account_id', 'kind', 'facts']).execute(),
    )
    expect(told).toEqual([
      {
        account_id: accountId,
        kind: 'responsibilities.target-changed',
        facts: { name: { en: 'Conversion', 'zh-CN': '转化率' }, from: '30 %', to: '35 %', day: '2026-04-01' },
      },
    ])
  })
})
