import { beforeAll, expect, test } from 'vitest'
import type { Send, World } from '#test/world'
import { openBase } from './base-for-tests.ts'

let world: World
let send: Send
beforeAll(async () => {
  world = await openBase()
  for (let minute = 0; minute < 7; minute += 1) {
    world.time.now = new Date(Date.UTC(2026, 2, 5, 15, 57 + minute)) // 23:57 … 00:03 in Shanghai
    await world.within((ctx) =>
      ctx.audit({
        action: minute % 2 ? 'wool.shear' : 'sheep.feed',
        target: `sheep/${minute}`,
        before: null,
        after: { minute },
      }),
    )
  }
  ;({ send } = await world.member({ may: { 'base.read-audit': 'tenant' } }))
})

const list = async (query: string) => (await send('GET', `/audit?${query}`)).body
const targets = (body: { rows: { target: string }[] }) => body.rows.map((row) => row.target)

test('the newest come first, and pages join without gap or repetition though rows are added meanwhile', async () => {
  const first = await list('limit=3&target=sheep/')
  expect(targets(first)).toEqual(['sheep/6', 'sheep/5', 'sheep/4'])
  await world.within((ctx) => ctx.audit({ action: 'sheep.feed', target: 'sheep/late' }))
  const second = await list(`limit=3&target=sheep/&cursor=${encodeURIComponent(first.next)}`)
  expect(targets(second)).toEqual(['sheep/3', 'sheep/2', 'sheep/1'])
  const third = await list(`limit=3&target=sheep/&cursor=${encodeURIComponent(second.next)}`)
  expect([targets(third), third.next]).toEqual([['sheep/0'], null])
})

test('filters by who, what, on what, and the days of the company', async () => {
  expect((await list('action=wool.')).rows).toHaveLength(3)
  expect((await list('action=wool.shear')).rows).toHaveLength(3)
  expect((await list('action=wool.she')).rows).toHaveLength(0)
  expect(targets(await list('target=sheep/2'))).toEqual(['sheep/2'])
  expect(targets(await list('target=sheep/&to=2026-03-05'))).toEqual(['sheep/2', 'sheep/1', 'sheep/0'])
  expect((await list('target=sheep/&from=2026-03-06&to=2026-03-06')).rows).toHaveLength(5)
  expect((await list('actor=SYS&target=sheep/')).rows).toHaveLength(8)
  expect((await list('actor=%25')).rows).toHaveLength(0)
  expect((await list('target=sheep/1')).rows[0]).toMatchObject({
    actorName: 'system',
    before: null,
    after: { minute: 1 },
  })
})

test('bad filters are refused with their place', async () => {
  for (const query of [
    'limit=0',
    'limit=501',
    'from=yesterday',
    'cursor=x',
    'cursor=2026-13-45T00:00:00.000Z_00000000-0000-0000-0000-000000000000',
    'sort=at',
    'actor=a&actor=b',
  ])
    expect(await send('GET', `/audit?${query}`)).toMatchObject({ status: 400, body: { code: 'base.bad-input' } })
})

test('rows are only ever added, and seen only by who may, in their own company', async () => {
  for (const statement of ['update audit_row set actor_name = $1', 'delete from audit_row where actor_name <> $1']) {
    const change = world.within(async (ctx) => {
      await ctx.db.executeQuery({
        ...ctx.db.selectFrom('audit_row').selectAll().compile(),
        sql: statement,
        parameters: ['x'],
      })
    })
    await expect(change).rejects.toThrow('permission denied')
  }
  const { send: none } = await world.member({ may: { 'base.administer': 'tenant' } })
  expect((await none('GET', '/audit')).status).toBe(403)
  const { send: part } = await world.member({
    may: { 'base.read-audit': 'unit' },
    unitId: '01990000-0000-7000-8000-000000000000',
  })
  expect((await part('GET', '/audit')).body).toEqual({ rows: [], next: null })
  const tenantId = await world.anotherTenant()
  const { send: foreign } = await world.member({ may: { 'base.read-audit': 'tenant' }, tenantId })
  expect(targets((await foreign('GET', '/audit?limit=500')).body)).not.toContain('sheep/1')
})
