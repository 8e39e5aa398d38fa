import type { ReactNode, Ref } from 'react'
import { SwitchButton, SwitchField } from 'react-aria-components/Switch'
import { cx } from './cx.ts'
import { FieldNotes } from './Field.tsx'

export type SwitchProps = {
  children?: ReactNode
  'aria-label'?: string
  value?: boolean
  defaultValue?: boolean
  onChange?: (isOn: boolean) => void
  onBlur?: () => void
  name?: string
  description?: ReactNode
  isDisabled?: boolean
  isReadOnly?: boolean
  /** Words left, switch at the right end: rows of settings. */
  isRow?: boolean
  ref?: Ref<HTMLInputElement | null>
}

/** Takes effect at once; inside forms that are sent later use Checkbox. */
export function Switch({ children, value, defaultValue, description, isRow, ref, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} isSelected={value} defaultSelected={defaultValue} inputRef={ref} className="flex flex-col">
      <SwitchButton
        className={cx(
          'group/switch flex min-h-control items-center gap-2.5 text-control data-disabled:text-disabled',
          isRow && 'flex-row-reverse justify-between',
        )}
      >
        <span
          className={cx(
            'flex h-5 w-9 shrink-0 items-center rounded-full bg-line-control p-0.5 transition-colors touch:h-7 touch:w-12',
            'group-data-selected/switch:bg-primary group-data-disabled/switch:opacity-50',
            'group-data-focus-visible/switch:outline-2 group-data-focus-visible/switch:outline-offset-2 group-data-focus-visible/switch:outline-focus',
          )}
        >
          <span
            className={cx(
              'size-4 rounded-full bg-white shadow-control transition-transform touch:size-6',
              'group-data-selected/switch:[transform:translateX(1rem)] touch:group-data-selected/switch:[transform:translateX(1.25rem)]',
            )}
          />
        </span>
        {children && <span className="min-w-0">{children}</span>}
      </SwitchButton>
      <div className={isRow ? '-mt-1' : 'pl-11'}>
        <FieldNotes description={description} />
      </div>
    </SwitchField>
  )
}
