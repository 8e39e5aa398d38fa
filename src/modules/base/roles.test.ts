import { beforeAll, expect, test } from 'vitest'
import type { Send, World } from '#test/world'
import { audits, enrolled, firstAdministrator, openBase, roleId } from './base-for-tests.ts'
import type { Role } from './contract.ts'

let world: World
let send: Send
beforeAll(async () => {
  world = await openBase()
  ;({ send } = await firstAdministrator(world))
})

const audit = { permission: 'base.read-audit', scope: 'tenant', effect: 'allow' }

test('preset roles are there with the grants the modules declare', async () => {
  const roles: Role[] = (await send('GET', '/roles')).body
  expect(roles.map((role) => role.key).sort()).toEqual([
    'administrator',
    'auditor',
    'employee',
    'finance',
    'hr',
    'manager',
  ])
  expect(roles.find((role) => role.key === 'auditor')).toMatchObject({
    isPreset: true,
    name: null,
    grants: [audit],
    mayChange: true,
  })
  expect(roles.find((role) => role.key === 'administrator')).toMatchObject({ holders: 1, mayChange: false })
  const catalogue = (await send('GET', '/permissions')).body
  expect(catalogue[0]).toMatchObject({
    module: 'base',
    isOn: true,
    permissions: expect.arrayContaining([audit.permission]),
  })
})

test('a changed grant counts with the next request of whoever holds the role, in the same session', async () => {
  const role: Role = (await send('POST', '/roles', { name: 'Checker' })).body
  const clerk = await enrolled(world, send, { login: 'checker', roles: [{ roleId: role.id }] })
  expect((await clerk.send('GET', '/audit')).status).toBe(403)
  const change = (version: number, grants: object[]) => send('PATCH', `/roles/${role.id}`, { version, grants })
  expect((await change(1, [audit, { ...audit }])).body).toMatchObject({ version: 2, holders: 1, grants: [audit] })
  expect((await clerk.send('GET', '/audit')).status).toBe(200)
  expect((await change(2, [audit, { permission: 'base.read-audit', scope: 'self', effect: 'deny' }])).status).toBe(200)
  expect((await clerk.send('GET', '/audit')).status).toBe(403)
  expect((await change(2, [])).body.code).toBe('base.changed-meanwhile')
  expect((await change(3, [{ permission: 'base.fly', scope: 'tenant' }])).body).toMatchObject({
    code: 'base.no-such-permission',
    permission: 'base.fly',
  })
  expect((await change(3, [{ permission: 'base.read-audit', scope: 'galaxy' }])).status).toBe(400)
  expect(await audits(world)).toEqual(expect.arrayContaining(['base.create-role', 'base.update-role']))
})

test('preset roles keep their names; a role somebody holds is not deleted; one nobody holds is', async () => {
  const hr = await roleId(send, 'hr')
  expect((await send('PATCH', `/roles/${hr}`, { version: 1, name: 'X' })).body.code).toBe('base.preset-role')
  expect((await send('DELETE', `/roles/${hr}`)).body.code).toBe('base.preset-role')
  const role: Role = (await send('POST', '/roles', { name: 'Held', grants: [audit] })).body
  const clerk = await enrolled(world, send, { login: 'holder', roles: [{ roleId: role.id }] })
  expect((await send('DELETE', `/roles/${role.id}`)).body).toMatchObject({ code: 'base.role-held', holders: 1 })
  await send('PATCH', `/accounts/${clerk.id}`, { version: 2, roles: [] })
  expect((await send('DELETE', `/roles/${role.id}`)).status).toBe(204)
  expect((await send('DELETE', `/roles/${role.id}`)).status).toBe(404)
})

test('nobody changes a role they hold themselves', async () => {
  const own = await roleId(send, 'administrator')
  const answer = await send('PATCH', `/roles/${own}`, { version: 1, grants: [audit] })
  expect(answer).toMatchObject({ status: 403, body: { code: 'base.own-role' } })
})

test('an administrator of a part changes no role; a role of another company is not found', async () => {
  const hr = await roleId(send, 'hr')
  const calls: Parameters<Send>[] = [
    ['POST', '/roles', { name: 'Mine', grants: [] }],
    ['PATCH', `/roles/${hr}`, { version: 1, grants: [] }],
    ['DELETE', `/roles/${hr}`],
  ]
  const part = await world.member({ may: { 'base.administer': 'self' } })
  const keeper = await world.member({ may: { 'base.manage-accounts': 'tenant' } })
  for (const call of calls) {
    expect((await part.send(...call)).status).toBe(403)
    expect((await keeper.send(...call)).status).toBe(403)
  }
  const foreign = await firstAdministrator(world, await world.anotherTenant())
  for (const call of calls.slice(1)) expect((await foreign.send(...call)).status).toBe(404)
})
