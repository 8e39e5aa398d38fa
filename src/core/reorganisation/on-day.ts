import type { Doing } from './apply.ts'
import type { PositionVersion, UnitVersion } from './chart.ts'
import { running } from './ledger.ts'

/** The version of a unit that runs that day, or a refusal. */
export function unitOn({ ledger, day, refuse }: Doing, unitId: string): UnitVersion | undefined {
  const versions = ledger.units.by('unit', unitId)
  const version = running(versions, day)
  if (version) return version
  refuse(versions.length === 0 ? 'unknown-unit' : 'unit-not-there', { unitId, day })
  return undefined
}

/** The version of a position that runs that day, or a refusal. */
export function positionOn({ ledger, day, refuse }: Doing, positionId: string): PositionVersion | undefined {
  const versions = ledger.positions.by('position', positionId)
  const version = running(versions, day)
  if (version) return version
  refuse(versions.length === 0 ? 'unknown-position' : 'position-not-there', { positionId, day })
  return undefined
}
