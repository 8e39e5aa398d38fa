import { useWords } from '#web/words'
import type { Declaration } from '../../contract.ts'

/** The masked form in words: a deduction by its name, the rest as it is. */
export function useShown(): (declaration: Pick<Declaration, 'kind' | 'shown'>) => string {
  const t = useWords('payroll')
  return ({ kind, shown }) => (kind === 'special-deduction' ? t(`declarations.items.${shown}`) : shown)
}
