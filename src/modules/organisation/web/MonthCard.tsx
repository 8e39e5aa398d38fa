import { addDays, addMonths, weekday, type Day } from '#core/calendar'
import { Card } from '#ui/Card'
import { useLanguage, useWords } from '#web/words'
import type { CalendarDay } from '../contract.ts'

type MonthCardProps = { year: number; month: number; workdays: number; special: ReadonlyMap<string, CalendarDay> }

/** A month from Monday to Sunday; days off and worked weekends are marked by colour and, for readers, by word. */
export function MonthCard({ year, month, workdays, special }: MonthCardProps) {
  const t = useWords('organisation')
  const language = useLanguage()
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${first}T00:00:00Z`),
  )
  const days = daysOf(first)
  const weekdays = new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' })
  return (
    <Card
      title={name}
      level={3}
      actions={<span className="text-sm text-muted">{t('screens.calendar.workdaysOfMonth', { count: workdays })}</span>}
    >
      <div className="grid grid-cols-7 gap-0.5 text-center text-sm">
        {Array.from({ length: 7 }, (_none, at) => (
          // 2024-01-01 was a Monday
          <span key={at} aria-hidden="true" className="pb-1 text-xs text-faint">
            {weekdays.format(new Date(Date.UTC(2024, 0, at + 1)))}
          </span>
        ))}
        {Array.from({ length: weekday(first) - 1 }, (_none, at) => (
          <span key={`before-${at}`} />
        ))}
        {days.map((day) => (
          <DayCell key={day} day={day} special={special.get(day)} />
        ))}
      </div>
    </Card>
  )
}

function DayCell({ day, special }: { day: Day; special: CalendarDay | undefined }) {
  const t = useWords('organisation')
  const look = special ? looks[special.kind] : weekday(day) > 5 ? 'text-faint' : ''
  const holiday = special?.name ? t(`holidays.${special.name}`, { defaultValue: special.name }) : ''
  const meaning = special ? [holiday, t(`dayKinds.${special.kind}`)].filter(Boolean).join(' · ') : ''
  return (
    <span title={meaning || undefined} className={`rounded-sm py-1 leading-tight ${look}`}>
      {Number(day.slice(8))}
      {special && <span className="sr-only"> {meaning}</span>}
    </span>
  )
}

const looks = {
  statutory: 'bg-red-soft font-semibold text-red-text',
  rest: 'bg-green-soft text-green-text',
  workday: 'bg-amber-soft font-semibold text-amber-text',
}

function daysOf(first: Day): Day[] {
  const end = addMonths(first, 1)
  const days: Day[] = []
  for (let day = first; day < end; day = addDays(day, 1)) days.push(day)
  return days
}
