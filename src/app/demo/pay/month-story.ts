import { chance } from '../random.ts'
import type { Chance } from '../random.ts'
import { seedOf, type Paid, type PlannedTerm } from './terms.ts'
import type { PayMonth } from './periods.ts'
import { wageOf } from './wages.ts'

/** What other systems told of a person's month: attendance, piece counts, one-off amounts. */
export type Told = { readonly name: string; readonly value: string; readonly from: keyof typeof origins }

export const origins = {
  attendance: { kind: 'attendance', label: '考勤月报' },
  pieces: { kind: 'file', label: '计件月报（MES）' },
  score: { kind: 'file', label: '绩效汇总表' },
  bonus: { kind: 'file', label: '年终奖分配表' },
  deals: { kind: 'file', label: '业务激励核算表' },
  once: { kind: 'typed', label: '一次性项目' },
} as const

/** Who took a whole month off without pay, and how many months before the open one. */
const wholeMonthsOff: Readonly<Record<string, number>> = { H0388: 5, H0471: 9 }
const springFestivals = ['2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03']

/** The same person and month always tell the same. `monthsAgo` counts back from the open month; `days` are those employed. */
export function storyOf(
  person: Paid,
  term: PlannedTerm,
  month: PayMonth,
  days: { readonly paid: number; readonly monthsAgo: number },
): Told[] {
  const luck = chance(seedOf(person.number) * 131 + Number(month.period.replace('-', '')))
  const { hasShifts, pieceRate } = wageOf(person.position, chance(0), false)
  const told: Told[] = []
  const tell = (name: string, value: number, from: Told['from'] = 'attendance') => {
    if (value !== 0) told.push({ name, value: String(value), from })
  }
  const isOff = wholeMonthsOff[person.number] === days.monthsAgo
  // the last months are calm, so that what is wrong in the open one stands out
  const isCalm = days.monthsAgo <= 1
  const unpaid = isOff ? days.paid : !isCalm && luck.happens(0.04) ? Math.min(days.paid, 1 + luck.below(2)) : 0
  const sickDays = 1 + luck.below(!isCalm && luck.happens(0.1) ? 10 : 2)
  const sick = isOff || !luck.happens(isCalm ? 0.03 : 0.06) ? 0 : Math.min(days.paid - unpaid, sickDays)
  tell('unpaid_days', unpaid)
  tell('sick_days', sick)
  const present = Math.max(0, days.paid - unpaid - sick) / month.paidDays.length
  if (present > 0.5) overtime(luck, hasShifts, month, tell)
  if (hasShifts) tell('night_shifts', Math.round((4 + luck.below(6)) * present))
  if (hasShifts && /-0[6-9]$/.test(month.period)) tell('heat_days', Math.round(month.workdays.length * present))
  if (pieceRate && present > 0) {
    tell('pieces', Math.round((4800 + luck.below(2200)) * present), 'pieces')
    tell('piece_rate', Number(pieceRate), 'pieces')
  }
  if (term.amounts['performance_base']) tell('performance_score', scoreOf(luck), 'score')
  if (person.position === 'SA-KEY') tell('incentive', 800 + 100 * luck.below(days.monthsAgo <= 1 ? 6 : 20), 'deals')
  if (isBonusMonth(month) && person.hiredOn < `${Number(month.paidOn.slice(0, 4)) - 1}-01-01`)
    tell('year_bonus', Math.round((term.wage / 100) * (0.8 + luck.below(15) / 10)), 'bonus')
  if (luck.happens(0.006)) tell('one_off', 500, 'once')
  if (luck.happens(0.005)) tell('other_deduction', 50 + 10 * luck.below(10), 'once')
  return told
}

/** Within the 36 hours of a month; who works in shifts also comes on rest days and holidays. */
function overtime(
  luck: Chance,
  hasShifts: boolean,
  month: PayMonth,
  tell: (name: string, value: number) => void,
): void {
  const hours = hasShifts ? 4 + luck.below(33) / 2 : luck.happens(0.3) ? 1 + luck.below(12) / 2 : 0
  tell('overtime_workday_hours', hours)
  if (luck.happens(hasShifts ? 0.5 : 0.05)) tell('overtime_restday_hours', 8)
  const holidays = month.paidDays.length - month.workdays.length
  if (hasShifts && holidays > 0 && luck.happens(0.15)) tell('overtime_holiday_hours', 8)
}

/** Most reach what was asked; some fall behind, some go beyond. */
function scoreOf(luck: Chance): number {
  const dice = luck.next()
  return (dice < 0.1 ? 70 + luck.below(15) : dice < 0.8 ? 90 + luck.below(12) : 102 + luck.below(14)) / 100
}

/** The last pay day before Spring Festival brings the annual bonus. */
function isBonusMonth({ paidOn }: PayMonth): boolean {
  const festival = springFestivals.find((day) => day.startsWith(paidOn.slice(0, 4))) ?? `${paidOn.slice(0, 4)}-02-05`
  const days = (Date.parse(festival) - Date.parse(paidOn)) / 86_400_000
  // how bonuses are taxed from 2028 on is not known yet
  return days > 0 && days <= 31 && paidOn < '2028-01-01'
}
