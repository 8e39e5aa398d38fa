import { lazy, Suspense, useState } from 'react'
import CalendarDays from 'lucide-react/icons/calendar-days'
import Columns3 from 'lucide-react/icons/columns-3'
import List from 'lucide-react/icons/list'
import Plus from 'lucide-react/icons/plus'
import Users from 'lucide-react/icons/users'
import { Button } from '#ui/Button'
import { FilterBar } from '#ui/FilterBar'
import { IconButton } from '#ui/IconButton'
import { RadioGroup } from '#ui/Radio'
import { Skeleton } from '#ui/Skeleton'
import { later } from '#web/later'
import { useFilters, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useMay } from '#web/session'
import { useSavedViews } from '#web/views'
import { useWords } from '#web/words'
import { askedWith, useTaskFilters } from './task-filters.ts'
import { TaskList } from './TaskList.tsx'
import { TaskSheet } from './TaskSheet.tsx'

const GiveTask = later(async () => (await import('./GiveTask.tsx')).GiveTask)
const BoardView = lazy(() => import('./BoardView.tsx'))
const CalendarView = lazy(() => import('./CalendarView.tsx'))
const LoadView = lazy(() => import('./LoadView.tsx'))

const looks = ['list', 'board', 'calendar', 'load'] as const
const icons = { list: List, board: Columns3, calendar: CalendarDays, load: Users }

/** The work of everybody one may see: as a list, a board, a calendar, or person by week. */
export default function TasksScreen() {
  const t = useWords('tasks')
  const may = useMay()
  const isPhone = usePhone()
  const filters = useTaskFilters()
  const [state, setState] = useFilters(filters)
  const views = useSavedViews('tasks.tasks', state)
  const [{ task, person, view }, setSearch] = useSearch({ task: '', person: '', view: 'list' })
  const [isGiving, setGiving] = useState(false)
  const asked = { ...askedWith(state), ...(person ? { personId: person } : {}) }
  const open = (taskId: string) => setSearch({ task: taskId })
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
        <RadioGroup
          label={t('views.label')}
          hideLabel
          look="segments"
          value={view}
          options={looks.map((id) => ({ id, label: t(`views.${id}`), icon: icons[id] }))}
          onChange={(chosen) => setSearch({ view: chosen ?? 'list' })}
        />
        <FilterBar
          id="tasks"
          filters={filters}
          state={state}
          onChange={setState}
          searchLabel={t('filter.search')}
          views={views}
        />
        <Suspense fallback={<Skeleton shape="table" count={8} />}>
          {view === 'board' && <BoardView asked={asked} onOpen={open} />}
          {view === 'calendar' && <CalendarView asked={asked} onOpen={open} />}
          {view === 'load' && <LoadView asked={asked} />}
          {!['board', 'calendar', 'load'].includes(view) && (
            <TaskList asked={asked} state={state} onShow={setState} onOpen={open} />
          )}
        </Suspense>
      </div>
      {task && <TaskSheet taskId={task} onClose={() => setSearch({ task: '' })} />}
      {isGiving && <GiveTask onClose={() => setGiving(false)} />}
    </Page>
  )
}
