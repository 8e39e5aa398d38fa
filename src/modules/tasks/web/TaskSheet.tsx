import { useState } from 'react'
import ArrowRightLeft from 'lucide-react/icons/arrow-right-left'
import Ban from 'lucide-react/icons/ban'
import { Button, LinkButton } from '#ui/Button'
import { Sheet } from '#ui/Sheet'
import { Await } from '#web/await'
import { hrefTo } from '#web/links'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { SettleTask } from './SettleTask.tsx'
import { CancelTask } from './CancelTask.tsx'
import { TaskPart } from './TaskPart.tsx'

/** A task beside the list it was opened from. */
export function TaskSheet({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const t = useWords('tasks')
  const local = useLocal()
  const [isCancelling, setCancelling] = useState(false)
  const [isSettling, setSettling] = useState(false)
  const task = useRead(routes.readTask, { taskId })
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={local(task.data?.title) || t('menu.task')}
      description={task.data?.personName}
      footer={
        <>
          {task.data?.canSettle && (
            <Button icon={ArrowRightLeft} onPress={() => setSettling(true)}>
              {t('settle.deed')}
            </Button>
          )}
          {task.data?.canCancel && (
            <Button icon={Ban} variant="danger-quiet" onPress={() => setCancelling(true)}>
              {t('cancel.deed')}
            </Button>
          )}
          <LinkButton href={hrefTo(manifest, 'task', { taskId })}>{t('openPage')}</LinkButton>
        </>
      }
    >
      <Await query={task} shape="form">
        {(read) => <TaskPart task={read} isNarrow />}
      </Await>
      {task.data && isSettling && <SettleTask task={task.data} onClose={() => setSettling(false)} />}
      {task.data && isCancelling && <CancelTask task={task.data} onClose={() => setCancelling(false)} />}
    </Sheet>
  )
}
