import { Tag } from '#ui/Tag'
import { useWords } from '#web/words'
import type { PersonnelFile } from '../contract.ts'

export function EmploymentTag({ employment }: { employment: PersonnelFile['employment'] }) {
  const t = useWords('people')
  return <Tag tone={tones[employment]}>{t(`employments.${employment}`)}</Tag>
}

const tones = { probation: 'amber', regular: 'green', intern: 'sky', contractor: 'violet', left: 'gray' } as const
