import { beforeEach, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { openFactory, recordHours, type Factory } from './trial.ts'

let world: World
let factory: Factory
let send: Send

beforeEach(async () => {
  world = await openWorld()
  factory = await openFactory(world)
  send = (await world.member({ may: { 'overlap.read': 'tenant', 'indicators.read': 'tenant' } })).send
  const { line, production } = factory.units
  await world.within(async (ctx) => {
    await recordHours(ctx, production, 60, { responsibilityId: factory.responsibilities.making })
    await recordHours(ctx, line, 20, { activity: '质量检验' })
    await recordHours(ctx, production, 10, { responsibilityId: factory.responsibilities.inspecting })
    await recordHours(ctx, production, 10, { activity: '聚餐' })
    await recordHours(ctx, production, 50, { activity: '质量检验', day: '2025-01-01' })
  })
})

test('30 % of production’s recorded hours belong to what quality holds, with the facts behind', async () => {
  const { status, body } = await send('GET', '/overlap/recorded')
  expect(status).toBe(200)
  expect(body.units).toHaveLength(1)
  const [unit] = body.units
  expect(unit).toMatchObject({ hours: 100, ownHours: 60, sharedHours: 0, foreignHours: 30, unknownHours: 10 })
  expect(unit.foreignPermille).toBe(300)
  expect(unit.foreign).toHaveLength(1)
  expect(unit.foreign[0]).toMatchObject({ hours: 30, sharePermille: 300, byWording: false })
  expect(unit.foreign[0].holder.id).toBe(factory.units.quality)
  const { production } = factory.units
  const behind = `/overlap/recorded/facts?unitId=${production}&responsibilityId=${factory.responsibilities.inspecting}`
  const facts = (await send('GET', behind)).body
  expect(facts).toMatchObject({ total: 2, hours: 30, hidden: 0 })
  expect(facts.items.map((fact: { hours: number }) => fact.hours).sort()).toEqual([10, 20])
})

test('only of the days asked for', async () => {
  const { body } = await send('GET', '/overlap/recorded?from=2025-01-01&until=2025-12-31')
  expect(body.units).toMatchObject([{ hours: 50, unknownHours: 50 }]) // nobody held inspection then
  const turned = await send('GET', '/overlap/recorded?from=2026-02-01&until=2026-01-01')
  expect([turned.status, turned.body.code]).toEqual([400, 'overlap.period-turned'])
})

test('one sees the hours of one’s own units, and facts of people one may see', async () => {
  const { line, production } = factory.units
  const { inspecting } = factory.responsibilities
  const liner = await world.member({ may: { 'overlap.read': 'unit' }, unitId: line })
  expect((await liner.send('GET', '/overlap/recorded')).body.units).toMatchObject([{ hours: 20 }])
  const behind = `/overlap/recorded/facts?unitId=${production}&responsibilityId=${inspecting}`
  expect((await liner.send('GET', behind)).body).toMatchObject({ total: 0, hidden: 1, hours: 20, items: [] })
  const none = await world.member({ may: {} })
  expect((await none.send('GET', behind)).status).toBe(403)
})

test('an unknown unit or responsibility is not there', async () => {
  const id = crypto.randomUUID()
  for (const query of [
    `unitId=${id}&responsibilityId=${factory.responsibilities.making}`,
    `unitId=${factory.units.production}&responsibilityId=${id}`,
  ])
    expect((await send('GET', `/overlap/recorded/facts?${query}`)).status).toBe(404)
})
