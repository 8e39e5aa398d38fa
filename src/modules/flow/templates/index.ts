import { certificate } from './certificate.ts'
import { expense } from './expense.ts'
import { goods } from './goods.ts'
import { incomeCertificate } from './income-certificate.ts'
import { leave } from './leave.ts'
import { activation, agreement, weeklyPlan } from './merchant.ts'
import { performanceAppeal } from './performance-appeal.ts'
import { positionChange } from './position-change.ts'
import { purchase } from './purchase.ts'
import { seal } from './seal.ts'
import type { Template } from './template.ts'
import { together } from './together.ts'

/** What comes with Remit, in the order it is offered. */
export const templates: readonly Template[] = [
  leave,
  expense,
  certificate,
  incomeCertificate,
  seal,
  positionChange,
  performanceAppeal,
  purchase,
  goods,
  agreement,
  activation,
  weeklyPlan,
  together,
]
