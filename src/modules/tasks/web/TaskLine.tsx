import { Link } from 'react-aria-components/Link'
import { usePhone } from '#web/page'
import { Button } from '#ui/Button'
import { Icon } from '#ui/Icon'
import { Status } from '#ui/Status'
import Clock from 'lucide-react/icons/clock'
import { hrefTo } from '#web/links'
import { useFormat } from '#web/format'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import type { Task } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { useDue } from './due.ts'
import { TaskMark } from './TaskMark.tsx'
import { TaskProgress } from './TaskProgress.tsx'
import { stateOf, TaskState } from './TaskState.tsx'
import { useWaitingCount, WaitingMark } from './Waiting.tsx'

export type TaskLineProps = { task: Task; onHandIn?: () => void; isMain?: boolean }

/** One piece of work of my day: what, of which responsibility, until when, how far, and the one thing to do. */
export function TaskLine({ task, onHandIn, isMain }: TaskLineProps) {
  const t = useWords('tasks')
  const local = useLocal()
  const f = useFormat()
  const due = useDue()
  const isPhone = usePhone()
  const isMany = task.quantityDue > 1
  const { account } = useSession()
  const isHelping = onHandIn !== undefined && task.personId !== account?.personId
  const isOnItsWay = useWaitingCount(task.id) > 0 && !isMany
  const state = stateOf(task)
  const title = local(task.title)
  return (
    <li className="flex items-center gap-3 py-2.5 pr-4 pl-4">
      <TaskMark task={task} size={isPhone ? 'lg' : 'md'} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-6 gap-y-1">
        <Link
          href={hrefTo(manifest, 'task', { taskId: task.id })}
          className="group min-w-0 flex-1 basis-40 rounded-sm py-0.5 text-text no-underline touch:min-h-11"
        >
          <span className="font-medium group-data-hovered:text-primary-text group-data-hovered:underline">{title}</span>
          <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
            {state === 'late' && (
              <>
                <Status color="red" look="soft">
                  {due(task.dueAt)}
                </Status>
                <span>{f.shortDay(task.dueAt)}</span>
              </>
            )}
            {(state === 'open' || state === 'waiting') && (
              <span className="inline-flex items-center gap-1" title={f.dateTime(task.dueAt)}>
                <Icon as={Clock} size={14} className="text-faint" />
                {due(task.dueAt)}
              </span>
            )}
            {task.doneAt && (
              <>
                <TaskState task={task} />
                <span>{f.time(task.doneAt)}</span>
              </>
            )}
            {state === 'waiting' && <TaskState task={task} />}
            <WaitingMark taskId={task.id} />
            {isHelping && <span>{t('helping', { person: task.personName })}</span>}
            <span className={state === 'late' && isPhone ? 'sr-only' : 'truncate'}>
              {task.responsibilityName ? local(task.responsibilityName) : t('byHand')}
            </span>
          </span>
        </Link>
        {isMany && (
          <div className={isPhone ? 'w-full max-w-56' : 'w-40'}>
            <TaskProgress task={task} />
          </div>
        )}
      </div>
      {onHandIn && !isOnItsWay && (
        <Button
          variant={isMain ? 'primary' : 'soft'}
          onPress={onHandIn}
          aria-label={`${t(isMany ? 'log' : 'handIn')} ${title}`}
        >
          {t(isMany ? 'log' : 'handIn')}
        </Button>
      )}
    </li>
  )
}
