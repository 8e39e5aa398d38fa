import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Side } from './contract.ts'
import { openWorld, type Send, type World } from '#test/world'
import { openFactory, responsibility, type Factory } from './trial.ts'

let world: World
let factory: Factory
let send: Send
const closers: (() => Promise<void>)[] = []

beforeAll(async () => {
  world = await openWorld({ keep: (close) => closers.push(close) })
  factory = await openFactory(world)
  send = (await world.member({ may: { 'overlap.read': 'tenant', 'overlap.decide': 'tenant' } })).send
})
afterAll(async () => {
  for (const close of closers) await close()
})
beforeEach(() =>
  world.within((ctx) => ctx.db.deleteFrom('overlap_decision').where('tenant_id', '=', ctx.tenantId).execute()),
)

const pairs = async (query = '') => (await send('GET', `/overlap/pairs${query}`)).body
type Listed = { id: string; scorePermille: number; first: { unit: { id: string } }; second: { unit: { id: string } } }
/** The best pair of quality and the line: others may be just as alike, and stand before it by chance. */
const first = async () => {
  const { items } = (await pairs()) as { items: Listed[] }
  const own = new Set([factory.units.quality, factory.units.line])
  const found = items.find((pair) => own.has(pair.first.unit.id) && own.has(pair.second.unit.id))
  if (!found) throw new Error('quality and the line have no pair')
  return found
}
const led = () => ({ verdict: 'same', leadUnitId: factory.units.quality, supportUnitId: factory.units.line })

async function audits(action: string): Promise<number> {
  const rows = await world.within((ctx) =>
    ctx.db
      .selectFrom('audit_row')
      .select('id')
      .where('tenant_id', '=', ctx.tenantId)
      .where('action', '=', action)
      .execute(),
  )
  return rows.length
}

describe('what is found', () => {
  test('the same work of a team and a department, both sides with whose it is', async () => {
    const { total, items } = await pairs()
    expect(total).toBe(2)
    expect(items[0]).toMatchObject({ scorePermille: 1000, band: 'same', state: 'open', decision: null })
    const names = [items[0].first, items[0].second].map((side: Side) => [
      side.unit.name['zh-CN'],
      side.owner?.['zh-CN'],
      side.responsibility.name['zh-CN'],
    ])
    expect(names.sort()).toEqual([
      ['Line one', 'Line leader', '来料查验'],
      ['Quality', 'Quality manager', '质量检验'],
    ])
    expect(items[0].indicators).toEqual([{ 'zh-CN': '来料合格率' }])
  })
  test('the matrix counts a team for its department, each pair of departments once', async () => {
    const { body } = await send('GET', '/overlap/matrix')
    const { production, quality } = factory.units
    expect(body.units.map((unit: { id: string }) => unit.id)).toEqual([production, quality])
    expect(body.cells).toEqual([
      { rowId: production, columnId: quality, found: 2, open: 2, same: 0, different: 0, bestPermille: 1000 },
    ])
    expect(body.statementCount).toBe(7)
    expect(body.bands.map((band: { found: number }) => band.found)).toEqual([2, 0, 0])
  })
  test.each([
    ['?state=same', 0],
    ['?band=same', 2],
    ['?band=possible', 0],
    ['?text=不合格', 1],
    ['?text=%25', 0],
    ['?limit=1', 2],
  ])('%s', async (query, total) => {
    expect((await pairs(query)).total).toBe(total)
  })
  test('a department stands for its teams, with another for the other side', async () => {
    const { production, quality, sales } = factory.units
    expect((await pairs(`?unitId=${production}&otherUnitId=${quality}`)).total).toBe(2)
    expect((await pairs(`?unitId=${production}`)).total).toBe(2)
    expect((await pairs(`?unitId=${production}&otherUnitId=${sales}`)).total).toBe(0)
  })
  test('one pair with the phrases it was found by, in their places', async () => {
    const { id } = await first()
    const { body } = await send('GET', `/overlap/pairs/${id}`)
    expect(body).toMatchObject({ siblings: 1, mayDecide: true })
    expect(body.shared[0].language).toBe('zh-CN')
    for (const phrase of body.shared[0].phrases)
      expect(body.first.text['zh-CN'].slice(phrase.inFirst.from, phrase.inFirst.until)).toBe(phrase.text)
  })
  test('a text that is being written is compared with what there is', async () => {
    const { body } = await send('GET', `/overlap/similar?text=${encodeURIComponent('来料的检验与结果记录')}`)
    expect(body.length).toBeGreaterThan(0)
    expect(body[0].because.length).toBeGreaterThan(0)
    const except = `&exceptUnitId=${factory.units.quality}`
    const others = await send('GET', `/overlap/similar?text=${encodeURIComponent('校准计量器具')}${except}`)
    expect(others.body).toEqual([])
  })
})

describe('deciding', () => {
  test('who leads and who supports is stored, audited and told', async () => {
    const { id } = await first()
    const before = await audits('overlap.decide-same')
    const answer = await send('PUT', `/overlap/pairs/${id}/decision`, { ...led(), note: 'n', until: '2026-12-31' })
    expect([answer.status, answer.body]).toEqual([200, { pairId: id, decided: 1 }])
    const { body } = await send('GET', `/overlap/pairs/${id}`)
    expect(body.state).toBe('same')
    expect(body.decision).toMatchObject({
      verdict: 'same',
      note: 'n',
      until: '2026-12-31',
      version: 1,
      decidedBy: 'Member',
    })
    expect(body.decision.lead.id).toBe(factory.units.quality)
    expect(await audits('overlap.decide-same')).toBe(before + 1)
    expect((await send('GET', '/overlap/matrix')).body.cells[0]).toMatchObject({ open: 1, same: 1 })
    expect((await send('GET', '/overlap/matrix')).body.bands[0]).toMatchObject({ found: 2, same: 1, different: 0 })
  })
  test('an end that has come opens it again', async () => {
    const { id } = await first()
    await send('PUT', `/overlap/pairs/${id}/decision`, { ...led(), until: '2026-03-05' })
    expect((await pairs('?state=open')).total).toBe(1)
    await world.within((ctx) =>
      ctx.db
        .updateTable('overlap_decision')
        .set({ until: '2026-03-04' })
        .where('tenant_id', '=', ctx.tenantId)
        .where('pair_id', '=', id)
        .execute(),
    )
    expect((await pairs('?state=open')).total).toBe(2)
  })
  test('for all pairs of the two responsibilities at once', async () => {
    const { id } = await first()
    const input = { verdict: 'different', reason: 'another stage', withSiblings: true }
    expect((await send('PUT', `/overlap/pairs/${id}/decision`, input)).body.decided).toBe(2)
    expect((await pairs('?state=different')).total).toBe(2)
  })
  test('is taken back', async () => {
    const { id } = await first()
    await send('PUT', `/overlap/pairs/${id}/decision`, led())
    expect((await send('DELETE', `/overlap/pairs/${id}/decision`)).status).toBe(200)
    expect((await pairs('?state=open')).total).toBe(2)
    const again = await send('DELETE', `/overlap/pairs/${id}/decision`)
    expect([again.status, again.body.code]).toEqual([409, 'overlap.not-decided'])
  })
  test('opens one draft that moves the responsibility to the lead, for who may edit drafts', async () => {
    const { id } = await first()
    const early = await send('POST', `/overlap/pairs/${id}/draft`, {})
    expect([early.status, early.body.code]).toEqual([409, 'overlap.not-decided'])
    await send('PUT', `/overlap/pairs/${id}/decision`, led())
    expect((await send('POST', `/overlap/pairs/${id}/draft`, {})).status).toBe(403)
    const may = { 'overlap.read': 'tenant', 'overlap.decide': 'tenant' } as const
    const planner = await world.member({
      may: { ...may, 'reorganisation.read': 'tenant', 'reorganisation.edit': 'tenant' },
    })
    const { status, body } = await planner.send('POST', `/overlap/pairs/${id}/draft`, {})
    expect([status, body.changes]).toEqual([200, 2])
    const draft = (await planner.send('GET', `/reorganisations/${body.draftId}`)).body
    expect(draft).toMatchObject({ state: 'planning', day: '2026-04-01' })
    const { checking } = factory.responsibilities
    const { liner, inspector } = factory.positions
    expect(draft.changes.map((one: { change: object }) => one.change)).toMatchObject([
      { responsibilityId: checking, fromPositionId: liner, toPositionId: inspector, raci: 'accountable' },
      { responsibilityId: checking, fromPositionId: null, toPositionId: liner, raci: 'responsible' },
    ])
    expect((await send('GET', `/overlap/pairs/${id}`)).body.decision.draftId).toBe(body.draftId)
    const again = await planner.send('POST', `/overlap/pairs/${id}/draft`, {})
    expect([again.status, again.body.code]).toEqual([409, 'overlap.already-drafted'])
  })
  test.each([
    ['not the same work, without a reason', { verdict: 'different' }, 400, 'overlap.reason-missing'],
    ['the same work, without a lead', { verdict: 'same' }, 400, 'overlap.lead-missing'],
    ['lead and support in one', { lead: true, support: true }, 400, 'overlap.lead-supports-itself'],
    ['an end in the past', { lead: true, until: '2026-03-04' }, 400, 'overlap.until-passed'],
    ['a unit that is not there', { verdict: 'same', leadUnitId: crypto.randomUUID() }, 404, 'base.not-found'],
    ['an older version', { lead: true, version: 3 }, 409, 'base.changed-meanwhile'],
  ])('%s is refused', async (_name, { lead, support, ...input }: Record<string, unknown>, status, code) => {
    const { id } = await first()
    const { quality } = factory.units
    const units = {
      ...(lead ? { verdict: 'same', leadUnitId: quality } : {}),
      ...(support ? { supportUnitId: quality } : {}),
    }
    const answer = await send('PUT', `/overlap/pairs/${id}/decision`, { ...units, ...input })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect((await pairs('?state=open')).total).toBe(2)
  })
})

describe('comparing again', () => {
  test('a decision outlives it, and what is no longer said is gone', async () => {
    const { id } = await first()
    await send('PUT', `/overlap/pairs/${id}/decision`, led())
    await world.runJob('overlap.analyse')
    expect((await pairs('?state=same')).items.map((pair: { id: string }) => pair.id)).toEqual([id])
    await says(factory.responsibilities.checking, ['来料卸货'])
    await world.runJob('overlap.analyseSoon', { responsibilityIds: [factory.responsibilities.checking] })
    expect((await pairs()).total).toBe(0)
    const refused = await send('PUT', `/overlap/pairs/${id}/decision`, { ...led(), version: 1 })
    expect([refused.status, refused.body.code]).toEqual([409, 'overlap.no-longer-found'])
    await says(factory.responsibilities.checking, ['负责来料检验，并记录检验结果', '不合格品隔离和标识'])
    await world.runJob('overlap.analyseSoon', { responsibilityIds: [factory.responsibilities.checking] })
    expect((await pairs('?state=same')).items.map((pair: { id: string }) => pair.id)).toEqual([id])
    expect((await pairs()).total).toBe(2)
  })
  test('a new version asks for it, of that responsibility', async () => {
    const editor = await world.member({
      may: {
        'responsibilities.read': 'tenant',
        'responsibilities.edit': 'tenant',
        'responsibilities.assign': 'tenant',
      },
    })
    world.enqueued.length = 0
    const path = `/responsibilities/${factory.responsibilities.selling}/versions`
    const version = {
      name: { en: 'Selling' },
      purpose: { en: 'x' },
      activities: [{ 'zh-CN': '校准计量器具' }],
      from: '2026-03-04',
    }
    expect((await editor.send('POST', path, version)).status).toBe(200)
    const asked = world.enqueued.filter(({ job }) => job === 'overlap.analyseSoon')
    expect(asked).toEqual([
      { job: 'overlap.analyseSoon', payload: { responsibilityIds: [factory.responsibilities.selling] } },
    ])
    await world.runJob('overlap.analyseSoon', asked[0]?.payload)
    expect((await pairs('?text=计量')).total).toBe(1)
    await world.runJob('overlap.analyse')
    expect((await pairs('?text=计量')).total).toBe(1)
    expect((await pairs()).total).toBe(3)
  })
  test('a person may ask for it', async () => {
    world.enqueued.length = 0
    expect((await send('POST', '/overlap/analysis', {})).status).toBe(200)
    expect(world.enqueued.map(({ job }) => job)).toEqual(['overlap.analyse'])
  })
})

async function says(responsibilityId: string, activities: string[]): Promise<void> {
  await world.within((ctx) =>
    ctx.db
      .updateTable('responsibility_version')
      .set({ activities: JSON.stringify(activities.map((text) => ({ 'zh-CN': text }))) })
      .where('tenant_id', '=', ctx.tenantId)
      .where('responsibility_id', '=', responsibilityId)
      .execute(),
  )
}

describe('walls', () => {
  test('another company’s pairs are not there', async () => {
    const { id } = await first()
    const tenantId = await world.anotherTenant()
    const other = await world.member({ may: { 'overlap.read': 'tenant', 'overlap.decide': 'tenant' }, tenantId })
    expect((await other.send('GET', '/overlap/pairs')).body.total).toBe(0)
    for (const [method, path, body] of [
      ['GET', `/overlap/pairs/${id}`, undefined],
      ['PUT', `/overlap/pairs/${id}/decision`, led()],
      ['DELETE', `/overlap/pairs/${id}/decision`, undefined],
      ['POST', `/overlap/pairs/${id}/draft`, {}],
    ] as const)
      expect([path, (await other.send(method, path, body)).status]).toEqual([path, 404])
  })
  test('one sees what touches one’s units, and decides only with both', async () => {
    const { id } = await first()
    const may = { 'overlap.read': 'unit', 'overlap.decide': 'unit' } as const
    const seller = await world.member({ may, unitId: factory.units.sales })
    expect((await seller.send('GET', `/overlap/pairs/${id}`)).status).toBe(404)
    expect((await seller.send('PUT', `/overlap/pairs/${id}/decision`, led())).status).toBe(404)
    const producer = await world.member({ may, unitId: factory.units.production })
    expect((await producer.send('GET', `/overlap/pairs/${id}`)).body).toMatchObject({ id, mayDecide: false })
    const refused = await producer.send('PUT', `/overlap/pairs/${id}/decision`, led())
    expect([refused.status, refused.body.code]).toEqual([403, 'base.forbidden'])
    expect((await producer.send('DELETE', `/overlap/pairs/${id}/decision`)).status).toBe(403)
  })
  test.each([
    ['GET', '/overlap/matrix'],
    ['GET', '/overlap/pairs'],
    ['GET', '/overlap/groups'],
    ['GET', '/overlap/similar?text=x'],
    ['GET', '/overlap/recorded'],
    ['POST', '/overlap/analysis'],
  ] as const)('%s %s needs a right', async (method, path) => {
    const { send: nobody } = await world.member({ may: {} })
    expect((await nobody(method, path, method === 'POST' ? {} : undefined)).status).toBe(403)
  })
})

test('two languages are compared each, and count once', async () => {
  const id = await world.within((ctx) =>
    responsibility(ctx, 'EN', factory.positions.seller, null, { name: 'x', activities: [] }),
  )
  await world.within((ctx) =>
    ctx.db
      .updateTable('responsibility_version')
      .set({ activities: JSON.stringify([{ 'zh-CN': '编制生产计划，跟踪执行进度', en: 'Plan the production' }]) })
      .where('tenant_id', '=', ctx.tenantId)
      .where('responsibility_id', '=', id)
      .execute(),
  )
  await world.runJob('overlap.analyse')
  expect((await pairs('?text=生产计划')).items).toMatchObject([{ scorePermille: 1000 }])
})

test('a third unit with the same work makes a group, unless it was dismissed', async () => {
  expect((await send('GET', '/overlap/groups')).body.total).toBe(0)
  await world.within((ctx) =>
    responsibility(ctx, 'THIRD', factory.positions.producer, null, {
      name: 'y',
      activities: ['来料检验并记录检验结果'],
    }),
  )
  await world.runJob('overlap.analyse')
  const { body } = await send('GET', '/overlap/groups')
  expect(body.total).toBe(1)
  const units = body.items[0].statements.map((one: { unit: { id: string } }) => one.unit.id)
  const { line, quality, production } = factory.units
  expect(units.sort()).toEqual([line, quality, production].sort())
  const { items } = await pairs('?text=来料')
  await send('PUT', `/overlap/pairs/${items[0].id}/decision`, { verdict: 'different', reason: 'another line' })
  expect((await send('GET', '/overlap/groups')).body.total).toBe(0)
})
