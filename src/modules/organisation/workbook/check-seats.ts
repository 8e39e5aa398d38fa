import { runsOn } from '#core/calendar'
import { dayWithoutMain } from '../rules.ts'
import type { Tell } from './check.ts'
import { covers, timelineOf, twins, type Timelines } from './check-timelines.ts'
import type { SeatRow, Workbook } from './model.ts'

/** Whether everybody's seats fit: known people and places, one main seat at a time and none without, shares within the time. */
export function checkSeats(
  { people, seats, absences }: Workbook,
  positions: Timelines<Workbook['positions'][number]>,
  tell: Tell,
): void {
  const numbers = new Set(people.map((row) => row.number))
  for (const row of seats) {
    if (!numbers.has(row.number)) tell('seats', row, 'number', 'nobody', { number: row.number })
    if (!positions.has(row.position)) tell('seats', row, 'position', 'unknown-position', { position: row.position })
    else if (!covers(positions, row.position, row))
      tell('seats', row, 'from', 'position-gone', { position: row.position, from: row.from })
  }
  for (const { row, other } of twins(timelineOf(seats, (seat) => `${seat.number} ${seat.position}`)))
    tell('seats', row, 'from', 'seat-twice', { number: row.number, from: other.from })
  const mains = seats.filter((row) => row.kind === 'main')
  for (const { row, other } of twins(timelineOf(mains, (seat) => seat.number)))
    tell('seats', row, 'kind', 'main-twice', { number: row.number, from: other.from })
  for (const own of timelineOf(seats, (seat) => seat.number).values()) checkPerson(own, tell)
  const lines = timelineOf(absences, (row) => row.number)
  for (const row of absences)
    if (!numbers.has(row.number)) tell('absences', row, 'number', 'nobody', { number: row.number })
  for (const { row, other } of twins(lines)) tell('absences', row, 'from', 'absence-twice', { from: other.from })
}

function checkPerson(own: readonly SeatRow[], tell: Tell): void {
  const on = dayWithoutMain(own.map((seat) => ({ ...seat, id: '' })))
  const bare = on === null ? undefined : own.find((seat) => runsOn(seat, on))
  if (bare) tell('seats', bare, 'kind', 'no-main', { number: bare.number, on })
  for (const seat of own) {
    const running = own.filter((other) => runsOn(other, seat.from))
    const total = running.reduce((sum, other) => sum + other.sharePermille, 0)
    if (total > 1000 && running.every((other) => other.overReason === null))
      tell('seats', seat, 'share', 'over-whole', { number: seat.number, total: total / 10, on: seat.from })
  }
}
