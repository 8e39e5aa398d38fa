import { Card } from '#ui/Card'
import { Facts, type Fact } from '#ui/Facts'
import { PersonName } from '#screens/organisation'
import { ResponsibilityName } from '#screens/responsibilities'
import { useFormat } from '#web/format'
import { Link, useHref } from '#web/links'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import type { TaskDetail } from '../contract.ts'
import { useDue } from './due.ts'
import { Entries } from './Entries.tsx'
import { Knowledge } from './Knowledge.tsx'
import { Pleas } from './Pleas.tsx'
import { Subjects } from './Subjects.tsx'
import { Subtasks } from './Subtasks.tsx'
import { Talk } from './Talk.tsx'
import { TaskProgress } from './TaskProgress.tsx'
import { TaskState } from './TaskState.tsx'
import { WaitingMark } from './Waiting.tsx'

/** All there is to say of a task: on its page and in the drawer beside the list. */
export function TaskPart({ task, isNarrow }: { task: TaskDetail; isNarrow?: boolean }) {
  const t = useWords('tasks')
  const local = useLocal()
  return (
    <div className={isNarrow ? 'flex flex-col gap-4' : 'grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start'}>
      <div className="flex min-w-0 flex-col gap-4">
        <Card>
          <What task={task} />
        </Card>
        {task.pleas.length > 0 && (
          <Card title={t('plea.list')}>
            <Pleas task={task} />
          </Card>
        )}
        {(task.subtasks.length > 0 || task.canWork) && (
          <Card title={t('subtasks.title')}>
            <Subtasks task={task} />
          </Card>
        )}
        <Card title={t('entries.title')}>
          <Entries task={task} />
        </Card>
        <Card title={t('talk.title')}>
          <Talk taskId={task.id} title={local(task.title)} />
        </Card>
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Card title={t('whyMine')}>
          <Why task={task} isNarrow={isNarrow ?? false} />
        </Card>
        {(task.subjects.length > 0 || task.canWork) && (
          <Card title={t('subjects.title')}>
            <Subjects task={task} />
          </Card>
        )}
        {task.knowledge.length > 0 && (
          <Card title={t('knowledge.title')}>
            <Knowledge known={task.knowledge} />
          </Card>
        )}
      </div>
    </div>
  )
}

function What({ task }: { task: TaskDetail }) {
  const t = useWords('tasks')
  const f = useFormat()
  const local = useLocal()
  const due = useDue()
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <TaskState task={task} />
        <span>
          <span className="text-muted">{t('due.label')}</span> {f.dateTime(task.dueAt)}
          {task.status === 'open' && <span className="text-muted"> · {due(task.dueAt)}</span>}
        </span>
        {task.firstDueAt && (
          <span className="text-muted">{t('move.firstDue', { at: f.dateTime(task.firstDueAt) })}</span>
        )}
        <WaitingMark taskId={task.id} />
      </div>
      {task.helperNames.length > 0 && (
        <p className="text-muted">{t('helpers', { names: task.helperNames.join(', ') })}</p>
      )}
      {task.forPersonName && <p className="text-muted">{t('forPerson', { person: task.forPersonName })}</p>}
      {task.doneByName && <p className="text-muted">{t('doneBy', { person: task.doneByName })}</p>}
      {task.countedBy.map((counted) => (
        <p key={counted.source} className="text-muted">
          {t('countedBy', counted)}
        </p>
      ))}
      {task.quantityDue > 1 && <TaskProgress task={task} />}
      {task.cancelReason && (
        <p className="rounded-md bg-sunken px-3 py-2">
          <span className="text-muted">{t('cancel.reason')}</span> {task.cancelReason}
        </p>
      )}
      {task.note && <p className="whitespace-pre-line">{task.note}</p>}
      {task.steps.length > 0 && (
        <div>
          <h2 className="mb-2 text-sm font-medium text-muted">{t('steps')}</h2>
          <ol className="flex flex-col gap-2">
            {task.steps.map((step, at) => (
              <li key={JSON.stringify(step)} className="flex gap-2.5">
                <span
                  aria-hidden="true"
                  className="mt-px flex size-5 shrink-0 items-center justify-center rounded-full bg-sunken text-xs text-muted"
                >
                  {at + 1}
                </span>
                <span>{local(step)}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  )
}

function Why({ task, isNarrow }: { task: TaskDetail; isNarrow: boolean }) {
  const t = useWords('tasks')
  const f = useFormat()
  const local = useLocal()
  const href = useHref()
  const { account } = useSession()
  const isMine = task.personId === account?.personId
  const figures = isMine ? href('indicators.myFigures') : href('indicators.personFigures', { personId: task.personId })
  const position = task.positionId ? href('organisation.position', { positionId: task.positionId }) : undefined
  const items: Fact[] = [
    { label: t('person'), value: <PersonName id={task.personId} name={task.personName} /> },
    {
      label: t('position'),
      value:
        task.positionTitle &&
        (position ? <Link href={position}>{local(task.positionTitle)}</Link> : local(task.positionTitle)),
    },
    { label: t('unit'), value: local(task.unitName) },
    ...(task.responsibilityId
      ? [
          {
            label: t('responsibility'),
            value: (
              <ResponsibilityName
                id={task.responsibilityId}
                {...(task.responsibilityName ? { name: task.responsibilityName } : {})}
                withMark
                isLink
              />
            ),
          },
        ]
      : [{ label: t('givenBy'), value: task.givenByName ?? t('byHand') }]),
    { label: t('period'), value: periodText(task, f.shortDay) },
    ...(figures ? [{ label: t('figuresOf'), value: <Link href={figures}>{t('figures')}</Link> }] : []),
  ]
  return <Facts items={items} columns={isNarrow ? 2 : 1} />
}

function periodText(task: TaskDetail, day: (day: string) => string): string {
  const last = new Date(Date.parse(`${task.periodUntil}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return last === task.periodFrom ? day(last) : `${day(task.periodFrom)} – ${day(last)}`
}
