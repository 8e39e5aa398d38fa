import { beforeAll, expect, test } from 'vitest'
import type { Send, World } from '#test/world'
import { audits, enrolled, firstAdministrator, openBase, roleId } from './base-for-tests.ts'

let world: World
let send: Send
beforeAll(async () => {
  world = await openBase()
  ;({ send } = await firstAdministrator(world))
})

const make = (by: Send, permissions: string[], more = {}) =>
  by('POST', '/api-keys', { name: 'ERP', permissions, expiresInDays: 30, ...more })
const asKey =
  (secret: string): Send =>
  (method, path, body) =>
    world.anonymous(method, path, body, { authorization: `Bearer ${secret}` })

test('a key does what it was given, is shown once, and can be revoked', async () => {
  const made = await make(send, ['base.read-audit', 'base.read-audit'])
  const { secret, key } = made.body
  expect(secret).toMatch(/^rk_[0-9a-f]{32}_[\w-]{43}$/)
  expect(key).toMatchObject({
    name: 'ERP',
    permissions: ['base.read-audit'],
    createdBy: 'The Boss',
    expiresAt: '2026-04-03T02:00:00.000Z',
  })
  const use = asKey(secret)
  expect((await use('GET', '/audit')).status).toBe(200)
  expect((await use('GET', '/accounts')).status).toBe(403)
  for (const path of ['/notifications', '/sessions', '/live']) expect((await use('GET', path)).status).toBe(403)
  const list = await send('GET', '/api-keys')
  expect(JSON.stringify(list.body)).not.toContain(secret.slice(-43))
  const stored = await world.within((ctx) => ctx.db.selectFrom('api_key').selectAll().execute())
  expect(JSON.stringify(stored)).not.toContain(secret.slice(-43))
  expect((await send('DELETE', `/api-keys/${key.id}`)).status).toBe(204)
  expect((await use('GET', '/audit')).status).toBe(401)
  expect((await send('DELETE', `/api-keys/${key.id}`)).status).toBe(404)
  expect(await audits(world)).toEqual(expect.arrayContaining(['base.create-api-key', 'base.revoke-api-key']))
})

test('half a key, another’s secret and an expired key open nothing, even beside a good cookie', async () => {
  const [one, two] = [(await make(send, ['base.read-audit'])).body, (await make(send, ['base.read-audit'])).body]
  const mixed = `${one.secret.slice(0, 36)}${two.secret.slice(36)}`
  for (const secret of [mixed, one.secret.slice(0, -1), `${one.secret}x`, 'rk_', ''])
    expect((await asKey(secret)('GET', '/audit')).status).toBe(401)
  expect((await send('GET', '/audit', undefined, { authorization: 'Bearer nonsense' })).status).toBe(401)
  await world.within((ctx) =>
    ctx.db.updateTable('api_key').set({ expires_at: ctx.now }).where('id', '=', one.key.id).execute(),
  )
  expect((await asKey(one.secret)('GET', '/audit')).status).toBe(401)
  expect((await asKey(two.secret)('GET', '/audit')).status).toBe(200)
})

test('a key carries only what its maker may do everywhere, and never the keys to the house', async () => {
  expect((await make(send, ['base.administer'])).body).toMatchObject({ code: 'base.not-for-keys' })
  expect((await make(send, ['base.manage-accounts'])).body.code).toBe('base.not-for-keys')
  expect((await make(send, ['base.fly'])).body.code).toBe('base.no-such-permission')
  const narrow = await world.member({ may: { 'base.administer': 'tenant', 'base.read-audit': 'self' } })
  expect((await make(narrow.send, ['base.read-audit'])).body.code).toBe('base.not-yours-to-give')
  expect((await make(send, [])).status).toBe(400)
  expect((await make(send, ['base.read-audit'], { expiresInDays: 731 })).status).toBe(400)
  const none = await world.member({ may: { 'base.manage-accounts': 'tenant' } })
  expect((await make(none.send, ['base.read-audit'])).status).toBe(403)
  expect((await none.send('GET', '/api-keys')).status).toBe(403)
})

test('when its maker is disabled a key ends with the sessions, and the page had said so', async () => {
  const second = await enrolled(world, send, {
    login: 'second',
    roles: [{ roleId: await roleId(send, 'administrator') }],
  })
  const { secret } = (await make(second.send, ['base.read-audit'])).body
  const row = async () => (await send('GET', '/accounts?search=second')).body.rows[0]
  expect(await row()).toMatchObject({ liveKeys: 1, isDisabled: false })
  expect((await asKey(secret)('GET', '/audit')).status).toBe(200)
  await send('PATCH', `/accounts/${second.id}`, { version: (await row()).version, isDisabled: true })
  expect((await asKey(secret)('GET', '/audit')).status).toBe(401)
  expect(await row()).toMatchObject({ liveKeys: 0, isDisabled: true })
})

test('a key of another company is not found and sees nothing of ours', async () => {
  const { key } = (await make(send, ['base.read-audit'])).body
  const foreign = await firstAdministrator(world, await world.anotherTenant())
  expect((await foreign.send('DELETE', `/api-keys/${key.id}`)).status).toBe(404)
  const { secret } = (await make(foreign.send, ['base.read-audit'])).body
  const rows = (await asKey(secret)('GET', '/audit?limit=500')).body.rows as { target: string }[]
  expect(rows.some((row) => row.target.includes(key.id))).toBe(false)
})
