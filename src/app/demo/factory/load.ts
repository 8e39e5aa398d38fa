import { addDays } from '#core/calendar'
import { systemActor } from '#kernel/access'
import { dayIn, instantOf } from '#kernel/clock'
import { openPool, type ConnectionSettings } from '#kernel/database'
import type { House } from '#kernel/house'
import { perform as runJob } from '#kernel/jobs'
import { inTenant } from '#kernel/transaction'
import { offerDemoAccounts } from '#modules/base'
import { demoAccounts } from '../company.ts'
import { groupDays } from '../load.ts'
import type { Time } from '../history.ts'
import { loadFlows } from '../flows/load.ts'
import { houseOfThePast } from '../past.ts'
import { performer } from '../perform.ts'
import { factoryAccounts, makeAccounts } from './accounts.ts'
import { comeAndGo } from './comings-and-goings.ts'
import { recordHours } from './hours.ts'
import { makePeople } from './people.ts'
import { reorganise } from './reorganise.ts'
import { makeResponsibilities } from './responsibilities.ts'
import { makeStructure } from './structure.ts'
import { countParts } from './parts-count.ts'
import type { FactoryWorld } from './world.ts'

/**
 * Adds the car-parts factory to the demo group, with eighteen months of history and two re-organisations. Runs beside
 * the product, which is already in use; every step can be told again, so that a stop in the middle loses nothing.
 */
export async function loadFactory(house: House, app: ConnectionSettings, tenantId: string): Promise<void> {
  if (await isLoaded(house, tenantId)) return
  const today = dayIn('Asia/Shanghai', house.clock())
  const firstDay = addDays(today, -groupDays)
  const time: Time = { now: instantOf('Asia/Shanghai', firstDay, '08:00') }
  const pool = openPool({ ...app, options: '-c synchronous_commit=off' }, 4)
  try {
    const past = houseOfThePast(house, pool, time)
    const perform = performer(past)
    const ids = await makeStructure(past, perform, tenantId, firstDay)
    const world: FactoryWorld = { house: past, perform, time, tenantId, firstDay, today, ...ids }
    await makePeople(world)
    await comeAndGo(world)
    await makeAccounts(world)
    await makeResponsibilities(world)
    await recordHours(world)
    await reorganise(world)
    await countParts(world)
    await loadFlows(world)
    time.now = new Date()
    await runJob(past, 'overlap', 'analyse', { tenantId })
    await runJob(past, 'alarms', 'look', { tenantId })
    await inTenant(house, tenantId, systemActor(), async (ctx) => {
      await offerDemoAccounts(ctx, [...demoAccounts, ...factoryAccounts])
      for (const module of ['organisation', 'responsibilities', 'tasks', 'indicators', 'overlap', 'alarms'])
        await ctx.announce(module)
      await ctx.enqueue('overlap.analyse', {})
    })
  } finally {
    await pool.end()
  }
}

/** The factory's people are offered on the sign-in page when all of it is there. */
async function isLoaded(house: House, tenantId: string): Promise<boolean> {
  const setting = await inTenant(house, tenantId, systemActor(), (ctx) =>
    ctx.db
      .selectFrom('setting')
      .select('value')
      .where('tenant_id', '=', ctx.tenantId)
      .where('key', '=', 'base.demo-accounts')
      .executeTakeFirst(),
  )
  const offered = (setting?.value ?? []) as { login: string }[]
  return factoryAccounts.every(({ login }) => offered.some((account) => account.login === login))
}
