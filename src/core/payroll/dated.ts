import type { Day } from '../calendar/index.ts'
import { payFault } from './problem.ts'

/** Data that holds for a time, with where it was read. `missing` names what an administrator still has to fill in. */
export type Dated<Content> = {
  readonly from: Day
  /** The first day it no longer holds; null = until something newer comes. */
  readonly until: Day | null
  readonly source: string
  readonly missing?: readonly string[]
  readonly content: Content
}

/** The one that holds on a day. None is the fault `no-data`, never the nearest other. */
export function heldOn<Content>(all: readonly Dated<Content>[], day: Day, what: string, place: string): Dated<Content> {
  const found = all.find((one) => one.from <= day && (one.until === null || day < one.until))
  if (!found) throw payFault('no-data', { what, place, day })
  return found
}

/** As `heldOn`, and the fault `incomplete-data` when something of it is missing. */
export function wholeOn<Content>(
  all: readonly Dated<Content>[],
  day: Day,
  what: string,
  place: string,
): Dated<Content> {
  const found = heldOn(all, day, what, place)
  if (found.missing?.length) throw payFault('incomplete-data', { what, place, day, missing: found.missing.join(', ') })
  return found
}
