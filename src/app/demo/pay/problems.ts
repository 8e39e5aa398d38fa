import type { Day } from '#core/calendar'
import { passing } from '../factory/comings-and-goings.ts'
import { workers } from '../factory/people.ts'
import type { Told } from './month-story.ts'
import type { PlannedTerm } from './terms.ts'

/** The first (or a later one) of those who began on a position. */
const on = (position: string, place = 0): string => {
  const found = workers.filter((worker) => worker.position === position)[place]
  if (!found) throw new Error(`nobody sits on ${position}`)
  return found.number
}
const lastWho = (hasLeft: boolean): string => passing.findLast((one) => one.hasLeft === hasLeft)?.number ?? ''

/**
 * The twelve mistakes in the open month, each as it happens to people who pay people. The payroll officer finds them
 * by what the run tells, and mends them.
 */
export const mistakes = {
  /** Came days ago; nobody agreed on a wage in the product. */
  noTerms: lastWho(false),
  /** Left last month; the terms run on, and the piece counts still come. */
  leaverPaid: lastWho(true),
  /** 520 a month instead of 5,200. */
  belowMinimum: on('AS-PACK'),
  /** The same bank account as a colleague. */
  sharedAccount: on('AS-12-OP'),
  sharedWith: on('AS-12-OP', 1),
  /** Terms say Suzhou, of which no data on contributions is known. */
  unknownCity: on('SA-KEY', 2),
  /** 26,000 for a lost badge instead of 26. */
  negativeNet: on('MC-TOOL'),
  /** 96 hours of overtime. */
  overtime: on('FM-FIT'),
  /** A bonus typed by hand that also came by file. */
  bonusTwice: on('RI-PRODUCT'),
  /** Moved to the monthly group: the pieces count for nothing. */
  wrongGroup: on('AS-22-OP'),
  noIdNumber: on('QA-LAB'),
  /** No performance score: the bonus is a third of the pay of who sells. */
  noScore: on('SA-KEY', 5),
  /** 10 times the wage. */
  tenfold: on('QA-IN-OP'),
} as const

/** Whose account somebody named. */
export function accountHolder(number: string): string {
  return number === mistakes.sharedAccount ? mistakes.sharedWith : number
}

/** Terms as the officer typed them: right up to the open month, wrong in it. */
export function mistyped(number: string, terms: readonly PlannedTerm[], from: Day): PlannedTerm[] {
  if (number === mistakes.noTerms) return []
  if (number === mistakes.leaverPaid)
    return terms.map((term, at) => (at === terms.length - 1 ? { ...term, until: null } : term))
  const last = terms.at(-1)
  const wrong = last && wrongly(number, last)
  if (!last || !wrong) return [...terms]
  const reason = number === mistakes.wrongGroup ? '转岗' : '调薪'
  return [...terms.slice(0, -1), { ...last, until: from }, { ...last, ...wrong, from, reason }]
}

function wrongly(number: string, { wage }: PlannedTerm): Partial<PlannedTerm> | undefined {
  if (number === mistakes.belowMinimum) return { wage: Math.round(wage / 1000) * 100 }
  if (number === mistakes.tenfold) return { wage: wage * 10 }
  if (number === mistakes.unknownCity) return { city: '苏州' }
  if (number === mistakes.wrongGroup) return { group: 'HY-MONTH' }
  return undefined
}

/** What the open month was told, with what is wrong in it. */
export function misreported(number: string, told: readonly Told[]): Told[] {
  const without = (name: string) => told.filter((one) => one.name !== name)
  if (number === mistakes.negativeNet)
    return [...without('other_deduction'), { name: 'other_deduction', value: '26000', from: 'once' }]
  if (number === mistakes.overtime)
    return [...without('overtime_workday_hours'), { name: 'overtime_workday_hours', value: '96', from: 'attendance' }]
  if (number === mistakes.bonusTwice)
    return [
      ...without('one_off'),
      { name: 'one_off', value: '5000', from: 'once' },
      { name: 'one_off', value: '5000', from: 'bonus' },
    ]
  if (number === mistakes.noScore) return without('performance_score')
  return [...told]
}

/** Piece counts of somebody who has left. */
export const countsOfLeaver: readonly Told[] = [
  { name: 'pieces', value: '2210', from: 'pieces' },
  { name: 'piece_rate', value: '0.56', from: 'pieces' },
]
