import { Autocomplete } from 'react-aria-components/Autocomplete'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { useFilter } from 'react-aria-components/Autocomplete'
import Check from 'lucide-react/icons/check'
import { cx } from '../cx.ts'
import { Icon } from '../Icon.tsx'
import { useKitWords } from '../kit-words.tsx'
import type { Option } from '../options.ts'
import { SearchField } from '../SearchField.tsx'

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
  const { contains } = useFilter({ sensitivity: 'base' })
  if (props.options.length <= longList) return <Choices {...props} autoFocus />
  return (
    <Autocomplete filter={contains}>
      <div className="border-b border-line p-2">
        <SearchField label={words('filter.find')} autoFocus />
      </div>
      <Choices {...props} />
    </Autocomplete>
  )
}

const longList = 10

function Choices({ label, options, isMany, chosen, onChoose, autoFocus }: Props & { autoFocus?: boolean }) {
  const words = useKitWords()
  return (
    <ListBox
      aria-label={label}
      items={options}
      selectionMode={isMany ? 'multiple' : 'single'}
      selectedKeys={chosen}
      onSelectionChange={(keys) =>
        onChoose(keys === 'all' ? options.map((option) => option.id) : [...keys].map(String))
      }
      autoFocus={autoFocus ? 'first' : undefined}
      escapeKeyBehavior="none"
      className="max-h-80 min-w-52 overflow-auto p-1 outline-none"
      renderEmptyState={() => <p className="px-3 py-4 text-center text-sm text-muted">{words('noMatch')}</p>}
    >
      {(option) => (
        <ListBoxItem
          id={option.id}
          textValue={`${option.label} ${option.alsoFoundBy ?? ''}`}
          aria-label={option.label}
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
