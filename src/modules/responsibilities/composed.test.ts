import { beforeEach, describe, expect, test } from 'vitest'
import { dutiesHeldOn, indicatorsStated } from '#modules/responsibilities'
import { openWorld, type Send, type World } from '#test/world'
import { layFirm, winning, type Firm } from './trial.ts'

let world: World
let firm: Firm
let send: Send
let partId: string

beforeEach(async () => {
  world = await openWorld()
  firm = await world.within(layFirm)
  const may = {
    'responsibilities.read': 'tenant',
    'responsibilities.edit': 'tenant',
    'responsibilities.assign': 'tenant',
  } as const
  send = (await world.member({ may })).send
  partId = (await send('POST', '/responsibilities', { ...winning, unitId: firm.units.growth, from: '2026-02-01' })).body
    .responsibilityId
})

const conversion = winning.indicators[1]
const part = (more: object = {}) => ({ responsibilityId: partId, mode: 'reference', weightPermille: 1000, ...more })
const whole = (parts: object[], more: object = {}) =>
  send('POST', '/responsibilities', { name: { en: 'Running the branch' }, unitId: firm.units.service, parts, ...more })
const read = async (id: string, query = '') => (await send('GET', `/responsibilities/${id}${query}`)).body

describe('by reference', () => {
  test('a whole follows the versions of its part, with its own targets and the weights within its own', async () => {
    const targets = [
      { key: 'conversion', target: 0.25 },
      { key: 'conversion', unitId: firm.units.growth, target: 0.2 },
    ]
    const made = await whole([part({ weightPermille: 500, targets })], {
      indicators: [{ ...winning.indicators[0], name: { en: 'Sales' }, weightPermille: 500 }],
    })
    expect(made.status).toBe(200)
    const id = made.body.responsibilityId
    const figures = async (query = '') =>
      (await read(id, query)).whole.indicators.map(
        (one: { name: { en: string }; target: number; weightPermille: number }) => [
          one.name.en,
          one.target,
          one.weightPermille,
        ],
      )
    expect(await figures()).toEqual([
      ['Sales', 10, 500],
      ['New customers', 10, 300],
      ['Conversion', 0.25, 200],
    ])
    const moved = { ...winning, indicators: [{ ...winning.indicators[0], target: 12 }, conversion], from: '2026-05-01' }
    expect((await send('POST', `/responsibilities/${partId}/versions`, moved)).status).toBe(200)
    expect((await figures('?day=2026-05-01'))[1]).toEqual(['New customers', 12, 300])
    expect((await read(id)).version).toMatchObject({ parts: [{ code: 'winning-customers', mode: 'reference' }] })
  })

  test('whoever holds the whole carries out the duties of the part, and answers for its figures', async () => {
    const id = (await whole([part()])).body.responsibilityId
    await send('POST', `/responsibilities/${id}/holdings`, { positionId: firm.positions.operator, raci: 'responsible' })
    const duties = await world.within((ctx) => dutiesHeldOn(ctx, ctx.today, { positionIds: [firm.positions.operator] }))
    expect(duties).toMatchObject([{ responsibilityId: id, factKind: 'visit', positionId: firm.positions.operator }])
    expect(duties[0]?.dutyKey).toMatch(/^visit\./)
    const stated = await world.within((ctx) => indicatorsStated(ctx, ctx.today, [id]))
    expect(stated.map(({ responsibilityId, weightPermille }) => [responsibilityId, weightPermille])).toEqual([
      [id, 600],
      [id, 400],
    ])
    const mine = await world.member({ may: { 'responsibilities.read': 'tenant' }, personId: firm.people.wu })
    const { items } = (await mine.send('GET', '/my-responsibilities')).body
    expect(items[0].version.indicators).toHaveLength(2)
  })

  test('is refused of itself, of a draft, of what refers to others, and of what is referred to', async () => {
    const id = (await whole([part()])).body.responsibilityId
    const versions = `/responsibilities/${partId}/versions`
    const onItself = { ...winning, parts: [part({ weightPermille: 0 })], from: '2026-05-01' }
    expect((await send('POST', versions, onItself)).body.code).toBe('responsibilities.part-of-itself')
    const other = (await send('POST', '/responsibilities', { ...winning, unitId: null, isDraft: true })).body
      .responsibilityId
    expect((await whole([part({ responsibilityId: other })])).body.code).toBe('responsibilities.part-is-draft')
    expect((await whole([part({ responsibilityId: id })])).body).toMatchObject({
      code: 'responsibilities.part-has-parts',
      name: 'Running the branch',
    })
    const third = (await send('POST', '/responsibilities', { name: { en: 'Third' }, unitId: null })).body
      .responsibilityId
    const nested = { ...winning, parts: [{ responsibilityId: third, mode: 'reference' }], from: '2026-05-01' }
    expect((await send('POST', versions, nested)).body.code).toBe('responsibilities.is-part-already')
    expect((await whole([part({ weightPermille: 500 }), part({ weightPermille: 500 })])).body.code).toBe(
      'responsibilities.key-twice',
    )
    expect((await whole([part({ weightPermille: 900 })])).body).toMatchObject({
      code: 'responsibilities.weights-off',
      total: 900,
    })
    expect((await whole([part({ responsibilityId: crypto.randomUUID() })])).status).toBe(404)
  })

  test('keeps its part from going: where it is used is told, retiring it must be confirmed', async () => {
    const id = (await whole([part()])).body.responsibilityId
    const uses = (await send('GET', `/responsibilities/${partId}/uses`)).body
    expect(uses.wholes).toEqual([{ id, name: { en: 'Running the branch' }, mode: 'reference', weightPermille: 1000 }])
    const retired = await send('POST', `/responsibilities/${partId}/retirement`, { from: '2026-05-01' })
    expect(retired.body).toMatchObject({ code: 'responsibilities.held-then', count: 1, holders: 'Running the branch' })
    const fresh = (await send('POST', '/responsibilities', { name: { en: 'Fresh' }, unitId: null })).body
    await whole([part({ responsibilityId: fresh.responsibilityId, weightPermille: 0 })], { name: { en: 'Second' } })
    const gone = await send('DELETE', `/responsibilities/${fresh.responsibilityId}/versions/${fresh.versionId}`)
    expect(gone.body.code).toBe('responsibilities.still-part')
  })
})

test('a copy keeps only its origin, and the difference of two versions tells parts, rights and local targets', async () => {
  const copied = await whole([part({ mode: 'copy', weightPermille: 0 })], { indicators: winning.indicators })
  const id = copied.body.responsibilityId
  const local = [{ ...winning.indicators[0], localTargets: [{ unitId: firm.units.growth, target: 4 }] }, conversion]
  const next = {
    ...winning,
    name: { en: 'Running the branch' },
    purpose: undefined,
    indicators: local,
    rights: ['tasks.read'],
    from: '2026-05-01',
  }
  expect((await send('POST', `/responsibilities/${id}/versions`, next)).status).toBe(200)
  const { versions } = await read(id)
  const { changes } = (
    await send('GET', `/responsibilities/${id}/comparison?before=${versions[1].id}&after=${versions[0].id}`)
  ).body
  expect(
    changes.map(
      (change: { part: string; field: string; kind: string }) => `${change.part} ${change.field} ${change.kind}`,
    ),
  ).toEqual([
    'line activities added',
    'line activities added',
    'indicator localTargets changed',
    'duty duty added',
    'part part removed',
    'right rights added',
  ])
  expect(
    (await send('POST', `/responsibilities/${id}/versions`, { ...next, rights: ['tasks.fly'], from: '2026-06-01' }))
      .body,
  ).toMatchObject({
    code: 'responsibilities.unknown-right',
    right: 'tasks.fly',
  })
  const rights = (await send('GET', '/responsibility-rights')).body
  expect(rights.find((one: { module: string }) => one.module === 'tasks').permissions).toContain('tasks.read')
})
