import CloudUpload from 'lucide-react/icons/cloud-upload'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Status } from '#ui/Status'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useOutbox, type QueuedItem } from '#web/outbox'
import { useWords } from '#web/words'
import { dayRoutes as routes } from '../contract/day.ts'

/** Hand-ins of this module that wait in the browser. */
export function useWaiting(): readonly QueuedItem[] {
  return useOutbox().items.filter((item) => item.route.path === routes.handIn.path)
}

/** How many hand-ins of a task are on their way. */
export function useWaitingCount(taskId: string): number {
  return useWaiting().filter((item) => item.input['taskId'] === taskId && item.state !== 'refused').length
}

export function WaitingMark({ taskId }: { taskId: string }) {
  const t = useWords('tasks')
  const count = useWaitingCount(taskId)
  if (count === 0) return null
  return (
    <Tag tone="amber" icon={CloudUpload}>
      {t('waiting.mark', { count })}
    </Tag>
  )
}

/** What is not with the server yet and why; what was refused stays until it is mended or dropped. */
export function WaitingList({ onMend }: { onMend: (taskId: string) => void }) {
  const t = useWords('tasks')
  const f = useFormat()
  const { again, withdraw } = useOutbox()
  const items = useWaiting()
  if (items.length === 0) return null
  return (
    <Card title={t('waiting.title', { count: items.length })} description={t('waiting.note')} isFlush>
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-48">
              <p className="truncate font-medium">{item.title}</p>
              <p className="flex flex-wrap gap-x-2 text-sm text-muted">
                <Status color={item.state === 'refused' ? 'red' : 'amber'}>{t(`waiting.${item.state}`)}</Status>
                <span>{item.reason ?? f.dateTime(item.queuedAt)}</span>
              </p>
            </div>
            {item.state === 'refused' && (
              <>
                <Button
                  onPress={() => {
                    void withdraw(item.id)
                    onMend(String(item.input['taskId']))
                  }}
                >
                  {t('waiting.mend')}
                </Button>
                <Button variant="quiet" onPress={() => void withdraw(item.id)}>
                  {t('waiting.drop')}
                </Button>
              </>
            )}
            {item.state === 'queued' && (
              <Button variant="quiet" onPress={() => void again(item.id)}>
                {t('waiting.again')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
