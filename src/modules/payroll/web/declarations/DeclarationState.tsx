import { Status } from '#ui/Status'
import { useWords } from '#web/words'
import type { Declaration } from '../../contract.ts'

const colours = { proposed: 'amber', approved: 'green', refused: 'red', withdrawn: 'gray' } as const

export function DeclarationState({ state }: { state: Declaration['state'] }) {
  const t = useWords('payroll')
  return <Status color={colours[state]}>{t(`declarations.states.${state}`)}</Status>
}
