import { useState } from 'react'
import { SubjectMark, SubjectPicker } from '#screens/subjects'
import { Button } from '#ui/Button'
import { Link, useHref } from '#web/links'
import { useCommand } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type TaskDetail } from '../contract.ts'

/** The customers, orders, batches a task is about. */
export function Subjects({ task }: { task: TaskDetail }) {
  const t = useWords('tasks')
  const may = useMay()
  const href = useHref()
  const [isAdding, setAdding] = useState(false)
  const set = useCommand(routes.setTaskSubjects, { onDone: () => setAdding(false) })
  const ids = task.subjects.map(({ id }) => id)
  // others' subjects are known by name only, and stay whatever is sent
  const own = task.subjects.filter(({ isVisible }) => isVisible).map(({ id }) => id)
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col divide-y divide-line">
        {task.subjects.map((subject) => {
          const to = subject.isVisible ? href('subjects.subject', { subjectId: subject.id }) : undefined
          return (
            <li key={subject.id} className="flex flex-wrap items-center gap-2 py-1.5">
              <span className="min-w-0 flex-1">
                {to ? <Link href={to}>{subject.name}</Link> : subject.name}
                <span className="ml-2 text-sm text-muted">{subject.key}</span>
              </span>
              {may('subjects.read') && <SubjectMark type={subject.type} />}
              {task.canWork && subject.isVisible && (
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={t('subjects.unlink', { name: subject.name })}
                  onPress={() => set.run({ taskId: task.id, subjectIds: own.filter((id) => id !== subject.id) })}
                >
                  {t('subjects.remove')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {task.canWork && may('subjects.read') && !isAdding && (
        <div>
          <Button size="sm" onPress={() => setAdding(true)}>
            {t('subjects.add')}
          </Button>
        </div>
      )}
      {isAdding && (
        <SubjectPicker
          label={t('subjects.which')}
          without={ids}
          value={null}
          onChange={(id) => id && set.run({ taskId: task.id, subjectIds: [...own, id] })}
        />
      )}
    </div>
  )
}
