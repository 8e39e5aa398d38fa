import type { Day } from '#core/calendar'
import type { Fen } from '#core/payroll'
import { chance } from '../random.ts'
import { wageOf, type Wage } from './wages.ts'

export type Paid = {
  readonly personId: string
  readonly number: string
  readonly name: string
  readonly position: string
  readonly hiredOn: Day
  /** The first day no longer employed. */
  readonly leftOn: Day | null
}
/** What a person is paid from a day on; the demo's own, before it is kept. */
export type PlannedTerm = {
  readonly from: Day
  readonly until: Day | null
  readonly group: Wage['group']
  readonly wage: Fen
  readonly amounts: Readonly<Record<string, string>>
  readonly base: Fen
  readonly reason: string
  /** Where contributions are due, unless in Shanghai. */
  readonly city?: string
}

/** What contributions are declared on counts everything a person earns: piece-work adds about as much as the wage. */
const pieceShare = 3300

/** Terms of a person from the first day told of: raises in April, new contribution bases in July. */
export function termsOf({ number, position, hiredOn, leftOn }: Paid, today: Day): PlannedTerm[] {
  const luck = chance(seedOf(number) + 11)
  const pay = wageOf(position, luck, number.startsWith('E'))
  const dormitory = pay.group === 'HY-PIECE' && luck.happens(0.35) ? 220 : 0
  const years = [Number(today.slice(0, 4)) - 1, Number(today.slice(0, 4))]
  const raises = years.map((year) => ({ on: `${year}-04-01`, share: 0.03 + luck.below(4) / 100 }))
  const days = years.flatMap((year) => [`${year}-04-01`, `${year}-07-01`])
  const begins = [hiredOn, ...days.filter((on) => on > hiredOn && on <= today && (leftOn === null || on < leftOn))]
  return begins.map((from, at) => {
    const wage = toFifty(raises.reduce((sum, { on, share }) => (on > from ? sum / (1 + share) : sum), pay.wage))
    const next = begins[at + 1]
    return {
      from,
      until: next ?? leftOn,
      group: pay.group,
      wage: wage * 100,
      amounts: amountsOf(pay, dormitory),
      // the base of a year stands until the next July
      base: 100 * Math.round(earnedBy(pay, wage) * (from.slice(5) === '04-01' ? 0.96 : 1)),
      reason: at === 0 ? '入职定薪' : from.slice(5) === '04-01' ? '年度调薪' : '社保公积金基数年度调整',
    }
  })
}

/** Special deductions a person declared, in yuan a month: who has none, who rents, who has parents and children. */
export function specialOf(number: string): { of: readonly Special[] } {
  const luck = chance(seedOf(number) + 23)
  if (luck.happens(0.42)) return { of: [] }
  const of: Special[] = []
  if (luck.happens(0.45)) of.push('children')
  if (luck.happens(0.4)) of.push('parents')
  of.push(luck.happens(0.5) ? 'rent' : 'mortgage')
  return { of }
}

/** 国发〔2023〕13号: a child 2,000, parents of an only child 3,000, rent in a large city 1,500, a mortgage 1,000. */
export const specialAmounts = {
  children: 2000,
  parents: 3000,
  rent: 1500,
  mortgage: 1000,
} as const
export type Special = keyof typeof specialAmounts

export function seedOf(number: string): number {
  return (number.startsWith('E') ? 90_000 : 10_000) + Number(number.slice(1)) * 17
}

function amountsOf(pay: Wage, dormitory: number): Record<string, string> {
  const amounts: Record<string, string> = {}
  if (pay.position) amounts['position_allowance'] = `${pay.position}.00`
  if (pay.skill) amounts['skill_allowance'] = `${pay.skill}.00`
  if (pay.performance) amounts['performance_base'] = `${pay.performance}.00`
  // a piece rate is no amount of a month: it comes with the counts
  if (dormitory) amounts['dormitory_fee'] = `${dormitory}.00`
  return amounts
}

function earnedBy(pay: Wage, wage: number): number {
  return wage + pay.position + pay.skill + pay.performance * 0.9 + (pay.pieceRate ? pieceShare : 0)
}

function toFifty(yuan: number): number {
  return Math.round(yuan / 50) * 50
}
