import type { Day, WorkCalendar } from '#core/calendar'
import type { Fen, Jurisdiction, PayPlan } from '#core/payroll'
import type { GroupProration } from './part-pay.ts'
import type { Month } from './pay-day.ts'
import type { RunKind } from './person-month.ts'
import type { Known, Paid } from './statutory-person.ts'

/** Whom a country's rules are asked about: the person and what of their terms holds. */
export type Asked = Known & Paid
export type YearState = Readonly<Record<string, unknown>>
export type Law = Jurisdiction<Asked, YearState>

/** What is the same for everybody of a run. */
export type RunFacts = {
  readonly period: string
  readonly kind: RunKind
  readonly month: Month
  readonly paidOn: Day
  /** Where contributions are due unless terms say another. */
  readonly city: string | null
  readonly proration: GroupProration
  readonly calendar: WorkCalendar
  readonly plan: PayPlan
  /** Names that formulas use: each gets a value, 0 where nothing is known. */
  readonly names: ReadonlySet<string>
  /** Earnings that do not count against the minimum wage. */
  readonly notNormal: ReadonlySet<string>
  readonly law: Law
  readonly minimumWageOf: (city: string) => Fen | null
  /** Days of spans, reckoned once. */
  readonly kept: Map<string, { readonly paid: number; readonly workdays: number }>
}
