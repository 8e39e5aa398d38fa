import { Status } from '#ui/Status'
import { useWords } from '#web/words'
import type { Task } from '../contract.ts'

/** How a task stands: colour, shape and word. */
export function TaskState({ task, look = 'soft' }: { task: Task; look?: 'soft' | 'plain' }) {
  const t = useWords('tasks')
  const state = stateOf(task)
  return (
    <Status color={colours[state]} look={look}>
      {t(`state.${state}`)}
    </Status>
  )
}

export function stateOf(task: Task): keyof typeof colours {
  if (task.isExcused) return 'excused'
  if (task.status === 'cancelled') return 'cancelled'
  if (task.status === 'done') return task.doneAt && task.doneAt > task.dueAt ? 'doneLate' : 'done'
  if (task.isLate) return 'late'
  return task.isWaiting ? 'waiting' : 'open'
}

const colours = {
  late: 'red',
  open: 'gray',
  doneLate: 'amber',
  done: 'green',
  cancelled: 'gray',
  waiting: 'amber',
  excused: 'gray',
} as const
