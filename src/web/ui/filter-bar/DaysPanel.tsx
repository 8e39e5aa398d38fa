import {
  endOfMonth,
  endOfWeek,
  endOfYear,
  getLocalTimeZone,
  parseDate,
  startOfMonth,
  startOfWeek,
  startOfYear,
  today,
} from '@internationalized/date'
import type { CalendarDate } from '@internationalized/date'
import { useLocale } from 'react-aria-components/I18nProvider'
import { RangeCalendarContext } from 'react-aria-components/RangeCalendar'
import { Button } from '../Button.tsx'
import { PeriodCalendar } from '../CalendarPart.tsx'
import type { DaySpan } from '../DateRange.tsx'
import { useKitWords } from '../kit-words.tsx'
import type { KitWord } from '../kit-words.tsx'

type Props = { label: string; value: DaySpan | null; onChange: (span: DaySpan) => void }

/** A month to draw a span in, and the spans that are asked for most. */
export function DaysPanel({ label, value, onChange }: Props) {
  const words = useKitWords()
  const { locale } = useLocale()
  const take = (from: CalendarDate, until: CalendarDate) => onChange({ from: from.toString(), until: until.toString() })
  return (
    <div className="flex touch:flex-col">
      <div className="flex flex-col gap-0.5 border-r border-line p-2 touch:flex-row touch:flex-wrap touch:border-r-0 touch:border-b">
        {presets(locale).map(([word, from, until]) => (
          <Button key={word} slot={null} size="sm" variant="quiet" onPress={() => take(from, until)}>
            {words(word)}
          </Button>
        ))}
      </div>
      <div className="p-3">
        <RangeCalendarContext.Provider
          value={{
            'aria-label': label,
            value: value && { start: parseDate(value.from), end: parseDate(value.until) },
            onChange: (span) => take(parseDate(span.start.toString()), parseDate(span.end.toString())),
          }}
        >
          <PeriodCalendar />
        </RangeCalendarContext.Provider>
      </div>
    </div>
  )
}

function presets(locale: string): [KitWord, CalendarDate, CalendarDate][] {
  const now = today(getLocalTimeZone())
  const lastMonth = now.subtract({ months: 1 })
  return [
    ['filter.today', now, now],
    ['filter.this-week', startOfWeek(now, locale, 'mon'), endOfWeek(now, locale, 'mon')],
    ['filter.this-month', startOfMonth(now), endOfMonth(now)],
    ['filter.last-month', startOfMonth(lastMonth), endOfMonth(lastMonth)],
    ['filter.this-year', startOfYear(now), endOfYear(now)],
  ]
}
