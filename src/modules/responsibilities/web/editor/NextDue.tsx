import { useState } from 'react'
import { nextDue, type Cadence } from '#core/cadence'
import type { WorkCalendar } from '#core/calendar'
import { routes } from '#contract/organisation'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useWords } from '#web/words'

const shown = 5

/** The next days a cadence is due in the company's calendar, as far as its years were entered. */
export function NextDue({ cadence }: { cadence: Cadence }) {
  const t = useWords('responsibilities')
  const format = useFormat()
  const [now] = useState(() => new Date().toISOString())
  const today = format.day(now).slice(0, 10)
  const year = Number(today.slice(0, 4))
  const known = useRead(routes.listCalendarYears, {}).data
  const has = (wanted: number) => known?.some((one) => one.year === wanted) ?? false
  const [before, here, next] = [year - 1, year, year + 1].map((one) => ({ one, isKnown: has(one) }))
  const years = [
    useRead(routes.readCalendarYear, { year: before?.one ?? year }, { when: before?.isKnown ?? false }).data,
    useRead(routes.readCalendarYear, { year: here?.one ?? year }, { when: here?.isKnown ?? false }).data,
    useRead(routes.readCalendarYear, { year: next?.one ?? year }, { when: next?.isKnown ?? false }).data,
  ].flatMap((one) => one ?? [])
  if (!known) return null
  const calendar: WorkCalendar = {
    years: new Set(years.map((one) => one.year)),
    exceptions: new Map(years.flatMap((one) => one.days.map((day) => [day.day, day.kind] as const))),
  }
  const due = nextDue(cadence, calendar, today, shown)
  if (years.length > 0 && due.length === 0) return <p className="text-sm text-amber-text">{t('cadence.neverDue')}</p>
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-sm text-muted">
      <span>{t('cadence.nextDue')}</span>
      {due.map((one) => (
        <Tag key={one.from}>{format.day(one.dueDay)}</Tag>
      ))}
      {due.length < shown && <span>{t('cadence.yearMissing', { year: year + 1 })}</span>}
    </p>
  )
}
