import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { TaskLine } from './TaskLine.tsx'

/** The tasks about a customer, an order, a batch: the open ones first. */
export default function SubjectTasks({ subjectId }: { subjectId: string }) {
  const t = useWords('tasks')
  const tasks = useRead(routes.listTasks, { subjectId, show: 'all', limit: 100 })
  return (
    <Await query={tasks} shape="lines">
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty isSmall title={t('list.empty')} />
        ) : (
          <ul className="divide-y divide-line">
            {rows
              .toSorted(
                (a, b) => Number(b.status === 'open') - Number(a.status === 'open') || b.dueAt.localeCompare(a.dueAt),
              )
              .map((task) => (
                <TaskLine key={task.id} task={task} />
              ))}
          </ul>
        )
      }
    </Await>
  )
}
