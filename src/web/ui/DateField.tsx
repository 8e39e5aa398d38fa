import type { Ref } from 'react'
import { parseDate, type CalendarDate } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Popover } from 'react-aria-components/Popover'
import CalendarIcon from 'lucide-react/icons/calendar'
import { DayCalendar } from './CalendarPart.tsx'
import { DateSegments } from './DateSegments.tsx'
import { FieldBody, fieldClass, useFocusFirst, validity, type FieldProps, type FocusHandle } from './Field.tsx'
import { Icon } from './Icon.tsx'

export type DateFieldProps = Omit<FieldProps, 'placeholder'> & {
  ref?: Ref<FocusHandle>
  /** `2026-11-21`, or `null` for none. */
  value?: string | null
  defaultValue?: string
  onChange?: (day: string | null) => void
  onBlur?: () => void
  minDay?: string
  maxDay?: string
  /** True for days that can't be chosen, such as closed ones. */
  isDayUnavailable?: (day: string) => boolean
}

export function DateField({ ref, ...props }: DateFieldProps) {
  const root = useFocusFirst(ref)
  const { isInvalid: _, label, hideLabel, description, errorMessage, className, ...rest } = props
  const { value, defaultValue, onChange, minDay, maxDay, isDayUnavailable, ...field } = rest
  return (
    <DatePicker<CalendarDate>
      {...field}
      {...validity(props)}
      shouldForceLeadingZeros
      value={value ? parseDate(value) : (value as null | undefined)}
      defaultValue={defaultValue ? parseDate(defaultValue) : undefined}
      minValue={minDay ? parseDate(minDay) : undefined}
      maxValue={maxDay ? parseDate(maxDay) : undefined}
      isDateUnavailable={isDayUnavailable && ((day) => isDayUnavailable(day.toString()))}
      onChange={(day) => onChange?.(day ? day.toString() : null)}
      ref={root}
      className={fieldClass(className)}
    >
      <FieldBody {...{ label, hideLabel, description, errorMessage }} isRequired={props.isRequired}>
        <Group className="kit-frame">
          <DateSegments className="flex-1 pl-2" />
          <CalendarButton />
        </Group>
        <Popover offset={4} placement="bottom start" className="kit-popover">
          <Dialog className="p-3 outline-none">
            <DayCalendar />
          </Dialog>
        </Popover>
      </FieldBody>
    </DatePicker>
  )
}

export function CalendarButton() {
  return (
    <Button className="flex w-8 shrink-0 self-stretch items-center justify-center text-faint data-hovered:text-text touch:w-11">
      <Icon as={CalendarIcon} />
    </Button>
  )
}
