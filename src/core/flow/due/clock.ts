import { addDays, dayOf, isWorkday, numberOf, type Day, type WorkCalendar } from '../../calendar/index.ts'

/** Minutes of the local day; 540 = 09:00, 1080 = 18:00. Shifts of a day do not overlap and stand in order. */
export type Shift = { readonly from: number; readonly until: number }

/** Turns instants (epoch milliseconds) into local days and minutes, and back. */
export type Zone = {
  readonly localOf: (instant: number) => { readonly day: Day; readonly minute: number }
  readonly instantOf: (day: Day, minute: number) => number
}

/** By what deadlines are reckoned: days off and worked in exchange, daily shifts, and the zone of the unit. */
export type WorkClock = { readonly calendar: WorkCalendar; readonly shifts: readonly Shift[]; readonly zone: Zone }

const minuteMs = 60_000
const dayMinutes = 1440

/** A zone without summer time; China is 480 minutes ahead. */
export function fixedZone(aheadMinutes: number): Zone {
  return {
    localOf: (instant) => {
      const minutes = instant / minuteMs + aheadMinutes
      const day = Math.floor(minutes / dayMinutes)
      return { day: dayOf(day), minute: minutes - day * dayMinutes }
    },
    instantOf: (day, minute) => (numberOf(day) * dayMinutes + minute - aheadMinutes) * minuteMs,
  }
}

/** The working stretches of a day: none on a day off. */
export function shiftsOn(clock: WorkClock, day: Day): readonly Shift[] {
  return isWorkday(clock.calendar, day) ? clock.shifts : []
}

export function shiftEnd(clock: WorkClock, day: Day): number {
  return clock.zone.instantOf(day, clock.shifts.at(-1)?.until ?? dayMinutes)
}

/** The first instant of working time at or after another. */
export function nextWork(clock: WorkClock, instant: number): { day: Day; minute: number } {
  const { day: first, minute } = clock.zone.localOf(instant)
  for (let day = first; ; day = addDays(day, 1)) {
    const shift = shiftsOn(clock, day).find((one) => day !== first || minute < one.until)
    if (shift) return { day, minute: day === first ? Math.max(minute, shift.from) : shift.from }
  }
}
