import type { ChangeOf } from './change.ts'
import type { UnitVersion } from './chart.ts'
import type { Doing } from './apply.ts'
import { moveUnitHolding } from './change-people.ts'
import { changePosition } from './change-positions.ts'
import { lasting, planned, running } from './ledger.ts'
import { unitOn } from './on-day.ts'

export function createUnit(doing: Doing, change: Omit<ChangeOf<'create-unit'>, 'do' | 'day'>): void {
  const { ledger, day, refuse } = doing
  const { unitId, name, kind, parentId } = change
  if (ledger.units.by('unit', unitId).length > 0) return refuse('exists-already', { unitId })
  if (!unitOn(doing, parentId)) return
  ledger.put('units', { id: ledger.newId(), unitId, name, kind, parentId, sortOrder: 0, from: day, until: null })
}

/** From the day on the unit has another name or hangs elsewhere. */
export function changeUnit(
  doing: Doing,
  unitId: string,
  content: Partial<Pick<UnitVersion, 'name' | 'parentId'>>,
): void {
  const { ledger, day, refuse } = doing
  const version = unitOn(doing, unitId)
  if (!version) return
  if (content.parentId !== undefined) {
    if (version.parentId === null) return refuse('root-stays', { unitId })
    if (content.parentId === unitId) return refuse('into-itself', { unitId })
    if (content.parentId === version.parentId) return refuse('nothing-changes', { unitId })
    if (!unitOn(doing, content.parentId ?? '')) return
  }
  if (isPlanned(doing, unitId)) return
  if (version.from === day) return ledger.put('units', { ...version, ...content })
  ledger.put('units', { ...version, until: day })
  ledger.put('units', { ...version, ...content, id: ledger.newId(), from: day })
}

export function splitUnit(doing: Doing, change: ChangeOf<'split-unit'>): void {
  const { ledger, day, refuse } = doing
  const { unitId, into, positions, units } = change
  const version = unitOn(doing, unitId)
  if (!version) return
  if (version.parentId === null) return refuse('root-stays', { unitId })
  for (const unit of into) createUnit(doing, { ...unit, parentId: version.parentId })
  for (const { positionId, toUnitId } of positions) {
    const position = running(ledger.positions.by('position', positionId), day)
    if (position && position.unitId !== unitId) refuse('not-in-unit', { positionId, unitId })
    else changePosition(doing, positionId, { unitId: toUnitId })
  }
  for (const { unitId: movedId, toUnitId } of units) changeUnit(doing, movedId, { parentId: toUnitId })
  if (!change.stays) endUnit(doing, unitId)
}

export function mergeUnits(doing: Doing, { unitIds, intoUnitId }: ChangeOf<'merge-units'>): void {
  for (const unitId of new Set(unitIds)) {
    if (unitId !== intoUnitId) closeUnit(doing, unitId, intoUnitId)
    else if (unitIds.length === 1) doing.refuse('into-itself', { unitId })
  }
}

/** Ends a unit on the day; what hangs below goes elsewhere first. What is left hanging is found as orphans. */
export function closeUnit(doing: Doing, unitId: string, toUnitId: string | null): void {
  const { ledger, day, refuse } = doing
  if (toUnitId !== null) {
    if (toUnitId === unitId) return refuse('into-itself', { unitId })
    if (!unitOn(doing, toUnitId)) return
    const below = new Set(lasting(ledger.units.by('parent', unitId), day).map((row) => row.unitId))
    const at = new Set(lasting(ledger.positions.by('unit', unitId), day).map((row) => row.positionId))
    const target = running(ledger.units.by('unit', toUnitId), day)
    // a unit merged into one of its own parts: that part takes its place
    if (target?.parentId === unitId) {
      const own = running(ledger.units.by('unit', unitId), day)
      if (own?.parentId) changeUnit(doing, toUnitId, { parentId: own.parentId })
      below.delete(toUnitId)
    }
    for (const id of below) changeUnit(doing, id, { parentId: toUnitId })
    for (const id of at) changePosition(doing, id, { unitId: toUnitId })
    const held = [...ledger.holdings.by('unit', unitId), ...ledger.holdings.by('for', unitId)]
    for (const holding of lasting([...new Set(held)], day)) moveUnitHolding(doing, holding, unitId, toUnitId)
  }
  endUnit(doing, unitId)
}

function endUnit(doing: Doing, unitId: string): void {
  const { ledger, day, refuse } = doing
  const version = unitOn(doing, unitId)
  if (!version) return
  if (version.parentId === null) return refuse('root-stays', { unitId })
  if (isPlanned(doing, unitId)) return
  if (!ledger.end('units', version, day)) refuse('begins-that-day', { unitId, day })
}

function isPlanned({ ledger, day, refuse }: Doing, unitId: string): boolean {
  const later = planned(ledger.units.by('unit', unitId), day)
  if (later) refuse('planned-later', { unitId, day: later.from })
  return later !== undefined
}
