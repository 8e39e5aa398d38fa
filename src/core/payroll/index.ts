export { arrears, type Arrear, type Recomputed } from './arrears.ts'
export { taxTables, type Bracket, type TaxTables } from './china/brackets.ts'
export {
  blindZones,
  bonusChoice,
  bonusTax,
  cliffOf,
  type BlindZone,
  type BonusChoice,
  type BonusTax,
} from './china/bonus.ts'
export { chinaCalendar, kindOfDay, overtimeRate } from './china/calendar.ts'
export { cities, type CitySchemes } from './china/cities.ts'
export {
  contribution,
  contributionsOf,
  type Bases,
  type Contribution,
  type Scheme,
  type SchemeRule,
} from './china/contributions.ts'
export {
  annualLeave,
  maternityAllowance,
  overtime,
  retirement,
  severance,
  sickPay,
  untakenLeave,
  type Overtime,
  type Retirement,
  type RetirementCategory,
} from './china/labour-law.ts'
export {
  earlyRetirementTax,
  equityTax,
  labourTax,
  nonResidentTax,
  settlement,
  severanceTax,
  type IncomeTax,
} from './china/other-income.ts'
export { china, chinaWith, type ChinesePerson } from './china/pack.ts'
export { partMonth, partsOfMonth, type PartMonth, type Proration, type WagePart } from './china/part-month.ts'
export {
  newYear,
  withhold,
  type Payment,
  type Standing,
  type Withholding,
  type YearToDate,
} from './china/withholding.ts'
export { minimumWageGap, minimumWages, type MinimumWage } from './china/minimum-wage.ts'
export { type Dated } from './dated.ts'
export type { PayLine, Reason } from './explained.ts'
export { mpf } from './hong-kong/mpf.ts'
export { hongKong, type HongKongPerson, type HongKongYear } from './hong-kong/pack.ts'
export { statutoryNames, type PayItem } from './item.ts'
export type {
  Filing,
  Jurisdiction,
  Leaving,
  OvertimeHours,
  Parameter,
  Severance,
  Statutory,
  StatutoryPay,
} from './jurisdiction.ts'
export { clamped, fenText, readFen, roundedMoney, split, yuanOf, type Fen, type MoneyRounding } from './money.ts'
export { isPayFault, payFault, paySentence, type PayFault, type PayProblem, type PayProblemCode } from './problem.ts'
export { cpf, type Cpf, type CpfInput } from './singapore/cpf.ts'
export { recovered, type OpenReceivable, type Recovered } from './recovery.ts'
export { singapore, type SingaporePerson, type SingaporeYear } from './singapore/pack.ts'
export { planOf, slipOf, type PayPlan, type Slip } from './slip.ts'
export { federal, type Federal, type FederalInput, type FilingStatus } from './united-states/federal.ts'
export { week, type Week } from './united-states/overtime.ts'
export { unitedStates, type AmericanPerson, type AmericanYear } from './united-states/pack.ts'
