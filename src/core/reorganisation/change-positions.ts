import type { ChangeOf } from './change.ts'
import type { PositionVersion } from './chart.ts'
import type { Doing } from './apply.ts'
import { moveHolding, moveSeat } from './change-people.ts'
import { lasting, planned } from './ledger.ts'
import { positionOn, unitOn } from './on-day.ts'

export function createPosition(doing: Doing, change: ChangeOf<'create-position'>): void {
  const { ledger, day, refuse } = doing
  const { positionId, unitId, title, headcount, reportsToId, isLead } = change
  if (ledger.positions.by('position', positionId).length > 0) return refuse('exists-already', { positionId })
  if (!unitOn(doing, unitId)) return
  if (reportsToId !== null && !positionOn(doing, reportsToId)) return
  const content = { positionId, unitId, title, headcount, reportsToId, isLead }
  ledger.put('positions', { id: ledger.newId(), ...content, from: day, until: null })
}

/** From the day on the position is otherwise; its people and responsibilities come with it. */
export function changePosition(
  doing: Doing,
  positionId: string,
  content: Partial<Pick<PositionVersion, 'title' | 'unitId' | 'headcount' | 'reportsToId'>>,
): void {
  const { ledger, day, refuse } = doing
  const version = positionOn(doing, positionId)
  if (!version) return
  if (content.unitId !== undefined) {
    if (!unitOn(doing, content.unitId)) return
    if (content.unitId === version.unitId) return refuse('nothing-changes', { positionId })
  }
  if (content.reportsToId) {
    if (content.reportsToId === positionId) return refuse('into-itself', { positionId })
    if (!positionOn(doing, content.reportsToId)) return
  }
  if (content.reportsToId !== undefined && content.reportsToId === version.reportsToId)
    return refuse('nothing-changes', { positionId })
  if (content.headcount === version.headcount) return refuse('nothing-changes', { positionId })
  if (isPlanned(doing, positionId)) return
  if (version.from === day) return ledger.put('positions', { ...version, ...content })
  ledger.put('positions', { ...version, until: day })
  ledger.put('positions', { ...version, ...content, id: ledger.newId(), from: day })
}

/** Ends a position on the day; `heirId` takes over people, lines and responsibilities. What is left is found as orphans. */
export function closePosition(doing: Doing, positionId: string, heirId: string | null): void {
  const { ledger, day, refuse } = doing
  const version = positionOn(doing, positionId)
  if (!version) return
  if (heirId !== null) {
    if (heirId === positionId) return refuse('into-itself', { positionId })
    const heir = positionOn(doing, heirId)
    if (!heir) return
    const below = new Set(lasting(ledger.positions.by('superior', positionId), day).map((row) => row.positionId))
    // one of its own people takes over: that position answers to whom the closed one answered
    if (below.delete(heirId)) changePosition(doing, heirId, { reportsToId: version.reportsToId })
    for (const id of below) changePosition(doing, id, { reportsToId: heirId })
    for (const seat of lasting(ledger.seats.by('position', positionId), day)) moveSeat(doing, seat, heirId)
    for (const holding of lasting(ledger.holdings.by('position', positionId), day)) moveHolding(doing, holding, heirId)
  }
  if (isPlanned(doing, positionId)) return
  if (!ledger.end('positions', version, day)) refuse('begins-that-day', { positionId, day })
}

function isPlanned({ ledger, day, refuse }: Doing, positionId: string): boolean {
  const later = planned(ledger.positions.by('position', positionId), day)
  if (later) refuse('planned-later', { positionId, day: later.from })
  return later !== undefined
}
