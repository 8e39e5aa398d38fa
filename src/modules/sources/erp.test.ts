import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { openPlant, startErp, type Plant } from './plant-for-tests.ts'

type Order = { id: number; changedAt: string; buyer: string; supplier: string; saved: number }

let world: World
let plant: Plant
let erp: Awaited<ReturnType<typeof startErp>>
let close = async () => {}
let admin: Send
let orders: Order[] = []
let asked: URL[] = []
const listed = process.env['REMIT_OUTBOUND_HOSTS']

beforeAll(async () => {
  world = await openWorld({ now: '2026-03-05T02:00:00Z', keep: (end) => (close = end) })
  plant = await openPlant(world)
  erp = await startErp((request, response) => {
    const answer = answerOf(request)
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.text)
  })
  process.env['REMIT_OUTBOUND_HOSTS'] = `127.0.0.1:${erp.port}`
  admin = (await world.member({ role: 'administrator' })).send
})
afterAll(async () => {
  if (listed === undefined) delete process.env['REMIT_OUTBOUND_HOSTS']
  else process.env['REMIT_OUTBOUND_HOSTS'] = listed
  await erp.stop()
  await close()
})
beforeEach(() => {
  asked = []
})

/** A small OData and JSON server, as strict about what it understands as real ones are. */
function answerOf(request: IncomingMessage): { status: number; text: string } {
  const url = new URL(request.url ?? '', erp.url)
  asked.push(url)
  const isOdata = url.pathname === '/odata/PurchaseOrders'
  const { authorization } = request.headers
  if (isOdata ? authorization !== 'Bearer erp-token' : request.headers['x-api-key'] !== 'erp-key')
    return { status: 401, text: '{}' }
  if (url.search.includes('+')) return { status: 400, text: '{}' }
  const since = isOdata
    ? /changedAt gt (\S+)$/.exec(url.searchParams.get('$filter') ?? '')?.[1]
    : url.searchParams.get('since')
  const skip = Number(url.searchParams.get(isOdata ? '$skiptoken' : 'offset') ?? 0)
  const found = orders
    .filter((order) => !since || order.changedAt > since)
    .toSorted((a, b) => a.changedAt.localeCompare(b.changedAt))
  const pageSize = isOdata ? 3 : Number(url.searchParams.get('limit') ?? 100)
  const page = found.slice(skip, skip + pageSize)
  if (!isOdata) return { status: 200, text: JSON.stringify({ data: { items: page } }) }
  const next = new URL(url)
  next.searchParams.set('$skiptoken', String(skip + pageSize))
  const link =
    skip + pageSize < found.length ? { '@odata.nextLink': `${next.pathname}${next.search.replaceAll('+', '%20')}` } : {}
  return { status: 200, text: JSON.stringify({ value: page, ...link }) }
}

const order = (id: number, minute: number, parts: Partial<Order> = {}): Order => ({
  id,
  changedAt: new Date(Date.UTC(2026, 2, 3, 0, minute)).toISOString(),
  buyer: 'buyer',
  supplier: `S${id % 2}`,
  saved: 10.1,
  ...parts,
})
const mapping = {
  kind: { value: 'purchase' },
  key: { field: 'id' },
  happenedAt: { field: 'changedAt' },
  person: { field: 'buyer' },
  subject: { field: 'supplier' },
  subjectType: 'supplier',
  measures: [{ name: 'savedFen', from: { field: 'saved' }, factor: 100 }],
}
const odata = () => ({
  url: `${erp.url}/odata/PurchaseOrders?$filter=saved gt 0`,
  form: 'odata',
  rowsAt: 'value',
  auth: 'bearer',
  paging: 'next',
  cursorField: 'changedAt',
})

async function connect(code: string, address: object, secret: string) {
  const made = await admin('POST', '/sources', { code, name: code, kind: 'rest', address, secret })
  expect(made.status).toBe(200)
  const { sourceId } = made.body as { sourceId: string }
  const read = async () => (await admin('GET', `/sources/${sourceId}`)).body
  const change = async (parts: object) => {
    const now = await read()
    const { name, everyMinutes, rhythm, ownerId, takes, version } = now
    const body = {
      name,
      everyMinutes,
      rhythm,
      ownerId,
      takes,
      version,
      address: now.address,
      mapping: now.mapping,
      ...parts,
    }
    const changed = await admin('PUT', `/sources/${sourceId}`, body)
    expect(changed.status).toBe(200)
  }
  await change({ mapping })
  const run = async () => {
    await world.runJob('sources.run', { sourceId, cause: 'hand' })
    return (await admin('GET', `/sources/${sourceId}/runs`)).body.rows[0]
  }
  return { sourceId, read, change, run }
}

test('OData: links are followed, then only what is new is asked for; the buyer’s figure moves', async () => {
  orders = [1, 2, 3, 4, 5, 6, 7].map((id) => order(id, id))
  const source = await connect('erp', odata(), 'erp-token')
  const sample = await admin('POST', `/sources/${source.sourceId}/sample`, {})
  expect(sample.body.rows).toHaveLength(3)
  expect(await source.run()).toMatchObject({ rows: 7, recorded: 7, trouble: null })
  expect(await plant.valueOf('saved', 'buyer')).toBe(7070)
  expect((await source.read()).cursor).toBe(order(7, 7).changedAt)
  asked = []
  orders.push(order(8, 8))
  expect(await source.run()).toMatchObject({ rows: 1, recorded: 1 })
  expect(asked[0]?.searchParams.get('$filter')).toBe(`(saved gt 0) and changedAt gt ${order(7, 7).changedAt}`)
  expect(asked[0]?.searchParams.get('$orderby')).toBe('changedAt asc')
  expect(await plant.valueOf('saved', 'buyer')).toBe(8080)
})

test('what comes late is found by looking back, and counts once', async () => {
  const source = await connect('erp-late', odata(), 'erp-token')
  orders = [order(101, 300), order(102, 200)]
  await source.run()
  orders.push(order(103, 250))
  expect(await source.run()).toMatchObject({ rows: 0 })
  await source.change({ address: { ...odata(), lookBackMinutes: 120 } })
  expect(await source.run()).toMatchObject({ rows: 3, recorded: 1, known: 2 })
  // the cursor did not go back
  expect((await source.read()).cursor).toBe(order(101, 300).changedAt)
})

test('the same key with other content is refused and kept with its reason', async () => {
  const source = await connect('erp-changed', odata(), 'erp-token')
  orders = [order(201, 1)]
  await source.run()
  orders = [order(201, 2, { saved: 99 })]
  expect(await source.run()).toMatchObject({ rows: 1, recorded: 0, refused: 1 })
  const rejects = await admin('GET', `/sources/${source.sourceId}/rejects`)
  expect(rejects.body.rows[0]).toMatchObject({ code: 'indicators.says-otherwise', payload: { saved: 99 } })
})

test('plain JSON by offset with a key in a header; a page cut short goes on where it stood', async () => {
  const address = {
    url: `${erp.url}/list`,
    rowsAt: 'data.items',
    auth: 'header',
    paging: 'offset',
    pageSize: 4,
    cursorField: 'changedAt',
  }
  orders = Array.from({ length: 10 }, (_none, at) => order(301 + at, at))
  const source = await connect('erp-json', address, 'erp-key')
  expect(await source.run()).toMatchObject({ rows: 10, recorded: 10 })
  expect(asked.map((url) => url.searchParams.get('offset'))).toEqual(['0', '4', '8'])
  orders = [...orders, ...Array.from({ length: 9 }, (_none, at) => order(401 + at, 20 + at))]
  orders[16] = order(999, 26, { buyer: 'nobody' })
  await source.change({ takes: 'whole' })
  const failed = await source.run()
  expect(failed).toMatchObject({ rows: 4, recorded: 4, trouble: { code: 'sources.rows-refused' } })
  orders[16] = order(407, 26)
  asked = []
  expect(await source.run()).toMatchObject({ rows: 5, recorded: 5, trouble: null })
  expect(asked[0]?.searchParams.get('offset')).toBe('4')
  const stored = await world.within((ctx) =>
    ctx.db.selectFrom('fact').select('source_key').where('source', '=', 'source:erp-json').execute(),
  )
  expect(new Set(stored.map((row) => row.source_key)).size).toBe(19)
})

test('what is wrong with the answer is told in words', async () => {
  const source = await connect('erp-wrong', odata(), 'wrong')
  expect((await source.run()).trouble).toMatchObject({
    code: 'sources.peer-refused',
    detail: expect.stringContaining('401'),
  })
  await source.change({ address: { ...odata(), rowsAt: 'rows' }, secret: 'erp-token' })
  expect((await source.run()).trouble.code).toBe('sources.no-rows')
  await source.change({ address: { ...odata(), cursorField: 'missing' } })
  expect((await source.run()).trouble.code).toBe('sources.no-cursor')
  await source.change({ address: { ...odata(), url: 'https://169.254.169.254/latest' } })
  expect((await source.run()).trouble.code).toBe('base.host-blocked')
  expect((await source.read()).hasSecret).toBe(false)
})

test('other tenants, people without the right and modules that are off find no source', async () => {
  const source = await connect('erp-walls', odata(), 'erp-token')
  const tenantId = await world.anotherTenant()
  const { send: foreign } = await world.member({ tenantId, role: 'administrator' })
  const { send: employee } = await world.member({ role: 'employee' })
  const { send: hr } = await world.member({ role: 'hr' })
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/runs'],
    ['GET', '/rejects'],
    ['POST', '/run'],
    ['POST', '/sample'],
    ['POST', '/dry-run'],
    ['POST', '/rejects/replay'],
  ] as const) {
    const body = method === 'POST' ? {} : undefined
    expect([path, (await foreign(method, `/sources/${source.sourceId}${path}`, body)).status]).toEqual([path, 404])
    expect([path, (await employee(method, `/sources/${source.sourceId}${path}`, body)).status]).toEqual([path, 403])
  }
  expect((await hr('GET', `/sources/${source.sourceId}`)).status).toBe(200)
  expect((await hr('POST', `/sources/${source.sourceId}/run`, {})).status).toBe(403)
  expect((await foreign('GET', '/sources')).body.sources).toEqual([])
  const twice = await admin('POST', '/sources', { code: 'erp-walls', name: 'x', kind: 'webhook' })
  expect(twice.body.code).toBe('sources.code-taken')
  const { version } = await source.read()
  await admin('POST', `/sources/${source.sourceId}/state`, { version, state: 'on' })
  const late = await admin('POST', `/sources/${source.sourceId}/state`, { version, state: 'paused' })
  expect(late.body.code).toBe('base.changed-meanwhile')
  expect((await admin('POST', `/sources/${source.sourceId}/secret`, {})).body.code).toBe('sources.not-a-webhook')
})
