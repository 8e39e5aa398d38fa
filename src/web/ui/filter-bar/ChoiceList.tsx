import { useRef, useState } from 'react'
import type { Ref } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import Check from 'lucide-react/icons/check'
import { cx } from '../cx.ts'
import { Icon } from '../Icon.tsx'
import { useKitWords } from '../kit-words.tsx'
import type { Option } from '../options.ts'
import { SearchField } from '../SearchField.tsx'
import { isFound } from '../tree-nodes.ts'

type Props = {
  label: string
  options: readonly Option[]
  isMany: boolean
  chosen: readonly string[]
  onChoose: (ids: string[]) => void
}

/** Options to tick, with a box to find one when there are many. */
export function ChoiceList(props: Props) {
  const words = useKitWords()
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  if (props.options.length <= longList) return <Choices {...props} shown={props.options} isFirst />
  return (
    <>
      <div
        className="border-b border-line p-2"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          list.current?.focus()
        }}
      >
        <SearchField label={words('filter.find')} value={query} onChange={setQuery} autoFocus />
      </div>
      <Choices {...props} ref={list} shown={props.options.filter((option) => isFound(option, query))} />
    </>
  )
}

const longList = 10

type ChoicesProps = Props & { shown: readonly Option[]; isFirst?: boolean; ref?: Ref<HTMLDivElement> }

function Choices({ label, options, shown, isMany, chosen, onChoose, isFirst, ref }: ChoicesProps) {
  const words = useKitWords()
  // What the search hides stays chosen.
  const hidden = chosen.filter((id) => !shown.some((option) => option.id === id))
  return (
    <ListBox
      ref={ref}
      aria-label={label}
      items={shown}
      selectionMode={isMany ? 'multiple' : 'single'}
      selectedKeys={chosen}
      onSelectionChange={(keys) =>
        onChoose(keys === 'all' ? options.map((option) => option.id) : merged(isMany ? hidden : [], keys))
      }
      autoFocus={isFirst ? 'first' : undefined}
      escapeKeyBehavior="none"
      className="max-h-80 min-w-52 overflow-auto p-1 outline-none"
      renderEmptyState={() => <p className="px-3 py-4 text-center text-sm text-muted">{words('noMatch')}</p>}
    >
      {(option) => (
        <ListBoxItem
          id={option.id}
          textValue={option.label}
          isDisabled={option.isDisabled}
          className="kit-item group/choice"
        >
          <span
            aria-hidden="true"
            className={cx(
              'flex size-4 shrink-0 items-center justify-center border border-line-control text-on-primary',
              'group-data-selected/choice:border-primary group-data-selected/choice:bg-primary',
              isMany ? 'rounded-sm' : 'rounded-full',
            )}
          >
            <Icon as={Check} size={12} className="invisible group-data-selected/choice:visible" />
          </span>
          {option.icon && <Icon as={option.icon} className="text-muted" />}
          <span className="min-w-0 flex-1 truncate">{option.label}</span>
          {option.note !== undefined && <span className="text-xs font-normal text-muted">{option.note}</span>}
        </ListBoxItem>
      )}
    </ListBox>
  )
}

function merged(hidden: readonly string[], keys: Iterable<string | number>): string[] {
  return [...new Set([...hidden, ...[...keys].map(String)])]
}
