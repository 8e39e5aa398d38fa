import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '#test/world'
import { openShop, visit as visitOf, type Shop } from './shop-for-tests.ts'

let world: World
let shop: Shop
let close = async () => {}
/** Keys of one test, so that all may share a shop. */
let mark = ''

beforeAll(async () => {
  world = await openWorld({ keep: (end) => (close = end) })
  shop = await openShop(world)
})
afterAll(() => close())
beforeEach(() => {
  mark = `${randomUUID()}:`
})

const visit: typeof visitOf = (key, personNumber, parts) => visitOf(key && mark + key, personNumber, parts)
const facts = () =>
  world.within((ctx) =>
    ctx.db.selectFrom('fact').selectAll().where('source_key', 'like', `${mark}%`).orderBy('source_key').execute(),
  )
const keyOf = (row: { source_key: string }) => row.source_key.slice(mark.length)

test('facts are recorded with what they name, once each, and the batch is audited', async () => {
  const first = await shop.tell([
    visit('a', 'chen', { dimensions: { result: 'signed' }, measures: { amount: 12.5 } }),
    visit('b', 'ning'),
    { key: `${mark}c`, kind: 'complaint', unitCode: 'SERVICE', happenedAt: '2026-03-03T01:00:00+08:00' },
  ])
  expect(first).toMatchObject({ status: 200, body: { recorded: 3, repeated: 0, refused: [] } })
  const same = visit('a', 'chen', { dimensions: { result: 'signed' }, measures: { amount: 12.5 } })
  const again = await shop.tell([same, visit('d', 'zhao')])
  expect(again.body).toEqual({ recorded: 1, repeated: 1, refused: [] })
  const rows = await facts()
  expect(rows.map((row) => [keyOf(row), row.person_id, row.unit_id, row.responsibility_id, row.day])).toEqual([
    ['a', shop.person('chen'), shop.chart.units['GROWTH'], shop.winning, '2026-03-02'],
    ['b', shop.person('ning'), shop.chart.units['NORTH'], shop.winning, '2026-03-02'],
    ['c', null, shop.chart.units['SERVICE'], null, '2026-03-03'],
    ['d', shop.person('zhao'), shop.chart.units['GROWTH'], shop.winning, '2026-03-02'],
  ])
  expect(rows[0]).toMatchObject({ dimensions: { result: 'signed' }, measures: { amount: 12.5 } })
  const audits = await world.within((ctx) =>
    ctx.db.selectFrom('audit_row').select(['action', 'after']).where('action', '=', 'indicators.record').execute(),
  )
  expect(audits.map((audit) => audit.after)).toContainEqual({ recorded: 1, repeated: 1, refused: 0 })
})

test('the day of a fact is the one in the company’s time zone, on both sides of midnight', async () => {
  await shop.tell([
    visit('late', 'chen', { happenedAt: '2026-03-02T23:30:00+08:00' }),
    visit('early', 'chen', { happenedAt: '2026-03-03T00:30:00+08:00' }),
    visit('utc', 'chen', { happenedAt: '2026-03-02T16:30:00Z' }),
  ])
  expect((await facts()).map((row) => [keyOf(row), row.day])).toEqual([
    ['early', '2026-03-03'],
    ['late', '2026-03-02'],
    ['utc', '2026-03-03'],
  ])
})

test('a batch with a wrong fact is refused whole, with a sentence for each; with partial the sound ones go in', async () => {
  const batch = [
    visit('a', 'chen'),
    visit('b', 'nobody'),
    visit('c', 'chen', { responsibilityCode: 'NONE' }),
    visit('d', 'chen', { unitCode: 'NONE' }),
    visit('e', 'chen', { happenedAt: '2026-03-04T03:00:00Z' }),
    { key: `${mark}f`, kind: 'visit', happenedAt: '2026-03-02T02:00:00Z' },
    visit('g', 'chen', { personNumber: undefined, personId: randomUUID() }),
  ]
  const whole = await shop.tell(batch)
  expect(whole).toMatchObject({ status: 422, body: { code: 'indicators.facts-refused', count: 6 } })
  expect(whole.body.detail).toContain('6 facts were refused')
  expect(whole.body.refused[0]).toEqual({
    index: 1,
    code: 'unknown-person',
    facts: { number: 'nobody' },
    detail: 'Nobody has the staff number “nobody”.',
  })
  expect(await facts()).toEqual([])
  const partial = await shop.tell(batch, { partial: true })
  expect(partial.body).toMatchObject({ recorded: 1, repeated: 0 })
  expect(partial.body.refused.map((refused: { code: string }) => refused.code)).toEqual([
    'unknown-person',
    'unknown-responsibility',
    'unknown-unit',
    'in-the-future',
    'belongs-to-nobody',
    'unknown-person',
  ])
})

test('the same facts told by many at once count once, whatever their order', async () => {
  const batch = Array.from({ length: 200 }, (_none, at) => visit(`k${at}`, at % 2 ? 'chen' : 'zhao'))
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_none, at) => shop.tell(at % 2 ? batch : batch.toReversed(), { source: 'mes' })),
  )
  expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(200))
  expect(answers.reduce((sum, answer) => sum + answer.body.recorded, 0)).toBe(200)
  expect(answers.reduce((sum, answer) => sum + answer.body.repeated, 0)).toBe(1000)
  expect(await facts()).toHaveLength(200)
})

test('a key belongs to its source: a machine’s own, or one it names to keep it when its key is renewed', async () => {
  const { send: admin } = await world.member({ may: { 'base.administer': 'tenant', 'indicators.record': 'tenant' } })
  const tellAs = async (name: string, extra: object = {}) => {
    const made = await admin('POST', '/api-keys', { name, permissions: ['indicators.record'], expiresInDays: 30 })
    const headers = { authorization: `Bearer ${made.body.secret}` }
    return world.anonymous('POST', '/facts', { facts: [visit('a', 'chen')], ...extra }, headers)
  }
  expect((await tellAs('ERP')).body).toMatchObject({ recorded: 1 })
  expect((await tellAs('ERP')).body).toMatchObject({ recorded: 1 })
  expect((await tellAs('ERP', { source: 'erp' })).body).toMatchObject({ recorded: 1 })
  expect((await tellAs('ERP', { source: 'erp' })).body).toMatchObject({ recorded: 0, repeated: 1 })
})

test('a known key that says otherwise is refused with a sentence, whole or alone, and nothing of the first is changed', async () => {
  await shop.tell([visit('a', 'chen', { measures: { amount: 1 } })])
  const others = [
    visit('a', 'zhao', { measures: { amount: 1 } }),
    visit('a', 'chen', { measures: { amount: 2 } }),
    visit('a', 'chen', { measures: { amount: 1 }, dimensions: { result: 'signed' } }),
    visit('a', 'chen', { measures: { amount: 1 }, happenedAt: '2026-03-02T02:00:01Z' }),
    visit('a', 'chen', { measures: { amount: 1 }, responsibilityCode: 'KEEP' }),
    visit('a', 'chen', { measures: { amount: 1 }, unitCode: 'NORTH' }),
  ]
  for (const other of others) {
    const whole = await shop.tell([visit('b', 'chen'), other])
    expect(whole).toMatchObject({
      status: 422,
      body: { code: 'indicators.facts-refused', refused: [{ index: 1, code: 'says-otherwise' }] },
    })
    expect(whole.body.refused[0].detail).toContain('said something else')
  }
  expect((await facts()).map(keyOf)).toEqual(['a'])
  const twice = [visit('c', 'chen'), visit('c', 'zhao'), visit('c', 'chen'), others[0] ?? {}]
  const partial = await shop.tell(twice, { partial: true })
  expect(partial.body).toMatchObject({ recorded: 1, repeated: 1 })
  expect(partial.body.refused.map((one: { index: number }) => one.index)).toEqual([1, 3])
  expect((await facts()).map((row) => [keyOf(row), row.measures])).toEqual([
    ['a', { amount: 1 }],
    ['c', {}],
  ])
})

test('facts three days late and out of order count in the days they belong to; a clock that was never set does not', async () => {
  const late = await shop.tell([
    visit('3', 'chen', { happenedAt: '2026-03-04T01:59:00Z' }),
    visit('1', 'chen', { happenedAt: '2026-03-01T02:00:00Z' }),
    visit('2', 'chen', { happenedAt: '2026-02-27T02:00:00Z' }),
    visit('4', 'chen', { happenedAt: '2026-03-04T02:04:59Z' }),
  ])
  expect(late.body).toMatchObject({ recorded: 4, refused: [] })
  expect((await facts()).map((row) => row.day)).toEqual(['2026-03-01', '2026-02-27', '2026-03-04', '2026-03-04'])
  const skewed = await shop.tell(
    [
      visit('5', 'chen', { happenedAt: '2026-03-04T02:06:00Z' }),
      visit('6', 'chen', { happenedAt: '1970-01-01T00:00:00Z' }),
    ],
    { partial: true },
  )
  expect(skewed.body.refused.map((one: { code: string }) => one.code)).toEqual(['in-the-future', 'long-ago'])
})

test('subjects are named by their own system’s key and made once', async () => {
  const subject = { type: 'customer', key: `${mark}K1`, name: 'Acme Ltd' }
  await shop.tell([visit('a', 'chen', { subject }), visit('b', 'zhao', { subject })])
  const rows = await facts()
  expect(rows[0]?.subject_id).toBeTruthy()
  expect(rows[1]?.subject_id).toBe(rows[0]?.subject_id)
  const bad = await shop.tell([
    visit('c', 'chen', { subject: { key: 'x' } }),
    visit('d', 'chen', { subject: { type: 'moon', key: 'x' } }),
  ])
  expect(bad.body.refused.map((one: { code: string }) => one.code)).toEqual([
    'unknown-subject-type',
    'unknown-subject-type',
  ])
})

test('a registered kind takes what it knows and refuses the rest with a sentence', async () => {
  const { send: hr } = await world.member({ role: 'hr' })
  const kind = {
    name: { en: 'Output', 'zh-CN': '产量' },
    subjectType: 'batch',
    needsSubject: true,
    dimensions: [{ key: 'line', name: { en: 'Line' } }],
    measures: [{ key: 'pieces', name: { en: 'Pieces' }, unit: 'pcs' }],
    rhythm: 'workday',
  }
  expect(await hr('PUT', '/facts/kinds/output', kind)).toMatchObject({ status: 200, body: { version: 1 } })
  expect((await hr('PUT', '/facts/kinds/output', { ...kind, version: 1 })).body).toEqual({ version: 2 })
  expect((await hr('PUT', '/facts/kinds/output', { ...kind, version: 1 })).body.code).toBe('base.changed-meanwhile')
  expect((await hr('PUT', '/facts/kinds/output', kind)).body.code).toBe('base.changed-meanwhile')
  expect((await hr('PUT', '/facts/kinds/other', { ...kind, subjectType: 'moon' })).body.code).toBe(
    'indicators.no-such-subject-type',
  )
  expect((await hr('PUT', '/facts/kinds/other', { ...kind, subjectType: null })).body.code).toBe(
    'indicators.subject-type-needed',
  )
  expect((await hr('PUT', '/facts/kinds/other', { ...kind, ownerId: randomUUID() })).status).toBe(404)
  const output = (key: string, parts: object) =>
    visit(key, 'chen', { kind: 'output', subject: { key: 'B1' }, ...parts })
  const told = await shop.tell(
    [
      output('a', { dimensions: { line: '1' }, measures: { pieces: 5 } }),
      output('b', { measures: { peices: 5 } }),
      output('c', { dimensions: { shift: '1' } }),
      output('d', { subject: undefined }),
      output('e', { subject: { type: 'order', key: 'O1' } }),
    ],
    { partial: true },
  )
  expect(told.body.recorded).toBe(1)
  expect(told.body.refused.map((one: { code: string }) => one.code)).toEqual([
    'unknown-measure',
    'unknown-dimension',
    'subject-missing',
    'wrong-subject',
  ])
  expect((await hr('GET', '/facts/kinds')).body.kinds).toMatchObject([
    { key: 'output', version: 2, measures: [{ unit: 'pcs' }] },
  ])
})

test('people are also known by the name they sign in with', async () => {
  const { accountId } = await world.member({ personId: shop.person('ning') })
  const told = await shop.tell([visit('a', 'x', { personNumber: undefined, personLogin: `M-${accountId}` })])
  expect(told.body).toMatchObject({ recorded: 1 })
  expect((await facts())[0]?.person_id).toBe(shop.person('ning'))
})

test('malformed input, too many facts and missing rights are refused', async () => {
  const bad = await shop.tell([visit('a', 'chen', { measures: { amount: 'much' } })])
  expect(bad).toMatchObject({
    status: 400,
    body: { code: 'base.bad-input', faults: [{ path: 'facts.0.measures.amount' }] },
  })
  expect((await shop.tell([visit('', 'chen')])).status).toBe(400)
  expect((await shop.tell([])).status).toBe(400)
  expect((await shop.tell(Array.from({ length: 1001 }, (_none, at) => visit(`k${at}`, 'chen')))).status).toBe(400)
  const { send } = await world.member({ may: { 'indicators.read': 'tenant' } })
  expect(await send('POST', '/facts', { facts: [visit('a', 'chen')] })).toMatchObject({ status: 403 })
  expect((await world.anonymous('POST', '/facts', { facts: [visit('a', 'chen')] })).status).toBe(401)
})

test('who may record only for a unit finds nobody outside it; another tenant’s people do not exist', async () => {
  const unitId = shop.chart.units['SERVICE']
  const { send } = await world.member({ may: { 'indicators.record': 'unit' }, ...(unitId ? { unitId } : {}) })
  const refused = await send('POST', '/facts', { facts: [visit('a', 'chen', { responsibilityCode: undefined })] })
  expect(refused).toMatchObject({ status: 422, body: { refused: [{ code: 'unknown-person' }] } })
  expect((await send('POST', '/facts', { facts: [visit('a', 'chen', { unitCode: 'GROWTH' })] })).status).toBe(422)
  const told = await send('POST', '/facts', { facts: [visit('a', 'wu', { unitCode: 'SERVICE' })] })
  expect(told.body).toMatchObject({ recorded: 1 })
  const tenantId = await world.anotherTenant()
  const { send: foreign } = await world.member({ tenantId, may: { 'indicators.record': 'tenant' } })
  const fact = visit('a', 'chen', {
    responsibilityCode: undefined,
    personNumber: undefined,
    personId: shop.person('chen'),
  })
  expect(await foreign('POST', '/facts', { facts: [fact] })).toMatchObject({
    status: 422,
    body: { refused: [{ code: 'unknown-person' }] },
  })
})
