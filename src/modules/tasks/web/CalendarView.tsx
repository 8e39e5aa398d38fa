import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { addDays, addMonths, monthStart, weekStart, type Day } from '#core/calendar'
import type { Asked } from '#core/contract'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { RadioGroup } from '#ui/Radio'
import { useFormat } from '#web/format'
import { useSearch } from '#web/links'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Task } from '../contract.ts'
import { CalendarDay } from './CalendarDay.tsx'

type Props = { asked: Asked<(typeof routes)['listTasks']>; onOpen: (taskId: string) => void }

/** Tasks on the day they are due: a month or a week of them; on the phone the week as a list of days. */
export default function CalendarView({ asked, onOpen }: Props) {
  const t = useWords('tasks')
  const f = useFormat()
  const isPhone = usePhone()
  const today = useSession().tenant?.today ?? '2026-01-01'
  const [search, setSearch] = useSearch({ on: '', span: 'month' })
  const on = /^\d{4}-\d{2}-\d{2}$/.test(search.on) ? search.on : today
  const isWeek = isPhone || search.span === 'week'
  const days = daysAround(on, isWeek)
  const first = days[0] ?? on
  const last = days.at(-1) ?? on
  const tasks = useRead(
    routes.listTasks,
    { ...asked, show: asked.show ?? 'all', dueFrom: first, dueUntil: last, limit: 500 },
    { keep: true },
  )
  const byDay = Map.groupBy<string, Task>(tasks.data?.rows ?? [], (task) => f.day(task.dueAt).slice(0, 10))
  const step = (by: number) => setSearch({ on: isWeek ? addDays(on, 7 * by) : shifted(on, by) })
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <IconButton icon={ChevronLeft} label={t('calendar.before')} onPress={() => step(-1)} />
        <h2 aria-live="polite" className="min-w-32 text-center font-medium">
          {isWeek ? `${f.shortDay(first)} – ${f.shortDay(last)}` : on.slice(0, 7)}
        </h2>
        <IconButton icon={ChevronRight} label={t('calendar.after')} onPress={() => step(1)} />
        <Button size="sm" onPress={() => setSearch({ on: '' })}>
          {t('calendar.today')}
        </Button>
        {!isPhone && (
          <RadioGroup
            label={t('calendar.span')}
            hideLabel
            look="segments"
            value={search.span}
            options={[
              { id: 'month', label: t('calendar.month') },
              { id: 'week', label: t('calendar.week') },
            ]}
            onChange={(span) => setSearch({ span: span ?? 'month' })}
          />
        )}
        {tasks.data?.hasMore && <p className="text-sm text-amber-text">{t('calendar.tooMany')}</p>}
      </div>
      <ul
        aria-busy={tasks.isFetching}
        className={
          isPhone
            ? 'flex flex-col gap-2'
            : 'grid grid-cols-7 gap-px overflow-hidden rounded-lg border border-line bg-line'
        }
      >
        {days.map((day) => (
          <CalendarDay
            key={day}
            day={day}
            tasks={byDay.get(day) ?? []}
            isToday={day === today}
            isOutside={!isWeek && day.slice(0, 7) !== on.slice(0, 7)}
            most={isWeek ? 100 : 4}
            onOpen={onOpen}
            onAll={() => setSearch({ on: day, span: 'week' })}
          />
        ))}
      </ul>
    </div>
  )
}

/** Whole weeks, Monday first. */
function daysAround(on: Day, isWeek: boolean): Day[] {
  const from = weekStart(isWeek ? on : monthStart(on))
  const until = isWeek ? addDays(from, 7) : addDays(weekStart(addDays(addMonths(monthStart(on), 1), -1)), 7)
  const days: Day[] = []
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day)
  return days
}

function shifted(on: Day, months: number): Day {
  return addMonths(monthStart(on), months)
}
