import { isPeriodic, occurrences, type Cadence, type Occurrence } from '#core/cadence'
import { addDays, periodAround, type Day, type WorkCalendar } from '#core/calendar'

/** The years a calendar must hold before the work of a duty can be told, and does not. */
export type Missing = { readonly missingYears: readonly number[] }

/**
 * The pieces of work that a duty held on a day asks for on that day: the day's own, and, for a duty of weeks or months
 * held today, the one of the running period. Days before today are looked at for what was missed while the server was down.
 */
export function workOf(cadence: Cadence, calendar: WorkCalendar, on: Day, today: Day): Occurrence[] | Missing {
  const { every } = cadence
  const isDaily = every === 'workday' || every === 'shift'
  if (!isPeriodic(every)) return []
  if (!isDaily && on !== today) return []
  const period = periodAround(isDaily ? 'day' : every, on)
  const years = new Set([yearOf(period.from), yearOf(addDays(period.until, -1))])
  const missingYears = [...years].filter((year) => !calendar.years.has(year))
  if (missingYears.length > 0) return { missingYears }
  return occurrences(cadence, calendar, { from: period.from, until: addDays(period.from, 1) })
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

/**
 * Whether somebody who may give tasks to this task's person may also call this one off: of one's own work only what one
 * gave oneself, for else nobody would ever be late.
 */
export function mayCallOff(task: { personId: string; givenBy: string | null }, actorPersonId: string | null): boolean {
  return task.personId !== actorPersonId || task.givenBy === actorPersonId
}

/** True while the author may take an entry back. */
export function mayTakeBack(handedInAt: Date, now: Date, hours: number): boolean {
  return now.getTime() - handedInAt.getTime() <= hours * 3_600_000
}

function yearOf(on: Day): number {
  return Number(on.slice(0, 4))
}
