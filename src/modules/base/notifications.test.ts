import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { World } from '#test/world'
import { openBase } from './base-for-tests.ts'
import { tellAccounts, tellPeople } from './index.ts'

let world: World
beforeAll(async () => {
  world = await openBase()
})

const telling = { kind: 'sheep.lost', facts: { name: 'Dolly' }, link: '/sheep/1' }

test('people are told once by each of their accounts, the unread first, and read what they have read', async () => {
  const [personId, other] = [randomUUID(), randomUUID()]
  const mine = await world.member({ personId })
  const theirs = await world.member({ personId: other })
  const tell = (minute: number, more = {}) => {
    world.time.now = new Date(Date.UTC(2026, 2, 4, 3, minute))
    return world.within((ctx) => tellPeople(ctx, [personId], { ...telling, facts: { minute }, ...more }))
  }
  await tell(1, { onceKey: 'lost-1' })
  await tell(2, { onceKey: 'lost-1' })
  await tell(3)
  await tell(4)
  const list = async () => (await mine.send('GET', '/notifications')).body
  const shown = await list()
  expect(shown).toMatchObject({ unread: 3, total: 3 })
  expect(shown.rows.map((row: { facts: { minute: number } }) => row.facts.minute)).toEqual([4, 3, 1])
  expect(shown.rows[0]).toMatchObject({ kind: 'sheep.lost', link: '/sheep/1', readAt: null })
  expect((await mine.send('GET', '/session')).body.unread).toBe(3)
  expect((await mine.send('POST', '/notifications/read', { ids: [shown.rows[0].id] })).body).toEqual({ unread: 2 })
  expect((await list()).rows.map((row: { facts: { minute: number } }) => row.facts.minute)).toEqual([3, 1, 4])
  await theirs.send('POST', '/notifications/read', {})
  expect((await theirs.send('POST', '/notifications/read', { ids: [shown.rows[1].id] })).body).toEqual({ unread: 0 })
  expect((await list()).unread).toBe(2)
  expect((await mine.send('POST', '/notifications/read', {})).body).toEqual({ unread: 0 })
  expect((await theirs.send('GET', '/notifications')).body).toEqual({ unread: 0, total: 0, rows: [] })
})

test('who is disabled, or of another company, is not told', async () => {
  const disabled = await world.member({})
  const foreign = await world.member({ tenantId: await world.anotherTenant() })
  await world.within(async (ctx) => {
    await ctx.db.updateTable('account').set({ is_disabled: true }).where('id', '=', disabled.accountId).execute()
    await tellAccounts(ctx, [disabled.accountId, foreign.accountId, randomUUID()], telling)
    await tellAccounts(ctx, [], telling)
    const rows = await ctx.db
      .selectFrom('notification')
      .select('id')
      .where('account_id', '=', disabled.accountId)
      .execute()
    expect(rows).toEqual([])
  })
  expect((await foreign.send('GET', '/notifications')).body.total).toBe(0)
})

test('a notification leaves with its transaction, or not at all', async () => {
  const mine = await world.member({})
  const failing = world.within(async (ctx) => {
    await tellAccounts(ctx, [mine.accountId], telling)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect((await mine.send('GET', '/notifications')).body.total).toBe(0)
})

test('nobody signed in has no inbox and no stream', async () => {
  for (const path of ['/notifications', '/live']) expect((await world.anonymous('GET', path)).status).toBe(401)
  expect((await world.anonymous('POST', '/notifications/read', {})).status).toBe(401)
})
