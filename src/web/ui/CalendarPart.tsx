import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar'
import { RangeCalendar } from 'react-aria-components/RangeCalendar'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'

export function DayCalendar() {
  return (
    <Calendar className="w-fit">
      <Month />
    </Calendar>
  )
}

export function PeriodCalendar() {
  return (
    <RangeCalendar className="w-fit">
      <Month isRange />
    </RangeCalendar>
  )
}

function Month({ isRange }: { isRange?: boolean }) {
  return (
    <>
      <header className="mb-2 flex items-center gap-1">
        <Turn slot="previous" />
        <CalendarHeading className="flex-1 text-center text-base font-semibold" />
        <Turn slot="next" />
      </header>
      <CalendarGrid weekdayStyle="narrow" className="border-separate border-spacing-y-0.5">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="pb-1 text-xs font-normal text-muted">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody className="[&_td]:p-0">
          {(date) => <CalendarCell date={date} className={cx(cell, isRange ? inRange : single)} />}
        </CalendarGridBody>
      </CalendarGrid>
    </>
  )
}

function Turn({ slot }: { slot: 'previous' | 'next' }) {
  return (
    <Button
      slot={slot}
      className="flex size-8 items-center justify-center rounded-md text-muted data-disabled:text-disabled data-hovered:bg-hover data-hovered:text-text touch:size-control"
    >
      <Icon as={slot === 'previous' ? ChevronLeft : ChevronRight} />
    </Button>
  )
}

const cell = cx(
  'flex h-8 w-9 items-center justify-center text-sm outline-offset-[-2px] touch:h-10 touch:w-11 touch:text-base',
  'data-outside-month:text-disabled data-disabled:text-disabled data-unavailable:text-disabled data-unavailable:line-through',
  'data-today:font-semibold data-today:not-data-selected:text-primary-text',
)
const picked = 'data-selected:bg-primary data-selected:text-on-primary'
const single = cx('rounded-md data-hovered:bg-hover', picked, 'data-selected:data-hovered:bg-primary-hover')
const inRange = cx(
  'data-hovered:rounded-md data-hovered:bg-hover data-selected:rounded-none data-selected:bg-primary-soft data-selected:text-primary-text',
  'data-selection-start:rounded-l-md data-selection-start:bg-primary data-selection-start:text-on-primary',
  'data-selection-end:rounded-r-md data-selection-end:bg-primary data-selection-end:text-on-primary',
)
