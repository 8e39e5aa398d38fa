import { addDays, daysBetween, isWorkday, weekday, type Day, type WorkCalendar } from '#core/calendar'
import { systemActor } from '#kernel/access'
import { dayIn, instantOf } from '#kernel/clock'
import type { House } from '#kernel/house'
import { perform as runJob } from '#kernel/jobs'
import { inTenant } from '#kernel/transaction'
import { handInFor } from './hand-ins.ts'
import { severalAtOnce, type Perform } from './perform.ts'
import { chance, type Chance } from './random.ts'
import { keepingCustomersChanged, keepingCustomersRaised } from './responsibilities.ts'
import type { DemoWorld } from './set-up.ts'

export type Time = { now: Date }
type OpenTask = {
  id: string
  personId: string
  dueAt: Date
  quantityDue: number
  quantityDone: number
  factKind: string
}

const timeZone = 'Asia/Shanghai'
const changedDaysAgo = 56
const raisedDaysAgo = 12
/** What was not done two days after it was due is left undone: late work belongs to the picture. */
const givenUpAfterMs = 2 * 86_400_000
const calledOffAfterMs = 9 * 86_400_000

/** Lets the company work through its days: tasks come up by their duties, people hand in, the responsibility changes. */
export async function liveThrough(
  house: House,
  perform: Perform,
  world: DemoWorld,
  time: Time,
  calendar: WorkCalendar,
  firstDay: Day,
  today: Day,
): Promise<void> {
  const luck = chance(20_260_301)
  for (let on = firstDay; on <= today; on = addDays(on, 1)) {
    time.now = instantOf(timeZone, on, '00:05')
    await changeOn(perform, world, on, daysBetween(on, today))
    if (!isWorkday(calendar, on)) continue
    await runJob(house, 'tasks', 'makeTasks', { tenantId: world.tenantId })
    if (weekday(on) === 1) await callOffOldWork(house, perform, world)
    time.now = on === today ? latestToday(today) : instantOf(timeZone, on, '16:30')
    const isChanged = daysBetween(on, today) < changedDaysAgo
    const work = (await openTasks(house, world.tenantId)).flatMap((task) =>
      handInsToday(task, on, today, world.diligence.get(task.personId) ?? 0.9, luck),
    )
    const planned = work.map((task) => ({
      task,
      values: handInFor(task.factKind, luck, world.diligence.get(task.personId) ?? 0.9, isChanged),
    }))
    await severalAtOnce([...Map.groupBy(planned, ({ task }) => task.id).values()], async (entries) => {
      for (const { task, values } of entries) {
        const who = world.accounts.get(task.personId)
        if (who) await perform(who, 'tasks.handIn', { taskId: task.id, values, happenedAt: time.now.toISOString() })
      }
    })
  }
}

/** How many times a task is handed in on a day: a quantity duty is spread over its week; a few are left undone. */
function handInsToday(task: OpenTask, on: Day, today: Day, diligence: number, luck: Chance): OpenTask[] {
  // this week everybody has one of each left, so that who looks around has something to hand in
  const keptBack = daysBetween(on, today) < 5 ? 1 : 0
  const left = task.quantityDue - task.quantityDone - keptBack
  const isRecent = daysBetween(on, today) < 1
  if (task.quantityDue === 1)
    return luck.happens(
      isRecent ? 0.3 : weekday(on) >= 4 || dayIn(timeZone, task.dueAt) <= addDays(on, 1) ? diligence : 0.25,
    )
      ? [task]
      : []
  const share = task.quantityDue / 5
  const times = Math.min(Math.max(0, left), Math.floor(share) + (luck.happens(share % 1) ? 1 : 0))
  return Array.from({ length: times }, () => task).filter(() => luck.happens(diligence))
}

async function changeOn(perform: Perform, world: DemoWorld, on: Day, daysAgo: number): Promise<void> {
  const draft =
    daysAgo === changedDaysAgo
      ? keepingCustomersChanged
      : daysAgo === raisedDaysAgo
        ? keepingCustomersRaised
        : undefined
  if (!draft) return
  await perform(world.hr, 'responsibilities.appendVersion', {
    ...draft,
    responsibilityId: world.responsibilityIds.get('KEEP'),
    from: on,
  })
}

/** On Mondays the manager calls off what nobody will do any more. */
async function callOffOldWork(house: House, perform: Perform, world: DemoWorld): Promise<void> {
  const old = await inTenant(house, world.tenantId, systemActor(), (ctx) =>
    ctx.db
      .selectFrom('task')
      .select(['id', 'version'])
      .where('tenant_id', '=', world.tenantId)
      .where('status', '=', 'open')
      .where('due_at', '<', new Date(ctx.now.getTime() - calledOffAfterMs))
      .execute(),
  )
  await severalAtOnce(old, async ({ id, version }) => {
    await perform(world.chief, 'tasks.cancelTask', { taskId: id, version, reason: '已过期，不再补做' })
  })
}

async function openTasks(house: House, tenantId: string): Promise<OpenTask[]> {
  return inTenant(house, tenantId, systemActor(), async (ctx) => {
    const rows = await ctx.db
      .selectFrom('task as t')
      .innerJoin('responsibility_duty as d', (join) =>
        join.onRef('d.tenant_id', '=', 't.tenant_id').onRef('d.id', '=', 't.duty_id'),
      )
      .where('t.tenant_id', '=', tenantId)
      .where('t.status', '=', 'open')
      .where('t.due_at', '>', new Date(ctx.now.getTime() - givenUpAfterMs))
      .select([
        't.id',
        't.person_id as personId',
        't.due_at as dueAt',
        't.quantity_due as quantityDue',
        't.quantity_done as quantityDone',
        'd.fact_kind as factKind',
      ])
      .orderBy('t.once_key')
      .execute()
    return rows
  })
}

function latestToday(today: Day): Date {
  const afternoon = instantOf(timeZone, today, '16:30')
  const now = new Date()
  return afternoon < now ? afternoon : now
}
