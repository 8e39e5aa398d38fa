import { useState } from 'react'
import Ban from 'lucide-react/icons/ban'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { Await } from '#web/await'
import { later } from '#web/later'
import { hrefTo } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { TaskPart } from './TaskPart.tsx'

const CancelTask = later(async () => (await import('./CancelTask.tsx')).CancelTask)
const HandInSheet = later(async () => (await import('./HandInSheet.tsx')).HandInSheet)

/** One task: what it is, why it is whose, what was handed in. */
export default function TaskScreen({ taskId }: { taskId: string }) {
  const t = useWords('tasks')
  const local = useLocal()
  const isPhone = usePhone()
  const [doing, setDoing] = useState<'hand-in' | 'cancel' | null>(null)
  const task = useRead(routes.readTask, { taskId })
  const value = task.data
  const cancel = isPhone ? (
    <IconButton icon={Ban} label={t('cancel.deed')} onPress={() => setDoing('cancel')} />
  ) : (
    <Button icon={Ban} onPress={() => setDoing('cancel')}>
      {t('cancel.deed')}
    </Button>
  )
  return (
    <Page
      title={local(value?.title) || t('menu.task')}
      backHref={hrefTo(manifest, value && !value.canHandIn ? 'tasks' : 'myDay')}
      actions={value?.canCancel && cancel}
      mainAction={
        value?.canHandIn && (
          <Button variant="primary" size={isPhone ? 'lg' : 'md'} onPress={() => setDoing('hand-in')}>
            {t(value.quantityDue > 1 ? 'log' : 'handIn')}
          </Button>
        )
      }
    >
      <Await query={task} shape="form">
        {(read) => <TaskPart task={read} />}
      </Await>
      {value && doing === 'hand-in' && <HandInSheet task={value} onClose={() => setDoing(null)} />}
      {value && doing === 'cancel' && <CancelTask task={value} onClose={() => setDoing(null)} />}
    </Page>
  )
}
