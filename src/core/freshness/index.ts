import {
  addDays,
  addMonths,
  isWorkday,
  monthStart,
  weekday,
  weekStart,
  type Day,
  type WorkCalendar,
} from '../calendar/index.ts'

/** How often something is expected at least: in each day, workday, week (from Monday) or month; `none` expects nothing. */
export const rhythms = ['none', 'day', 'workday', 'week', 'month'] as const
export type Rhythm = (typeof rhythms)[number]

/** `untimed`: nothing is expected; `never`: something is, and nothing has come yet. */
export const freshnessStates = ['fresh', 'silent', 'never', 'untimed'] as const
export type Freshness = {
  readonly state: (typeof freshnessStates)[number]
  /** Whole days, workdays, weeks or months without anything since the last; 0 while fresh. */
  readonly missed: number
}

/** More are not counted: who was silent that long is silent. */
const mostMissed = 400

/**
 * Whether what is expected in a rhythm has come.
 *
 * @param lastDay the last day on which something happened; null = never
 * @param today   the first day that may still bring something: a day, week or month counts as missed when it has wholly passed
 * @param calendar only asked for `workday`; a day of a year it does not know counts Monday to Friday
 */
export function freshnessOf(rhythm: Rhythm, lastDay: Day | null, today: Day, calendar: WorkCalendar): Freshness {
  if (rhythm === 'none') return { state: 'untimed', missed: 0 }
  if (lastDay === null) return { state: 'never', missed: 0 }
  const missed = missedSince(rhythm, lastDay, today, calendar)
  return { state: missed > 0 ? 'silent' : 'fresh', missed }
}

/**
 * The days on which something was expected and nothing happened, oldest first, between the first day of all and `until`
 * (excluded). Weeks and months are told by their first day.
 */
export function gapsIn(rhythm: Rhythm, days: ReadonlySet<Day>, from: Day, until: Day, calendar: WorkCalendar): Day[] {
  if (rhythm === 'none') return []
  const filled = new Set([...days].map((day) => beginOf(rhythm, day)))
  const gaps: Day[] = []
  for (let at = beginOf(rhythm, from); next(rhythm, at) <= until; at = next(rhythm, at)) {
    if (rhythm === 'workday' && !isWorking(calendar, at)) continue
    if (!filled.has(at)) gaps.push(at)
  }
  return gaps
}

function missedSince(rhythm: Rhythm, lastDay: Day, today: Day, calendar: WorkCalendar): number {
  let missed = 0
  for (let at = next(rhythm, beginOf(rhythm, lastDay)); next(rhythm, at) <= today; at = next(rhythm, at)) {
    if (rhythm !== 'workday' || isWorking(calendar, at)) missed += 1
    if (missed >= mostMissed) break
  }
  return missed
}

function beginOf(rhythm: Rhythm, day: Day): Day {
  return rhythm === 'week' ? weekStart(day) : rhythm === 'month' ? monthStart(day) : day
}

function next(rhythm: Rhythm, begin: Day): Day {
  return rhythm === 'week' ? addDays(begin, 7) : rhythm === 'month' ? addMonths(begin, 1) : addDays(begin, 1)
}

/** A year nobody entered must not hide a silence. */
function isWorking(calendar: WorkCalendar, on: Day): boolean {
  return calendar.years.has(Number(on.slice(0, 4))) ? isWorkday(calendar, on) : weekday(on) <= 5
}
