import { Tag } from '#ui/Tag'
import { useWords } from '#web/words'
import type { PayQuestion } from '../../contract.ts'

const tones = { open: 'amber', answered: 'blue', closed: 'green' } as const

export function QuestionState({ state }: { state: PayQuestion['state'] }) {
  const t = useWords('payroll')
  return <Tag tone={tones[state]}>{t(`questions.states.${state}`)}</Tag>
}
