import Pencil from 'lucide-react/icons/pencil'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Schedule } from '../../contract.ts'

/** One report that is sent regularly: what, how often, to whom, and when next. */
export function ScheduleLine({ schedule, onEdit }: { schedule: Schedule; onEdit: () => void }) {
  const t = useWords('reports')
  const local = useLocal()
  const format = useFormat()
  const send = useCommand(routes.sendNow, { done: ({ recipients }) => t('sent.sentNow', { count: recipients }) })
  const { id: scheduleId, rhythm, onDay, time, recipients, isOn, nextAt } = schedule
  const name = local(schedule.dashboardName) || t(`parts.${schedule.part?.kind ?? 'unit'}`)
  const when = [
    t(`sent.rhythms.${rhythm}`),
    ...(rhythm === 'week' ? [t(`sent.weekdays.${Math.min(onDay, 7)}`)] : rhythm === 'month' ? [String(onDay)] : []),
    time,
  ]
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0">
        <p className="font-medium">
          {name} <span className="text-sm font-normal text-muted">{schedule.format.toUpperCase()}</span>
        </p>
        <p className="text-sm text-muted">
          {when.join(' · ')} — {recipients.map((one) => one.name).join(', ')}
        </p>
        <p className="text-sm text-muted">
          {isOn ? t('sent.next', { at: format.dateTime(nextAt) }) : <Tag tone="gray">{t('sent.off')}</Tag>}
        </p>
      </div>
      <span className="flex items-center gap-2">
        <Button size="sm" isPending={send.isRunning} onPress={() => send.run({ scheduleId })}>
          {t('sent.now')}
        </Button>
        <IconButton icon={Pencil} label={`${t('sent.edit')}: ${name}`} onPress={onEdit} />
      </span>
    </li>
  )
}
