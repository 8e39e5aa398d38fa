import { expect, test } from 'vitest'
import { openWorld } from '#test/world'
import { openShop } from './shop-for-tests.ts'

// Tuesday 17 March 2026
test('the board tells who is away, and what is late, waiting for an answer or excused in each cell', async () => {
  const world = await openWorld({ now: '2026-03-17T02:00:00Z' })
  const shop = await openShop(world)
  await world.within(async (ctx) => {
    const own = { tenant_id: ctx.tenantId }
    const chen = shop.person('chen')
    const unit_id = shop.chart.units['GROWTH'] ?? ''
    await ctx.db
      .insertInto('absence')
      .values([
        {
          ...own,
          id: ctx.newId(),
          person_id: chen,
          kind: 'business-trip',
          valid_from: '2026-03-16',
          valid_until: '2026-03-20',
        },
        {
          ...own,
          id: ctx.newId(),
          person_id: shop.person('zhao'),
          kind: 'leave',
          valid_from: '2026-03-02',
          valid_until: '2026-03-17',
        },
      ])
      .execute()
    const task = async (key: string, more: object) => {
      const id = ctx.newId()
      const made = { title: JSON.stringify({ en: key }), origin: 'manual', once_key: key, created_at: ctx.now }
      const days = { period_from: '2026-03-01', period_until: '2026-04-01', due_at: new Date('2026-03-25T00:00:00Z') }
      await ctx.db
        .insertInto('task')
        .values({ ...own, id, ...made, ...days, person_id: chen, unit_id, responsibility_id: shop.winning, ...more })
        .execute()
      return id
    }
    await task('open', {})
    await task('late', { due_at: new Date('2026-03-10T00:00:00Z') })
    await task('excused', { status: 'cancelled', excused_at: ctx.now })
    await task('excused in February', {
      status: 'cancelled',
      excused_at: ctx.now,
      due_at: new Date('2026-02-10T00:00:00Z'),
    })
    await task('only cancelled', { status: 'cancelled' })
    const waiting = await task('waiting', { responsibility_id: shop.keeping })
    await ctx.db
      .insertInto('task_plea')
      .values({
        ...own,
        id: ctx.newId(),
        task_id: waiting,
        kind: 'appeal',
        asker_id: chen,
        asked_id: shop.person('lin'),
        reason: 'no car',
        asked_at: ctx.now,
      })
      .execute()
  })
  const { send: lin } = await world.member({ role: 'employee', personId: shop.person('lin') })
  const { rows } = (await lin('GET', '/board?period=month')).body
  const row = (name: string) => rows.find((one: { name: string }) => one.name === name)
  expect(row('chen')).toMatchObject({
    away: { kind: 'business-trip', until: '2026-03-20' },
    openTasks: 3,
    lateTasks: 1,
  })
  const cell = (id: string) =>
    row('chen').cells.find((one: { responsibilityId: string }) => one.responsibilityId === id)
  expect(cell(shop.winning)).toMatchObject({ late: 1, waiting: 0, excused: 1 })
  expect(cell(shop.keeping)).toMatchObject({ late: 0, waiting: 1, excused: 0 })
  expect(row('zhao')).toMatchObject({ away: null, openTasks: 0 })
  // figures without tasks: what may be seen of the one says nothing about the other
  const { send: half } = await world.member({ may: { 'indicators.read-team': 'tenant' } })
  const seen = (await half('GET', '/board?period=month&text=chen')).body.rows[0]
  expect([seen.openTasks, seen.cells[0].late]).toEqual([0, 0])
})
