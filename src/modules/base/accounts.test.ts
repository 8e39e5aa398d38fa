import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { openWorld, type Send, type World } from '#test/world'
import { audits, enrolled, firstAdministrator, openBase, roleId, withCookie } from './base-for-tests.ts'
import { updateAccount } from './service/accounts.ts'

let world: World
let send: Send
let cookie: string
beforeAll(async () => {
  world = await openBase()
  ;({ send, cookie } = await firstAdministrator(world))
})

const unique = () => `p-${randomUUID().slice(0, 8)}`
const make = async (roles: { roleId: string; unitId?: string }[] = []) =>
  (await send('POST', '/accounts', { login: unique(), name: 'Somebody', roles })).body.account

test('an account is made without a password, found by its name, and told of in the audit', async () => {
  const hr = await roleId(send, 'hr')
  const made = await send('POST', '/accounts', { login: ' Wang.Fang ', name: '王芳', roles: [{ roleId: hr }] })
  expect(made.body).toMatchObject({
    account: {
      login: 'wang.fang',
      name: '王芳',
      hasPassword: false,
      isDisabled: false,
      roles: [{ roleId: hr, unitId: null }],
    },
    invitation: { path: expect.stringMatching(/^\/welcome\/[\w-]{43}$/), expiresAt: '2026-03-07T02:00:00.000Z' },
  })
  const list = async (query: string) => (await send('GET', `/accounts?${query}`)).body
  expect(await list(`search=${encodeURIComponent('王')}`)).toMatchObject({ total: 1, rows: [{ login: 'wang.fang' }] })
  expect(await list(`roleId=${hr}&state=invited`)).toMatchObject({ total: 1 })
  expect(await list(`roleId=${hr}&state=active`)).toMatchObject({ total: 0, rows: [] })
  expect(await list('search=%25')).toMatchObject({ total: 0 })
  const all = await list('limit=1')
  expect(all.rows).toHaveLength(1)
  expect((await list('limit=1&offset=999')).total).toBe(all.total)
  expect(await audits(world)).toContain('base.create-account')
})

test('a login is taken once, in this company only', async () => {
  const login = unique()
  expect((await send('POST', '/accounts', { login, name: 'A', roles: [] })).status).toBe(200)
  const again = await send('POST', '/accounts', { login: login.toUpperCase(), name: 'B', roles: [] })
  expect(again).toMatchObject({ status: 409, body: { code: 'base.login-taken', login } })
  const elsewhere = await firstAdministrator(world, await world.anotherTenant())
  expect((await elsewhere.send('POST', '/accounts', { login, name: 'C', roles: [] })).status).toBe(200)
})

test('an account is changed once per version', async () => {
  const account = await make()
  const change = (version: number, body: object) => send('PATCH', `/accounts/${account.id}`, { version, ...body })
  expect((await change(1, { name: 'Renamed' })).body).toMatchObject({ name: 'Renamed', version: 2 })
  expect(await change(1, { name: 'Late' })).toMatchObject({
    status: 409,
    body: { code: 'base.changed-meanwhile', current: 2 },
  })
  expect((await change(2, { roles: [{ roleId: randomUUID() }] })).status).toBe(404)
  expect((await change(2, { login: 'other' })).body.code).toBe('base.bad-input')
})

test.each([
  ['is disabled', { isDisabled: true }, 401],
  ['gets another role', { roles: [] }, 401],
  ['is renamed', { name: 'Other' }, 200],
])('when an account %s its open session answers at once accordingly', async (_name, change, status) => {
  const clerk = await enrolled(world, send, { login: unique(), roles: [{ roleId: await roleId(send, 'employee') }] })
  const { rows } = (await send('GET', '/accounts?limit=500')).body
  const { version } = rows.find((row: { id: string }) => row.id === clerk.id)
  expect((await clerk.send('GET', '/sessions')).status).toBe(200)
  expect((await send('PATCH', `/accounts/${clerk.id}`, { version, ...change })).status).toBe(200)
  expect((await clerk.send('GET', '/sessions')).status).toBe(status)
})

test('a role taken today is gone today; the past is kept when it began earlier', async () => {
  const hr = await roleId(send, 'hr')
  const account = await make([{ roleId: hr }])
  const taken = await send('PATCH', `/accounts/${account.id}`, { version: 1, roles: [] })
  expect(taken.body.roles).toEqual([])
  const back = await send('PATCH', `/accounts/${account.id}`, { version: 2, roles: [{ roleId: hr }] })
  expect(back.body.roles).toEqual([{ roleId: hr, unitId: null }])
  await world.within((ctx) =>
    ctx.db.updateTable('account_role').set({ valid_from: '2026-01-01' }).where('account_id', '=', account.id).execute(),
  )
  await send('PATCH', `/accounts/${account.id}`, { version: 3, roles: [] })
  const rows = await world.within((ctx) =>
    ctx.db
      .selectFrom('account_role')
      .select(['valid_from', 'valid_until'])
      .where('account_id', '=', account.id)
      .execute(),
  )
  expect(rows).toEqual([{ valid_from: '2026-01-01', valid_until: '2026-03-04' }])
})

test('nobody changes the roles of their own account, disables it or ties it to another person', async () => {
  const me = (await send('GET', '/session')).body.account.id
  const { version } = (await send('GET', '/accounts?search=boss')).body.rows[0]
  for (const change of [{ roles: [] }, { isDisabled: true }, { personId: randomUUID() }, { roles: [], name: 'x' }]) {
    const answer = await send('PATCH', `/accounts/${me}`, { version, ...change })
    expect(answer).toMatchObject({ status: 403, body: { code: 'base.own-account' } })
  }
  expect((await send('PATCH', `/accounts/${me}`, { version, name: 'The Boss' })).status).toBe(200)
})

test('the last administrator who can sign in stays', async () => {
  const tenantId = await world.anotherTenant()
  const boss = await firstAdministrator(world, tenantId)
  const administrator = await roleId(boss.send, 'administrator')
  const invited = (
    await boss.send('POST', '/accounts', { login: 'second', name: 'S', roles: [{ roleId: administrator }] })
  ).body.account
  const bossId = (await boss.send('GET', '/session')).body.account.id
  // the system may do anything but leave a company without an administrator: `invited` has no password yet
  for (const change of [{ roles: [] }, { isDisabled: true }]) {
    const done = world.within((ctx) => updateAccount(ctx, { accountId: bossId, version: 1, ...change }), tenantId)
    await expect(done).rejects.toMatchObject({ code: 'base.last-administrator' })
  }
  expect((await boss.send('GET', '/sessions')).status).toBe(200)
  expect(invited.hasPassword).toBe(false)
})

test('two administrators who demote each other at once: one stays', async () => {
  const tenantId = await world.anotherTenant()
  const one = await firstAdministrator(world, tenantId)
  const two = await enrolled(world, one.send, {
    login: 'two',
    roles: [{ roleId: await roleId(one.send, 'administrator') }],
  })
  const oneId = (await one.send('GET', '/session')).body.account.id
  const versions = new Map(
    (await one.send('GET', '/accounts')).body.rows.map((row: { id: string; version: number }) => [row.id, row.version]),
  )
  const answers = await Promise.all([
    one.send('PATCH', `/accounts/${two.id}`, { version: versions.get(two.id), roles: [] }),
    two.send('PATCH', `/accounts/${oneId}`, { version: versions.get(oneId), roles: [] }),
  ])
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
})

test('who manages accounts gives only what they may do, and does not touch who may do more', async () => {
  const keeper = await world.member({ may: { 'base.manage-accounts': 'tenant', 'base.share-views': 'tenant' } })
  const roles = Object.fromEntries(
    await Promise.all(['hr', 'auditor', 'administrator'].map(async (key) => [key, await roleId(send, key)])),
  )
  const give = (key: string) =>
    keeper.send('POST', '/accounts', { login: unique(), name: 'N', roles: [{ roleId: roles[key] }] })
  expect(await give('auditor')).toMatchObject({
    status: 403,
    body: { code: 'base.not-yours-to-give', permission: 'base.read-audit' },
  })
  expect((await give('administrator')).body).toMatchObject({
    code: 'base.not-yours-to-give',
    permission: 'base.administer',
  })
  expect((await give('hr')).status).toBe(200)
  const boss = (await send('GET', '/session')).body.account.id
  const { version } = (await send('GET', '/accounts?search=boss')).body.rows[0]
  const tries = [
    await keeper.send('POST', `/accounts/${boss}/invitation`, {}),
    await keeper.send('PATCH', `/accounts/${boss}`, { version, isDisabled: true }),
    await keeper.send('PATCH', `/accounts/${boss}`, { version, name: 'Pwned' }),
  ]
  for (const answer of tries) expect(answer).toMatchObject({ status: 403, body: { code: 'base.above-you' } })
  expect((await withCookie(world, cookie)('GET', '/session')).body.account.name).toBe('The Boss')
  const shown = (await keeper.send('GET', '/roles')).body as { key: string; mayGive: boolean; mayChange: boolean }[]
  expect(shown.filter((role) => role.mayGive).map((role) => role.key)).toEqual(
    expect.arrayContaining(['employee', 'hr']),
  )
  expect(shown.find((role) => role.key === 'administrator')).toMatchObject({ mayGive: false, mayChange: false })
})

test('a person who leads others is tied to an account only by who may give a manager’s rights', async () => {
  const reports = randomUUID()
  const { scopes } = world.house
  const leads: typeof scopes = {
    ...scopes,
    reportsOf: async () => [reports],
    knows: async (_db, what) => what === 'person',
  }
  const house = world.house as { scopes: typeof scopes }
  house.scopes = leads
  try {
    await world.within(async (ctx) => {
      const role = await ctx.db.selectFrom('role').select('id').where('key', '=', 'manager').executeTakeFirstOrThrow()
      await ctx.db
        .insertInto('role_grant')
        .values({ tenant_id: ctx.tenantId, role_id: role.id, permission: 'base.read-audit', scope: 'reports' })
        .execute()
    })
    const keeper = await world.member({ may: { 'base.manage-accounts': 'tenant' } })
    const body = { login: unique(), name: 'N', personId: randomUUID(), roles: [] }
    expect((await keeper.send('POST', '/accounts', body)).body.code).toBe('base.not-yours-to-give')
    expect((await send('POST', '/accounts', body)).status).toBe(200)
    const unknownUnit = {
      ...body,
      personId: null,
      login: unique(),
      roles: [{ roleId: await roleId(send, 'hr'), unitId: randomUUID() }],
    }
    expect((await send('POST', '/accounts', unknownUnit)).status).toBe(404)
  } finally {
    house.scopes = scopes
  }
})

test('other companies, and those without the permission, have no way to an account', async () => {
  const account = await make()
  const foreign = await firstAdministrator(world, await world.anotherTenant())
  const { send: none } = await world.member({})
  const calls: Parameters<Send>[] = [
    ['PATCH', `/accounts/${account.id}`, { version: 1, name: 'x' }],
    ['POST', `/accounts/${account.id}/invitation`, {}],
  ]
  for (const call of calls) {
    expect((await foreign.send(...call)).status).toBe(404)
    expect((await none(...call)).status).toBe(403)
    expect((await world.anonymous(...call)).status).toBe(401)
  }
  expect((await none('GET', '/accounts')).status).toBe(403)
  const theirs = (await foreign.send('GET', '/accounts?limit=500')).body.rows.map((row: { id: string }) => row.id)
  expect(theirs).not.toContain(account.id)
  const cross = await foreign.send('POST', '/accounts', {
    login: 'x1',
    name: 'X',
    roles: [{ roleId: await roleId(send, 'hr') }],
  })
  expect(cross.status).toBe(404)
})

test('an account is tied only to a person of the company, a role only to one of its units', async () => {
  const whole = await openWorld({ keep: (close) => onTestFinished(close) })
  const boss = await firstAdministrator(whole)
  const hr = await roleId(boss.send, 'hr')
  const body = { name: 'N', personId: null as string | null, roles: [] as object[] }
  const add = (login: string, more: object) => boss.send('POST', '/accounts', { ...body, login, ...more })
  const person = await whole.within(async (ctx) => {
    const id = ctx.newId()
    await ctx.db
      .insertInto('person')
      .values({ tenant_id: ctx.tenantId, id, number: 'P1', name: 'Li', created_at: ctx.now })
      .execute()
    return id
  })
  expect((await add('stranger', { personId: randomUUID() })).body).toMatchObject({
    code: 'base.not-found',
    what: 'person',
  })
  expect((await add('li.min', { personId: person })).body.account).toMatchObject({ personId: person })
  expect((await add('far', { roles: [{ roleId: hr, unitId: randomUUID() }] })).body).toMatchObject({ what: 'unit' })
  const foreign = await firstAdministrator(whole, await whole.anotherTenant())
  const theirs = await foreign.send('POST', '/accounts', { ...body, login: 'thief', personId: person })
  expect(theirs).toMatchObject({ status: 404, body: { what: 'person' } })
})
