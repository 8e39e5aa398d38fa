import type { Ref } from 'react'
import { TextArea as RacTextArea } from 'react-aria-components/TextArea'
import { TextField as RacTextField } from 'react-aria-components/TextField'
import { FieldBody, fieldClass, validity, type FieldProps } from './Field.tsx'

export type TextAreaProps = FieldProps & {
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  rows?: number
  /** Also shows a counter. */
  maxLength?: number
  ref?: Ref<HTMLTextAreaElement>
}

export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, description, errorMessage, className, placeholder, rows = 3, ref, ...rest } = props
  const { isInvalid: _, ...field } = rest
  return (
    <RacTextField {...field} {...validity(props)} className={fieldClass(className)}>
      <FieldBody {...{ label, hideLabel, description, errorMessage }} isRequired={props.isRequired}>
        <RacTextArea
          ref={ref}
          rows={rows}
          placeholder={placeholder}
          className="kit-frame resize-y px-2.5 py-1.5 data-disabled:resize-none"
        />
        {props.maxLength !== undefined && props.value !== undefined && (
          <span className="mt-1 self-end text-2xs text-faint" aria-hidden="true">
            {props.value.length}/{props.maxLength}
          </span>
        )}
      </FieldBody>
    </RacTextField>
  )
}
