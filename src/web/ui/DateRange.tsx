import { parseDate, type CalendarDate } from '@internationalized/date'
import { useContext, type Ref } from 'react'
import { DateRangePicker, DateRangePickerStateContext } from 'react-aria-components/DateRangePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Popover } from 'react-aria-components/Popover'
import { PeriodCalendar } from './CalendarPart.tsx'
import { Button } from './Button.tsx'
import { CalendarButton } from './DateField.tsx'
import { DateSegments } from './DateSegments.tsx'
import { FieldBody, fieldClass, useFocusFirst, validity, type FieldProps, type FocusHandle } from './Field.tsx'

/** First and last day, both included. */
export type DaySpan = { from: string; until: string }
export type DayPreset = DaySpan & { label: string }

export type DateRangeProps = Omit<FieldProps, 'placeholder'> & {
  ref?: Ref<FocusHandle>
  value?: DaySpan | null
  defaultValue?: DaySpan
  onChange?: (span: DaySpan | null) => void
  onBlur?: () => void
  minDay?: string
  maxDay?: string
  /** Spans to take with one press: this month, last month. */
  presets?: readonly DayPreset[]
}

export function DateRange({ ref, ...props }: DateRangeProps) {
  const root = useFocusFirst(ref)
  const { isInvalid: _, label, hideLabel, description, errorMessage, className, ...rest } = props
  const { value, defaultValue, onChange, minDay, maxDay, presets = [], ...field } = rest
  return (
    <DateRangePicker<CalendarDate>
      {...field}
      {...validity(props)}
      shouldForceLeadingZeros
      value={value ? parsed(value) : (value as null | undefined)}
      defaultValue={defaultValue && parsed(defaultValue)}
      minValue={minDay ? parseDate(minDay) : undefined}
      maxValue={maxDay ? parseDate(maxDay) : undefined}
      onChange={(span) => onChange?.(span ? { from: span.start.toString(), until: span.end.toString() } : null)}
      ref={root}
      className={fieldClass(className)}
    >
      <FieldBody {...{ label, hideLabel, description, errorMessage }} isRequired={props.isRequired}>
        <Group className="kit-frame">
          <DateSegments slot="start" className="pl-2" />
          <span aria-hidden="true" className="px-1.5 text-faint">
            –
          </span>
          <DateSegments slot="end" className="flex-1" />
          <CalendarButton />
        </Group>
        <Popover offset={4} placement="bottom start" className="kit-popover">
          <Dialog className="flex outline-none touch:flex-col">
            {presets.length > 0 && <Presets presets={presets} />}
            <div className="p-3">
              <PeriodCalendar />
            </div>
          </Dialog>
        </Popover>
      </FieldBody>
    </DateRangePicker>
  )
}

function Presets({ presets }: { presets: readonly DayPreset[] }) {
  const state = useContext(DateRangePickerStateContext)
  const take = (span: DaySpan) => {
    state?.setValue(parsed(span))
    state?.close()
  }
  return (
    <div className="flex flex-col gap-0.5 border-r border-line p-2 touch:flex-row touch:flex-wrap touch:border-r-0 touch:border-b">
      {presets.map((preset) => (
        <Button key={preset.label} slot={null} size="sm" variant="quiet" onPress={() => take(preset)}>
          {preset.label}
        </Button>
      ))}
    </div>
  )
}

function parsed(span: DaySpan) {
  return { start: parseDate(span.from), end: parseDate(span.until) }
}
