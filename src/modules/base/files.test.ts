import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { defineModule } from '#core/manifest'
import { bindServer } from '#kernel/bind'
import { placeOf } from '#kernel/files'
import type { Send, World } from '#test/world'
import { cookieOf, firstAdministrator, openBase } from './base-for-tests.ts'
import { attachFiles } from './index.ts'

const readers = new Set<string>()
const pen = bindServer(
  defineModule({
    name: 'pen',
    requires: ['base'],
    tables: [],
    permissions: [],
    grants: {},
    routes: {},
    events: [],
    listens: [],
    jobs: {},
    screens: {},
    settings: {},
  }),
  {
    routes: {},
    jobs: {},
    listens: {},
    fileOwners: { 'pen.sheep': async (ctx, ownerId) => ownerId === sheep && readers.has(ctx.actor.accountId ?? '') },
  },
)
const sheep = '01990000-0000-7000-8000-000000000001'

let world: World
let cookie: string
let send: Send
let accountId: string
beforeAll(async () => {
  world = await openBase({ modules: [pen] })
  ;({ cookie, send } = await firstAdministrator(world))
  accountId = (await send('GET', '/session')).body.account.id
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function upload(name: string, bytes: Buffer, as = cookie, at = world) {
  const boundary = 'x'.repeat(20)
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`
  const answer = await at.http.inject({
    method: 'POST',
    url: '/api/files',
    headers: { cookie: as, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  return {
    status: answer.statusCode,
    body: answer.json() as { id: string; code: string; name: string; mediaType: string; sizeBytes: number },
  }
}

test('a file goes by its content, not by what the sender says of it, and comes back whole', async () => {
  const kept = await upload('../../etc/旗 x.png', png)
  expect(kept.body).toMatchObject({ name: '旗 x.png', mediaType: 'image/png', sizeBytes: png.length })
  const back = await world.http.inject({ url: `/api/files/${kept.body.id}`, headers: { cookie } })
  expect(back.rawPayload.equals(png)).toBe(true)
  expect(back.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('旗 x.png')}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})

test.each([
  ['page.html', '<script>alert(1)</script>'],
  ['image.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
  ['image.png', '<script>alert(1)</script>'],
  ['list.csv', 'a,b\n1,2\n'],
])('%s is handed over, never shown', async (name, text) => {
  const { body } = await upload(name, Buffer.from(text))
  const back = await world.http.inject({ url: `/api/files/${body.id}`, headers: { cookie } })
  expect(back.headers['content-disposition']).toMatch(/^attachment;/)
  expect(back.headers['content-type']).not.toMatch(/html|svg|javascript/)
})

test('unattached it is the uploader’s alone; attached it is read by who may read what it belongs to', async () => {
  const { body } = await upload('a.png', png)
  const other = await world.member({})
  const read = (by: Send) => by('GET', `/files/${body.id}`)
  expect((await read(other.send)).status).toBe(404)
  const attach = (id: string) =>
    world.within((ctx) => attachFiles(asAccount(ctx, id), [body.id, body.id], { type: 'pen.sheep', id: sheep }))
  await expect(attach(other.accountId)).rejects.toMatchObject({ code: 'base.not-found' })
  await attach(accountId)
  await expect(attach(accountId)).rejects.toMatchObject({ code: 'base.not-found' })
  expect((await read(send)).status).toBe(404)
  readers.add(other.accountId)
  expect((await read(other.send)).status).toBe(200)
  const setSwitch = (isOn: boolean) => send('POST', '/modules/pen/switch', { isOn })
  await setSwitch(false)
  expect((await read(other.send)).status).toBe(404)
  await setSwitch(true)
  const foreign = await world.member({ tenantId: await world.anotherTenant() })
  readers.add(foreign.accountId)
  expect((await read(foreign.send)).status).toBe(404)
  expect((await read(world.anonymous)).status).toBe(401)
})

test('strangers can’t fill the disk, and nothing is left of what was refused', async () => {
  const quarantine = join(world.house.filesDirectory, 'quarantine')
  expect((await upload('a.png', png, 'sid=nobody')).status).toBe(401)
  const tooLarge = await upload('big.bin', Buffer.alloc(20 * 1024 * 1024 + 1))
  expect(tooLarge).toMatchObject({ status: 413, body: { code: 'base.body-too-large' } })
  expect(await readdir(quarantine)).toEqual([])
  const empty = await world.http.inject({
    method: 'POST',
    url: '/api/files',
    headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' },
    payload: '--x--\r\n',
  })
  expect(empty.json()).toMatchObject({ code: 'base.no-file' })
})

test('two hundred files nobody attached are enough', async () => {
  const { token, id } = await world.within(async (ctx) => {
    const row = await ctx.db.selectFrom('account').select('id').where('login', '=', 'boss').executeTakeFirstOrThrow()
    const files = Array.from({ length: 200 }, () => ({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      name: 'x',
      media_type: 'text/plain',
      size_bytes: 1,
      sha256: '',
      uploaded_by: row.id,
      uploaded_at: ctx.now,
    }))
    await ctx.db.insertInto('file').values(files).execute()
    return { token: cookie, id: files[0]?.id }
  })
  expect(await upload('a.png', png, token)).toMatchObject({
    status: 429,
    body: { code: 'base.too-many-files', limit: 200 },
  })
  expect((await send('GET', `/files/${id}`)).body.code).toBe('base.file-lost')
})

test('the nightly sweep removes what is older than its day, bytes included, and nothing younger', async () => {
  const sweeping = await openBase({ ends: 'test' })
  const boss = await firstAdministrator(sweeping)
  const old = await upload('old.png', png, boss.cookie, sweeping)
  const used = await upload('used.png', png, boss.cookie, sweeping)
  const owner = (await boss.send('GET', '/session')).body.account.id
  await sweeping.within((ctx) => attachFiles(asAccount(ctx, owner), [used.body.id], { type: 'pen.sheep', id: sheep }))
  await boss.send('POST', '/session/language', { language: 'en' }, { 'idempotency-key': 'eight-or-more' })
  sweeping.time.now = new Date(sweeping.time.now.getTime() + 47 * 3_600_000)
  await sweeping.runJob('base.sweep')
  const place = (id: string) => placeOf(sweeping.house.filesDirectory, sweeping.tenantId, id)
  expect([existsSync(place(old.body.id)), existsSync(place(used.body.id))]).toEqual([true, true])
  const again = await sweeping.anonymous('POST', '/session', { login: 'boss', password: 'seven lanterns on the quay' })
  const young = await upload('young.png', png, cookieOf(again), sweeping)
  sweeping.time.now = new Date(sweeping.time.now.getTime() + 2 * 3_600_000)
  await sweeping.runJob('base.sweep')
  expect([old, used, young].map(({ body }) => existsSync(place(body.id)))).toEqual([false, true, true])
  sweeping.time.now = new Date(sweeping.time.now.getTime() + 7 * 86_400_000)
  await sweeping.runJob('base.sweep')
  const counts = await sweeping.within(async (ctx) => [
    await ctx.db.selectFrom('idempotency_key').selectAll().execute(),
    await ctx.db.selectFrom('session').selectAll().execute(),
    await ctx.db.selectFrom('sign_in_failure').selectAll().execute(),
    await ctx.db.selectFrom('invitation').selectAll().execute(),
  ])
  expect(counts).toEqual([[], [], [], []])
})

function asAccount<C extends object>(ctx: C & { actor: object }, id: string): C {
  return { ...ctx, actor: { ...ctx.actor, accountId: id } }
}
