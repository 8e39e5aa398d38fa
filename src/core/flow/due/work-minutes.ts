import { addDays } from '../../calendar/index.ts'
import { shiftsOn, type WorkClock } from './clock.ts'

/** The instant that lies so many working minutes after another; before it when negative. */
export function addWorkMinutes(clock: WorkClock, from: number, minutes: number): number {
  const { day: first, minute } = clock.zone.localOf(from)
  let left = Math.abs(minutes)
  for (let day = first; ; day = addDays(day, minutes < 0 ? -1 : 1)) {
    const shifts = shiftsOn(clock, day)
    for (const shift of minutes < 0 ? shifts.toReversed() : shifts) {
      const start = day === first && minutes >= 0 ? Math.max(shift.from, minute) : shift.from
      const end = day === first && minutes < 0 ? Math.min(shift.until, minute) : shift.until
      if (end <= start) continue
      if (left <= end - start) return clock.zone.instantOf(day, minutes < 0 ? end - left : start + left)
      left -= end - start
    }
  }
}

/** Working minutes between two instants; 0 when the second is not later. */
export function workMinutes(clock: WorkClock, from: number, until: number): number {
  if (until <= from) return 0
  const first = clock.zone.localOf(from)
  const last = clock.zone.localOf(until)
  let sum = 0
  for (let day = first.day; day <= last.day; day = addDays(day, 1))
    for (const shift of shiftsOn(clock, day)) {
      const start = day === first.day ? Math.max(shift.from, first.minute) : shift.from
      const end = day === last.day ? Math.min(shift.until, last.minute) : shift.until
      sum += Math.max(0, end - start)
    }
  return sum
}
