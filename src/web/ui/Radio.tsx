import type { Ref } from 'react'
import { RadioButton, RadioField, RadioGroup as RacRadioGroup } from 'react-aria-components/RadioGroup'
import { cx } from './cx.ts'
import { FieldBody, fieldClass, useFocusFirst, validity, type FieldProps, type FocusHandle } from './Field.tsx'
import { Icon } from './Icon.tsx'
import type { Option } from './options.ts'

export type RadioGroupProps = Omit<FieldProps, 'placeholder'> & {
  ref?: Ref<FocusHandle>
  options: readonly Option[]
  value?: string | null
  defaultValue?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  /** `list` of circles, `segments` for two to four short words, `cards` for choices with a note. */
  look?: 'list' | 'segments' | 'cards'
  isRow?: boolean
}

export function RadioGroup({ ref, ...props }: RadioGroupProps) {
  const root = useFocusFirst(ref)
  const { isInvalid: _, label, hideLabel, description, errorMessage, className, options, ...rest } = props
  const { look = 'list', isRow, ...field } = rest
  const isFlat = isRow ?? look === 'segments'
  return (
    <RacRadioGroup
      {...field}
      {...validity(props)}
      orientation={isFlat ? 'horizontal' : 'vertical'}
      ref={root}
      className={fieldClass(className)}
    >
      <FieldBody {...{ label, hideLabel, description, errorMessage }} isRequired={props.isRequired}>
        <div className={frames[look](isFlat)}>
          {options.map((option) => (
            <RadioField
              key={option.id}
              value={option.id}
              isDisabled={option.isDisabled}
              className={look === 'segments' ? 'flex-1' : ''}
            >
              <RadioButton className={lines[look]}>
                {look === 'segments' ? option.icon && <Icon as={option.icon} /> : <Dot />}
                <span className="min-w-0">
                  {option.label}
                  {option.note && look !== 'segments' && (
                    <span className={cx('text-xs text-muted touch:text-sm', look === 'cards' ? 'block' : 'ml-2')}>
                      {option.note}
                    </span>
                  )}
                </span>
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </FieldBody>
    </RacRadioGroup>
  )
}

const frames = {
  list: (isRow: boolean) => cx('flex', isRow ? 'flex-wrap gap-x-5' : 'flex-col'),
  segments: () => 'inline-flex self-start rounded-md bg-hover p-0.5 touch:self-stretch touch:rounded-lg',
  cards: (isRow: boolean) => cx('grid gap-2', isRow && 'sm:grid-cols-2 lg:grid-cols-3'),
}

const lines = {
  list: 'group/radio flex min-h-control items-center gap-2 text-control outline-none data-disabled:text-disabled',
  segments: cx(
    'group/radio flex min-h-[calc(var(--control-h)-4px)] items-center justify-center gap-1.5 rounded-sm px-3 text-control whitespace-nowrap text-muted transition-colors touch:min-h-11 touch:rounded-md',
    'data-hovered:text-text data-selected:bg-raised data-selected:font-medium data-selected:text-text data-selected:shadow-control data-disabled:text-disabled',
    'data-focus-visible:outline-2 data-focus-visible:outline-offset-0 data-focus-visible:outline-focus',
  ),
  cards: cx(
    'group/radio flex h-full items-start gap-2.5 rounded-lg border border-line-strong bg-surface px-3 py-2.5 text-control transition-colors',
    'data-hovered:border-line-control data-selected:border-primary data-selected:bg-primary-soft data-disabled:text-disabled',
  ),
}

function Dot() {
  return (
    <span
      className={cx(
        'flex size-4 shrink-0 items-center justify-center rounded-full border border-line-control bg-surface transition-colors touch:size-5',
        'group-data-hovered/radio:border-primary group-data-selected/radio:border-[5px] group-data-selected/radio:border-primary touch:group-data-selected/radio:border-[6px]',
        'group-data-disabled/radio:border-line-strong',
        'group-data-focus-visible/radio:outline-2 group-data-focus-visible/radio:outline-offset-2 group-data-focus-visible/radio:outline-focus',
        'mt-px',
      )}
    />
  )
}
