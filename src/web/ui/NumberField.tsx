import type { ReactNode, Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { NumberField as RacNumberField } from 'react-aria-components/NumberField'
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { cx } from './cx.ts'
import { FieldBody, fieldClass, validity, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'

export type NumberFieldProps = FieldProps & {
  /** `null` is empty. */
  value?: number | null
  defaultValue?: number
  onChange?: (value: number | null) => void
  onBlur?: () => void
  minValue?: number
  maxValue?: number
  step?: number
  formatOptions?: Intl.NumberFormatOptions
  /** Drawn before the number: a currency sign. */
  prefix?: ReactNode
  /** Drawn behind the number: %, h, people. */
  unit?: ReactNode
  /** − and + at both ends; the rule on the phone for small counts. */
  hasSteppers?: boolean
  ref?: Ref<HTMLInputElement>
}

export function NumberField(props: NumberFieldProps) {
  const {
    label,
    hideLabel,
    description,
    errorMessage,
    className,
    placeholder,
    prefix,
    unit,
    hasSteppers,
    ref,
    ...rest
  } = props
  const { isInvalid: _, value, onChange, ...field } = rest
  const isMeasured = Boolean(prefix ?? unit)
  return (
    <RacNumberField
      {...field}
      {...validity(props)}
      value={value === null ? Number.NaN : value}
      onChange={(next) => onChange?.(Number.isNaN(next) ? null : next)}
      className={fieldClass(className)}
    >
      <FieldBody {...{ label, hideLabel, description, errorMessage }} isRequired={props.isRequired}>
        <Group className="kit-frame">
          {hasSteppers && <Step slot="decrement" />}
          {prefix && <span className="-mr-1 pl-2.5 text-muted">{prefix}</span>}
          <Input
            ref={ref}
            placeholder={placeholder}
            className={cx('kit-input', hasSteppers ? 'text-center' : isMeasured && 'text-right')}
          />
          {unit && <span className="-ml-1 shrink-0 pr-2.5 text-sm text-muted">{unit}</span>}
          {hasSteppers && <Step slot="increment" />}
        </Group>
      </FieldBody>
    </RacNumberField>
  )
}

function Step({ slot }: { slot: 'increment' | 'decrement' }) {
  const words = useKitWords()
  return (
    <Button
      slot={slot}
      aria-label={words(slot === 'increment' ? 'increase' : 'decrease')}
      className={cx(
        'flex w-8 self-stretch shrink-0 items-center justify-center text-muted touch:w-11',
        'data-disabled:text-disabled data-hovered:bg-hover data-hovered:text-text data-pressed:bg-pressed',
        slot === 'increment' ? 'rounded-r-md border-l border-line' : 'rounded-l-md border-r border-line',
      )}
    >
      <Icon as={slot === 'increment' ? Plus : Minus} size={14} />
    </Button>
  )
}
