import type { ChangeKind, Raci, SeatKind, UnitKind } from '#core/reorganisation'

// plain lists: the engine with its schemas stays out of the browser
export const changeKinds = [
  'create-unit',
  'rename-unit',
  'move-unit',
  'split-unit',
  'merge-units',
  'close-unit',
  'create-position',
  'rename-position',
  'move-position',
  'change-headcount',
  'change-line',
  'close-position',
  'reassign-person',
  'move-responsibility',
  'end-responsibility',
] as const satisfies readonly ChangeKind[]
export const unitKinds = [
  'group',
  'company',
  'branch',
  'department',
  'workshop',
  'team',
] as const satisfies readonly UnitKind[]
export const seatKinds = ['main', 'concurrent', 'acting'] as const satisfies readonly SeatKind[]
export const racis = ['accountable', 'responsible', 'consulted', 'informed'] as const satisfies readonly Raci[]
