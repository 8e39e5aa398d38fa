import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { Button } from '#ui/Button'
import { Checkbox } from '#ui/Checkbox'
import { IconButton } from '#ui/IconButton'
import { TextField } from '#ui/TextField'
import { showToast } from '#ui/Toast'
import { useHandIn, useOutbox } from '#web/outbox'
import { change, useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Subtask, type TaskDetail } from '../contract.ts'

/** The parts of a task, to be ticked one by one: also without network, each tick sent once. */
export function Subtasks({ task }: { task: TaskDetail }) {
  const t = useWords('tasks')
  const local = useLocal()
  const { items } = useOutbox()
  const send = useHandIn(routes.tickSubtask, 'taskId')
  const remove = useCommand(routes.removeSubtask, {})
  const waiting = new Map(
    items
      .filter((item) => item.route.path === routes.tickSubtask.path && item.state !== 'refused')
      .map((item) => [String(item.input['subtaskId']), item.input['isDone'] === true]),
  )
  const isDone = (part: Subtask) => waiting.get(part.id) ?? part.doneAt !== null
  const tick = async (part: Subtask, on: boolean) => {
    const shown = change(routes.readTask, { taskId: task.id }, (old) => ({
      ...old,
      subtasks: old.subtasks.map((one) =>
        one.id === part.id ? { ...one, doneAt: on ? new Date().toISOString() : null } : one,
      ),
    }))
    const back = shown.apply()
    const answer = await send({ input: { taskId: task.id, subtaskId: part.id, isDone: on }, title: local(part.title) })
    if (answer.state !== 'refused') return
    back()
    showToast({ title: answer.reason ?? '', tone: 'red' })
  }
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col">
        {task.subtasks.map((part) => (
          <li key={part.id} className="flex min-h-item items-center gap-2">
            <div className="min-w-0 flex-1">
              <Checkbox value={isDone(part)} isDisabled={!task.canWork} onChange={(on) => void tick(part, on)}>
                <span className={isDone(part) ? 'text-muted line-through' : ''}>{local(part.title)}</span>
                {part.isMandatory && <span className="ml-2 text-xs text-muted">{t('subtasks.mandatory')}</span>}
              </Checkbox>
            </div>
            {task.canWork && !part.isMandatory && (
              <IconButton
                icon={X}
                size="sm"
                label={t('subtasks.remove', { title: local(part.title) })}
                onPress={() => remove.run({ taskId: task.id, subtaskId: part.id })}
              />
            )}
          </li>
        ))}
      </ul>
      {task.canWork && <Add taskId={task.id} />}
    </div>
  )
}

function Add({ taskId }: { taskId: string }) {
  const t = useWords('tasks')
  const [title, setTitle] = useState('')
  const add = useCommand(routes.addSubtask, { onDone: () => setTitle('') })
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim()) add.run({ taskId, title })
      }}
    >
      <TextField className="flex-1" label={t('subtasks.add')} maxLength={200} value={title} onChange={setTitle} />
      <Button type="submit" icon={Plus} isPending={add.isRunning} isDisabled={title.trim() === ''}>
        {t('subtasks.deed')}
      </Button>
    </form>
  )
}
