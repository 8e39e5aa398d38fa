import { expect, test } from 'vitest'
import { secretHash } from '#kernel/credentials'
import { openWorld } from '#test/world'
import { audits, cookieOf, firstAdministrator, goodPassword, openBase, withCookie } from './base-for-tests.ts'
import { addressBlock } from './service/brakes.ts'
import { demoPassword } from './contract.ts'
import { server } from './server.ts'
import { createTenant, makeSetupLink, offerDemoAccounts } from './index.ts'

const right = { login: 'boss', password: goodPassword }

test('the right password opens a session in an opaque cookie; the secret is new each time and stored nowhere', async () => {
  const world = await openBase({ ends: 'test' })
  const { cookie: first } = await firstAdministrator(world)
  const answer = await world.anonymous('POST', '/session', { ...right, login: ' BOSS ' })
  expect(answer).toMatchObject({ status: 200, body: { mustChangePassword: false } })
  const cookie = cookieOf(answer)
  expect(String(answer.headers['set-cookie'])).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(cookie).not.toBe(first)
  const secret = cookie.slice('sid='.length)
  const stored = await world.within((ctx) => ctx.db.selectFrom('session').selectAll().execute())
  expect(JSON.stringify(stored)).not.toContain(secret)
  expect(stored.some((row) => row.token_hash.equals(secretHash(secret)))).toBe(true)
  const send = withCookie(world, cookie)
  expect((await send('GET', '/session')).body).toMatchObject({
    account: { login: 'boss', name: 'The Boss' },
    permissions: { 'base.administer': 'all' },
    needsCompany: false,
  })
  expect(await audits(world)).toContain('base.sign-in')
})

test('signing in from a session ends that session', async () => {
  const world = await openBase({ ends: 'test' })
  const { cookie } = await firstAdministrator(world)
  const again = await withCookie(world, cookie)('POST', '/session', right)
  expect(again.status).toBe(200)
  expect((await withCookie(world, cookie)('GET', '/sessions')).status).toBe(401)
  expect((await withCookie(world, cookieOf(again))('GET', '/sessions')).body).toHaveLength(1)
})

test('a wrong password, an unknown login, an unknown company and a disabled account look alike', async () => {
  const world = await openBase({ ends: 'test' })
  await firstAdministrator(world)
  const wrong = await world.anonymous('POST', '/session', { ...right, password: 'not this one' })
  expect(wrong).toMatchObject({
    status: 401,
    body: { code: 'base.wrong-sign-in', detail: 'The login or the password is wrong.' },
  })
  const bodies = [
    await world.anonymous('POST', '/session', { ...right, login: 'nobody' }),
    await world.anonymous('POST', '/session', { ...right, company: 'no-such' }),
  ]
  await world.within((ctx) => ctx.db.updateTable('account').set({ is_disabled: true }).execute())
  bodies.push(await world.anonymous('POST', '/session', right))
  for (const answer of bodies) expect([answer.status, answer.body]).toEqual([wrong.status, wrong.body])
  expect(wrong.headers['set-cookie']).toBeUndefined()
})

test('an unknown login takes about as much work as a known one', async () => {
  const world = await openBase({ ends: 'test' })
  await firstAdministrator(world)
  // work, not time: what else runs on the machine does not count
  const work = async (login: string, round: number) => {
    const before = process.cpuUsage()
    await world.anonymous('POST', '/session', { login, password: `wrong ${round}` })
    const spent = process.cpuUsage(before)
    return spent.user + spent.system
  }
  const rounds: { known: number; unknown: number }[] = []
  for (let round = 0; round < 4; round += 1)
    rounds.push({ known: await work('boss', round), unknown: await work('nobody', round) })
  const known = Math.min(...rounds.map((round) => round.known))
  const unknown = Math.min(...rounds.map((round) => round.unknown))
  expect(unknown).toBeGreaterThan(known * 0.4)
  expect(unknown).toBeLessThan(known * 2.5)
})

test('guessing is slowed down more and more, for logins nobody has too, and even the right password has to wait', async () => {
  const world = await openBase({ ends: 'test' })
  await firstAdministrator(world)
  for (const login of ['boss', 'nobody']) {
    const guess = () => world.anonymous('POST', '/session', { login, password: 'wrong' })
    for (let round = 0; round < 6; round += 1) expect((await guess()).status).toBe(401)
    expect(await guess()).toMatchObject({ status: 429, body: { code: 'base.too-many-tries', retryAfterSeconds: 1 } })
  }
  expect((await world.anonymous('POST', '/session', right)).status).toBe(429)
  world.time.now = new Date(world.time.now.getTime() + 1000)
  expect((await world.anonymous('POST', '/session', { ...right, password: 'wrong' })).status).toBe(401)
  expect((await world.anonymous('POST', '/session', right)).body).toMatchObject({ retryAfterSeconds: 2 })
  world.time.now = new Date(world.time.now.getTime() + 2000)
  expect((await world.anonymous('POST', '/session', right)).status).toBe(200)
  expect((await world.anonymous('POST', '/session', { ...right, password: 'wrong' })).status).toBe(401)
})

test('many guesses at once are counted before they are tried', async () => {
  const world = await openBase({ ends: 'test' })
  await firstAdministrator(world)
  const guesses = await Promise.all(
    Array.from({ length: 20 }, () => world.anonymous('POST', '/session', { login: 'boss', password: 'wrong' })),
  )
  expect(guesses.filter((answer) => answer.status === 401)).toHaveLength(6)
  expect(guesses.filter((answer) => answer.status === 429)).toHaveLength(14)
})

test('a stranger who keeps guessing elsewhere does not keep the owner out of a place known for them', async () => {
  const world = await openBase({ ends: 'test' })
  await firstAdministrator(world) // from 127.0.0.1
  await world.within((ctx) =>
    ctx.db
      .updateTable('sign_in_failure')
      .set({ failures: 500, retry_after: new Date(ctx.now.getTime() + 30_000) })
      .execute(),
  )
  const strange = (address: string) =>
    world.http.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress: address,
      payload: { login: 'boss', password: 'x' },
    })
  for (let at = 1; at <= 21; at += 1) expect((await strange(`10.0.0.${at}`)).statusCode).toBe(401)
  expect((await strange('10.0.0.99')).statusCode).toBe(429)
  expect((await world.anonymous('POST', '/session', right)).status).toBe(200)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:7:a:b:c:d', '2001:db8:0:7'],
  ['2001:0db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('the customer behind %s is %s', (address, block) => {
  expect(addressBlock(address)).toBe(block)
})

test('a password hashed at a lower cost is hashed anew when its owner signs in', async () => {
  const world = await openBase({ ends: 'test' })
  await firstAdministrator(world)
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  await world.within((ctx) => ctx.db.updateTable('account').set({ password_hash: reference }).execute())
  expect((await world.anonymous('POST', '/session', { login: 'boss', password: 'password' })).status).toBe(200)
  const { password_hash } = await world.within((ctx) =>
    ctx.db.selectFrom('account').select('password_hash').executeTakeFirstOrThrow(),
  )
  expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect((await world.anonymous('POST', '/session', { login: 'boss', password: 'password' })).status).toBe(200)
})

test('a session ends after its idle time, and lives on while it is used; pages that ask on their own do not count', async () => {
  const world = await openBase({ ends: 'test' })
  const { cookie } = await firstAdministrator(world)
  const send = withCookie(world, cookie)
  const later = async (hours: number, headers?: Record<string, string>) => {
    world.time.now = new Date(world.time.now.getTime() + hours * 3_600_000)
    const { status } = await send('GET', '/sessions', undefined, headers)
    await new Promise((resolve) => setTimeout(resolve, 100)) // the touch runs after the answer
    return status
  }
  expect(await later(11)).toBe(200)
  expect(await later(11)).toBe(200)
  expect(await later(11, { 'x-background': '1' })).toBe(200)
  expect(await later(2)).toBe(401)
})

test('no use makes a session older than its end', async () => {
  const world = await openBase({ ends: 'test' })
  const { cookie } = await firstAdministrator(world)
  const send = withCookie(world, cookie)
  const statuses: number[] = []
  for (let hours = 0; hours < 180; hours += 10) {
    statuses.push((await send('GET', '/sessions')).status)
    await new Promise((resolve) => setTimeout(resolve, 30))
    world.time.now = new Date(world.time.now.getTime() + 10 * 3_600_000)
  }
  expect(statuses.indexOf(401)).toBe(17) // 170 h > 7 days = 168 h
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const world = await openBase({ ends: 'test' })
  const { send } = await firstAdministrator(world)
  const out = await send('DELETE', '/session')
  expect(out.status).toBe(204)
  expect(String(out.headers['set-cookie'])).toMatch(/^sid=;/)
  expect((await send('GET', '/sessions')).status).toBe(401)
  expect((await world.anonymous('DELETE', '/session')).status).toBe(204)
})

test('I see where I am signed in and end one of them; a session of somebody else is not found', async () => {
  const world = await openBase({ ends: 'test' })
  const { send } = await firstAdministrator(world)
  const other = withCookie(world, cookieOf(await world.anonymous('POST', '/session', right, { 'user-agent': 'Phone' })))
  const { body } = await send('GET', '/sessions')
  const theirs = body.find((session: { isThis: boolean }) => !session.isThis)
  expect(theirs).toMatchObject({ device: 'Phone', address: '127.0.0.1' })
  const { send: stranger } = await world.member({})
  expect((await stranger('DELETE', `/sessions/${theirs.id}`)).status).toBe(404)
  expect((await send('DELETE', `/sessions/${theirs.id}`)).status).toBe(204)
  expect((await other('GET', '/sessions')).status).toBe(401)
  expect((await send('GET', '/sessions')).body).toHaveLength(1)
})

test('a changed password ends every session but mine; the old password is dead', async () => {
  const world = await openBase({ ends: 'test' })
  const { send } = await firstAdministrator(world)
  const other = withCookie(world, cookieOf(await world.anonymous('POST', '/session', right)))
  const change = (body: object) => send('POST', '/session/password', body)
  const fresh = 'a heron stands in the reeds'
  expect(await change({ old: 'wrong', new: fresh })).toMatchObject({
    status: 422,
    body: { code: 'base.wrong-password' },
  })
  expect((await change({ old: goodPassword, new: 'short' })).body).toMatchObject({
    code: 'base.password-too-short',
    minLength: 12,
  })
  expect((await change({ old: goodPassword, new: 'AcmeAcme2026!' })).body.code).toBe('base.password-too-common')
  expect((await change({ old: goodPassword, new: goodPassword })).body.code).toBe('base.password-unchanged')
  expect((await change({ old: goodPassword, new: demoPassword })).body.code).toBe('base.password-too-common')
  expect((await change({ old: goodPassword, new: fresh })).status).toBe(204)
  expect((await other('GET', '/sessions')).status).toBe(401)
  expect((await send('GET', '/sessions')).status).toBe(200)
  expect((await world.anonymous('POST', '/session', right)).status).toBe(401)
  expect((await world.anonymous('POST', '/session', { ...right, password: fresh })).status).toBe(200)
  expect(await audits(world)).toContain('base.change-password')
})

test('guesses at my present password are slowed down; the right one forgets them', async () => {
  const world = await openBase({ ends: 'test' })
  const { send } = await firstAdministrator(world)
  const guess = (old: string) => send('POST', '/session/password', { old, new: 'short' })
  for (let round = 0; round < 5; round += 1) expect((await guess('wrong')).status).toBe(422)
  expect((await guess(goodPassword)).body.code).toBe('base.password-too-short')
  for (let round = 0; round < 6; round += 1) expect((await guess('wrong')).status).toBe(422)
  expect((await guess(goodPassword)).status).toBe(429)
})

test('the language I chose stays with my account', async () => {
  const world = await openBase({ ends: 'test' })
  const { send } = await firstAdministrator(world)
  expect((await send('POST', '/session/language', { language: 'zh-CN' })).status).toBe(204)
  expect((await send('GET', '/session')).body.account.language).toBe('zh-CN')
  expect((await send('POST', '/session/language', { language: 'tlh' })).body.code).toBe('base.bad-input')
})

test('with two companies the page asks for the code, and each login belongs to one of them', async () => {
  const world = await openBase({ ends: 'test' })
  await firstAdministrator(world)
  const demo = await createTenant(world.house, { slug: 'demo', name: 'Demo', language: 'en', isDemo: true })
  expect((await world.anonymous('GET', '/session')).body).toMatchObject({ needsCompany: true, demoAccounts: [] })
  expect((await world.anonymous('POST', '/session', right)).status).toBe(401)
  expect((await world.anonymous('POST', '/session', { ...right, company: 'demo' })).status).toBe(401)
  expect((await world.anonymous('POST', '/session', { ...right, company: 'acme' })).status).toBe(200)
  const token = (await makeSetupLink(world.house, demo)).slice('/welcome/'.length)
  const made = { login: 'li.min', name: 'Li Min', password: demoPassword }
  expect((await world.anonymous('POST', `/invitations/${token}`, made)).status).toBe(204)
  const offer = [
    { login: 'li.min', title: { 'zh-CN': '经理', en: 'Manager' } },
    { login: 'gone', title: { 'zh-CN': '无', en: 'x' } },
  ]
  await world.within((ctx) => offerDemoAccounts(ctx, offer), demo)
  const page = await world.anonymous('GET', '/session?company=demo')
  expect(page.body.demoAccounts).toEqual([{ login: 'li.min', name: 'Li Min', title: 'Manager' }])
  expect((await world.anonymous('GET', '/session?company=acme')).body.demoAccounts).toEqual([])
  await expect(world.within((ctx) => offerDemoAccounts(ctx, offer))).rejects.toThrow('only a demo company')
  const trial = { company: 'demo', login: 'li.min', password: demoPassword }
  expect((await world.anonymous('POST', '/session', trial)).status).toBe(200)
})

test('two installations share no secret', async () => {
  const [one, two] = [await openWorld({ modules: [server] }), await openWorld({ modules: [server] })]
  const cookie = (await firstAdministrator(one)).cookie
  await firstAdministrator(two)
  expect((await withCookie(two, cookie)('GET', '/sessions')).status).toBe(401)
})
