import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openWorld } from '#test/world'
import { analyzeTables } from './statistics.ts'

test('after a bulk write the planner can be told how many rows there are, by the role that owns nothing', async () => {
  const world = await openWorld()
  const estimate = () =>
    world.within(async (ctx) => {
      const { rows } = await sql<{
        reltuples: number
      }>`select reltuples from pg_class where relname = 'person'`.execute(ctx.db)
      return rows[0]?.reltuples
    })
  await world.within(async (ctx) => {
    const rows = Array.from({ length: 700 }, (_none, at) => ({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      number: `${at}`,
      name: 'N',
      created_at: ctx.now,
    }))
    await ctx.db.insertInto('person').values(rows).execute()
    await analyzeTables(ctx, ['person'])
  })
  expect(await estimate()).toBe(700)
})
