import type { Ref } from 'react'
import { parseTime } from '@internationalized/date'
import { Group } from 'react-aria-components/Group'
import { TimeField as RacTimeField } from 'react-aria-components/TimeField'
import Clock from 'lucide-react/icons/clock'
import { DateSegments } from './DateSegments.tsx'
import { FieldBody, fieldClass, useFocusFirst, validity, type FieldProps, type FocusHandle } from './Field.tsx'
import { Icon } from './Icon.tsx'

export type TimeFieldProps = Omit<FieldProps, 'placeholder'> & {
  ref?: Ref<FocusHandle>
  /** `17:30`, or `null` for none. */
  value?: string | null
  defaultValue?: string
  onChange?: (time: string | null) => void
  onBlur?: () => void
}

export function TimeField({ ref, ...props }: TimeFieldProps) {
  const root = useFocusFirst(ref)
  const {
    isInvalid: _,
    label,
    hideLabel,
    description,
    errorMessage,
    className,
    value,
    defaultValue,
    onChange,
    ...field
  } = props
  return (
    <RacTimeField
      {...field}
      {...validity(props)}
      hourCycle={24}
      shouldForceLeadingZeros
      value={value ? parseTime(value) : (value as null | undefined)}
      defaultValue={defaultValue ? parseTime(defaultValue) : undefined}
      onChange={(time) => onChange?.(time ? time.toString().slice(0, 5) : null)}
      ref={root}
      className={fieldClass(className)}
    >
      <FieldBody {...{ label, hideLabel, description, errorMessage }} isRequired={props.isRequired}>
        <Group className="kit-frame">
          <DateSegments className="flex-1 pl-2" />
          <Icon as={Clock} className="mr-2.5 text-faint" />
        </Group>
      </FieldBody>
    </RacTimeField>
  )
}
