import { useState } from 'react'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { RadioGroup } from '#ui/Radio'
import { Stat } from '#ui/Stat'
import { Await } from '#web/await'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay, useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type CalendarYear } from '../contract.ts'
import { CalendarSheet } from './CalendarSheet.tsx'
import { MonthCard } from './MonthCard.tsx'

/** The working calendar year by year: deadlines, attendance and pay count by it. */
export default function CalendarScreen() {
  const t = useWords('organisation')
  const mayEdit = useMay()('organisation.edit-calendar')
  const thisYear = Number((useSession().tenant?.today ?? '2026').slice(0, 4))
  const [search, setSearch] = useSearch({ year: thisYear })
  const [isEntering, setEntering] = useState(false)
  const years = useRead(routes.listCalendarYears, {})
  const known = years.data?.some((year) => year.year === search.year) ?? false
  const calendar = useRead(routes.readCalendarYear, { year: search.year }, { when: known })
  const next = Math.max(thisYear, ...(years.data ?? []).map((year) => year.year)) + 1
  const enter = (
    <Button variant="primary" icon={CalendarPlus} onPress={() => setEntering(true)}>
      {t('screens.calendar.enter')}
    </Button>
  )
  return (
    <Page title={t('menu.calendar')} description={t('screens.calendar.why')} mainAction={mayEdit && enter}>
      <Await query={years} shape="cards">
        {(list) => (
          <RadioGroup
            label={t('screens.calendar.year')}
            hideLabel
            look="segments"
            isRow
            options={list.map(({ year }) => ({ id: String(year), label: String(year) }))}
            value={String(search.year)}
            onChange={(year) => setSearch({ year: Number(year) })}
          />
        )}
      </Await>
      <div className="mt-4">
        {years.data && !known ? (
          <Empty
            icon={CalendarPlus}
            title={t('screens.calendar.missing', { year: search.year })}
            description={t('screens.calendar.missingWhy')}
            action={mayEdit && enter}
          />
        ) : (
          known && (
            <Await query={calendar} shape="cards">
              {(year) => <Year calendar={year} />}
            </Await>
          )
        )}
      </div>
      {isEntering && (
        <CalendarSheet
          year={known ? next : search.year}
          onClose={() => setEntering(false)}
          onEntered={(year) => setSearch({ year })}
        />
      )}
    </Page>
  )
}

function Year({ calendar }: { calendar: CalendarYear }) {
  const t = useWords('organisation')
  const special = new Map(calendar.days.map((day) => [day.day, day]))
  const swapped = calendar.days.filter((day) => day.kind === 'workday').length
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <Stat label={t('screens.calendar.workdays')} value={calendar.workdays} unit={t('screens.calendar.days')} />
        <Stat
          label={t('screens.calendar.statutory')}
          value={calendar.statutoryDays}
          unit={t('screens.calendar.days')}
        />
        <Stat label={t('screens.calendar.swapped')} value={swapped} unit={t('screens.calendar.days')} />
      </div>
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
        <Legend className="bg-red-soft text-red-text">{t('dayKinds.statutory')}</Legend>
        <Legend className="bg-green-soft text-green-text">{t('dayKinds.rest')}</Legend>
        <Legend className="bg-amber-soft text-amber-text">{t('screens.calendar.workedWeekend')}</Legend>
      </p>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {calendar.workdaysByMonth.map((workdays, at) => (
          <MonthCard key={at} year={calendar.year} month={at + 1} workdays={workdays} special={special} />
        ))}
      </div>
      <p className="text-sm text-muted">{t('screens.calendar.source', { source: calendar.source })}</p>
    </div>
  )
}

function Legend({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className={`inline-block size-3.5 rounded-sm ${className}`} />
      {children}
    </span>
  )
}
