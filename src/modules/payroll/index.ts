export { payItemsOn, payPlanInputs, type ItemOn } from './service/pay-items.ts'
