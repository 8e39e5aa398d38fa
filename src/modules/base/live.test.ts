import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { whatIf } from '#kernel/transaction'
import { enrolled, firstAdministrator, openBase } from './base-for-tests.ts'
import { tellAccounts } from './index.ts'

test('an open page hears of its notifications, others do not, and the stream ends with the session', async () => {
  const world = await openBase({ ends: 'test' })
  const { host, port, user, password, database } = world.house.pool.options
  onTestFinished(await world.house.live.listen({ host, port, user, password, database }))
  await world.http.listen({ host: '127.0.0.1', port: 0 })
  const boss = await firstAdministrator(world)
  const clerk = await enrolled(world, boss.send, { login: 'clerk' })
  const [mine, theirs] = [
    await stream(world.http.server.address() as AddressInfo, clerk.cookie),
    await stream(world.http.server.address() as AddressInfo, boss.cookie),
  ]

  await world.within((ctx) => tellAccounts(ctx, [clerk.id], { kind: 'sheep.lost', facts: {}, link: '/' }))
  await mine.until('"notifications"')
  const { body } = await boss.send('GET', '/accounts?search=clerk')
  const started = performance.now()
  await boss.send('PATCH', `/accounts/${clerk.id}`, { version: body.rows[0].version, isDisabled: true })
  await mine.ended
  expect(performance.now() - started).toBeLessThan(5000)
  await theirs.until('"base"')
  expect(theirs.text()).not.toContain('notifications')
  theirs.close()
})

test('what is rolled back or only tried out is told to nobody, and the same twice in one go is told once', async () => {
  const world = await openBase({ ends: 'test' })
  const { host, port, user, password, database } = world.house.pool.options
  onTestFinished(await world.house.live.listen({ host, port, user, password, database }))
  const heard: string[] = []
  const tell = (topic: string) => heard.push(topic)
  onTestFinished(world.house.live.subscribe({ tenantId: world.tenantId, accountId: null, tell }))

  const fails = world.within(async (ctx) => {
    await ctx.announce('rolled-back')
    throw new Error('no')
  })
  await expect(fails).rejects.toThrow('no')
  await world.within(async (ctx) => {
    await whatIf(ctx, () => ctx.announce('tried-out'))
    await ctx.announce('done')
    await ctx.announce('done')
    await ctx.announce('last')
  })
  await expect.poll(() => heard.includes('last')).toBe(true)
  expect(heard).toEqual(['done', 'last'])
})

/** An event stream as a browser holds it. */
async function stream(address: AddressInfo, cookie: string) {
  let text = ''
  let onText = () => {}
  const { response, request } = await new Promise<{
    response: import('node:http').IncomingMessage
    request: ReturnType<typeof get>
  }>((resolve, reject) => {
    const asked = get({ port: address.port, host: '127.0.0.1', path: '/api/live', headers: { cookie } }, (answer) =>
      resolve({ response: answer, request: asked }),
    )
    asked.on('error', reject)
  })
  expect(response.statusCode).toBe(200)
  const ended = new Promise<void>((resolve) => response.on('close', resolve))
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    onText()
  })
  return {
    ended,
    text: () => text,
    close: () => request.destroy(),
    until: (wanted: string) =>
      new Promise<void>((resolve) => {
        onText = () => {
          if (text.includes(wanted)) resolve()
        }
        onText()
      }),
  }
}
