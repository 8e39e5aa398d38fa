import { addMonths, type Day } from '#core/calendar'
import type { Days } from '#core/indicator'

/** The days of `2026-10`. */
export function daysOf(month: string): Days {
  const from = `${month}-01`
  return { from, until: addMonths(from, 1) }
}

export function monthOf(day: Day): string {
  return day.slice(0, 7)
}

/** So many months later (or, below zero, earlier). */
export function shifted(month: string, months: number): string {
  return monthOf(addMonths(`${month}-01`, months))
}

/** All months from one to another, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = first; month <= last; month = shifted(month, 1)) months.push(month)
  return months
}

/** The version that holds in a month. */
export function heldIn<T extends { readonly from: Day | null; readonly until: Day | null }>(
  all: readonly T[],
  month: string,
): T | undefined {
  const day = `${month}-01`
  return all.find(({ from, until }) => from !== null && from <= day && (until === null || day < until))
}
