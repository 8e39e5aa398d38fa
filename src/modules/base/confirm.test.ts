import { expect, test } from 'vitest'
import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { defineModule } from '#core/manifest'
import { bindServer } from '#kernel/bind'
import { audits, firstAdministrator, goodPassword, openBase } from './base-for-tests.ts'

const place = {
  permission: 'signed-in',
  confirms: true,
  input: z.object({}),
  output: z.object({ ok: z.boolean() }),
} as const
const vault = bindServer(
  defineModule({
    name: 'vault',
    requires: ['base'],
    tables: [],
    permissions: ['vault.look'],
    grants: { administrator: { 'vault.look': 'tenant' } },
    routes: defineRoutes({
      look: { method: 'GET', path: '/vault', ...place },
      lookSlowly: { method: 'GET', path: '/vault/slow', ...place, transaction: 'own' },
      lookByKey: { method: 'GET', path: '/vault/keys', ...place, permission: 'vault.look' },
      empty: { method: 'POST', path: '/vault', ...place },
    }),
    events: [],
    listens: [],
    jobs: {},
    screens: {},
    settings: {},
  }),
  {
    routes: {
      look: async () => ({ ok: true }),
      lookSlowly: async () => ({ ok: true }),
      lookByKey: async () => ({ ok: true }),
      empty: async () => ({ ok: true }),
    },
    jobs: {},
    listens: {},
  },
)

async function openVault() {
  const world = await openBase({ modules: [vault], ends: 'test' })
  const { send } = await firstAdministrator(world)
  const later = (minutes: number) => void (world.time.now = new Date(world.time.now.getTime() + minutes * 60_000))
  return { world, send, later }
}

test('what needs the password opens for five minutes after it was typed, by reading, slow reading and command', async () => {
  const { world, send, later } = await openVault()
  for (const round of ['signed in', 'confirmed']) {
    expect((await send('GET', '/vault')).status, round).toBe(200)
    later(4.9)
    expect((await send('GET', '/vault/slow')).status).toBe(200)
    expect((await send('GET', '/session/confirmation')).body.until).toEqual(expect.any(String))
    later(0.2)
    for (const [method, path] of [
      ['GET', '/vault'],
      ['GET', '/vault/slow'],
      ['POST', '/vault'],
    ] as const)
      expect(await send(method, path), path).toMatchObject({ status: 403, body: { code: 'base.confirm-password' } })
    expect((await send('GET', '/session/confirmation')).body).toEqual({ until: null })
    expect((await send('GET', '/sessions')).status).toBe(200)
    expect((await send('POST', '/session/confirmation', { password: goodPassword })).status).toBe(204)
  }
  expect(await audits(world)).toContain('base.confirm')
})

test('a session confirmed opens nothing in another one of the same account', async () => {
  const { world, send, later } = await openVault()
  const second = await world.anonymous('POST', '/session', { login: 'boss', password: goodPassword })
  const cookie = String(second.headers['set-cookie']).split(';')[0] ?? ''
  later(6)
  await send('POST', '/session/confirmation', { password: goodPassword })
  expect((await send('GET', '/vault')).status).toBe(200)
  expect((await world.anonymous('GET', '/vault', undefined, { cookie })).status).toBe(403)
})

test('a wrong password confirms nothing, and guessing is slowed down as at the sign-in', async () => {
  const { send, later } = await openVault()
  later(6)
  const guesses = []
  for (let tries = 0; tries < 8; tries += 1)
    guesses.push(await send('POST', '/session/confirmation', { password: `guess number ${tries}` }))
  expect(guesses[0]).toMatchObject({ status: 422, body: { code: 'base.wrong-password' } })
  expect(guesses.at(-1)).toMatchObject({ status: 429, body: { code: 'base.too-many-tries' } })
  expect((await send('POST', '/session/confirmation', { password: goodPassword })).status).toBe(429)
  expect((await send('GET', '/vault')).status).toBe(403)
})

test('neither a key of another system nor a stranger gets in', async () => {
  const { world, send } = await openVault()
  const { body } = await send('POST', '/api-keys', {
    name: 'ERP',
    permissions: ['vault.look', 'base.read-audit'],
    expiresInDays: 9,
  })
  const authorization = `Bearer ${body.secret}`
  expect((await world.anonymous('GET', '/audit', undefined, { authorization })).status).toBe(200)
  expect((await world.anonymous('GET', '/vault/keys', undefined, { authorization })).status).toBe(403)
  expect((await world.anonymous('GET', '/vault')).status).toBe(401)
  expect((await world.anonymous('POST', '/session/confirmation', { password: goodPassword })).status).toBe(401)
})
