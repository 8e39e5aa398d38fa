import { useMemo, useState } from 'react'
import type { Asked } from '#core/contract'
import { Button } from '#ui/Button'
import { DataGrid, type GridColumn } from '#ui/DataGrid'
import { Empty } from '#ui/Empty'
import { ProblemNote } from '#web/await'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import { addressOf } from '#web/query'
import { useMay } from '#web/session'
import { routes, type Task } from '../contract.ts'
import type { BulkDeed } from './BulkSheet.tsx'
import { useDue } from './due.ts'
import type { TaskListProps } from './TaskCards.tsx'
import { TaskMark } from './TaskMark.tsx'
import { TaskState } from './TaskState.tsx'

type Props = TaskListProps & {
  asked: Asked<(typeof routes)['listTasks']>
  onOpen: (task: Task) => void
  onBulk: (deed: BulkDeed, taskIds: readonly string[]) => void
}

const bulkDeeds: readonly BulkDeed[] = ['hand-over', 'extend', 'cancel']

/** The list on the desk: what is chosen is moved at once, what is seen can be taken away as a file. */
export default function TaskGrid({ list, rows, asked, onOpen, onBulk }: Props) {
  const t = useWords('tasks')
  const local = useLocal()
  const may = useMay()
  const columns = useColumns()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const deeds = (ids: ReadonlySet<string>) =>
    bulkDeeds.map((deed) => (
      <Button
        key={deed}
        size="sm"
        onPress={() => {
          onBulk(deed, [...ids])
          setChosen(new Set())
        }}
      >
        {t(`bulk.deed.${deed}`)}
      </Button>
    ))
  const { limit: _limit, ...filter } = asked
  return (
    <DataGrid
      id="tasks"
      label={t('menu.tasks')}
      rows={rows}
      rowId={(task) => task.id}
      rowName={(task) => `${local(task.title)} ${task.personName}`}
      columns={columns}
      onOpen={onOpen}
      onEnd={list.more}
      isLoading={list.isReading}
      hasMoreRows={list.hasMore}
      sort={null}
      onExport={() => location.assign(addressOf(routes.exportTasks, filter))}
      {...(may('tasks.assign') ? { selected: chosen, onSelect: setChosen, bulkActions: deeds } : {})}
      error={list.problem && !list.pages ? <ProblemNote problem={list.problem} onAgain={list.readAgain} /> : undefined}
      empty={<Empty title={t('list.empty')} description={t('list.emptyNote')} />}
    />
  )
}

function useColumns(): readonly GridColumn<Task>[] {
  const t = useWords('tasks')
  const f = useFormat()
  const local = useLocal()
  const due = useDue()
  return useMemo(
    () => [
      {
        id: 'title',
        title: t('list.title'),
        widthPx: 260,
        locked: true,
        cell: (task) => (
          <span className="inline-flex max-w-full items-center gap-2">
            <TaskMark task={task} size="sm" />
            <span className="truncate">{local(task.title)}</span>
          </span>
        ),
      },
      { id: 'state', title: t('list.state'), widthPx: 110, cell: (task) => <TaskState task={task} look="plain" /> },
      { id: 'person', title: t('person'), widthPx: 120, cell: (task) => task.personName },
      { id: 'unit', title: t('unit'), widthPx: 160, cell: (task) => local(task.unitName) },
      {
        id: 'due',
        title: t('due.label'),
        widthPx: 130,
        cell: (task) => <span title={f.dateTime(task.dueAt)}>{due(task.dueAt, task.status === 'open')}</span>,
      },
      {
        id: 'progress',
        title: t('list.progress'),
        widthPx: 80,
        align: 'end',
        cell: (task) => `${task.quantityDone}/${task.quantityDue}`,
      },
      {
        id: 'responsibility',
        title: t('responsibility'),
        widthPx: 180,
        cell: (task) => (task.responsibilityName ? local(task.responsibilityName) : t('byHand')),
      },
      {
        id: 'done',
        title: t('list.doneAt'),
        widthPx: 150,
        cell: (task) => (task.doneAt ? f.dateTime(task.doneAt) : ''),
      },
    ],
    // `due` is made anew at each drawing from `t` and `f`.
    // oxlint-disable-next-line react/exhaustive-deps -- its parts are listed
    [t, f, local],
  )
}
