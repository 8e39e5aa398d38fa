import type { Day } from '#core/calendar'
import type { ChartState, RosterChanges, RosterSeat } from '#modules/organisation'
import type { Fault } from './place-rows.ts'
import type { RosterLine } from './read-row.ts'
import { idOf, type Slot } from './slots.ts'

type SeatInput = {
  readonly lines: readonly RosterLine[]
  readonly placed: ReadonlyMap<RosterLine, Slot | null>
  readonly chart: ChartState
  readonly today: Day
  readonly newId: () => string
  readonly personIdOf: (row: RosterLine) => string | undefined
  readonly isNew: (row: RosterLine) => boolean
  readonly fault: Fault
}

/** Who sits elsewhere than before, from which day on, and the first day of every position that is to be made. */
export function seatChanges({ lines, placed, chart, today, newId, personIdOf, isNew, fault }: SeatInput) {
  const seatsOf = new Map<string, RosterSeat[]>()
  for (const seat of chart.seats) seatsOf.set(seat.personId, [...(seatsOf.get(seat.personId) ?? []), seat])
  const ended: RosterChanges['endedSeats'][number][] = []
  const corrected: RosterChanges['correctedSeats'][number][] = []
  const opened: RosterSeat[] = []
  const rows: RosterLine[] = []
  const starts = new Map<string, Day>()
  const mainOf = new Set<string>()
  const shares = new Map<string, number>()

  const further = new Map<string, number>()
  for (const row of lines) {
    const personId = row.kind === 'main' ? undefined : personIdOf(row)
    if (personId) further.set(personId, (further.get(personId) ?? 0) + (row.sharePermille ?? 0))
  }

  for (const row of lines) {
    const personId = personIdOf(row)
    if (!personId) continue
    const seats = seatsOf.get(personId) ?? []
    if (row.employment === 'left') {
      leave(row, seats)
      continue
    }
    const slot = placed.get(row)
    if (!slot) continue
    sit(row, personId, slot, seats)
  }
  for (const row of lines) {
    const personId = personIdOf(row)
    if (!personId || row.kind === 'main' || row.employment === 'left') continue
    const hasMain = mainOf.has(personId) || (seatsOf.get(personId) ?? []).some((seat) => seat.kind === 'main')
    if (!hasMain) fault(row, 'kind', 'main-needed')
    const total = shares.get(personId) ?? 0
    if (total > 1000) fault(row, 'share', 'share-too-large', { total: total / 10 })
  }
  return { ended, corrected, opened, rows, starts }

  function sit(row: RosterLine, personId: string, slot: Slot, seats: readonly RosterSeat[]): void {
    const positionId = idOf(slot)
    const running = seats.find((seat) =>
      row.kind === 'main' ? seat.kind === 'main' : seat.kind === row.kind && seat.positionId === positionId,
    )
    const sharePermille =
      row.sharePermille ?? running?.sharePermille ?? (row.kind === 'main' ? restFor(personId, seats) : 0)
    if (row.kind === 'main') mainOf.add(personId)
    shares.set(personId, (shares.get(personId) ?? 0) + sharePermille)
    if (running?.positionId === positionId && running.sharePermille === sharePermille) {
      begin(positionId, running.from)
      return
    }
    rows.push(row)
    const from = startOf(row, slot, running)
    begin(positionId, from)
    const later = seats.find(
      (seat) => seat.kind === row.kind && (row.kind === 'main' || seat.positionId === positionId) && seat.from > from,
    )
    if (later) return fault(row, 'from', 'seat-later', { from: later.from })
    if (running?.from === from) return void corrected.push({ id: running.id, positionId, sharePermille })
    if (running) ended.push({ id: running.id, until: from })
    opened.push({ id: newId(), personId, positionId, kind: row.kind, sharePermille, from, until: null })
  }

  /** What the other seats leave of the working time. */
  function restFor(personId: string, seats: readonly RosterSeat[]): number {
    const others = seats.filter((seat) => seat.kind !== 'main').map((seat) => seat.sharePermille)
    return [...others, further.get(personId) ?? 0].reduce((rest, share) => Math.max(0, rest - share), 1000)
  }

  /** As the sheet says, else the day of hiring for who is new, else today; never before the place was there. */
  function startOf(row: RosterLine, slot: Slot, running: RosterSeat | undefined): Day {
    const wanted = row.from ?? (isNew(row) && !running ? (row.hiredOn ?? today) : today)
    return [slot.existing?.since, slot.unit.since].reduce<Day>(
      (day, since) => (since && since > day ? since : day),
      wanted,
    )
  }

  function begin(positionId: string, from: Day): void {
    const before = starts.get(positionId)
    if (before === undefined || from < before) starts.set(positionId, from)
  }

  function leave(row: RosterLine, seats: readonly RosterSeat[]): void {
    const until = row.leftOn ?? row.from ?? today
    const late = seats.find((seat) => seat.from >= until)
    if (late) return fault(row, 'leftOn', 'seat-later', { from: late.from })
    const running = seats.filter((seat) => seat.until === null || seat.until > until)
    if (running.length > 0) rows.push(row)
    ended.push(...running.map((seat) => ({ id: seat.id, until })))
  }
}
