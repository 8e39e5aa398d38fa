import { afterAll, onTestFinished } from 'vitest'
import type { BoundModule } from '#kernel/bind'
import { openWorld, type Answer, type Send, type World } from '#test/world'
import { server } from './server.ts'
import { makeSetupLink } from './service/invite.ts'

export const goodPassword = 'seven lanterns on the quay'

/** A house of base alone (and what a test adds), shared by the tests of a file. */
export async function openBase({
  modules = [],
  ends = 'file',
}: { modules?: BoundModule[]; ends?: 'file' | 'test' } = {}) {
  const keep = ends === 'file' ? (close: () => Promise<void>) => afterAll(close) : onTestFinished
  return openWorld({ modules: [server, ...modules], keep })
}

export function tokenOf(path: string): string {
  return path.slice('/welcome/'.length)
}

/** The session cookie an answer set, as it is sent back. */
export function cookieOf(answer: Answer): string {
  const set = answer.headers['set-cookie']
  const [cookie = ''] = (Array.isArray(set) ? set : [set]).map(String)
  return cookie.split(';')[0] ?? ''
}

export function withCookie(world: World, cookie: string): Send {
  return (method, path, body, headers = {}) => world.anonymous(method, path, body, { cookie, ...headers })
}

/** Makes the first administrator by the set-up link, and how to send as them. */
export async function firstAdministrator(
  world: World,
  tenantId = world.tenantId,
): Promise<{ send: Send; cookie: string }> {
  const token = tokenOf(await makeSetupLink(world.house, tenantId))
  const answer = await world.anonymous('POST', `/invitations/${token}`, {
    login: 'boss',
    name: 'The Boss',
    password: goodPassword,
  })
  if (answer.status !== 204) throw new Error(JSON.stringify(answer.body))
  const cookie = cookieOf(answer)
  return { cookie, send: withCookie(world, cookie) }
}

export async function roleId(send: Send, key: string): Promise<string> {
  const { body } = await send('GET', '/roles')
  return (body as { id: string; key: string }[]).find((role) => role.key === key)?.id ?? ''
}

/** Makes an account with roles by its invitation; returns its id and cookie. */
export async function enrolled(
  world: World,
  send: Send,
  { login, roles = [] }: { login: string; roles?: { roleId: string; unitId?: string | null }[] },
): Promise<{ id: string; cookie: string; send: Send }> {
  const made = await send('POST', '/accounts', { login, name: login, roles })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  const path = (made.body as { invitation: { path: string } }).invitation.path
  const taken = await world.anonymous('POST', `/invitations/${tokenOf(path)}`, { password: goodPassword })
  if (taken.status !== 204) throw new Error(JSON.stringify(taken.body))
  const cookie = cookieOf(taken)
  return { id: made.body.account.id, cookie, send: withCookie(world, cookie) }
}

export async function audits(world: World): Promise<string[]> {
  const rows = await world.within((ctx) => ctx.db.selectFrom('audit_row').select('action').orderBy('id').execute())
  return rows.map((row) => row.action)
}
