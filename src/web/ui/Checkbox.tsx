import type { ReactNode, Ref } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { CheckboxGroup as RacCheckboxGroup } from 'react-aria-components/CheckboxGroup'
import Check from 'lucide-react/icons/check'
import Minus from 'lucide-react/icons/minus'
import { cx } from './cx.ts'
import {
  FieldBody,
  FieldNotes,
  fieldClass,
  useFocusFirst,
  validity,
  type FieldProps,
  type FocusHandle,
} from './Field.tsx'
import type { Option } from './options.ts'

export type CheckboxProps = Pick<
  FieldProps,
  'description' | 'errorMessage' | 'isInvalid' | 'isRequired' | 'isDisabled' | 'isReadOnly' | 'name'
> & {
  children?: ReactNode
  value?: boolean
  defaultValue?: boolean
  onChange?: (isChecked: boolean) => void
  onBlur?: () => void
  isIndeterminate?: boolean
  'aria-label'?: string
  ref?: Ref<HTMLInputElement | null>
}

export function Checkbox({
  children,
  value,
  defaultValue,
  description,
  errorMessage,
  isInvalid,
  ref,
  ...rest
}: CheckboxProps) {
  return (
    <CheckboxField
      {...rest}
      {...validity({ errorMessage, isInvalid })}
      isSelected={value}
      defaultSelected={defaultValue}
      inputRef={ref}
      className="flex flex-col"
    >
      <CheckboxButton className={line}>
        <Box />
        {children && <span className="min-w-0">{children}</span>}
      </CheckboxButton>
      <div className="pl-6">
        <FieldNotes description={description} errorMessage={errorMessage} />
      </div>
    </CheckboxField>
  )
}

export type CheckboxGroupProps = Omit<FieldProps, 'placeholder'> & {
  ref?: Ref<FocusHandle>
  options: readonly Option[]
  value?: string[]
  defaultValue?: string[]
  onChange?: (value: string[]) => void
  isRow?: boolean
}

export function CheckboxGroup({ ref, ...props }: CheckboxGroupProps) {
  const root = useFocusFirst(ref)
  const { isInvalid: _, label, hideLabel, description, errorMessage, className, options, isRow, ...rest } = props
  return (
    <RacCheckboxGroup {...rest} {...validity(props)} ref={root} className={fieldClass(className)}>
      <FieldBody {...{ label, hideLabel, description, errorMessage }} isRequired={props.isRequired}>
        <div className={cx('flex', isRow ? 'flex-wrap gap-x-5' : 'flex-col')}>
          {options.map((option) => (
            <CheckboxField key={option.id} value={option.id} isDisabled={option.isDisabled}>
              <CheckboxButton className={line}>
                <Box />
                <span className="min-w-0">{option.label}</span>
                {option.note && <span className="text-xs text-muted">{option.note}</span>}
              </CheckboxButton>
            </CheckboxField>
          ))}
        </div>
      </FieldBody>
    </RacCheckboxGroup>
  )
}

const line = 'group/check flex min-h-control items-center gap-2 text-control data-disabled:text-disabled outline-none'

/** The square itself; sits in the label that carries the state. */
export function Box() {
  return (
    <span
      className={cx(
        'flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-control bg-surface text-on-primary transition-colors touch:size-5',
        'group-data-hovered/check:border-primary group-data-invalid/check:border-red',
        'group-data-selected/check:border-primary group-data-selected/check:bg-primary',
        'group-data-indeterminate/check:border-primary group-data-indeterminate/check:bg-primary',
        'group-data-disabled/check:border-line-strong group-data-disabled/check:bg-pressed group-data-disabled/check:text-disabled',
        'group-data-focus-visible/check:outline-2 group-data-focus-visible/check:outline-offset-2 group-data-focus-visible/check:outline-focus',
      )}
    >
      <Minus strokeWidth={3} aria-hidden="true" className="hidden size-3 group-data-indeterminate/check:block" />
      <Check
        strokeWidth={3}
        aria-hidden="true"
        className="hidden size-3 group-data-selected/check:block group-data-indeterminate/check:hidden touch:size-3.5"
      />
    </span>
  )
}
