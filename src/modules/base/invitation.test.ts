import { expect, test } from 'vitest'
import {
  audits,
  cookieOf,
  enrolled,
  firstAdministrator,
  goodPassword,
  openBase,
  tokenOf,
  withCookie,
} from './base-for-tests.ts'
import { inviteLogin, makeSetupLink } from './index.ts'

const boss = { login: 'Boss', name: 'The Boss', password: goodPassword }

test('the set-up link makes one administrator, once, and signs in', async () => {
  const world = await openBase({ ends: 'test' })
  const token = tokenOf(await makeSetupLink(world.house, world.tenantId))
  expect((await world.anonymous('GET', `/invitations/${token}`)).body).toEqual({
    kind: 'company',
    company: 'Acme',
    login: null,
    name: null,
    minPasswordLength: 12,
    expiresAt: '2026-03-04T02:30:00.000Z',
  })
  const take = (body: object) => world.anonymous('POST', `/invitations/${token}`, body)
  expect((await take({ password: goodPassword })).body).toMatchObject({
    code: 'base.bad-input',
    faults: [{ path: 'login' }, { path: 'name' }],
  })
  expect((await take({ ...boss, password: 'too short' })).body.code).toBe('base.password-too-short')
  expect((await take({ ...boss, password: 'Boss@2026Boss' })).body.code).toBe('base.password-too-common')
  const taken = await take({ ...boss, companyName: 'Lantern Trading' })
  expect(taken.status).toBe(204)
  const { body } = await withCookie(world, cookieOf(taken))('GET', '/session')
  expect(body).toMatchObject({ account: { login: 'boss' }, tenant: { name: 'Lantern Trading' } })
  expect(body.permissions['base.administer']).toBe('all')
  expect((await take(boss)).body.code).toBe('base.invitation-over')
  expect((await world.anonymous('GET', `/invitations/${token}`)).status).toBe(404)
  expect((await audits(world)).sort()).toEqual(['base.accept-invitation', 'base.create-tenant', 'base.make-setup-link'])
})

test('two who take the same link at once: one gets in', async () => {
  const world = await openBase({ ends: 'test' })
  const token = tokenOf(await makeSetupLink(world.house, world.tenantId))
  const both = await Promise.all(
    ['one', 'two'].map((login) => world.anonymous('POST', `/invitations/${token}`, { ...boss, login })),
  )
  expect(both.map((answer) => answer.status).sort()).toEqual([204, 404])
  const { count } = await world.within((ctx) =>
    ctx.db
      .selectFrom('account')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  )
  expect(count).toBe(1)
})

test('a link dies after 30 minutes, when a newer one is made, and when there is an administrator', async () => {
  const world = await openBase({ ends: 'test' })
  const first = tokenOf(await makeSetupLink(world.house, world.tenantId))
  const second = tokenOf(await makeSetupLink(world.house, world.tenantId))
  expect((await world.anonymous('GET', `/invitations/${first}`)).body.code).toBe('base.invitation-over')
  world.time.now = new Date(world.time.now.getTime() + 30 * 60_000)
  expect((await world.anonymous('POST', `/invitations/${second}`, boss)).body.code).toBe('base.invitation-over')
  await firstAdministrator(world)
  const third = tokenOf(await makeSetupLink(world.house, world.tenantId))
  expect((await world.anonymous('GET', `/invitations/${third}`)).status).toBe(404)
  expect((await world.anonymous('POST', `/invitations/${third}`, boss)).status).toBe(404)
})

test('a token is bound to its account: a login in the answer does not move it, and only its hash is stored', async () => {
  const world = await openBase({ ends: 'test' })
  const { send } = await firstAdministrator(world)
  const made = await send('POST', '/accounts', { login: 'clerk', name: 'Clerk', roles: [] })
  const token = tokenOf(made.body.invitation.path)
  expect((await world.anonymous('GET', `/invitations/${token}`)).body).toMatchObject({
    kind: 'account',
    login: 'clerk',
  })
  const stored = await world.within((ctx) => ctx.db.selectFrom('invitation').selectAll().execute())
  expect(JSON.stringify(stored)).not.toContain(token)
  const swapped = { login: 'boss', name: 'Me', companyName: 'Mine now', password: 'another quiet sentence' }
  const taken = await world.anonymous('POST', `/invitations/${token}`, swapped)
  expect((await withCookie(world, cookieOf(taken))('GET', '/session')).body).toMatchObject({
    account: { login: 'clerk', name: 'Clerk' },
    tenant: { name: 'Acme' },
  })
  const again = await world.anonymous('POST', `/invitations/${token}`, { password: 'a third quiet sentence' })
  expect(again.body.code).toBe('base.invitation-over')
  expect((await world.anonymous('POST', '/session', { login: 'boss', password: swapped.password })).status).toBe(401)
  expect((await world.anonymous('POST', '/session', { login: 'boss', password: goodPassword })).status).toBe(200)
})

test('a reset ends every session of the account; the link from the command line lives 30 minutes', async () => {
  const world = await openBase({ ends: 'test' })
  const { send } = await firstAdministrator(world)
  const clerk = await enrolled(world, send, { login: 'clerk' })
  const path = await world.within((ctx) => inviteLogin(ctx, 'CLERK '))
  expect((await clerk.send('GET', '/sessions')).status).toBe(200)
  const taken = await world.anonymous('POST', `/invitations/${tokenOf(path)}`, { password: 'another quiet sentence' })
  expect(taken.status).toBe(204)
  expect((await clerk.send('GET', '/sessions')).status).toBe(401)
  await expect(world.within((ctx) => inviteLogin(ctx, 'ghost'))).rejects.toThrow('ghost')
})

test('a disabled account has no way in by its link', async () => {
  const world = await openBase({ ends: 'test' })
  const { send } = await firstAdministrator(world)
  const { body } = await send('POST', '/accounts', { login: 'clerk', name: 'Clerk', roles: [] })
  await send('PATCH', `/accounts/${body.account.id}`, { version: 1, isDisabled: true })
  const answer = await world.anonymous('POST', `/invitations/${tokenOf(body.invitation.path)}`, {
    password: goodPassword,
  })
  expect(answer.body.code).toBe('base.invitation-over')
  expect((await send('POST', `/accounts/${body.account.id}/invitation`, {})).status).toBe(404)
})

test.each(['x'.repeat(43), 'short', `${'x'.repeat(42)}%00`])('a made-up token %s opens nothing', async (token) => {
  const world = await openBase({ ends: 'test' })
  expect([400, 404]).toContain((await world.anonymous('GET', `/invitations/${token}`)).status)
})
