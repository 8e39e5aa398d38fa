import { occurrences, type Cadence, type Occurrence } from '#core/cadence'
import { addDays, overlap, periodAround, type Day, type Period, type WorkCalendar } from '#core/calendar'

export type DutyHeld = {
  readonly responsibilityId: string
  readonly dutyKey: string
  readonly cadence: Cadence
  readonly held: Period
}

/**
 * The pieces of work of a duty that should exist today: those of its period that holds today, and of days missed
 * in the last `catchUpDays` because the server was down. A duty held only later or no longer gives none.
 */
export function dueOccurrences(duty: DutyHeld, calendar: WorkCalendar, today: Day, catchUpDays: number): Occurrence[] {
  const { every } = duty.cadence
  const isDaily = every === 'workday' || every === 'shift'
  const from = isDaily ? addDays(today, -catchUpDays) : periodAround(every, today).from
  const heldSoFar = { from: duty.held.from, until: earlier(duty.held.until, addDays(today, 1)) }
  if (heldSoFar.from >= heldSoFar.until) return []
  return occurrences(duty.cadence, calendar, { from, until: addDays(today, 1) }).filter((one) =>
    overlap(one, heldSoFar),
  )
}

/** Tells a piece of work from its repetition, also over a new version of the responsibility. */
export function onceKey(
  duty: { responsibilityId: string; dutyKey: string },
  personId: string,
  positionId: string,
  from: Day,
): string {
  return `${duty.responsibilityId}:${duty.dutyKey}:${positionId}:${personId}:${from}`
}

/** True when an entry completes the task. */
export function completes(quantityDone: number, quantityDue: number): boolean {
  return quantityDone >= quantityDue
}

/** True while the author may take an entry back. */
export function mayTakeBack(handedInAt: Date, now: Date, hours: number): boolean {
  return now.getTime() - handedInAt.getTime() <= hours * 3_600_000
}

function earlier(a: Day | null, b: Day): Day {
  return a !== null && a < b ? a : b
}
