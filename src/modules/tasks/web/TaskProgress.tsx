import { Progress } from '#ui/Progress'
import { useWords } from '#web/words'
import type { Task } from '../contract.ts'

/** `3/5` with a bar, for work that is handed in several times. */
export function TaskProgress({ task }: { task: Pick<Task, 'quantityDone' | 'quantityDue'> }) {
  const t = useWords('tasks')
  const { quantityDone, quantityDue } = task
  return (
    <Progress
      label={t('progress', { done: quantityDone, due: quantityDue })}
      value={Math.min(quantityDone, quantityDue)}
      max={quantityDue}
      tone={quantityDone >= quantityDue ? 'green' : 'blue'}
      figure={`${quantityDone}/${quantityDue}`}
    />
  )
}
