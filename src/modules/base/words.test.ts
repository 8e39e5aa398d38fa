import { expect, test } from 'vitest'
import { openBase } from './base-for-tests.ts'

test('words go to everybody, once: a browser that has them is told so; everything else is never stored', async () => {
  const world = await openBase({ ends: 'test' })
  const zh = await world.anonymous('GET', '/words/zh-CN')
  expect(zh.body.base.problems['wrong-sign-in']).toBe('账号或密码错误。')
  expect((await world.anonymous('GET', '/words/en')).body.base.roles.hr).toBe('HR')
  expect(zh.headers).toMatchObject({ 'cache-control': 'no-cache', etag: expect.stringMatching(/^W\/"[\w-]{22}"$/) })
  const again = await world.anonymous('GET', '/words/zh-CN', undefined, { 'if-none-match': String(zh.headers['etag']) })
  expect([again.status, again.body]).toEqual([304, ''])
  const other = await world.anonymous('GET', '/words/en', undefined, { 'if-none-match': String(zh.headers['etag']) })
  expect(other.status).toBe(200)
  const session = await world.anonymous('GET', '/session')
  expect(session.headers).toMatchObject({ 'cache-control': 'no-store' })
  expect(session.headers['etag']).toBeUndefined()
  expect((await world.anonymous('GET', '/words/fr')).status).toBe(400)
})

test('refusals come in the language of who asks, with their facts', async () => {
  const world = await openBase({ ends: 'test' })
  const answer = await world.anonymous('GET', '/accounts', undefined, { 'accept-language': 'zh-CN,zh;q=0.9' })
  expect(answer.body).toEqual({ type: 'about:blank', status: 401, code: 'base.not-signed-in', detail: '请先登录。' })
})
