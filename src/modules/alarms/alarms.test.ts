import { beforeEach, describe, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'

let world: World
let send: Send
let firm: Awaited<ReturnType<typeof layFirm>>
const all = {
  'responsibilities.read': 'tenant',
  'responsibilities.edit': 'tenant',
  'responsibilities.assign': 'tenant',
  'organisation.read': 'tenant',
  'organisation.edit': 'tenant',
  'alarms.read': 'tenant',
  'alarms.decide': 'tenant',
} as const

beforeEach(async () => {
  world = await openWorld()
  firm = await layFirm()
  send = (await world.member({ may: all, name: 'Head of HR' })).send
})

/** A firm with a branch, a lead and a clerk, through the product's own commands. */
async function layFirm() {
  const { send: admin } = await world.member({ may: { 'organisation.read': 'tenant', 'organisation.edit': 'tenant' } })
  const made = async (path: string, body: object) => {
    const answer = await admin('POST', path, body)
    expect([answer.status, answer.body]).toEqual([200, answer.body])
    return answer.body.id as string
  }
  const root = (await admin('GET', '/units')).body[0].id as string
  const branch = await made('/units', {
    code: 'BR',
    name: { en: 'Branch' },
    kind: 'branch',
    parentId: root,
    from: '2026-01-01',
  })
  const position = (code: string, unitId: string, isLead: boolean) =>
    made('/positions', {
      code,
      unitId,
      title: { en: code },
      headcount: 2,
      reportsToId: null,
      isLead,
      from: '2026-01-01',
    })
  const lead = await position('Lead', root, true)
  const clerk = await position('Clerk', branch, false)
  const person = async (number: string, name: string, positionId: string) => {
    const id = await made('/persons', { number, name })
    const seat = { positionId, kind: 'main', sharePermille: 1000, from: '2026-01-01' }
    expect((await admin('POST', `/persons/${id}/assignments`, seat)).status).toBe(200)
    return id
  }
  return { root, branch, lead, clerk, ann: await person('1', 'Ann', lead), ben: await person('2', 'Ben', clerk) }
}

const look = () => world.runJob('alarms.look')
const list = async (query = '') => (await send('GET', `/alarms${query}`)).body
const kinds = async (query = '') => (await list(query)).items.map((item: { kind: string }) => item.kind)
const create = async (body: object = {}) =>
  (await send('POST', '/responsibilities', { name: { en: 'Inspection' }, unitId: null, from: '2026-01-02', ...body }))
    .body.responsibilityId as string
const assign = (id: string, body: object) => send('POST', `/responsibilities/${id}/holdings`, body)

describe('what is noticed', () => {
  test('nobody accountable, then a vacancy, then nothing: each is the same row until it resolves', async () => {
    const id = await create()
    await look()
    const [first] = (await list()).items
    expect(first).toMatchObject({
      kind: 'nobody-accountable',
      since: '2026-03-04',
      responsibility: { id, name: { en: 'Inspection' } },
    })
    world.time.now = new Date('2026-03-05T02:00:00Z')
    send = (await world.member({ may: all })).send
    await look()
    expect((await list()).items).toMatchObject([{ id: first.id, since: '2026-03-04' }])
    await assign(id, { positionId: firm.lead, raci: 'accountable' })
    expect(world.enqueued.map((one) => one.job)).toContain('alarms.lookSoon')
    await world.runJob('alarms.lookSoon')
    expect(await kinds()).toEqual([])
    expect((await list('?state=resolved')).items).toMatchObject([{ id: first.id, resolvedOn: '2026-03-05' }])
  })

  test('an indicator nothing is recorded for, after as many days as are set and never before', async () => {
    const measure = { kind: 'figure', figure: { take: 'count', fact: 'inspection' } }
    const indicator = {
      name: { en: 'Inspections' },
      direction: 'up',
      target: 10,
      weightPermille: 1000,
      period: 'week',
      measure,
    }
    const id = await create({ indicators: [indicator] })
    await assign(id, { positionId: firm.lead, raci: 'accountable', from: '2026-02-10' })
    await look()
    expect(await kinds()).toEqual([])
    world.time.now = new Date('2026-03-12T02:00:00Z')
    send = (await world.member({ may: all })).send
    await look()
    expect((await list()).items).toMatchObject([
      { kind: 'no-data', indicator: { en: 'Inspections' }, days: 30, responsibility: { id } },
    ])
    const { send: machine } = await world.member({ may: { 'indicators.record': 'tenant' } })
    const fact = { key: 'x1', kind: 'inspection', personNumber: '1', happenedAt: '2026-03-11T02:00:00Z' }
    expect((await machine('POST', '/facts', { facts: [fact] })).status).toBe(200)
    await world.runJob('alarms.lookSoon')
    expect(await kinds()).toEqual(['no-data'])
    await look()
    expect(await kinds()).toEqual([])
  })

  test('a right that a duty carries, given to somebody without the duty', async () => {
    const id = await create({ rights: ['people.read'] })
    await assign(id, { positionId: firm.lead, raci: 'accountable' })
    await world.member({ may: { 'people.read': 'tenant' }, personId: firm.ann, name: 'ann' })
    await world.member({ may: { 'people.read': 'self' }, personId: firm.ben, name: 'ben' })
    await look()
    expect(await kinds()).toEqual([])
    await world.member({
      may: { 'people.read': 'tenant', 'tasks.read': 'tenant' },
      personId: firm.ben,
      name: 'ben too',
    })
    await look()
    expect((await list()).items).toMatchObject([
      {
        kind: 'right-without-duty',
        person: { name: 'Ben' },
        account: { name: 'ben too' },
        permissions: ['people.read'],
        place: { name: { en: 'Branch' } },
      },
    ])
  })
})

describe('what is decided', () => {
  test('assigned to somebody, who is told and sees it, and is told again when it is resolved', async () => {
    const id = await create()
    await look()
    const [alarm] = (await list()).items
    const ben = await world.member({ may: { 'alarms.read': 'self' }, personId: firm.ben })
    expect((await ben.send('GET', '/alarms')).body.items).toEqual([])
    expect((await send('POST', '/alarms/assignment', { ids: [alarm.id], personId: firm.ben })).body).toEqual({
      changed: 1,
    })
    expect((await send('POST', '/alarms/assignment', { ids: [alarm.id], personId: firm.ben })).body).toEqual({
      changed: 0,
    })
    expect((await ben.send('GET', '/alarms?mine=true')).body.items).toMatchObject([
      { id: alarm.id, assignedTo: { name: 'Ben' }, mayDecide: false },
    ])
    await assign(id, { positionId: firm.lead, raci: 'accountable' })
    await look()
    const told = await world.within((ctx) =>
      ctx.db
        .selectFrom('notification')
        .select(['kind', 'facts'])
        .where('account_id', '=', ben.accountId)
        .orderBy('kind')
        .execute(),
    )
    expect(told).toMatchObject([
      { kind: 'alarms.assigned', facts: { count: 1, by: 'Head of HR' } },
      { kind: 'alarms.resolved', facts: { count: 1 } },
    ])
    const audits = await world.within((ctx) =>
      ctx.db.selectFrom('audit_row').select('action').where('action', 'like', 'alarms.%').execute(),
    )
    expect(audits).toContainEqual({ action: 'alarms.assign' })
  })

  test('muted with a reason until a day, and shown again from then on', async () => {
    await create()
    await look()
    const [{ id }] = (await list()).items
    const mute = (until: string, reason = 'Hiring') => send('POST', '/alarms/mute', { ids: [id], until, reason })
    expect((await mute('2026-03-04')).body.code).toBe('alarms.bad-mute-day')
    expect((await mute('2027-06-01')).body.code).toBe('alarms.bad-mute-day')
    expect((await mute('2026-03-10', ' ')).body.code).toBe('base.bad-input')
    expect((await mute('2026-03-10')).status).toBe(200)
    expect([await kinds(), await kinds('?state=muted')]).toEqual([[], ['nobody-accountable']])
    expect((await list('?state=muted')).items[0]).toMatchObject({
      mutedUntil: '2026-03-10',
      muteReason: 'Hiring',
      mutedBy: 'Head of HR',
    })
    await look()
    expect(await kinds()).toEqual([])
    expect((await send('POST', '/alarms/unmute', { ids: [id] })).body).toEqual({ changed: 1 })
    expect(await kinds()).toEqual(['nobody-accountable'])
    await mute('2026-03-10')
    world.time.now = new Date('2026-03-10T02:00:00Z')
    send = (await world.member({ may: all })).send
    expect(await kinds()).toEqual(['nobody-accountable'])
  })

  test('what is resolved can no longer be decided on, and several are all decided or none', async () => {
    const id = await create()
    await create({ name: { en: 'Repair' } })
    await look()
    const [first, second] = (await list()).items
    await assign(id, { positionId: firm.lead, raci: 'accountable' })
    await look()
    const answer = await send('POST', '/alarms/assignment', { ids: [first.id, second.id], personId: firm.ben })
    expect(answer.body).toMatchObject({ code: 'alarms.already-resolved', resolvedOn: '2026-03-04' })
    expect((await list()).items.map((item: { assignedTo: unknown }) => item.assignedTo)).toEqual([null])
    const unknown = await send('POST', '/alarms/assignment', { ids: [crypto.randomUUID()], personId: firm.ben })
    expect(unknown.status).toBe(404)
    const stranger = await send('POST', '/alarms/unmute', { ids: [second.id, crypto.randomUUID()] })
    expect(stranger.status).toBe(404)
    const nobody = await send('POST', '/alarms/assignment', { ids: [second.id], personId: crypto.randomUUID() })
    expect(nobody.status).toBe(404)
  })
})

describe('who sees what', () => {
  test('filters by kind, unit and words; counts whatever kinds are asked for', async () => {
    await create({ unitId: firm.branch, name: { en: 'Branch inspection' } })
    const other = await create({ name: { en: 'Firm inspection' } })
    await assign(other, { positionId: firm.clerk, raci: 'responsible', weightPermille: 100 })
    await look()
    expect((await list()).total).toBe(2)
    expect((await list(`?unitId=${firm.branch}`)).items).toMatchObject([
      { responsibility: { name: { en: 'Branch inspection' } } },
    ])
    expect((await list('?text=firm')).items).toHaveLength(1)
    expect(await list('?kind=no-data')).toMatchObject({
      total: 0,
      items: [],
      counts: [{ kind: 'nobody-accountable', count: 2 }],
    })
    expect((await list(`?responsibilityId=${other}`)).total).toBe(1)
  })

  test('a unit’s reader sees its alarms alone, may not decide; another tenant sees none; without the right 403', async () => {
    await create({ unitId: firm.branch })
    await create({ name: { en: 'Firm' } })
    await look()
    const reader = await world.member({ may: { 'alarms.read': 'unit' }, unitId: firm.branch })
    const { items } = (await reader.send('GET', '/alarms')).body
    expect(items).toHaveLength(1)
    expect((await reader.send('POST', '/alarms/unmute', { ids: [items[0].id] })).status).toBe(403)
    const decider = await world.member({
      may: { 'alarms.read': 'tenant', 'alarms.decide': 'unit' },
      unitId: firm.branch,
    })
    const firmwide = (await list()).items.find((item: { place: unknown }) => item.place === null)
    expect((await decider.send('POST', '/alarms/unmute', { ids: [firmwide.id] })).status).toBe(403)
    const stranger = await world.member({ may: all, tenantId: await world.anotherTenant() })
    expect((await stranger.send('GET', '/alarms')).body.items).toEqual([])
    expect((await stranger.send('POST', '/alarms/unmute', { ids: [items[0].id] })).status).toBe(404)
    const none = await world.member({ may: {} })
    expect((await none.send('GET', '/alarms')).status).toBe(403)
  })
})
