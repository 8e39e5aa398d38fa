import type { RoundState } from '../contract.ts'

export const stateTones = {
  open: 'blue',
  scored: 'amber',
  calibrated: 'violet',
  confirmed: 'teal',
  frozen: 'gray',
} as const satisfies Record<RoundState, string>
export const stateOrder = ['open', 'scored', 'calibrated', 'confirmed', 'frozen'] as const
export const partOrder = ['self', 'manager', 'peer', 'customer'] as const
export const periodOrder = ['month', 'quarter', 'year'] as const
