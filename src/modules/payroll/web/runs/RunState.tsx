import { Tag } from '#ui/Tag'
import { useWords } from '#web/words'
import type { PayRun } from '../../contract.ts'

const tones = {
  draft: 'gray',
  calculating: 'blue',
  calculated: 'sky',
  submitted: 'amber',
  published: 'green',
  cancelled: 'gray',
} as const

/** How far a run is; locked is told beside. */
export function RunState({ run }: { run: Pick<PayRun, 'state' | 'isLocked'> }) {
  const t = useWords('payroll')
  return (
    <span className="inline-flex gap-1.5">
      <Tag tone={tones[run.state]}>{t(`runs.states.${run.state}`)}</Tag>
      {run.isLocked && <Tag isOutlined>{t('runs.locked')}</Tag>}
    </span>
  )
}
