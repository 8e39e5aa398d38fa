import { Button } from '#ui/Button'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Task } from '../contract.ts'
import { stateOf } from './TaskState.tsx'

type Props = {
  day: string
  tasks: readonly Task[]
  isToday: boolean
  isOutside: boolean
  most: number
  onOpen: (taskId: string) => void
  onAll: () => void
}

const marks = {
  late: 'border-l-red',
  open: 'border-l-line-strong',
  waiting: 'border-l-amber',
  doneLate: 'border-l-amber',
  done: 'border-l-green',
  cancelled: 'border-l-line line-through',
  excused: 'border-l-line line-through',
} as const

/** A day of the calendar with what is due on it. */
export function CalendarDay({ day, tasks, isToday, isOutside, most, onOpen, onAll }: Props) {
  const t = useWords('tasks')
  const f = useFormat()
  const local = useLocal()
  return (
    <li className={`flex min-h-24 min-w-0 flex-col gap-1 p-1.5 ${isOutside ? 'bg-canvas' : 'bg-surface'}`}>
      <p className={isToday ? 'font-semibold text-primary-text' : 'text-sm text-muted'}>{f.shortDay(day)}</p>
      <ul className="flex min-w-0 flex-col gap-1">
        {tasks.slice(0, most).map((task) => (
          <li key={task.id} className="min-w-0">
            <button
              type="button"
              onClick={() => onOpen(task.id)}
              title={`${local(task.title)} · ${task.personName} · ${t(`state.${stateOf(task)}`)}`}
              className={`block w-full truncate rounded-sm border-l-4 bg-sunken px-1.5 py-0.5 text-left text-sm hover:bg-hover touch:min-h-11 ${marks[stateOf(task)]}`}
            >
              <span className="tabular-nums text-muted">{f.time(task.dueAt)}</span> {local(task.title)} ·{' '}
              {task.personName}
              <span className="sr-only"> {t(`state.${stateOf(task)}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {tasks.length > most && (
        <Button size="sm" variant="quiet" onPress={onAll}>
          {t('calendar.more', { count: tasks.length - most })}
        </Button>
      )}
    </li>
  )
}
