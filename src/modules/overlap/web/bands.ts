import type { Band, State } from '../contract.ts'

// a contract's schemas are types only in screens
export const bandNames: readonly Band[] = ['same', 'likely', 'possible']
export const stateNames: readonly State[] = ['open', 'same', 'different']

export const bandTone = { same: 'red', likely: 'amber', possible: 'sky' } as const satisfies Record<Band, string>

/** 876 → 88 %: the last digit of likeness says nothing. */
export function percentOf(permille: number): string {
  return `${Math.round(permille / 10)} %`
}
