import { Link } from 'react-aria-components/Link'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Skeleton } from '#ui/Skeleton'
import { ProblemNote } from '#web/await'
import type { Output } from '#core/contract'
import { hrefTo } from '#web/links'
import type { Pages } from '#web/pages'
import { useLocal, useWords } from '#web/words'
import type { routes, Task } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { useDue } from './due.ts'
import { TaskMark } from './TaskMark.tsx'
import { TaskState } from './TaskState.tsx'

export type TaskListProps = { list: Pages<Output<(typeof routes)['listTasks']>>; rows: readonly Task[] }

/** The list on the phone. */
export function TaskCards({ list, rows }: TaskListProps) {
  const t = useWords('tasks')
  if (!list.pages)
    return list.problem ? <ProblemNote problem={list.problem} onAgain={list.readAgain} /> : <Skeleton shape="table" />
  if (rows.length === 0) return <Empty title={t('list.empty')} description={t('list.emptyNote')} />
  return (
    <Card isFlush>
      <ul className="divide-y divide-line">
        {rows.map((task) => (
          <TaskCard key={task.id} task={task} />
        ))}
      </ul>
      {list.hasMore && (
        <div className="border-t border-line p-3">
          <Button isBlock variant="quiet" onPress={list.more} isPending={list.isReading}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function TaskCard({ task }: { task: Task }) {
  const local = useLocal()
  const due = useDue()
  return (
    <li>
      <Link
        href={hrefTo(manifest, 'task', { taskId: task.id })}
        className="flex items-start gap-3 px-4 py-3 text-text no-underline -outline-offset-2 data-pressed:bg-hover"
      >
        <TaskMark task={task} />
        <div className="min-w-0 flex-1">
          <div className="flex items-start justify-between gap-3">
            <span className="font-medium">{local(task.title)}</span>
            <TaskState task={task} />
          </div>
          <p className="mt-0.5 flex flex-wrap gap-x-2 text-sm text-muted">
            <span className="text-text">{task.personName}</span>
            <span>{due(task.dueAt, task.status === 'open')}</span>
            {task.quantityDue > 1 && (
              <span>
                {task.quantityDone}/{task.quantityDue}
              </span>
            )}
          </p>
        </div>
      </Link>
    </li>
  )
}
