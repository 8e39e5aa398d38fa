export { makePlan } from './service/plans.ts'
export { settleMonth } from './service/settle.ts'
export { switchOnPlan } from './service/switch-plans.ts'
