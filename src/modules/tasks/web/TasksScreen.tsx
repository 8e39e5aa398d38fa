import { lazy, Suspense, useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { FilterBar } from '#ui/FilterBar'
import { IconButton } from '#ui/IconButton'
import { Skeleton } from '#ui/Skeleton'
import { later } from '#web/later'
import { useFilters, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { usePages } from '#web/pages'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { askedWith, useTaskFilters } from './task-filters.ts'
import { TaskCards } from './TaskCards.tsx'
import { TaskCounts } from './TaskCounts.tsx'
import { TaskSheet } from './TaskSheet.tsx'

const GiveTask = later(async () => (await import('./GiveTask.tsx')).GiveTask)
const TaskGrid = lazy(() => import('./TaskGrid.tsx'))

/** The work of everybody one may see. */
export default function TasksScreen() {
  const t = useWords('tasks')
  const may = useMay()
  const isPhone = usePhone()
  const filters = useTaskFilters()
  const [state, setState] = useFilters(filters)
  const [{ task, person }, setSearch] = useSearch({ task: '', person: '' })
  const [isGiving, setGiving] = useState(false)
  const asked = { ...askedWith(state), ...(person ? { personId: person } : {}) }
  const list = usePages(routes.listTasks, asked, ({ rows, hasMore }) => {
    const last = rows.at(-1)
    return hasMore && last ? { afterDueAt: last.dueAt, afterId: last.id } : undefined
  })
  const rows = list.pages?.flatMap((page) => page.rows) ?? []
  const give = isPhone ? (
    <IconButton icon={Plus} label={t('give.title')} onPress={() => setGiving(true)} />
  ) : (
    <Button variant="primary" icon={Plus} onPress={() => setGiving(true)}>
      {t('give.title')}
    </Button>
  )
  return (
    <Page title={t('menu.tasks')} actions={may('tasks.assign') && give}>
      <div className="flex flex-col gap-4">
        <TaskCounts asked={asked} state={state} onShow={setState} />
        <FilterBar
          id="tasks"
          filters={filters}
          state={state}
          onChange={setState}
          searchLabel={t('filter.search')}
          count={isPhone && list.pages && t('list.count', { count: rows.length, more: list.hasMore ? '+' : '' })}
        />
        {isPhone ? (
          <TaskCards list={list} rows={rows} />
        ) : (
          <Suspense fallback={<Skeleton shape="table" count={8} />}>
            <TaskGrid list={list} rows={rows} onOpen={(opened) => setSearch({ task: opened.id })} />
          </Suspense>
        )}
      </div>
      {task && <TaskSheet taskId={task} onClose={() => setSearch({ task: '' })} />}
      {isGiving && <GiveTask onClose={() => setGiving(false)} />}
    </Page>
  )
}
