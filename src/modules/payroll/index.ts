export { jurisdictionsFor, type Law, type UsedParameter } from './service/jurisdictions.ts'
export { payItemsOn, payPlanInputs, type ItemOn } from './service/pay-items.ts'
export { employedIn, paidDaysIn, partPay } from './rules/part-pay.ts'
export type { PayInput } from './rules/person-month.ts'
