import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Answer, type Send, type World } from '#test/world'
import { openPlant, type Plant } from './plant-for-tests.ts'
import { signatureOf } from './service/signature.ts'

let world: World
let plant: Plant
let close = async () => {}
let sourceId = ''
let secret = ''
const admin: Send = async (...asked) => (await world.member({ role: 'administrator' })).send(...asked)

beforeAll(async () => {
  world = await openWorld({ now: '2026-03-05T02:00:00Z', keep: (end) => (close = end) })
  plant = await openPlant(world)
})
afterAll(() => close())

const event = (id: string, parts: object = {}) => ({
  specversion: '1.0',
  id,
  source: '/crm',
  type: 'customer.won',
  time: '2026-03-04T08:00:00+08:00',
  datacontenttype: 'application/json',
  data: { owner: 'seller', customer: `C-${id}`, name: `Customer ${id}`, segment: 'one-off', ...parts },
})
const mapping = {
  kind: { value: 'new-customer' },
  key: { field: 'id' },
  happenedAt: { field: 'time' },
  person: { field: 'data.owner' },
  subject: { field: 'data.customer' },
  subjectName: { field: 'data.name' },
  subjectType: 'customer',
  dimensions: [{ name: 'segment', from: { field: 'data.segment' } }],
  only: [{ field: 'type', is: ['customer.won'] }],
}
type Told = { secret?: string; at?: Date; id?: string; signature?: string; type?: string; to?: string }
const tell = (
  content: unknown,
  { secret: by = secret, at = world.time.now, id = 'msg_1', ...told }: Told = {},
): Promise<Answer> => {
  const body = typeof content === 'string' ? content : JSON.stringify(content)
  const timestamp = String(Math.floor(at.getTime() / 1000))
  return world.http
    .inject({
      method: 'POST',
      url: `/api/sources/${told.to ?? sourceId}/events`,
      headers: {
        'content-type': told.type ?? 'application/cloudevents+json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': told.signature ?? `v1,${signatureOf(by, id, timestamp, body)}`,
      },
      payload: body,
    })
    .then((answer) => ({
      status: answer.statusCode,
      body: answer.json(),
      headers: answer.headers,
      bytes: answer.rawPayload,
    }))
}
const change = async (parts: object) => {
  const {
    name,
    everyMinutes,
    rhythm,
    ownerId,
    takes,
    version,
    address,
    mapping: now,
  } = (await admin('GET', `/sources/${sourceId}`)).body
  return admin('PUT', `/sources/${sourceId}`, {
    name,
    everyMinutes,
    rhythm,
    ownerId,
    takes,
    version,
    address,
    mapping: now,
    ...parts,
  })
}
const setState = async (state: string) => {
  const { version } = (await admin('GET', `/sources/${sourceId}`)).body
  return admin('POST', `/sources/${sourceId}/state`, { version, state })
}

test('the first event is the sample; after the mapping it is taken in, and the seller’s figure moves', async () => {
  const made = await admin('POST', '/sources', {
    code: 'crm',
    name: 'CRM',
    kind: 'webhook',
    rhythm: 'workday',
    ownerId: plant.person('head'),
  })
  ;({ sourceId, signingSecret: secret } = made.body)
  expect(secret).toMatch(/^whsec_/)
  expect(JSON.stringify((await admin('GET', `/sources/${sourceId}`)).body)).not.toContain(secret)
  expect(await tell(event('e1'))).toMatchObject({ status: 200, body: { recorded: 0, refused: 1 } })
  const sample = await admin('POST', `/sources/${sourceId}/sample`, {})
  expect(sample.body.suggestion).toMatchObject({
    key: { field: 'id' },
    person: { field: 'data.owner' },
    subject: { field: 'data.customer' },
  })
  await change({ mapping })
  expect((await tell(event('e2'))).body.code).toBe('sources.is-paused')
  expect((await setState('on')).status).toBe(200)
  expect((await admin('POST', `/sources/${sourceId}/rejects/replay`, {})).body).toEqual({
    recorded: 1,
    known: 0,
    refused: 0,
  })
  expect(await plant.valueOf('won', 'seller')).toBe(1)
  expect(await tell(event('e2'))).toMatchObject({ status: 200, body: { recorded: 1, known: 0, refused: 0 } })
  expect(await tell(event('e2'))).toMatchObject({ status: 200, body: { recorded: 0, known: 1, refused: 0 } })
  expect(await plant.valueOf('won', 'seller')).toBe(2)
})

test('a list of events is taken in as one, in any order; bad ones are kept with their reasons', async () => {
  const batch = [
    event('b3'),
    event('b1'),
    event('b2', { owner: 'nobody' }),
    { ...event('b4'), type: 'customer.lost' },
    event('b1'),
  ]
  const told = await tell(batch, { type: 'application/cloudevents-batch+json' })
  expect(told.body).toEqual({ recorded: 2, known: 1, refused: 1 })
  const future = await tell(event('b5'), {})
  expect(future.body.recorded).toBe(1)
  const skewed = await tell({ ...event('b6'), time: '2026-03-05T03:00:00Z' })
  expect(skewed.body).toEqual({ recorded: 0, known: 0, refused: 1 })
  const { body } = await admin('GET', `/sources/${sourceId}/rejects`)
  expect(body.rows.map((row: { code: string }) => row.code).sort()).toEqual([
    'indicators.in-the-future',
    'indicators.unknown-person',
  ])
  const ids = body.rows.map((row: { id: string }) => row.id)
  expect((await admin('POST', `/sources/${sourceId}/rejects/drop`, { ids })).body).toEqual({ dropped: 2 })
})

test('the same event sent by many at once counts once', async () => {
  const before = await plant.valueOf('won', 'seller')
  const answers = await Promise.all(Array.from({ length: 6 }, () => tell([event('m1'), event('m2')])))
  expect(answers.reduce((sum, answer) => sum + answer.body.recorded, 0)).toBe(2)
  expect((await plant.valueOf('won', 'seller')) - before).toBe(2)
})

test('nothing unsigned, changed, old or foreign gets in, and all look alike', async () => {
  const own = event('x1')
  const good = signatureOf(secret, 'msg_1', String(world.time.now.getTime() / 1000), JSON.stringify(own))
  const other = await admin('POST', '/sources', { code: 'other', name: 'Other', kind: 'webhook' })
  const attempts: [string, unknown, Told][] = [
    ['no signature', own, { signature: '' }],
    ['another secret', own, { secret: other.body.signingSecret }],
    ['a changed body', { ...own, id: 'x2' }, { signature: `v1,${good}` }],
    ['another message id', own, { id: 'msg_2', signature: `v1,${good}` }],
    ['too old', own, { at: new Date(world.time.now.getTime() - 301_000) }],
    ['too new', own, { at: new Date(world.time.now.getTime() + 301_000) }],
    ['another version', own, { signature: `v0,${good}` }],
    ['to another source', own, { to: other.body.sourceId }],
    ['to no source', own, { to: crypto.randomUUID() }],
  ]
  for (const [name, content, told] of attempts) {
    const answer = await tell(content, told)
    expect([name, answer.status, answer.body.code]).toEqual([name, 401, 'sources.bad-signature'])
  }
  expect(await tell(own, { signature: `v0,x v1,AAAA v1,${good}` })).toMatchObject({
    status: 200,
    body: { recorded: 1 },
  })
})

test.each([
  ['no JSON', 'hello'],
  ['no event', {}],
  ['another version', { ...event('y'), specversion: '0.3' }],
  ['no id', { ...event('y'), id: '' }],
  ['an empty list', []],
  ['too many', Array.from({ length: 1001 }, (_none, at) => event(`y${at}`))],
])('%s is refused with its reason', async (_name, content) => {
  expect(await tell(content)).toMatchObject({
    status: 400,
    body: { code: 'sources.bad-events', faults: expect.any(Array) },
  })
})

test('a new secret and the old one are both good for a while', async () => {
  const rotated = await admin('POST', `/sources/${sourceId}/secret`, { overlapHours: 2 })
  const next = rotated.body.signingSecret
  expect((await tell(event('r1'))).status).toBe(200)
  expect((await tell(event('r2'), { secret: next })).status).toBe(200)
  world.time.now = new Date(world.time.now.getTime() + 2 * 3_600_000 + 1000)
  expect((await tell(event('r3'))).status).toBe(401)
  expect((await tell(event('r3'), { secret: next })).status).toBe(200)
  secret = next
})

test('a source that takes all or nothing refuses a delivery whole', async () => {
  await change({ takes: 'whole' })
  const whole = await tell([event('w1'), event('w2', { owner: 'nobody' })])
  expect(whole).toMatchObject({ status: 422, body: { code: 'sources.rows-refused', count: 1 } })
  expect((await tell([event('w1')])).body.recorded).toBe(1)
  await change({ takes: 'sound' })
})

test('silence is seen and told to its owner once', async () => {
  const { accountId } = await world.member({ role: 'employee', personId: plant.person('head') })
  const told = () =>
    world.within((ctx) =>
      ctx.db
        .selectFrom('notification')
        .select('facts')
        .where('account_id', '=', accountId)
        .where('kind', '=', 'sources.silent')
        .execute(),
    )
  // the last fact was of Wednesday the 4th; it is Thursday
  await world.runJob('sources.watch')
  expect(await told()).toEqual([])
  world.time.now = new Date('2026-03-09T06:00:00Z')
  await world.runJob('sources.watch')
  await world.runJob('sources.watch')
  expect((await told()).map((row) => row.facts)).toEqual([{ name: 'CRM', day: '2026-03-04' }])
  const { sources } = (await admin('GET', '/sources')).body
  expect(sources.find((one: { code: string }) => one.code === 'crm')).toMatchObject({
    freshness: 'silent',
    missed: 2,
    lastDay: '2026-03-04',
  })
  await setState('paused')
  expect((await admin('GET', `/sources/${sourceId}`)).body.freshness).toBe('untimed')
})

test('what is long past is forgotten', async () => {
  await setState('on')
  await tell(event('p1', { owner: 'nobody' }))
  world.time.now = new Date('2026-10-01T06:00:00Z')
  await world.runJob('sources.prune')
  expect((await admin('GET', `/sources/${sourceId}/rejects`)).body.total).toBe(0)
  expect((await admin('GET', `/sources/${sourceId}/runs`)).body.rows).toEqual([])
  expect((await tell(event('p2'))).status).toBe(200)
})
