import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState, type Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as RacComboBox, ComboBoxStateContext, useFilter } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Popover } from 'react-aria-components/Popover'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { FieldBody, fieldClass, validity, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'
import { OptionList } from './OptionList.tsx'
import type { Option } from './options.ts'
import { Spinner } from './Spinner.tsx'

export type ComboBoxProps = FieldProps & {
  options: readonly Option[]
  value?: string | null
  defaultValue?: string
  onChange?: (value: string | null) => void
  onBlur?: () => void
  /** With it the caller searches (on the server) and `options` are its answer; without it the list filters itself. */
  onSearch?: (text: string) => void
  isLoading?: boolean
  ref?: Ref<HTMLInputElement>
}

/** Choose by typing: name, number or `alsoFoundBy` (pinyin). */
export function ComboBox(props: ComboBoxProps) {
  const { isInvalid: _, label, hideLabel, description, errorMessage, className, placeholder, options, ...rest } = props
  const { onChange, onSearch, isLoading, ref, ...field } = rest
  const words = useKitWords()
  const matches = useOptionFilter(options)
  const [isOpen, setOpen] = useState(false)
  useKeepPageInReach(isOpen)
  return (
    <RacComboBox
      {...field}
      {...validity(props)}
      onChange={(key) => onChange?.(key === null ? null : String(key))}
      onInputChange={onSearch}
      onOpenChange={setOpen}
      defaultFilter={onSearch ? () => true : matches}
      allowsEmptyCollection
      className={fieldClass(className)}
    >
      <FieldBody {...{ label, hideLabel, description, errorMessage }} isRequired={props.isRequired}>
        <Group className="kit-frame">
          <ComboInput inputRef={ref} placeholder={placeholder ?? words('choose')} />
          <Button className="flex w-8 shrink-0 self-stretch items-center justify-center text-faint data-hovered:text-text touch:w-11">
            {isLoading ? <Spinner /> : <Icon as={ChevronDown} />}
          </Button>
        </Group>
        <Popover offset={4} className="kit-popover min-w-[min(var(--trigger-width),calc(100vw-1.5rem))]">
          <OptionList options={options} isLoading={isLoading ?? false} />
        </Popover>
      </FieldBody>
    </RacComboBox>
  )
}

/** A click shows all options; merely passing by with the Tab key does not, unlike `menuTrigger="focus"`. */
function ComboInput({ inputRef, placeholder }: { inputRef?: Ref<HTMLInputElement>; placeholder: string }) {
  const state = useContext(ComboBoxStateContext)
  const open = () => {
    if (state && !state.isOpen) state.open(null, 'manual')
  }
  return <Input ref={inputRef} placeholder={placeholder} onClick={open} className="kit-input" />
}

function useOptionFilter(options: readonly Option[]) {
  const { contains } = useFilter({ sensitivity: 'base' })
  const further = useMemo(() => new Map(options.map((option) => [option.label, option.alsoFoundBy ?? ''])), [options])
  return (label: string, typed: string) => contains(label, typed) || contains(further.get(label) ?? '', typed)
}

/**
 * While its list is open the library hides the whole page from screen readers although the keyboard still reaches it
 * (axe: aria-hidden-focus). The list is no modal thing, so what the library hides in that moment is shown again.
 */
function useKeepPageInReach(isOpen: boolean) {
  const watch = useRef<MutationObserver>(null)
  useLayoutEffect(() => {
    if (!isOpen) return undefined
    const observer = new MutationObserver(() => {})
    observer.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-hidden'] })
    watch.current = observer
    return () => observer.disconnect()
  }, [isOpen])
  useEffect(() => {
    if (!isOpen) return
    for (const { target } of watch.current?.takeRecords() ?? [])
      if (target instanceof HTMLElement) target.removeAttribute('aria-hidden')
    watch.current?.disconnect()
  }, [isOpen])
}
