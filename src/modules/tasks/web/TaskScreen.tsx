import { useState } from 'react'
import { Button } from '#ui/Button'
import { Await } from '#web/await'
import { later } from '#web/later'
import { hrefTo } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { TaskDeeds } from './TaskDeeds.tsx'
import { TaskPart } from './TaskPart.tsx'

const HandInSheet = later(async () => (await import('./HandInSheet.tsx')).HandInSheet)

/** One task: what it is, why it is whose, what was handed in. */
export default function TaskScreen({ taskId }: { taskId: string }) {
  const t = useWords('tasks')
  const local = useLocal()
  const isPhone = usePhone()
  const [doing, setDoing] = useState<'hand-in' | null>(null)
  const task = useRead(routes.readTask, { taskId })
  const value = task.data
  return (
    <Page
      title={local(value?.title) || t('menu.task')}
      backHref={hrefTo(manifest, value && !value.canHandIn ? 'tasks' : 'myDay')}
      actions={value && <TaskDeeds task={value} />}
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
    </Page>
  )
}
