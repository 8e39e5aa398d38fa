import type { DraftState } from '../contract.ts'

export const stateTones = {
  planning: 'gray',
  submitted: 'amber',
  approved: 'blue',
  applied: 'green',
  undone: 'violet',
  discarded: 'gray',
} as const satisfies Readonly<Record<DraftState, string>>
export const markTones = { added: 'green', removed: 'red', moved: 'blue', changed: 'amber' } as const
export const states = ['planning', 'submitted', 'approved', 'applied', 'undone', 'discarded'] as const
