import { beforeEach, describe, expect, test } from 'vitest'
import { drawChart, type Chart } from '#test/chart'
import { uploadAs } from '#test/upload'
import { openWorld, type Send, type World } from '#test/world'
import { findOrCreateSubjects, subjectNames, visibleSubjectIds } from './index.ts'

let world: World
let chart: Chart
let admin: Send
let ann: Send
let bob: Send
let boss: Send

beforeEach(async () => {
  world = await openWorld()
  chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { A: { name: 'Sales' }, B: { name: 'Next door' } },
      positions: {
        LEAD: { unit: 'A', title: 'Lead', isLead: true },
        REP: { unit: 'A', title: 'Rep', reportsTo: 'LEAD', headcount: 2 },
        OTHER: { unit: 'B', title: 'Other' },
      },
      people: {
        boss: { name: 'Boss', on: 'LEAD' },
        ann: { name: 'Ann', on: 'REP' },
        bob: { name: 'Bob', on: 'REP' },
        carl: { name: 'Carl', on: 'OTHER' },
      },
    }),
  )
  const as = async (name: string) =>
    (await world.member({ role: 'employee', personId: chart.people[name] ?? '', name })).send
  admin = (await world.member({ role: 'administrator', name: 'Admin' })).send
  ;[ann, bob, boss] = await Promise.all([as('ann'), as('bob'), as('boss')])
})

const person = (name: string) => chart.people[name] ?? ''
const hongda = () => ({ type: 'customer', key: 'C-001', name: '宏达商贸', ownerId: person('ann'), unitId: null })
const made = async (body: object = hongda(), send = ann): Promise<string> => {
  const answer = await send('POST', '/subjects', body)
  expect(answer.body).toEqual({ subjectId: expect.any(String) })
  return answer.body.subjectId
}
const keys = async (send: Send, query = '') =>
  (await send('GET', `/subjects?${query}`)).body.rows.map((row: { key: string }) => row.key)

test('a subject is its owner’s: found by name, number and pinyin by the owner and those above, by nobody beside', async () => {
  const id = await made()
  expect((await ann('GET', `/subjects/${id}`)).body).toMatchObject({
    type: 'customer',
    key: 'C-001',
    name: '宏达商贸',
    ownerName: 'Ann',
    unitId: chart.units['A'],
    unitName: { en: 'Sales' },
    state: 'open',
    attributes: {},
    version: 1,
    mayKeep: true,
  })
  for (const text of ['宏达', 'c-00', 'hong da', 'hdsm', 'HONGDA'])
    expect([text, await keys(boss, `text=${encodeURIComponent(text)}`)]).toEqual([text, ['C-001']])
  expect(await keys(ann, 'text=%25')).toEqual([])
  expect(await keys(bob)).toEqual([])
  for (const [method, path, body] of [
    ['GET', `/subjects/${id}`],
    ['PUT', `/subjects/${id}`, { version: 1, name: 'x', ownerId: null, unitId: null }],
    ['POST', `/subjects/${id}/state`, { version: 1, state: 'closed' }],
  ] as const)
    expect((await bob(method, path, body)).status).toBe(404)
  const { send: foreigner } = await world.member({ role: 'administrator', tenantId: await world.anotherTenant() })
  expect((await foreigner('GET', `/subjects/${id}`)).status).toBe(404)
  expect((await foreigner('GET', '/subjects?show=all')).body).toEqual({ total: 0, rows: [] })
  const { send: nobody } = await world.member({})
  for (const path of ['/subjects', '/subjects/types', `/subjects/${id}`])
    expect((await nobody('GET', path)).status).toBe(403)
  const { send: reader } = await world.member({ may: { 'subjects.read': 'tenant', 'subjects.keep': 'self' } })
  expect((await reader('POST', `/subjects/${id}/state`, { version: 1, state: 'closed' })).status).toBe(403)
})

test('lists narrow by type, owner, unit and state; what belongs to nobody is seen by who sees all', async () => {
  await made()
  await made({ type: 'order', key: 'SO-1', name: 'Order 1', ownerId: null, unitId: null }, admin)
  await made({ type: 'order', key: 'SO-2', name: 'Order 2', ownerId: person('bob'), unitId: chart.units['B'] }, admin)
  expect(await keys(admin, 'type=order')).toEqual(['SO-1', 'SO-2'])
  expect(await keys(admin, 'type=order&type=customer&limit=1&offset=1')).toEqual(['SO-1'])
  expect(await keys(admin, `ownerId=${person('bob')}`)).toEqual(['SO-2'])
  expect(await keys(admin, `unitId=${chart.units['B']}`)).toEqual(['SO-2'])
  expect(await keys(admin, 'isOrphan=true')).toEqual(['SO-1'])
  expect(await keys(boss)).not.toContain('SO-1')
  expect(await keys(admin, 'show=closed')).toEqual([])
  expect((await admin('GET', '/subjects?limit=501')).status).toBe(400)
})

describe('keeping', () => {
  test('the same number twice in a type, an unknown type, person or unit, and an owner without a seat are refused', async () => {
    await made()
    expect((await ann('POST', '/subjects', hongda())).body).toMatchObject({
      status: 409,
      code: 'subjects.key-taken',
      detail: 'There is one of this type with the number “C-001” already.',
    })
    await made({ ...hongda(), type: 'order' })
    expect((await ann('POST', '/subjects', { ...hongda(), type: 'ship' })).body.code).toBe('subjects.unknown-type')
    const stranger = '00000000-0000-7000-8000-000000000000'
    expect((await admin('POST', '/subjects', { ...hongda(), key: 'x', ownerId: stranger })).status).toBe(404)
    expect((await admin('POST', '/subjects', { ...hongda(), key: 'x', unitId: stranger })).status).toBe(404)
    expect((await ann('POST', '/subjects', { ...hongda(), key: 'x', ownerId: person('carl') })).status).toBe(403)
    await world.within((ctx) => ctx.db.deleteFrom('assignment').where('person_id', '=', person('carl')).execute())
    expect((await admin('POST', '/subjects', { ...hongda(), key: 'x', ownerId: person('carl') })).body.code).toBe(
      'subjects.no-seat',
    )
  })

  test('changes wait for nobody, are told when somebody was first, and leave an audit; what is closed is opened first', async () => {
    const id = await made()
    const change = { version: 1, name: 'Hongda', ownerId: person('ann'), unitId: null, attributes: { level: 'A' } }
    expect((await ann('PUT', `/subjects/${id}`, change)).body).toEqual({ version: 2 })
    expect((await ann('PUT', `/subjects/${id}`, change)).body).toMatchObject({
      code: 'base.changed-meanwhile',
      current: 2,
    })
    expect((await ann('POST', `/subjects/${id}/state`, { version: 2, state: 'closed' })).body).toEqual({ version: 3 })
    expect((await ann('PUT', `/subjects/${id}`, { ...change, version: 3 })).body.code).toBe('subjects.is-closed')
    expect(await keys(ann)).toEqual([])
    expect(await keys(ann, 'show=all')).toEqual(['C-001'])
    expect((await ann('POST', `/subjects/${id}/state`, { version: 3, state: 'open' })).body).toEqual({ version: 4 })
    expect((await ann('GET', `/subjects/${id}`)).body).toMatchObject({ attributes: { level: 'A' }, closedAt: null })
    const audits = await world.within((ctx) =>
      ctx.db.selectFrom('audit_row').select('action').where('target', '=', `subject/${id}`).orderBy('id').execute(),
    )
    expect(audits.map((row) => row.action)).toEqual([
      'subjects.create',
      'subjects.change',
      'subjects.close',
      'subjects.reopen',
    ])
  })

  test('many are handed over at once, each told by itself; the new owner hears of it', async () => {
    const [own, other] = [await made(), await made({ ...hongda(), key: 'C-2', ownerId: person('carl') }, admin)]
    const stranger = '00000000-0000-7000-8000-000000000000'
    const { body } = await boss('POST', '/subjects/hand-over', {
      subjectIds: [own, other, stranger],
      ownerId: person('bob'),
      reason: 'Ann leaves',
    })
    expect(body.results).toEqual([
      { subjectId: own, code: 'done' },
      { subjectId: other, code: 'not-found' },
      { subjectId: stranger, code: 'not-found' },
    ])
    expect((await bob('GET', `/subjects/${own}`)).body).toMatchObject({ ownerName: 'Bob', version: 2 })
    const again = await boss('POST', '/subjects/hand-over', { subjectIds: [own], ownerId: person('bob') })
    expect(again.body.results).toEqual([{ subjectId: own, code: 'unchanged' }])
    const told = await world.within((ctx) =>
      ctx.db.selectFrom('notification').select('facts').where('kind', '=', 'subjects.handed-over').execute(),
    )
    expect(told).toEqual([{ facts: { count: 1, from: 'boss', name: '宏达商贸' } }])
    const reader = await world.member({ may: { 'subjects.read': 'tenant', 'subjects.keep': 'self' } })
    const refused = await reader.send('POST', '/subjects/hand-over', { subjectIds: [own], ownerId: person('ann') })
    expect(refused.body.results).toEqual([{ subjectId: own, code: 'forbidden' }])
  })

  test('an administrator adds a type and calls one otherwise; others may not', async () => {
    const kept = await admin('PUT', '/subjects/types/machine', { name: { en: 'Machine' }, icon: 'cog' })
    expect(kept.body).toEqual({ key: 'machine', name: { en: 'Machine' }, icon: 'cog', isOwn: true })
    await admin('PUT', '/subjects/types/customer', { name: { en: 'Merchant' } })
    const { types } = (await ann('GET', '/subjects/types')).body
    expect(types.map((type: { name: { en: string } }) => type.name.en)).toEqual([
      'Merchant',
      'Order',
      'Batch',
      'Supplier',
      'Project',
      'Machine',
    ])
    await made({ ...hongda(), type: 'machine' })
    expect((await ann('PUT', '/subjects/types/ship', { name: { en: 'Ship' } })).status).toBe(403)
    expect((await admin('PUT', '/subjects/types/Ship', { name: { en: 'Ship' } })).status).toBe(400)
  })
})

test('the door makes each once, also when two ask at once, and names them all; it asks for no right', async () => {
  const asked = [
    { type: 'order', key: 'SO-9', name: 'Order nine', ownerId: person('ann'), unitId: chart.units['A'] ?? null },
    { type: 'order', key: 'SO-10' },
    { type: 'order', key: 'SO-9' },
  ]
  const [first, second] = await Promise.all([
    world.within((ctx) => findOrCreateSubjects(ctx, asked)),
    world.within((ctx) => findOrCreateSubjects(ctx, asked)),
  ])
  expect(second).toEqual(first)
  expect(first.size).toBe(2)
  const ids = [...first.values()]
  const names = await world.within((ctx) => subjectNames(ctx, ids))
  expect([...names.values()].map(({ name }) => name).toSorted()).toEqual(['SO-10', 'SO-9'])
  expect((await world.within((ctx) => visibleSubjectIds(ctx, ids))).size).toBe(2)
  await expect(world.within((ctx) => findOrCreateSubjects(ctx, [{ type: 'ship', key: '1' }]))).rejects.toMatchObject({
    code: 'subjects.unknown-type',
  })
})

test('a sheet brings them whole or not at all, types by their names; the same sheet again changes nothing', async () => {
  const header = '类型,编号,名称,负责人工号,状态,属性'
  const number = await world.within((ctx) =>
    ctx.db.selectFrom('person').select('number').where('id', '=', person('ann')).executeTakeFirstOrThrow(),
  )
  const sheet = async (lines: string[]) =>
    uploadAs(admin, Buffer.from([header, ...lines].join('\r\n')), 'subjects.csv', 'text/csv')
  const bring = async (lines: string[]) => admin('POST', '/imports', { kind: 'subjects', fileId: await sheet(lines) })
  const good = [`客户,C-1,宏达商贸,${number.number},进行中,等级=A`, 'order,SO-1,订单一,,已关闭,']
  const faulty = await admin('POST', '/imports/preview', {
    kind: 'subjects',
    fileId: await sheet([...good, '船,1,x,,,', '客户,C-1,x,,,', '客户,C-2,x,nobody,,', '客户,C-3,x,,,A=1;A=2']),
  })
  expect(
    faulty.body.faults.map((fault: { line: number; code: string; message: string }) => [fault.line, fault.code]),
  ).toEqual([
    [4, 'subjects.unknown-type'],
    [5, 'subjects.twice'],
    [6, 'subjects.unknown-owner'],
    [7, 'subjects.bad-attributes'],
  ])
  for (const { message } of faulty.body.faults) expect(message).not.toMatch(/^subjects\.|[{}]/)
  expect((await bring(good)).body).toMatchObject({ created: 2 })
  expect((await ann('GET', '/subjects?text=C-1')).body.rows).toMatchObject([
    { attributes: { 等级: 'A' }, ownerName: 'Ann' },
  ])
  expect((await bring(good)).body).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  expect((await bring([good[0]?.replace('A', 'B') ?? '', '订单,SO-1,订单一,,进行中,'])).body).toMatchObject({
    updated: 2,
  })
  expect(await keys(admin)).toEqual(['SO-1', 'C-1'])
})
