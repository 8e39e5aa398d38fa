import { Status } from '#ui/Status'
import { Tag } from '#ui/Tag'
import { useWords } from '#web/words'
import type { SlipRow } from '../../contract.ts'

/** What stands with a person's result: failed, held, something found, locked. */
export function SlipMark({ row }: { row: Pick<SlipRow, 'state' | 'isLocked'> & { findings: number } }) {
  const t = useWords('payroll')
  const color = row.state === 'failed' ? 'red' : row.findings > 0 ? 'amber' : row.state === 'held' ? 'gray' : 'green'
  return (
    <span className="inline-flex items-center gap-1.5">
      <Status color={color} {...(row.findings > 0 ? { figure: String(row.findings) } : {})}>
        {t(`runs.slipStates.${row.state}`)}
      </Status>
      {row.isLocked && <Tag isOutlined>{t('runs.locked')}</Tag>}
    </span>
  )
}
