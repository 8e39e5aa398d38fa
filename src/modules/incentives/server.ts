import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import { contributeIncentives } from './service/person-figures.ts'
import { keepPlan, listPlans, makePlan, readPlan } from './service/plans.ts'
import { listCounts } from './service/list-counts.ts'
import { readEarnings } from './service/read-earnings.ts'
import { readSettlement } from './service/read-settlement.ts'
import { listSettlements, settleMonth } from './service/settle.ts'
import { simulatePlan } from './service/simulate.ts'
import { switchOffPlan, switchOnPlan } from './service/switch-plans.ts'

contributeIncentives((ctx, period) => (ctx.language === 'en' ? `Incentives of ${period}` : `${period} 激励`))

export const server = bindServer(manifest, {
  routes: {
    listPlans,
    readPlan,
    makePlan,
    keepPlan,
    switchOnPlan,
    switchOffPlan,
    simulatePlan,
    readEarnings,
    listCounts,
    listSettlements,
    readSettlement,
    settleMonth,
  },
  jobs: {},
  listens: {},
})
