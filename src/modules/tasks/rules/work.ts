import { isDaily, isPeriodic, occurrences, type Cadence, type Occurrence } from '#core/cadence'
import { addDays, periodAround, type Day, type Period, type WorkCalendar } from '#core/calendar'

/** A piece of work, and the day as of which its holders count. */
export type Work = Occurrence & { readonly heldOn: Day }
export type WorkFound = { readonly work: readonly Work[]; readonly missingYear: number | null }

/**
 * The pieces of work a duty asks for that are to be made today: each day's own in the window, which ends with today; of weeks
 * and longer the one that runs today, and those that began in the window after `madeUntil` and are over, for nobody was there
 * to make them. Such a one counts for who held the duty when it fell due. What needs a year that the calendar lacks is left
 * out, and the year named.
 */
export function workOf(
  cadence: Cadence,
  calendar: WorkCalendar,
  window: Period & { until: Day },
  madeUntil: Day | null,
): WorkFound {
  if (!isPeriodic(cadence.every)) return { work: [], missingYear: null }
  return isDaily(cadence) ? dailyWork(cadence, calendar, window) : longWork(cadence, calendar, window, madeUntil)
}

function dailyWork(cadence: Cadence, calendar: WorkCalendar, window: Period & { until: Day }): WorkFound {
  const found = sought(() => occurrences(cadence, calendar, window))
  if (found.missingYear === null) return asOf(found, (one) => one.from)
  // the days of the years that are known are sure
  const known = { from: window.from, until: `${found.missingYear}-01-01` }
  const sure = known.until > known.from ? sought(() => occurrences(cadence, calendar, known)) : found
  return { work: asOf(sure, (one) => one.from).work, missingYear: found.missingYear }
}

function longWork(
  cadence: Cadence,
  calendar: WorkCalendar,
  window: Period & { until: Day },
  madeUntil: Day | null,
): WorkFound {
  const today = addDays(window.until, -1)
  const { every } = cadence
  const { from } = periodAround(every === 'week' || every === 'month' || every === 'quarter' ? every : 'year', today)
  const running = asOf(
    sought(() => occurrences(cadence, calendar, { from, until: addDays(from, 1) })),
    () => today,
  )
  const unseen = madeUntil === null ? from : later(window.from, addDays(madeUntil, 1))
  const missed = asOf(
    sought(() => (unseen < from ? occurrences(cadence, calendar, { from: unseen, until: from }) : [])),
    (one) => (one.dueDay < today ? one.dueDay : today),
  )
  return { work: [...missed.work, ...running.work], missingYear: missed.missingYear ?? running.missingYear }
}

type Sought = { readonly found: readonly Occurrence[]; readonly missingYear: number | null }

function sought(look: () => Occurrence[]): Sought {
  try {
    return { found: look(), missingYear: null }
  } catch (error) {
    const year = error instanceof RangeError ? /no year (\d+)/.exec(error.message)?.[1] : undefined
    if (!year) throw error
    return { found: [], missingYear: Number(year) }
  }
}

function asOf({ found, missingYear }: Sought, heldOn: (one: Occurrence) => Day): WorkFound {
  return { work: found.map((one) => ({ ...one, heldOn: heldOn(one) })), missingYear }
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

/** The same for a piece of work that several holders of a unit share. */
export function sharedKey(duty: { responsibilityId: string; dutyKey: string; unitId: string }, from: string): string {
  return `${duty.responsibilityId}:${duty.dutyKey}:${duty.unitId}:${from}`
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other
}
