import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { defineModule } from '#core/manifest'
import { bindServer, type BoundModule } from '#kernel/bind'
import type { Send, World } from '#test/world'
import { audits, openBase } from './base-for-tests.ts'

const told: string[] = []

/** A module that says when it is brought up to date and what it hears. */
function animal(name: string, requires: string[], settings = {}): BoundModule {
  const permission = `${name}.pet`
  const routes = defineRoutes({
    pet: { method: 'GET', path: `/${name}`, permission, input: z.object({}), output: z.object({ says: z.string() }) },
  })
  const manifest = defineModule({
    name,
    requires,
    tables: [],
    permissions: [permission],
    grants: {},
    routes,
    events: [],
    listens: ['base.module-switched'],
    jobs: {},
    screens: {},
    settings,
  })
  return bindServer(manifest, {
    routes: { pet: async () => ({ says: name }) },
    jobs: {},
    listens: {
      'base.module-switched': async (_ctx, { module }: { module: string }) => void told.push(`${name} heard ${module}`),
    },
    catchUp: async (ctx) => void told.push(`${name} caught up, on: ${ctx.isOn(name)}`),
  })
}

let world: World
let send: Send
beforeAll(async () => {
  world = await openBase({
    modules: [
      animal('sheep', ['base']),
      animal('wool', ['base', 'sheep'], { colour: 'white', bales: 3, isSoft: true, price: 1.5 }),
    ],
  })
  ;({ send } = await world.member({
    may: { 'base.administer': 'tenant', 'sheep.pet': 'tenant', 'wool.pet': 'tenant' },
  }))
})

const turn = (module: string, isOn: boolean) => send('POST', `/modules/${module}/switch`, { isOn })

test('the page of modules says what stands on what', async () => {
  const { body } = await send('GET', '/modules')
  expect(body).toMatchObject([
    { name: 'base', isOn: true, isMandatory: true, requiredBy: ['sheep', 'wool'] },
    {
      name: 'sheep',
      isOn: true,
      isMandatory: false,
      requires: ['base'],
      requiredBy: ['wool'],
      blockedBy: ['wool'],
      missing: [],
    },
    { name: 'wool', isOn: true, requires: ['base', 'sheep'], requiredBy: [], blockedBy: [], missing: [] },
  ])
})

test('switching keeps the order of the house, names what stands in the way, and takes effect at once', async () => {
  expect((await turn('base', false)).body.code).toBe('base.mandatory-module')
  expect(await turn('sheep', false)).toMatchObject({
    status: 409,
    body: { code: 'base.module-needed', modules: ['wool'] },
  })
  expect((await send('GET', '/wool')).body).toEqual({ says: 'wool' })
  expect((await turn('wool', false)).status).toBe(200)
  expect(await send('GET', '/wool')).toMatchObject({ status: 404, body: { code: 'base.module-off', module: 'wool' } })
  expect((await send('GET', '/session')).body.modules).toEqual(['base', 'sheep'])
  expect((await turn('sheep', false)).status).toBe(200)
  const refused = await turn('wool', true)
  expect(refused).toMatchObject({ status: 409, body: { code: 'base.module-lacks', modules: ['sheep'] } })
  expect(refused.body.detail).toContain('sheep')
  told.length = 0
  expect((await turn('sheep', true)).body).toMatchObject([
    {},
    { isOn: true, missing: [] },
    { isOn: false, missing: [] },
  ])
  expect(told).toEqual(['sheep caught up, on: true', 'sheep heard sheep'])
  await turn('sheep', true)
  expect(told).toHaveLength(2)
  expect((await turn('wool', true)).status).toBe(200)
  expect((await send('GET', '/wool')).status).toBe(200)
  expect((await turn('unicorn', true)).status).toBe(404)
  expect((await audits(world)).filter((action) => action === 'base.switch-module')).toHaveLength(4)
})

test('a switch of one company is no switch of another', async () => {
  const tenantId = await world.anotherTenant()
  const other = await world.member({ tenantId, may: { 'base.administer': 'tenant', 'wool.pet': 'tenant' } })
  await other.send('POST', '/modules/wool/switch', { isOn: false })
  expect((await other.send('GET', '/wool')).status).toBe(404)
  expect((await send('GET', '/wool')).status).toBe(200)
})

test('settings show their presets, take values of their kind, and nothing else', async () => {
  const set = (key: string, value: unknown) => send('PUT', `/settings/${key}`, { value })
  const list = async () => (await send('GET', '/settings')).body as { key: string; value: unknown; preset: unknown }[]
  expect((await list()).find((one) => one.key === 'wool.colour')).toMatchObject({
    value: 'white',
    preset: 'white',
    changedAt: null,
  })
  expect((await set('wool.colour', 'brown')).body).toMatchObject({
    module: 'wool',
    name: 'colour',
    value: 'brown',
    preset: 'white',
  })
  expect((await set('wool.isSoft', false)).status).toBe(200)
  expect((await set('wool.price', 2.25)).status).toBe(200)
  expect((await list()).find((one) => one.key === 'wool.colour')?.value).toBe('brown')
  for (const [key, value] of [
    ['wool.colour', 3],
    ['wool.bales', '3'],
    ['wool.bales', 2.5],
    ['wool.bales', -1],
    ['wool.isSoft', 'yes'],
  ] as const)
    expect(await set(key, value)).toMatchObject({ status: 422, body: { code: 'base.wrong-setting', key } })
  expect((await set('wool.bales', { x: 1 })).status).toBe(400)
  for (const key of ['wool.none', 'base.demo-accounts', '__proto__', 'wool.constructor'])
    expect((await set(key, 'x')).status).toBe(404)
})

test('the company has a name, a language and a time zone that exists', async () => {
  expect((await send('GET', '/company')).body).toMatchObject({ name: 'Acme', slug: 'acme', timeZone: 'Asia/Shanghai' })
  expect((await send('PATCH', '/company', { timeZone: 'Mars/Olympus' })).body.code).toBe('base.wrong-time-zone')
  expect((await send('PATCH', '/company', { timeZone: '+08:00' })).body.code).toBe('base.wrong-time-zone')
  const changed = await send('PATCH', '/company', { name: 'Acme Lanterns', timeZone: 'America/New_York' })
  expect(changed.body).toMatchObject({ name: 'Acme Lanterns', timeZone: 'America/New_York' })
  expect((await send('GET', '/session')).body.tenant).toMatchObject({ name: 'Acme Lanterns', today: '2026-03-03' })
  expect((await send('PATCH', '/company', { slug: 'stolen' })).status).toBe(400)
})

test('only who administers the whole company sees or changes any of it', async () => {
  const none = await world.member({})
  const part = await world.member({ may: { 'base.administer': 'self' } })
  const calls: Parameters<Send>[] = [
    ['GET', '/modules'],
    ['POST', '/modules/wool/switch', { isOn: false }],
    ['GET', '/settings'],
    ['PUT', '/settings/wool.colour', { value: 'x' }],
    ['GET', '/company'],
    ['PATCH', '/company', { name: 'x' }],
  ]
  for (const call of calls) {
    expect((await none.send(...call)).status).toBe(403)
    expect((await part.send(...call)).status).toBe(403)
    expect((await world.anonymous(...call)).status).toBe(401)
  }
})
