import { addDays, addMonths, type Day, type Period } from '#core/calendar'
import type { Fen } from '#core/payroll'
import type { DeductionContent, DeductionItem } from '../contract/declarations.ts'

const childFen = 200_000
const elderlyFen = 300_000
const rentFen: Readonly<Record<number, Fen>> = { 1: 150_000, 2: 110_000, 3: 80_000 }

/** What a declared deduction is worth in a month, in fen (国发〔2018〕41号, amounts of 国发〔2023〕13号). */
export function monthFenOf({ item, count, isHalf, isOnlyChild, shareFen, cityClass }: DeductionContent): Fen {
  switch (item) {
    case 'child-education':
    case 'infant-care':
      return (count * childFen) / (isHalf ? 2 : 1)
    case 'elderly-support':
      return isOnlyChild ? elderlyFen : Math.min(shareFen ?? 0, elderlyFen / 2)
    case 'continuing-education':
      return 40_000
    case 'continuing-certificate':
      return 360_000
    case 'mortgage-interest':
      return isHalf ? 50_000 : 100_000
    case 'rent':
      return rentFen[cityClass] ?? 0
  }
}

/** Months after which a deduction ends by itself. */
const mostMonths: { readonly [item in DeductionItem]?: number } = {
  'continuing-education': 48,
  'mortgage-interest': 240,
}

type Held = Period & { readonly content: DeductionContent }
export type CountedDeduction = { readonly item: DeductionItem; readonly months: number; readonly fen: Fen }

/**
 * What a deduction adds up to in the tax year of `day`, from January to the month of `day`: whole months on at least one
 * day of which it holds, none before `since` (the first day at this employer). Told late, it still counts from its
 * month: the cumulative figure catches up. A certificate counts once, in the month it was got.
 */
export function countedDeduction({ from, until, content }: Held, day: Day, since: Day | null = null): CountedDeduction {
  const { item } = content
  const most = mostMonths[item]
  const lapses = most === undefined ? null : addMonths(`${from.slice(0, 7)}-01`, most)
  const ends = [until, lapses].filter((one) => one !== null).toSorted()[0] ?? null
  if (item === 'continuing-certificate') {
    const isThisYear = from.slice(0, 4) === day.slice(0, 4) && from.slice(0, 7) <= day.slice(0, 7)
    return { item, months: isThisYear ? 1 : 0, fen: isThisYear ? monthFenOf(content) : 0 }
  }
  const months = monthsHeld({ from, until: ends }, day, since)
  return { item, months, fen: months * monthFenOf(content) }
}

/** Months of the year of `day`, up to its own, on at least one day of which a period holds; none before `since`. */
export function monthsHeld({ from, until }: Period, day: Day, since: Day | null): number {
  const january: Day = `${day.slice(0, 4)}-01-01`
  const begins = [from, january, ...(since ? [since] : [])].toSorted().at(-1) as Day
  const last = Math.min(monthIndex(day), until === null ? Infinity : monthIndex(addDays(until, -1)))
  return Math.max(0, last - monthIndex(begins) + 1)
}

/** Rent and mortgage interest exclude each other. */
export function excludes(a: string, b: string): boolean {
  return (a === 'rent' && b === 'mortgage-interest') || (b === 'rent' && a === 'mortgage-interest')
}

function monthIndex(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}
