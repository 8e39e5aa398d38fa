import type { ChangeOf } from './change.ts'
import type { Holding, Seat } from './chart.ts'
import type { Doing } from './apply.ts'
import { lasting, planned, running } from './ledger.ts'
import { positionOn } from './on-day.ts'

/** Ends a seat, begins another, or both. */
export function reassignPerson(doing: Doing, change: ChangeOf<'reassign-person'>): void {
  const { ledger, day, refuse } = doing
  const { personId, fromPositionId, toPositionId } = change
  if (!ledger.chart.personIds.has(personId)) return refuse('unknown-person', { personId })
  if (fromPositionId === null && toPositionId === null) return refuse('nothing-changes', { personId })
  const seats = ledger.seats.by('person', personId)
  const left =
    fromPositionId === null
      ? undefined
      : running(
          seats.filter((seat) => seat.positionId === fromPositionId),
          day,
        )
  if (fromPositionId !== null && !left) return refuse('not-seated', { personId, positionId: fromPositionId, day })
  if (toPositionId !== null && !positionOn(doing, toPositionId)) return
  const content = {
    kind: change.kind ?? left?.kind ?? 'main',
    sharePermille: change.sharePermille ?? left?.sharePermille ?? 1000,
    overReason: change.overReason ?? left?.overReason ?? null,
  }
  if (left && fromPositionId === toPositionId) return reshapeSeat(doing, left, content)
  const until = left?.until ?? null
  if (left && !endSeat(doing, left)) return
  if (toPositionId === null) return
  const later = planned(seats, day)
  if (later && content.kind === 'main' && later.kind === 'main')
    return refuse('planned-later', { personId, day: later.from })
  ledger.put('seats', { id: ledger.newId(), personId, positionId: toPositionId, ...content, from: day, until })
}

/** Who gives a responsibility up in a role, and who holds it then. */
export function moveResponsibility(doing: Doing, change: ChangeOf<'move-responsibility'>): void {
  const { ledger, day, refuse } = doing
  const { responsibilityId, fromPositionId, toPositionId, raci, weightPermille } = change
  if (!ledger.chart.responsibilities.some((one) => one.id === responsibilityId))
    return refuse('unknown-responsibility', { responsibilityId })
  if (!positionOn(doing, toPositionId)) return
  if (fromPositionId !== null) {
    const held = heldBy(doing, responsibilityId, fromPositionId, raci)
    if (!held) return
    return moveHolding(doing, held, toPositionId, weightPermille)
  }
  const content = { responsibilityId, positionId: toPositionId, raci, weightPermille: weightPermille ?? 0 }
  const holder = { unitId: null, personId: null, forUnitId: null }
  ledger.put('holdings', { id: ledger.newId(), ...content, ...holder, from: day, until: null })
}

export function endResponsibility(doing: Doing, change: ChangeOf<'end-responsibility'>): void {
  const held = heldBy(doing, change.responsibilityId, change.positionId, change.raci)
  if (held) endHolding(doing, held)
}

/** A seat goes on at another position; one of somebody who sits there already only ends. */
export function moveSeat(doing: Doing, seat: Seat, positionId: string): void {
  const { ledger, day, refuse } = doing
  const { personId } = seat
  if (seat.from > day) return refuse('planned-later', { personId, positionId: seat.positionId, day: seat.from })
  if (!endSeat(doing, seat)) return
  ledger.put('seats', { ...seat, id: ledger.newId(), positionId, from: day })
}

/** A holding goes on at another position; what is held there in the same role already takes it in. */
export function moveHolding(doing: Doing, held: Holding, positionId: string, weightPermille?: number): void {
  const { ledger, day, refuse } = doing
  const { responsibilityId } = held
  if (held.from > day) return refuse('planned-later', { responsibilityId, day: held.from })
  const weight = weightPermille ?? held.weightPermille
  if (held.positionId === positionId) {
    if (weight === held.weightPermille) return refuse('nothing-changes', { responsibilityId, positionId })
    if (held.from === day) return ledger.put('holdings', { ...held, weightPermille: weight })
  }
  if (!endHolding(doing, held)) return
  const there = lasting(ledger.holdings.by('responsibility', responsibilityId), day).some(
    (row) => row.positionId === positionId && row.raci === held.raci && row.forUnitId === held.forUnitId,
  )
  if (there && weightPermille === undefined) return
  ledger.put('holdings', { ...held, id: ledger.newId(), positionId, weightPermille: weight, from: day })
}

/** What a closed unit holds itself, or is held for it alone, goes on at another one. */
export function moveUnitHolding(doing: Doing, held: Holding, fromUnitId: string, toUnitId: string): void {
  const { ledger, day, refuse } = doing
  if (held.from > day)
    return refuse('planned-later', { responsibilityId: held.responsibilityId, unitId: fromUnitId, day: held.from })
  if (!endHolding(doing, held)) return
  const unitId = held.unitId === fromUnitId ? toUnitId : held.unitId
  const forUnitId = held.forUnitId === fromUnitId ? toUnitId : held.forUnitId
  ledger.put('holdings', { ...held, id: ledger.newId(), unitId, forUnitId, from: day })
}

function reshapeSeat(doing: Doing, seat: Seat, content: Pick<Seat, 'kind' | 'sharePermille' | 'overReason'>): void {
  const { ledger, day, refuse } = doing
  const { personId, positionId } = seat
  if (content.kind === seat.kind && content.sharePermille === seat.sharePermille)
    return refuse('nothing-changes', { personId, positionId })
  if (seat.from === day) return ledger.put('seats', { ...seat, ...content })
  ledger.put('seats', { ...seat, until: day })
  ledger.put('seats', { ...seat, ...content, id: ledger.newId(), from: day })
}

function endSeat({ ledger, day, refuse }: Doing, seat: Seat): boolean {
  const { personId, positionId } = seat
  const isEnded = ledger.end('seats', seat, day)
  if (!isEnded) refuse('begins-that-day', { personId, positionId, day })
  return isEnded
}

function endHolding({ ledger, day, refuse }: Doing, held: Holding): boolean {
  const { responsibilityId } = held
  const isEnded = ledger.end('holdings', held, day)
  if (!isEnded) refuse('begins-that-day', { responsibilityId, day })
  return isEnded
}

function heldBy(
  doing: Doing,
  responsibilityId: string,
  positionId: string,
  raci: Holding['raci'],
): Holding | undefined {
  const { ledger, day, refuse } = doing
  const rows = ledger.holdings
    .by('responsibility', responsibilityId)
    .filter((row) => row.positionId === positionId && row.raci === raci)
  const held = running(rows, day)
  if (!held) refuse('not-held', { responsibilityId, positionId, day })
  return held
}
