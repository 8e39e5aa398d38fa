import type { ReactNode, Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { TextField as RacTextField } from 'react-aria-components/TextField'
import X from 'lucide-react/icons/x'
import { FieldBody, fieldClass, validity, type FieldProps } from './Field.tsx'
import { Icon, type IconShape } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'

export type TextFieldProps = FieldProps & {
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  type?: 'text' | 'password' | 'email' | 'tel' | 'url' | 'search'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search'
  autoComplete?: string
  autoFocus?: boolean
  maxLength?: number
  icon?: IconShape
  /** Words or a small button inside the frame, on the right. */
  suffix?: ReactNode
  isClearable?: boolean
  ref?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    hideLabel,
    description,
    errorMessage,
    className,
    placeholder,
    icon,
    suffix,
    isClearable,
    ref,
    ...rest
  } = props
  const { isInvalid: _, value, ...field } = rest
  const words = useKitWords()
  return (
    <RacTextField {...field} {...validity(props)} value={value} className={fieldClass(className)}>
      <FieldBody {...{ label, hideLabel, description, errorMessage }} isRequired={props.isRequired}>
        <Group className="kit-frame">
          {icon && <Icon as={icon} className="-mr-1 ml-2.5 text-faint" />}
          <Input ref={ref} placeholder={placeholder} className="kit-input" />
          {isClearable && value && !props.isDisabled && !props.isReadOnly && (
            <Button
              slot={null}
              aria-label={words('clear')}
              onPress={() => props.onChange?.('')}
              className="mr-1 flex size-6 items-center justify-center rounded-sm text-faint data-hovered:bg-hover data-hovered:text-text touch:size-control"
            >
              <Icon as={X} size={14} />
            </Button>
          )}
          {suffix && <span className="flex shrink-0 items-center pr-2.5 text-sm text-muted">{suffix}</span>}
        </Group>
      </FieldBody>
    </RacTextField>
  )
}
