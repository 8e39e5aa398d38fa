import type { Change } from './change.ts'
import type { Chart, Holding, PositionVersion, Seat, UnitVersion } from './chart.ts'

/** Ids in tests are words; only the schema asks for uuids, the engine does not. */
export const since = '2020-01-01'

export function unit(unitId: string, parentId: string | null, more: Partial<UnitVersion> = {}): UnitVersion {
  const content = { name: { en: unitId }, kind: 'department' as const, parentId, sortOrder: 0 }
  return { id: `u-${unitId}`, unitId, ...content, from: since, until: null, ...more }
}

export function position(positionId: string, unitId: string, more: Partial<PositionVersion> = {}): PositionVersion {
  const content = { title: { en: positionId }, headcount: 1, reportsToId: null, isLead: false }
  return { id: `p-${positionId}`, positionId, unitId, ...content, from: since, until: null, ...more }
}

export function seat(personId: string, positionId: string, more: Partial<Seat> = {}): Seat {
  const content = { kind: 'main' as const, sharePermille: 1000, overReason: null }
  return { id: `s-${personId}-${positionId}`, personId, positionId, ...content, from: since, until: null, ...more }
}

export function holding(responsibilityId: string, positionId: string, more: Partial<Holding> = {}): Holding {
  const content = { raci: 'accountable' as const, weightPermille: 400, unitId: null, personId: null, forUnitId: null }
  const id = `h-${responsibilityId}-${positionId}`
  return { id, responsibilityId, positionId, ...content, from: since, until: null, ...more }
}

/** A factory: production and quality below the root, each with a head and a worker. */
export function factory(): Chart {
  return {
    units: [
      unit('root', null, { kind: 'company' }),
      unit('production', 'root'),
      unit('quality', 'root'),
      unit('line', 'production'),
    ],
    positions: [
      position('director', 'root', { isLead: true }),
      position('head-of-production', 'production', { reportsToId: 'director', isLead: true }),
      position('operator', 'line', { reportsToId: 'head-of-production', headcount: 3 }),
      position('head-of-quality', 'quality', { reportsToId: 'director', isLead: true }),
      position('inspector', 'quality', { reportsToId: 'head-of-quality', headcount: 2 }),
    ],
    seats: [
      seat('dan', 'director'),
      seat('pia', 'head-of-production'),
      seat('otto', 'operator'),
      seat('olga', 'operator', { sharePermille: 600 }),
      seat('olga', 'inspector', { kind: 'concurrent', sharePermille: 400 }),
      seat('quinn', 'head-of-quality'),
      seat('ida', 'inspector'),
    ],
    holdings: [
      holding('making', 'head-of-production'),
      holding('making', 'operator', { raci: 'responsible' }),
      holding('inspection', 'head-of-quality'),
      holding('inspection', 'operator', { raci: 'responsible', weightPermille: 300 }),
    ],
    responsibilities: [
      { id: 'making', unitId: 'production' },
      { id: 'inspection', unitId: 'quality' },
    ],
    personIds: new Set(['dan', 'pia', 'otto', 'olga', 'quinn', 'ida']),
  }
}

export function counter(prefix = 'new'): () => string {
  let last = 0
  return () => `${prefix}-${(last += 1)}`
}

/** The split of the fourth case: inspection leaves production's hands, the line becomes two, quality gets a laboratory. */
export const splitOfProduction: Change[] = [
  { do: 'create-unit', unitId: 'laboratory', name: { en: 'Laboratory' }, kind: 'team', parentId: 'quality' },
  {
    do: 'split-unit',
    unitId: 'line',
    into: [
      { unitId: 'line-a', name: { en: 'Line A' }, kind: 'team' },
      { unitId: 'line-b', name: { en: 'Line B' }, kind: 'team' },
    ],
    positions: [{ positionId: 'operator', toUnitId: 'line-a' }],
    units: [],
    stays: false,
  },
  { do: 'move-position', positionId: 'inspector', unitId: 'laboratory' },
  { do: 'reassign-person', personId: 'olga', fromPositionId: 'operator', toPositionId: null },
  {
    do: 'reassign-person',
    personId: 'olga',
    fromPositionId: 'inspector',
    toPositionId: 'inspector',
    kind: 'main',
    sharePermille: 1000,
  },
  {
    do: 'move-responsibility',
    responsibilityId: 'inspection',
    fromPositionId: 'operator',
    toPositionId: 'inspector',
    raci: 'responsible',
  },
]
