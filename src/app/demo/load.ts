import { addDays, type WorkCalendar } from '#core/calendar'
import { systemActor } from '#kernel/access'
import { dayIn, instantOf } from '#kernel/clock'
import { openPool, type ConnectionSettings } from '#kernel/database'
import type { House } from '#kernel/house'
import { perform as runJob } from '#kernel/jobs'
import { inTenant } from '#kernel/transaction'
import { offerDemoAccounts } from '#modules/base'
import { workCalendar } from '#modules/organisation'
import { demoAccounts, demoCompany } from './company.ts'
import { addFurtherDuties } from './further-duties.ts'
import { addGoalsAndProfiles } from './goals-and-profiles.ts'
import { liveThrough, type Time } from './history.ts'
import { houseOfThePast } from './past.ts'
import { performer } from './perform.ts'
import { addReports } from './reports.ts'
import { setUp } from './set-up.ts'
import { addTaskLife } from './task-life.ts'

const historyDays = 182
/** The group and its accounts are older: the factory's history, told later, reaches back this far. */
export const groupDays = 548

/**
 * Makes the demo company and half a year of its life, through the product's own commands under a clock that runs
 * ahead of time: every figure it shows was computed from work somebody handed in.
 */
export async function loadDemo(house: House, app: ConnectionSettings): Promise<void> {
  const today = dayIn('Asia/Shanghai', house.clock())
  const firstDay = addDays(today, -historyDays)
  const foundedOn = addDays(today, -groupDays)
  const time: Time = { now: instantOf('Asia/Shanghai', foundedOn, '00:01') }
  // a history that is lost with the power is told again: it need not wait for the disk at each step
  const pool = openPool({ ...app, options: '-c synchronous_commit=off' }, 6)
  // the daily job is run by hand below, so what is asked for "soon" is already on its way
  const past = houseOfThePast(house, pool, time)
  const perform = performer(past)
  const world = await setUp(past, perform, { foundedOn, firstDay, today })
  await inTenant(past, world.tenantId, systemActor(), (ctx) => offerDemoAccounts(ctx, demoAccounts))
  const calendar: WorkCalendar = await inTenant(past, world.tenantId, systemActor(), (ctx) => workCalendar(ctx))
  await liveThrough(past, perform, world, time, calendar, firstDay, today)
  await addFurtherDuties(perform, world)
  await addGoalsAndProfiles(perform, world, today)
  await addReports(perform, world)
  await addTaskLife(perform, world)
  await runJob(past, 'alarms', 'look', { tenantId: world.tenantId, payload: {} })
  await inTenant(house, world.tenantId, systemActor(), (ctx) =>
    ctx.db.updateTable('tenant').set({ slug: demoCompany.slug }).where('id', '=', ctx.tenantId).execute(),
  )
  await pool.end()
}
