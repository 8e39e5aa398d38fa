export {
  accountBook,
  accountFor,
  accountUses,
  type AccountBook,
  type AccountRule,
  type AccountUse,
} from './account-rule.ts'
export { bookPostings, imbalanceOf, type AccountGap, type Booked, type VoucherLine } from './book.ts'
export { classOf, costClasses, type CostClass } from './class-of.ts'
export {
  postingsOf,
  voucherSteps,
  type PaidLine,
  type PaidSlip,
  type Place,
  type Posting,
  type VoucherStep,
} from './postings.ts'
