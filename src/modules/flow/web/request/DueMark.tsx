import Clock from 'lucide-react/icons/clock'
import { Icon } from '#ui/Icon'
import { Status } from '#ui/Status'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import { useDue, useNow } from './due.ts'

/** Until when; what is late stands out in shape and word. */
export function DueMark({ dueAt }: { dueAt: string | null }) {
  const t = useWords('flow')
  const f = useFormat()
  const due = useDue()
  const now = useNow()
  if (!dueAt) return <span className="text-faint">{t('inbox.due.none')}</span>
  const isLate = Date.parse(dueAt) < now
  return (
    <span title={f.dateTime(dueAt)} className="inline-flex items-center gap-1 whitespace-nowrap">
      {isLate ? (
        <Status color="red" look="soft">
          {due(dueAt)}
        </Status>
      ) : (
        <>
          <Icon as={Clock} size={14} className="text-faint" />
          {due(dueAt)}
        </>
      )}
    </span>
  )
}
