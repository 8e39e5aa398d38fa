import { addMonths } from '#core/calendar'
import { systemActor } from '#kernel/access'
import { dayIn, instantOf } from '#kernel/clock'
import { openPool, type ConnectionSettings } from '#kernel/database'
import type { House } from '#kernel/house'
import { inTenant } from '#kernel/transaction'
import { makePlan, settleMonth, switchOnPlan } from '#modules/incentives'
import { positionsByCode } from '#modules/organisation'
import { text } from './draft-parts.ts'
import { houseOfThePast } from './past.ts'
import { closedPeriods } from './pay/periods.ts'

/** How many closed months were settled here; before, incentives came by file. */
const settledMonths = 6
const code = 'hy-first-order'

/** Key account managers get 150 yuan for each new customer, 200 from the ninth of a month on; what returns is taken back. */
export async function loadIncentives(house: House, app: ConnectionSettings, tenantId: string): Promise<void> {
  const time = { now: house.clock() }
  const pool = openPool({ ...app, options: '-c synchronous_commit=off' }, 2)
  const periods = closedPeriods(dayIn('Asia/Shanghai', house.clock())).slice(-settledMonths)
  try {
    const past = houseOfThePast(house, pool, time)
    await inTenant(past, tenantId, systemActor('zh-CN'), async (ctx) => {
      const known = await ctx.db
        .selectFrom('incentive_plan')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('code', '=', code)
        .executeTakeFirst()
      if (known) return
      const sellers = (await positionsByCode(ctx, ['SA-KEY'])).get('SA-KEY')
      const { planId } = await makePlan(ctx, {
        code,
        name: text('新客户奖', 'New customers'),
        note: '每签一家新客户 150 元，当月第 9 家起每家 200 元。',
        terms: {
          participants: { unitIds: [], positionIds: sellers ? [sellers] : [], responsibilityIds: [] },
          basis: {
            kind: 'facts',
            take: 'count',
            fact: 'new-customer',
            isFen: false,
            where: [],
            sharing: { kind: 'actor' },
          },
          rule: {
            kind: 'tiers',
            mode: 'marginal',
            steps: [
              { from: 0, fen: 15_000 },
              { from: 8000, fen: 20_000 },
            ],
          },
          mostFen: 500_000,
          clawbackMonths: 12,
        },
      })
      await switchOnPlan(ctx, { planId, version: 1, from: periods[0] ?? '' })
    })
    for (const period of periods) {
      time.now = instantOf('Asia/Shanghai', `${addMonths(`${period}-01`, 1).slice(0, 8)}03`, '10:00')
      await inTenant(past, tenantId, systemActor('zh-CN'), async (ctx) => {
        const settled = await ctx.db
          .selectFrom('incentive_settlement')
          .select('id')
          .where('tenant_id', '=', tenantId)
          .where('period', '=', period)
          .executeTakeFirst()
        if (!settled) await settleMonth(ctx, { period })
      })
    }
  } finally {
    await pool.end()
  }
}
