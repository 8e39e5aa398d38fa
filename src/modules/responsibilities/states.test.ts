import { beforeEach, describe, expect, test } from 'vitest'
import { dutiesHeldOn, indicatorsStated } from '#modules/responsibilities'
import { openWorld, type Send, type World } from '#test/world'
import { layFirm, winning, type Firm } from './trial.ts'

let world: World
let firm: Firm
let send: Send
const all = {
  'responsibilities.read': 'tenant',
  'responsibilities.edit': 'tenant',
  'responsibilities.assign': 'tenant',
} as const

beforeEach(async () => {
  world = await openWorld()
  firm = await world.within(layFirm)
  send = (await world.member({ may: all })).send
})

async function drafted(): Promise<{ responsibilityId: string; versionId: string }> {
  return (await send('POST', '/responsibilities', { ...winning, unitId: firm.units.growth, isDraft: true })).body
}
const listed = async (query: string) =>
  (await send('GET', `/responsibilities?${query}`)).body.items.map((item: { code: string }) => item.code)

describe('a draft', () => {
  test('stands nowhere, is changed freely, and only who may edit sees it', async () => {
    const { responsibilityId, versionId } = await drafted()
    expect(await listed('')).toEqual([])
    expect(await listed('state=draft')).toEqual(['winning-customers'])
    expect(await world.within((ctx) => indicatorsStated(ctx, ctx.today))).toEqual([])
    const path = `/responsibilities/${responsibilityId}`
    expect((await send('GET', path)).body).toMatchObject({ state: 'draft', version: { validFrom: null }, alarms: [] })
    world.time.now = new Date('2026-05-04T02:00:00Z')
    send = (await world.member({ may: all })).send
    const changed = { ...winning, name: { en: 'Winning merchants' } }
    expect((await send('PUT', `${path}/versions/${versionId}`, changed)).status).toBe(200)
    const reader = (await world.member({ may: { 'responsibilities.read': 'tenant' } })).send
    expect((await reader('GET', path)).status).toBe(404)
    expect((await reader('GET', '/responsibilities?state=draft')).body.items).toEqual([])
    expect((await reader('GET', `/responsibility-names?ids=${responsibilityId}`)).body).toEqual([])
  })

  test('nobody holds it, and it gets no second version', async () => {
    const { responsibilityId } = await drafted()
    const holding = { positionId: firm.positions.lead, raci: 'accountable' }
    const assigned = await send('POST', `/responsibilities/${responsibilityId}/holdings`, holding)
    expect(assigned.body.code).toBe('responsibilities.still-draft')
    const version = { ...winning, name: { en: 'Other' }, from: '2026-06-01' }
    const appended = await send('POST', `/responsibilities/${responsibilityId}/versions`, version)
    expect(appended.body.code).toBe('responsibilities.still-draft')
    const retired = await send('POST', `/responsibilities/${responsibilityId}/retirement`, { from: '2026-06-01' })
    expect(retired.body.code).toBe('responsibilities.still-draft')
  })

  test('is put in force from a day, once, and not in the past', async () => {
    const { responsibilityId } = await drafted()
    const start = (from: string) => send('POST', `/responsibilities/${responsibilityId}/in-force`, { from })
    expect((await start('2026-03-03')).body.code).toBe('responsibilities.past-day')
    expect((await start('2026-03-10')).body).toEqual({ responsibilityId, from: '2026-03-10' })
    expect((await start('2026-03-12')).body.code).toBe('responsibilities.no-draft')
    expect(await listed('day=2026-03-09')).toEqual([])
    expect(await listed('day=2026-03-10')).toEqual(['winning-customers'])
    expect(await listed('day=2026-03-09&state=draft&state=in-force')).toEqual(['winning-customers'])
  })
})

describe('retiring', () => {
  const made = async () =>
    (await send('POST', '/responsibilities', { ...winning, unitId: firm.units.growth })).body.responsibilityId
  const assign = (id: string, body: object) => send('POST', `/responsibilities/${id}/holdings`, body)

  test('is refused with who holds it; confirmed it ends them that day and goes on in history', async () => {
    const id = await made()
    await assign(id, { positionId: firm.positions.lead, raci: 'accountable' })
    await assign(id, { positionId: firm.positions.developer, raci: 'responsible', until: '2026-04-01' })
    const refused = await send('POST', `/responsibilities/${id}/retirement`, { from: '2026-05-01' })
    expect(refused.body).toMatchObject({ status: 409, code: 'responsibilities.held-then', count: 1 })
    expect(refused.body.holders).toContain('Growth lead')
    const retired = await send('POST', `/responsibilities/${id}/retirement`, { from: '2026-05-01', endsHoldings: true })
    expect(retired.body).toEqual({ responsibilityId: id, from: '2026-05-01', ended: 1 })
    expect(await listed('day=2026-04-30')).toEqual(['winning-customers'])
    expect([await listed('day=2026-05-01'), await listed('day=2026-05-01&state=retired')]).toEqual([
      [],
      ['winning-customers'],
    ])
    expect(await world.within((ctx) => dutiesHeldOn(ctx, '2026-05-01'))).toEqual([])
    const late = await assign(id, { positionId: firm.positions.operator, raci: 'informed', from: '2026-05-01' })
    expect(late.body.code).toBe('responsibilities.retired')
    const before = await assign(id, { positionId: firm.positions.operator, raci: 'informed', from: '2026-04-01' })
    expect(before.status).toBe(200)
    const { holders } = (await send('GET', `/responsibilities/${id}?day=2026-04-15`)).body
    expect(holders.map((one: { validUntil: string }) => one.validUntil)).toEqual(['2026-05-01', '2026-05-01'])
  })

  test('is taken back until its day has come', async () => {
    const id = await made()
    expect((await send('DELETE', `/responsibilities/${id}/retirement`)).body.code).toBe('responsibilities.not-retired')
    await send('POST', `/responsibilities/${id}/retirement`, { from: '2026-05-01' })
    expect((await send('POST', `/responsibilities/${id}/retirement`, { from: '2026-06-01' })).body.code).toBe(
      'responsibilities.already-retired',
    )
    const version = { ...winning, name: { en: 'Other' }, from: '2026-06-01' }
    expect((await send('POST', `/responsibilities/${id}/versions`, version)).body.code).toBe('responsibilities.retired')
    expect((await send('DELETE', `/responsibilities/${id}/retirement`)).status).toBe(200)
    expect(await listed('day=2026-05-01')).toEqual(['winning-customers'])
    await send('POST', `/responsibilities/${id}/retirement`, { from: '2026-05-01' })
    world.time.now = new Date('2026-05-01T02:00:00Z')
    send = (await world.member({ may: all })).send
    expect((await send('DELETE', `/responsibilities/${id}/retirement`)).body.code).toBe(
      'responsibilities.already-retired',
    )
  })

  test('not in the past, and not before its latest version', async () => {
    const id = await made()
    const retire = async (from: string) =>
      (await send('POST', `/responsibilities/${id}/retirement`, { from })).body.code
    expect(await retire('2026-03-03')).toBe('responsibilities.past-day')
    expect(await retire('2026-03-04')).toBe('responsibilities.later-version')
  })
})

test('the catalogue is searched by what names sound like, and by kind of work', async () => {
  await send('POST', '/responsibilities', { ...winning, unitId: firm.units.growth })
  await send('POST', '/responsibilities', {
    name: { 'zh-CN': '进货检验', en: 'Incoming inspection' },
    unitId: null,
    kind: 'control',
  })
  expect(await listed('text=jinhuo')).toEqual(['incoming-inspection'])
  expect(await listed('text=jhjy')).toEqual(['incoming-inspection'])
  expect(await listed(`text=${encodeURIComponent('拓展')}`)).toEqual(['winning-customers'])
  expect(await listed('kind=control')).toEqual(['incoming-inspection'])
  expect(await listed('kind=control&kind=business')).toEqual(['incoming-inspection', 'winning-customers'])
})
