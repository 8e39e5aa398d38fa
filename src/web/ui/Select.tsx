import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Popover } from 'react-aria-components/Popover'
import { Select as RacSelect, SelectValue } from 'react-aria-components/Select'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { FieldBody, fieldClass, validity, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'
import { OptionList } from './OptionList.tsx'
import type { Option } from './options.ts'

type Common = Omit<FieldProps, 'isReadOnly'> & {
  options: readonly Option[]
  onBlur?: () => void
  ref?: Ref<HTMLButtonElement>
}
export type SelectProps = Common & {
  value?: string | null
  defaultValue?: string
  onChange?: (value: string | null) => void
}
export type MultiSelectProps = Common & {
  value?: readonly string[]
  defaultValue?: readonly string[]
  onChange?: (value: string[]) => void
}

/** One of up to some twenty known choices; above that take ComboBox. */
export function Select({ onChange, ...props }: SelectProps) {
  const {
    isInvalid: _,
    className,
    options,
    ref,
    label,
    hideLabel,
    description,
    errorMessage,
    placeholder,
    ...field
  } = props
  return (
    <RacSelect
      {...field}
      {...validity(props)}
      onChange={(key) => onChange?.(key === null ? null : String(key))}
      className={fieldClass(className)}
    >
      <FieldBody {...{ label, hideLabel, description, errorMessage }} isRequired={props.isRequired}>
        <SelectFrame options={options} placeholder={placeholder} buttonRef={ref} />
      </FieldBody>
    </RacSelect>
  )
}

export function MultiSelect({ onChange, ...props }: MultiSelectProps) {
  const {
    isInvalid: _,
    className,
    options,
    ref,
    label,
    hideLabel,
    description,
    errorMessage,
    placeholder,
    ...field
  } = props
  return (
    <RacSelect
      {...field}
      {...validity(props)}
      selectionMode="multiple"
      onChange={(keys) => onChange?.(keys.map(String))}
      className={fieldClass(className)}
    >
      <FieldBody {...{ label, hideLabel, description, errorMessage }} isRequired={props.isRequired}>
        <SelectFrame options={options} placeholder={placeholder} buttonRef={ref} />
      </FieldBody>
    </RacSelect>
  )
}

type SelectFrameProps = { options: readonly Option[]; placeholder?: string; buttonRef?: Ref<HTMLButtonElement> }

function SelectFrame({ options, placeholder, buttonRef }: SelectFrameProps) {
  const words = useKitWords()
  const labels = new Map(options.map((option) => [option.id, option.label]))
  return (
    <>
      <Button ref={buttonRef} className="kit-frame w-full gap-2 px-2.5 text-left">
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-faint">
          {({ isPlaceholder, state }) =>
            isPlaceholder
              ? (placeholder ?? words('choose'))
              : state.selectionManager.selectedKeys.size > 0 &&
                [...state.selectionManager.selectedKeys].map((key) => labels.get(String(key)) ?? String(key)).join(', ')
          }
        </SelectValue>
        <Icon as={ChevronDown} className="text-faint" />
      </Button>
      <Popover offset={4} className="kit-popover min-w-[min(var(--trigger-width),calc(100vw-1.5rem))]">
        <OptionList options={options} />
      </Popover>
    </>
  )
}
