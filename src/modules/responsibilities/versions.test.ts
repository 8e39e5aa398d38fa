import { beforeEach, describe, expect, test } from 'vitest'
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

async function made(draft: object = winning, unitId: string | null = firm.units.growth) {
  const answer = await send('POST', '/responsibilities', { unitId, ...draft })
  expect(answer.status).toBe(200)
  return answer.body as { responsibilityId: string; versionId: string }
}

describe('a responsibility and its versions', () => {
  test('is created with keys for its indicators and duties, and audited', async () => {
    const { responsibilityId } = await made()
    const { body } = await send('GET', `/responsibilities/${responsibilityId}`)
    expect(body).toMatchObject({
      code: 'winning-customers',
      unitName: { en: 'Growth' },
      alarms: ['nobody-accountable'],
      version: {
        number: 1,
        validFrom: '2026-03-04',
        indicators: [
          { key: 'new-customers', target: 10 },
          { key: 'conversion', target: 0.3 },
        ],
        duties: [{ key: 'visit', factKind: 'visit', cadence: { every: 'week', times: 5, dueTime: '18:00' } }],
      },
    })
    const audits = await world.within((ctx) =>
      ctx.db.selectFrom('audit_row').select(['action', 'target']).where('action', 'like', 'responsib%').execute(),
    )
    expect(audits).toEqual([{ action: 'responsibilities.create', target: `responsibility/${responsibilityId}` }])
  })

  test('a new version closes the running one that day and keeps the keys', async () => {
    const { responsibilityId } = await made()
    const [first, second] = winning.indicators
    const draft = { ...winning, indicators: [{ ...first, target: 12 }, second], from: '2026-04-01' }
    const appended = await send('POST', `/responsibilities/${responsibilityId}/versions`, draft)
    expect(appended.status).toBe(200)
    const asOf = async (day: string) =>
      (await send('GET', `/responsibilities/${responsibilityId}?day=${day}`)).body.version.indicators[0]
    expect(await asOf('2026-03-31')).toMatchObject({ key: 'new-customers', target: 10 })
    expect(await asOf('2026-04-01')).toMatchObject({ key: 'new-customers', target: 12 })
    const { versions } = (await send('GET', `/responsibilities/${responsibilityId}`)).body
    expect(versions).toMatchObject([
      { number: 2, validFrom: '2026-04-01', validUntil: null },
      { number: 1, validFrom: '2026-03-04', validUntil: '2026-04-01' },
    ])
    const compared = await send(
      'GET',
      `/responsibilities/${responsibilityId}/comparison?before=${versions[1].id}&after=${versions[0].id}`,
    )
    expect(compared.body.changes).toEqual([
      {
        part: 'indicator',
        field: 'target',
        kind: 'changed',
        about: { en: 'New customers', 'zh-CN': '新客户数' },
        unit: '',
        before: 10,
        after: 12,
      },
    ])
  })

  test('a version that has not run is corrected or withdrawn; the one before it goes on', async () => {
    const { responsibilityId } = await made()
    const path = `/responsibilities/${responsibilityId}/versions`
    const { versionId } = (await send('POST', path, { ...winning, purpose: { en: 'Otherwise' }, from: '2026-04-01' }))
      .body
    const corrected = await send('PUT', `${path}/${versionId}`, { ...winning, duties: [] })
    expect(corrected.status).toBe(200)
    expect((await send('GET', `${path}/${versionId}`)).body).toMatchObject({ purpose: winning.purpose, duties: [] })
    expect((await send('DELETE', `${path}/${versionId}`)).status).toBe(200)
    const { versions } = (await send('GET', `/responsibilities/${responsibilityId}`)).body
    expect(versions).toMatchObject([{ number: 1, validUntil: null }])
  })

  test('with its only version a responsibility nobody holds is gone', async () => {
    const { responsibilityId, versionId } = await made()
    const path = `/responsibilities/${responsibilityId}`
    const holding = { positionId: firm.positions.lead, raci: 'accountable' }
    const { holdingId } = (await send('POST', `${path}/holdings`, holding)).body
    expect((await send('DELETE', `${path}/versions/${versionId}`)).body).toMatchObject({
      code: 'responsibilities.still-held',
    })
    await send('POST', `/holdings/${holdingId}/release`, { until: '2026-03-04' })
    expect((await send('DELETE', `${path}/versions/${versionId}`)).status).toBe(200)
    expect((await send('GET', path)).status).toBe(404)
  })
})

describe('refusals', () => {
  const refused = (answer: { status: number; body: { code: string } }) => [answer.status, answer.body.code]

  test('weights that do not add up are told with their total', async () => {
    const [first] = winning.indicators
    const answer = await send('POST', '/responsibilities', { unitId: null, ...winning, indicators: [first] })
    expect(answer.body).toMatchObject({ status: 400, code: 'responsibilities.weights-off', total: 600, limit: 1000 })
    expect(answer.body.detail).toContain('600')
  })

  test('a version may not begin in the past, before the last one, or say the same again', async () => {
    const { responsibilityId } = await made()
    const path = `/responsibilities/${responsibilityId}/versions`
    const other = { ...winning, purpose: { en: 'Otherwise' } }
    expect(refused(await send('POST', path, { ...other, from: '2026-03-03' }))).toEqual([
      409,
      'responsibilities.past-day',
    ])
    expect(refused(await send('POST', path, { ...other, from: '2026-03-04' }))).toEqual([
      409,
      'responsibilities.later-version',
    ])
    expect(refused(await send('POST', path, { ...winning, from: '2026-05-01' }))).toEqual([
      409,
      'responsibilities.nothing-changed',
    ])
    expect((await send('GET', `/responsibilities/${responsibilityId}`)).body.versions).toMatchObject([
      { validUntil: null },
    ])
  })

  test('a change written against an older version is told', async () => {
    const { responsibilityId, versionId } = await made()
    const path = `/responsibilities/${responsibilityId}/versions`
    const draft = (purpose: string, from: string) => ({
      ...winning,
      purpose: { en: purpose },
      from,
      basedOn: versionId,
    })
    expect((await send('POST', path, draft('Mine', '2026-04-01'))).status).toBe(200)
    expect(refused(await send('POST', path, draft('Yours', '2026-05-01')))).toEqual([409, 'base.changed-meanwhile'])
  })

  test('a version that has run can be neither corrected nor withdrawn', async () => {
    const { responsibilityId, versionId } = await made()
    world.time.now = new Date('2026-03-05T02:00:00Z')
    send = (await world.member({ may: all })).send
    const path = `/responsibilities/${responsibilityId}/versions/${versionId}`
    expect(refused(await send('PUT', path, winning))).toEqual([409, 'responsibilities.already-running'])
    expect(refused(await send('DELETE', path))).toEqual([409, 'responsibilities.already-running'])
  })

  test('a code stands once, whatever its case; a key once in a version', async () => {
    await made({ ...winning, code: 'WIN' })
    expect(refused(await send('POST', '/responsibilities', { ...winning, code: 'win', unitId: null }))).toEqual([
      409,
      'responsibilities.code-taken',
    ])
    const [first, second] = winning.indicators
    const indicators = [
      { ...first, key: 'a' },
      { ...second, key: 'a' },
    ]
    expect(refused(await send('POST', '/responsibilities', { ...winning, indicators, unitId: null }))).toEqual([
      400,
      'responsibilities.key-twice',
    ])
  })

  test('bad input is told with its place', async () => {
    const answer = await send('POST', '/responsibilities', { ...winning, unitId: null, name: {} })
    expect(answer.body).toMatchObject({ code: 'base.bad-input', faults: [{ path: 'name' }] })
    const link = { ...winning, unitId: null, knowledge: [{ title: { en: 'x' }, link: 'javascript:alert(1)' }] }
    expect((await send('POST', '/responsibilities', link)).body).toMatchObject({ code: 'base.bad-input' })
  })
})
