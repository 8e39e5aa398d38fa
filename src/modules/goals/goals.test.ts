import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { layFirm, winning, type Firm } from '../responsibilities/trial.ts'

const all = {
  'organisation.read': 'tenant',
  'responsibilities.read': 'tenant',
  'responsibilities.edit': 'tenant',
  'goals.read': 'tenant',
  'goals.edit': 'tenant',
} as const

let world: World
let firm: Firm
let hr: Send
let winningId: string
beforeAll(async () => {
  world = await openWorld({ keep: (close) => afterAll(close) })
  firm = await world.within(layFirm)
  hr = (await world.member({ may: all })).send
  const made = await hr('POST', '/responsibilities', { ...winning, unitId: firm.units.growth, from: '2026-01-01' })
  winningId = made.body.responsibilityId
})

const year = { from: '2026-01-01', until: '2027-01-01' }
const goal = async (more: object = {}, send = hr) =>
  send('POST', '/goals', { name: { en: 'Grow' }, unitId: null, ...year, ...more })
const made = async (more: object = {}): Promise<string> => {
  const answer = await goal(more)
  expect(answer.status).toBe(200)
  return answer.body.goalId
}
const read = async (day = '2026-03-04') => (await hr('GET', `/goals?day=${day}`)).body
const found = (body: { goals: { id: string }[] }, id: string) => body.goals.find((one) => one.id === id)

describe('the cascade', () => {
  test('a responsibility serves a goal and all above it; both orphans and the coverage are told', async () => {
    const top = await made({ measure: { en: '100 million a year' } })
    const below = await made({
      name: { en: 'Win' },
      parentId: top,
      unitId: firm.units.growth,
      ownerId: firm.people.lin,
    })
    const lonely = await made({ name: { en: 'Lonely' } })
    const before = await read()
    expect(before.coverage).toEqual({ goals: { served: 0, total: 3 }, responsibilities: { served: 0, total: 1 } })
    expect(before.orphans).toMatchObject([{ responsibilityId: winningId, unitName: { en: 'Growth' } }])

    expect((await hr('PUT', `/goals/${below}/responsibilities`, { responsibilityIds: [winningId] })).status).toBe(200)
    const body = await read()
    expect(found(body, top)).toMatchObject({
      isServed: true,
      responsibilities: [],
      measure: { en: '100 million a year' },
    })
    expect(found(body, below)).toMatchObject({
      ownerName: 'Lin',
      unitName: { en: 'Growth' },
      responsibilities: [{ responsibilityId: winningId, name: winning.name }],
    })
    expect(found(body, lonely)).toMatchObject({ isServed: false })
    expect(body.orphans).toEqual([])
    expect(body.coverage).toEqual({ goals: { served: 2, total: 3 }, responsibilities: { served: 1, total: 1 } })
    const uses = await hr('GET', `/responsibilities/${winningId}/uses`)
    expect(uses.body.uses).toContainEqual(expect.objectContaining({ count: 1, path: '/goals' }))
  })

  test('a goal that is over is no longer there, and what served it is an orphan again', async () => {
    const body = await read('2027-01-01')
    expect(body.goals).toEqual([])
    expect(body.orphans).toHaveLength(1)
  })

  test('a link that is taken away leaves an orphan', async () => {
    const goalId = await made()
    const link = (responsibilityIds: string[]) => hr('PUT', `/goals/${goalId}/responsibilities`, { responsibilityIds })
    await link([winningId])
    expect(found(await read(), goalId)).toMatchObject({ isServed: true })
    await link([])
    expect(found(await read(), goalId)).toMatchObject({ isServed: false, responsibilities: [] })
  })

  test('is written in the audit', async () => {
    const goalId = await made()
    await hr('PUT', `/goals/${goalId}`, { name: { en: 'Other' }, unitId: null, ...year, version: 1 })
    await hr('DELETE', `/goals/${goalId}`)
    const rows = await world.within((ctx) =>
      ctx.db.selectFrom('audit_row').select('action').where('target', '=', `goal/${goalId}`).orderBy('id').execute(),
    )
    expect(rows.map((row) => row.action)).toEqual(['goals.create', 'goals.change', 'goals.delete'])
  })
})

describe('refusals', () => {
  test('periods and circles', async () => {
    const top = await made()
    const below = await made({ parentId: top })
    const backwards = await goal({ from: '2026-05-01', until: '2026-05-01' })
    expect([backwards.status, backwards.body.code]).toEqual([400, 'goals.ends-before-it-begins'])
    const outside = await goal({ parentId: top, from: '2027-01-01', until: '2028-01-01' })
    expect([outside.status, outside.body.code]).toEqual([409, 'goals.outside-parent'])
    const change = (more: object) =>
      hr('PUT', `/goals/${top}`, { name: { en: 'Grow' }, unitId: null, ...year, version: 1, ...more })
    expect((await change({ parentId: below })).body.code).toBe('goals.circle')
    expect((await change({ from: '2028-01-01', until: '2029-01-01' })).body.code).toBe('goals.outside-child')
    expect((await change({ version: 7 })).body.code).toBe('base.changed-meanwhile')
    const parent = await hr('DELETE', `/goals/${top}`)
    expect([parent.status, parent.body]).toMatchObject([409, { code: 'goals.has-goals-below', count: 1 }])
  })

  test('strangers are not there', async () => {
    const nobody = crypto.randomUUID()
    for (const more of [{ unitId: nobody }, { ownerId: nobody }, { parentId: nobody }])
      expect([more, (await goal(more)).status]).toEqual([more, 404])
    const goalId = await made()
    const strange = await hr('PUT', `/goals/${goalId}/responsibilities`, { responsibilityIds: [nobody] })
    expect(strange.status).toBe(404)
  })
})

describe('walls', () => {
  test('of another firm nothing is seen, changed or linked', async () => {
    const { send } = await world.member({ may: all, tenantId: await world.anotherTenant() })
    const goalId = await made()
    expect((await send('GET', '/goals')).body).toMatchObject({ goals: [], orphans: [] })
    expect((await goal({ parentId: goalId }, send)).status).toBe(404)
    expect((await goal({ unitId: firm.units.growth }, send)).status).toBe(404)
    const body = { name: { en: 'X' }, unitId: null, ...year, version: 1 }
    expect((await send('PUT', `/goals/${goalId}`, body)).status).toBe(404)
    expect((await send('DELETE', `/goals/${goalId}`)).status).toBe(404)
    expect((await send('PUT', `/goals/${goalId}/responsibilities`, { responsibilityIds: [] })).status).toBe(404)
  })

  test('who reads one unit sees its goals only; who edits one unit can’t write the firm’s', async () => {
    const top = await made({ name: { en: 'Firm’s' } })
    const own = await made({ name: { en: 'Growth’s' }, unitId: firm.units.growth })
    const may = { ...all, 'goals.read': 'unit', 'goals.edit': 'unit' } as const
    const { send } = await world.member({ may, unitId: firm.units.growth })
    const { body } = await send('GET', '/goals')
    expect([found(body, own) !== undefined, found(body, top)]).toEqual([true, undefined])
    expect((await send('DELETE', `/goals/${top}`)).status).toBe(404)
    expect((await goal({}, send)).status).toBe(403)
    const reader = await world.member({ may: { 'goals.read': 'tenant' } })
    expect((await reader.send('DELETE', `/goals/${own}`)).status).toBe(403)
  })

  test('links that the editor can’t see stay', async () => {
    const goalId = await made({ unitId: firm.units.service })
    await hr('PUT', `/goals/${goalId}/responsibilities`, { responsibilityIds: [winningId] })
    const may = { ...all, 'responsibilities.read': 'unit', 'goals.read': 'unit', 'goals.edit': 'unit' } as const
    const { send } = await world.member({ may, unitId: firm.units.service })
    const seen = (await send('GET', '/goals')).body
    expect(found(seen, goalId)).toMatchObject({ responsibilities: [] })
    expect((await send('PUT', `/goals/${goalId}/responsibilities`, { responsibilityIds: [] })).status).toBe(200)
    expect(found(await read(), goalId)).toMatchObject({ responsibilities: [{ responsibilityId: winningId }] })
  })
})
