import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { openWorld } from '#test/world'
import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { openPayroll } from './runs-for-tests.ts'
import { calculate } from './service/run/calculate.ts'
import { takeRun } from './store/run/runs.ts'

test('a computing that was cut off goes on where it stopped; one that is under way is not begun twice; a stopped one stays', async () => {
  const world = await openWorld({ now: '2026-04-03T02:00:00Z' })
  const { officer, groupId, make, read, slips, ok } = await openPayroll(world, ['Wang Wei'])
  // more than one chunk of people
  await world.within((ctx) =>
    sql`with added as (insert into person (tenant_id, id, number, name, created_at)
        select ${ctx.tenantId}, gen_random_uuid(), 'N' || n, 'Person ' || n, ${ctx.now} from generate_series(1, 300) n returning id)
      insert into pay_term (tenant_id, id, person_id, group_id, wage_fen, valid_from, changed_at)
      select ${ctx.tenantId}, gen_random_uuid(), id, ${groupId}, 1000000, '2026-01-01', ${ctx.now} from added`.execute(
      ctx.db,
    ),
  )
  const runId = await make('2026-03')
  await ok(officer, 'POST', `/pay-runs/${runId}/calculate`)
  expect(world.enqueued.at(-1)).toEqual({ job: 'payroll.calculate', payload: { runId } })
  // the process dies after its first chunk of 250: what it had committed is there, the rest is not
  let pings = 0
  await expect(
    inTenant(world.house, world.tenantId, systemActor('en'), async (ctx) => {
      const dying = new Proxy(ctx, {
        get: (of, key) => {
          if (key === 'db' && (pings += 1) > 1) throw new Error('killed')
          return Reflect.get(of, key) as unknown
        },
      })
      await calculate(dying, { runId })
    }),
  ).rejects.toThrow('killed')
  expect(await read(runId)).toMatchObject({ state: 'calculating', progress: { done: 250, total: 300 } })

  // while somebody holds it, another leaves it alone
  await world.within(async (ctx) => {
    expect(await takeRun(ctx, runId)).toBe(true)
    await world.runJob('payroll.calculate', { runId })
  })
  expect(await read(runId)).toMatchObject({ state: 'calculating', progress: { done: 250 } })

  // the minute's job offers it again
  await world.runJob('payroll.resumeRuns')
  expect(world.enqueued.at(-1)).toEqual({ job: 'payroll.calculate', payload: { runId } })
  await world.runJob('payroll.calculate', { runId })
  expect(await read(runId)).toMatchObject({ state: 'calculated', totals: { people: 300, grossFen: 300_000_000 } })

  await ok(officer, 'POST', `/pay-runs/${runId}/calculate`)
  await ok(officer, 'POST', `/pay-runs/${runId}/stop`)
  await world.runJob('payroll.calculate', { runId })
  expect(await read(runId)).toMatchObject({ state: 'draft', progress: null })
  expect(await slips(runId, '?limit=500')).toHaveLength(300)
})

test('publishing is all or nothing, whatever stops it', async () => {
  const world = await openWorld({ now: '2026-04-03T02:00:00Z' })
  const { officer, head, terms, make, compute, read, accept, keep, slips, ok } = await openPayroll(world)
  for (const number of ['E1', 'E2']) await terms(number, 1_000_000)
  await keep('E1', '2026-03', 'one_off_bonus', '500')
  const runId = await make('2026-03')
  await compute(runId)
  await accept(runId)
  await ok(officer, 'POST', `/pay-runs/${runId}/submit`, { version: (await read(runId)).version })
  const { version } = await read(runId)
  // the last statement of it fails: nothing of it is there
  const listeners = world.house.listenersOf.bind(world.house)
  world.house.listenersOf = (event) =>
    event === 'payroll.published'
      ? [
          {
            module: 'payroll',
            run: async () => {
              throw new Error('the power went')
            },
          },
        ]
      : listeners(event)
  expect((await head('POST', `/pay-runs/${runId}/publish`, { version })).status).toBe(500)
  expect(await read(runId)).toMatchObject({ state: 'submitted', publishedBy: null })
  expect((await slips(runId)).map(({ state }) => state)).toEqual(['calculated', 'calculated'])
  world.house.listenersOf = listeners
  // two at once: one of them pays
  const both = await Promise.all([0, 1].map(() => head('POST', `/pay-runs/${runId}/publish`, { version })))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect((await slips(runId)).map(({ state }) => state)).toEqual(['published', 'published'])
  expect((await officer('GET', '/pay-inputs?period=2026-03')).body.rows).toMatchObject([{ isUsed: true }])
})
