import { useImperativeHandle, useRef, type ReactNode, type Ref } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import AlertCircle from 'lucide-react/icons/circle-alert'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'

/** What every form part takes besides its value. Fits react-hook-form's `Controller` as it stands. */
export type FieldProps = {
  /** Always given; `hideLabel` keeps it for screen readers only (filters, cells). */
  label: string
  hideLabel?: boolean
  description?: ReactNode
  /** Shown when set, also without `isInvalid`. */
  errorMessage?: string
  isInvalid?: boolean
  isRequired?: boolean
  isDisabled?: boolean
  isReadOnly?: boolean
  name?: string
  placeholder?: string
  className?: string
}

/** The outer element of a form part: label above, help and error below. */
export const fieldClass = (className?: string) => cx('group/field flex min-w-0 flex-col', className)

/** Turns our props into the library's: an error text alone makes the part invalid. */
export function validity(props: Pick<FieldProps, 'errorMessage' | 'isInvalid'>) {
  return { isInvalid: props.isInvalid ?? Boolean(props.errorMessage), validationBehavior: 'aria' as const }
}

export type FocusHandle = { focus: () => void }

/** For parts of several inputs (days, radios): what react-hook-form focuses when the part is the first wrong one. */
export function useFocusFirst(ref: Ref<FocusHandle> | undefined) {
  const root = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => ({
    focus: () => root.current?.querySelector<HTMLElement>('[role=spinbutton], input:not([hidden])')?.focus(),
  }))
  return root
}

type FieldBodyProps = Pick<FieldProps, 'label' | 'hideLabel' | 'description' | 'errorMessage' | 'isRequired'> & {
  children: ReactNode
}

/** To be used inside a library field (TextField, Select …), which ties label, help and error to the input. */
export function FieldBody({ label, hideLabel, description, errorMessage, isRequired, children }: FieldBodyProps) {
  return (
    <>
      <FieldLabel isHidden={hideLabel} isRequired={isRequired}>
        {label}
      </FieldLabel>
      {children}
      <FieldNotes description={description} errorMessage={errorMessage} />
    </>
  )
}

/** Help and error under a part; the library shows the error only while the part is invalid. */
export function FieldNotes({ description, errorMessage }: Pick<FieldProps, 'description' | 'errorMessage'>) {
  return (
    <>
      {description && (
        <Text slot="description" className="mt-1 text-xs text-muted touch:text-sm">
          {description}
        </Text>
      )}
      <FieldError className="mt-1 flex items-start gap-1 text-xs text-red-text touch:text-sm">
        {({ validationErrors }) => (
          <>
            <Icon as={AlertCircle} size={14} className="mt-0.5" />
            <span>{errorMessage ?? validationErrors.join(' ')}</span>
          </>
        )}
      </FieldError>
    </>
  )
}

export function FieldLabel({
  isHidden,
  isRequired,
  children,
}: {
  isHidden?: boolean
  isRequired?: boolean
  children: ReactNode
}) {
  const words = useKitWords()
  return (
    <Label className={isHidden ? 'sr-only' : 'mb-1 text-label font-medium text-text'}>
      {children}
      {isRequired && !isHidden && (
        <span className="ml-0.5 text-red-text" title={words('required')} aria-hidden="true">
          *
        </span>
      )}
    </Label>
  )
}

const columns = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' }

/** Lays fields out in one to three columns; `Wide` inside takes the whole row. */
export function FieldGrid({ columns: count = 2, children }: { columns?: 1 | 2 | 3; children: ReactNode }) {
  return <div className={cx('grid grid-cols-1 items-start gap-x-5 gap-y-4', columns[count])}>{children}</div>
}

export function Wide({ children }: { children: ReactNode }) {
  return <div className="col-span-full">{children}</div>
}
