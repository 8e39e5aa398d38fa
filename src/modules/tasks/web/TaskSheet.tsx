import { LinkButton } from '#ui/Button'
import { Sheet } from '#ui/Sheet'
import { Await } from '#web/await'
import { hrefTo } from '#web/links'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { TaskDeeds } from './TaskDeeds.tsx'
import { TaskPart } from './TaskPart.tsx'

/** A task beside the list it was opened from. */
export function TaskSheet({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const t = useWords('tasks')
  const local = useLocal()
  const task = useRead(routes.readTask, { taskId })
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={local(task.data?.title) || t('menu.task')}
      description={task.data?.personName}
      footer={
        <>
          {task.data && <TaskDeeds task={task.data} />}
          <LinkButton href={hrefTo(manifest, 'task', { taskId })}>{t('openPage')}</LinkButton>
        </>
      }
    >
      <Await query={task} shape="form">
        {(read) => <TaskPart task={read} isNarrow />}
      </Await>
    </Sheet>
  )
}
