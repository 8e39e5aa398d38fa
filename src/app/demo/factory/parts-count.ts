import { addDays, isWorkday } from '#core/calendar'
import { systemActor } from '#kernel/access'
import { instantOf } from '#kernel/clock'
import { perform as runJob } from '#kernel/jobs'
import { inTenant } from '#kernel/transaction'
import { workCalendar } from '#modules/organisation'
import { severalAtOnce, type Who } from '../perform.ts'
import { chance } from '../random.ts'
import type { FactoryWorld } from './world.ts'

const daysBack = 42

/** Team leaders hand the parts count in before the shift ends; a few forget it. Today's is still to be handed in. */
export async function countParts(world: FactoryWorld): Promise<void> {
  const { house, tenantId, time, today, perform } = world
  const luck = chance(1_730)
  const calendar = await inTenant(house, tenantId, systemActor(), (ctx) => workCalendar(ctx))
  for (let on = addDays(today, -daysBack); on <= today; on = addDays(on, 1)) {
    if (!isWorkday(calendar, on)) continue
    time.now = instantOf('Asia/Shanghai', on, '06:00')
    await runJob(house, 'tasks', 'makeTasks', { tenantId })
    if (on === today) continue
    time.now = instantOf('Asia/Shanghai', on, '17:10')
    const due = (await openCounts(world)).filter(() => luck.happens(0.96))
    await severalAtOnce(
      due.map(({ who, taskId }) => {
        const made = 480 + luck.below(160)
        const bad = luck.happens(0.3) ? luck.below(24) : luck.below(8)
        return { who, taskId, values: { made, good: made - bad } }
      }),
      async ({ who, taskId, values }) => {
        await perform(who, 'tasks.handIn', { taskId, values, happenedAt: time.now.toISOString() })
      },
      4,
    )
  }
}

async function openCounts({ house, tenantId, time }: FactoryWorld): Promise<{ who: Who; taskId: string }[]> {
  return inTenant(house, tenantId, systemActor(), async (ctx) => {
    const rows = await ctx.db
      .selectFrom('task as t')
      .innerJoin('responsibility_duty as d', (join) =>
        join.onRef('d.tenant_id', '=', 't.tenant_id').onRef('d.id', '=', 't.duty_id'),
      )
      .innerJoin('account as a', (join) =>
        join.onRef('a.tenant_id', '=', 't.tenant_id').onRef('a.person_id', '=', 't.person_id'),
      )
      .select(['t.id as taskId', 'a.id as accountId'])
      .where('t.tenant_id', '=', tenantId)
      .where('t.status', '=', 'open')
      .where('d.fact_kind', '=', 'parts-count')
      .where('t.due_at', '>', time.now)
      .orderBy('t.once_key')
      .execute()
    return rows.map(({ taskId, accountId }) => ({ taskId, who: { tenantId, accountId } }))
  })
}
